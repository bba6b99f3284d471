/* The functions that CPython calls in the CPython ABI. Each calls a function of the extension. */
#include "hpy.h"
#ifndef HPY_CPYTHON_CALLS_H
#define HPY_CPYTHON_CALLS_H

_HPy_BEGIN_DECLS

/** A pending exception that is put aside. With an exception pending, the API must not be used. */
typedef struct {
    PyObject *exception[3];
} _HPyPending;

HPyAPI_IMPL _HPyPending _HPyPending_take(void);
/** Makes it pending again. If a function of `object` has left another exception behind, that is printed to stderr, like
    an exception in `__del__`. */
HPyAPI_IMPL void _HPyPending_restore(_HPyPending pending, PyObject *object);

/* HPy_buffer and Py_buffer have the same layout here, so views are passed unchanged. */
#include "hpy/autogen/cpython_calls.h"

/* CPython never calls these: `tp_dealloc` and `tp_traverse` of HPy's types call the extension's functions directly. */
#define _HPyFunc_TRAMPOLINE_HPyFunc_DESTROYFUNC(SYM, IMPL)                                                             \
    static void SYM(void) { abort(); }

#define _HPyFunc_TRAMPOLINE_HPyFunc_TRAVERSEPROC(SYM, IMPL)                                                            \
    static void SYM(void) { abort(); }

#define _HPyFunc_TRAMPOLINE_HPyFunc_MOD_CREATE(SYM, IMPL)                                                              \
    static cpy_PyObject *SYM(cpy_PyObject *spec, cpy_PyModuleDef *def) {                                               \
        (void)def;                                                                                                     \
        return _HPyModule_check_created(_h2py(IMPL(&_HPyContext_cpython, _py2h(spec))));                              \
    }

/** Defines the function SYM. CPython calls it when a capsule dies, and it calls IMPL. */
#define HPyCapsule_DESTRUCTOR_TRAMPOLINE(SYM, IMPL)                                                                    \
    static void SYM(cpy_PyObject *capsule) { _HPyCapsule_call_destructor(IMPL, capsule); }

_HPy_END_DECLS

#endif
