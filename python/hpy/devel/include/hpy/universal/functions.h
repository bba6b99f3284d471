/* The functions of the API in the universal and hybrid ABI: each calls the context. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_FUNCTIONS_H
#define HPY_UNIVERSAL_FUNCTIONS_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/universal_ctx.h"
#include "hpy/autogen/universal_api.h"

/** Extensions call the macro HPy_New instead. */
HPyAPI_FUNC HPy _HPy_New(HPyContext *ctx, HPy h_type, void **data) {
    /* The context never sees the address of the caller's variable, so that stays in a register. */
    void *place;
    HPy h = ctx->ctx_New(ctx, h_type, &place);
    *data = place;
    return h;
}

/** Prints this message, which is UTF-8, and ends the process. */
HPyAPI_FUNC _HPy_NO_RETURN void HPy_FatalError(HPyContext *ctx, const char *message) {
    ctx->ctx_FatalError(ctx, message);
    /* Tells the compiler that the call does not return: it cannot know that of a function pointer. */
    abort();
}

/** The pointer of a capsule that has this name. NULL means an exception. */
HPyAPI_FUNC void *HPyCapsule_GetPointer(HPyContext *ctx, HPy capsule, const char *name) {
    return ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Pointer, name);
}

/** The name of a capsule. It is valid as long as the capsule has it. NULL is a valid name, or means an exception. */
HPyAPI_FUNC const char *HPyCapsule_GetName(HPyContext *ctx, HPy capsule) {
    return (const char *)ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Name, NULL);
}

/** The context of a capsule, a pointer of the extension's choice. NULL is a valid context, or means an exception. */
HPyAPI_FUNC void *HPyCapsule_GetContext(HPyContext *ctx, HPy capsule) {
    return ctx->ctx_Capsule_Get(ctx, capsule, HPyCapsule_key_Context, NULL);
}

/** Replaces the pointer of a capsule. The new one must not be NULL. -1 means an exception. */
HPyAPI_FUNC int HPyCapsule_SetPointer(HPyContext *ctx, HPy capsule, void *pointer) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Pointer, pointer);
}

/** Replaces the name of a capsule. The new one must live as long as the capsule. -1 means an exception. */
HPyAPI_FUNC int HPyCapsule_SetName(HPyContext *ctx, HPy capsule, const char *name) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Name, (void *)name);
}

/** Replaces the context of a capsule. -1 means an exception. */
HPyAPI_FUNC int HPyCapsule_SetContext(HPyContext *ctx, HPy capsule, void *context) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Context, context);
}

/** Replaces the destructor of a capsule. NULL removes it. -1 means an exception. */
HPyAPI_FUNC int HPyCapsule_SetDestructor(HPyContext *ctx, HPy capsule, HPyCapsule_Destructor *destructor) {
    return ctx->ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Destructor, (void *)destructor);
}

_HPy_END_DECLS

#endif
