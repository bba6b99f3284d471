/* The functions that CPython calls in the universal and hybrid ABI. What they pass to the context is fixed by the ABI. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_CALLS_H
#define HPY_UNIVERSAL_CALLS_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/universal_calls.h"

/* CPython has no such slot: the context calls the extension's function. */
#define _HPyFunc_TRAMPOLINE_HPyFunc_DESTROYFUNC(SYM, IMPL)                                                             \
    static void SYM(void) { abort(); }

typedef struct {
    cpy_PyObject *self;
    cpy_visitproc visit;
    void *arg;
    int result;
} _HPyFunc_args_TRAVERSEPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_TRAVERSEPROC(SYM, IMPL)                                                            \
    static int SYM(cpy_PyObject *self, cpy_visitproc visit, void *arg) {                                               \
        _HPyFunc_args_TRAVERSEPROC args_ = {self, visit, arg, 0};                                                      \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_TRAVERSEPROC, _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result;                                                                                           \
    }

typedef struct {
    cpy_PyObject *spec;
    cpy_PyObject *result;
} _HPyFunc_args_MOD_CREATE;

#define _HPyFunc_TRAMPOLINE_HPyFunc_MOD_CREATE(SYM, IMPL)                                                              \
    static cpy_PyObject *SYM(cpy_PyObject *spec, cpy_PyModuleDef *def) {                                               \
        _HPyFunc_args_MOD_CREATE args_ = {spec, NULL};                                                                 \
        (void)def;                                                                                                     \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_MOD_CREATE, _HPy_CFUNCTION(IMPL), &args_);   \
        return args_.result;                                                                                           \
    }

/** Defines the function SYM. CPython calls it when a capsule dies, and it calls IMPL. */
#define HPyCapsule_DESTRUCTOR_TRAMPOLINE(SYM, IMPL)                                                                    \
    static void SYM(cpy_PyObject *capsule) {                                                                           \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_CAPSULE_DESTRUCTOR, _HPy_CFUNCTION(IMPL),    \
                                            capsule);                                                                  \
    }

_HPy_END_DECLS

#endif
