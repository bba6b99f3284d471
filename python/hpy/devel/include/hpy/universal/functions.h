/* The functions of the API in the universal and hybrid ABI: each calls the context. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_FUNCTIONS_H
#define HPY_UNIVERSAL_FUNCTIONS_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/universal_ctx.h"
#include "hpy/autogen/universal_api.h"

/** HPy_New, which is what extensions call. */
HPyAPI_FUNC HPy _HPy_New(HPyContext *ctx, HPy h_type, void **data) {
    /* The caller's variable stays in a register, because the context never sees its address. */
    void *place;
    HPy h = ctx->ctx_New(ctx, h_type, &place);
    *data = place;
    return h;
}

/** Ends the process with this message, in UTF-8. */
HPyAPI_FUNC _HPy_NO_RETURN void HPy_FatalError(HPyContext *ctx, const char *message) {
    ctx->ctx_FatalError(ctx, message);
    /* For the compiler, which cannot know that of a function pointer. */
    abort();
}

/** The pointer of a capsule of this name; NULL tells of an exception. */
HPyAPI_FUNC void *HPyCapsule_GetPointer(HPyContext *ctx, HPy capsule, const char *name) {
    return ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Pointer, name);
}

/** The name of a capsule, as long as that has it. NULL is a name too, or tells of an exception. */
HPyAPI_FUNC const char *HPyCapsule_GetName(HPyContext *ctx, HPy capsule) {
    return (const char *)ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Name, NULL);
}

/** The context of a capsule: a pointer of the extension's. NULL is one too, or tells of an exception. */
HPyAPI_FUNC void *HPyCapsule_GetContext(HPyContext *ctx, HPy capsule) {
    return ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Context, NULL);
}

/** Gives a capsule another pointer, which is not NULL. -1 tells of an exception. */
HPyAPI_FUNC int HPyCapsule_SetPointer(HPyContext *ctx, HPy capsule, void *pointer) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Pointer, pointer);
}

/** Gives a capsule another name, which has to live as long as the capsule. -1 tells of an exception. */
HPyAPI_FUNC int HPyCapsule_SetName(HPyContext *ctx, HPy capsule, const char *name) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Name, (void *)name);
}

/** Gives a capsule another context. -1 tells of an exception. */
HPyAPI_FUNC int HPyCapsule_SetContext(HPyContext *ctx, HPy capsule, void *context) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Context, context);
}

/** Gives a capsule another destructor, or none. -1 tells of an exception. */
HPyAPI_FUNC int HPyCapsule_SetDestructor(HPyContext *ctx, HPy capsule, HPyCapsule_Destructor *destructor) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Destructor, (void *)destructor);
}

_HPy_END_DECLS

#endif
