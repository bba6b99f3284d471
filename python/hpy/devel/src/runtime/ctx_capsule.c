/* Capsules. */
#include "hpy.h"

/* The function that CPython calls when the capsule dies. NULL if there is no destructor. */
static int read_destructor(HPyContext *ctx, const HPyCapsule_Destructor *destructor, PyCapsule_Destructor *function) {
    *function = NULL;
    if (destructor == NULL)
        return 0;
    if (destructor->cpy_trampoline == NULL || destructor->impl == NULL) {
        HPyErr_SetString(ctx, ctx->h_ValueError, "Invalid HPyCapsule destructor");
        return -1;
    }
    *function = destructor->cpy_trampoline;
    return 0;
}

HPy ctx_Capsule_New(HPyContext *ctx, void *pointer, const char *name, HPyCapsule_Destructor *destructor) {
    PyCapsule_Destructor function;

    if (read_destructor(ctx, destructor, &function) < 0)
        return HPy_NULL;
    return _py2h(PyCapsule_New(pointer, name, function));
}

void *ctx_Capsule_Get(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, const char *name) {
    switch (key) {
    case HPyCapsule_key_Pointer:
        return PyCapsule_GetPointer(_h2py(capsule), name);
    case HPyCapsule_key_Name:
        return (void *)PyCapsule_GetName(_h2py(capsule));
    case HPyCapsule_key_Context:
        return PyCapsule_GetContext(_h2py(capsule));
    case HPyCapsule_key_Destructor:
        HPyErr_SetString(ctx, ctx->h_ValueError, "Invalid operation: get HPyCapsule_key_Destructor");
        return NULL;
    default:
        HPyErr_SetString(ctx, ctx->h_SystemError, "invalid HPyCapsule key");
        return NULL;
    }
}

int ctx_Capsule_Set(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, void *value) {
    PyCapsule_Destructor function;

    switch (key) {
    case HPyCapsule_key_Pointer:
        return PyCapsule_SetPointer(_h2py(capsule), value);
    case HPyCapsule_key_Name:
        return PyCapsule_SetName(_h2py(capsule), (const char *)value);
    case HPyCapsule_key_Context:
        return PyCapsule_SetContext(_h2py(capsule), value);
    case HPyCapsule_key_Destructor:
        if (read_destructor(ctx, (const HPyCapsule_Destructor *)value, &function) < 0)
            return -1;
        return PyCapsule_SetDestructor(_h2py(capsule), function);
    default:
        HPyErr_SetString(ctx, ctx->h_SystemError, "invalid HPyCapsule key");
        return -1;
    }
}

void _HPyCapsule_call_destructor(HPyFunc_Capsule_Destructor destructor, PyObject *capsule) {
    /* If the name is the capsule's own, this cannot fail. */
    const char *name = PyCapsule_GetName(capsule);
    destructor(name, PyCapsule_GetPointer(capsule, name), PyCapsule_GetContext(capsule));
}
