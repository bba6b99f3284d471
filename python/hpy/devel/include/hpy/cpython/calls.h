/* The functions that CPython calls in the CPython ABI: each calls the extension's own. */
#include "hpy.h"
#ifndef HPY_CPYTHON_CALLS_H
#define HPY_CPYTHON_CALLS_H

_HPy_BEGIN_DECLS

/** The exception that is pending, put aside: the API may not be used while one is. */
typedef struct {
    PyObject *exception[3];
} _HPyPending;

HPyAPI_IMPL _HPyPending _HPyPending_take(void);
/** Puts it back. One that is pending now, left behind by a function of `object`, is written to stderr as one of
    `__del__` is. */
HPyAPI_IMPL void _HPyPending_restore(_HPyPending pending, PyObject *object);

/* HPy_buffer and Py_buffer are of the same layout here, so a view is passed as it is. */
#include "hpy/autogen/cpython_calls.h"

/* The `tp_dealloc` and the `tp_traverse` of instances call the extension's functions. */
#define _HPyFunc_TRAMPOLINE_HPyFunc_DESTROYFUNC(SYM, IMPL)                                                             \
    static void SYM(void) { abort(); }

#define _HPyFunc_TRAMPOLINE_HPyFunc_TRAVERSEPROC(SYM, IMPL)                                                            \
    static void SYM(void) { abort(); }

#define _HPyFunc_TRAMPOLINE_HPyFunc_MOD_CREATE(SYM, IMPL)                                                              \
    static cpy_PyObject *SYM(cpy_PyObject *spec, cpy_PyModuleDef *def) {                                               \
        (void)def;                                                                                                     \
        return _HPyModule_check_created(_h2py(IMPL(&_HPyContext_cpython, _py2h(spec))));                              \
    }

/** Defines the function SYM, which CPython calls when a capsule dies and which calls IMPL. */
#define HPyCapsule_DESTRUCTOR_TRAMPOLINE(SYM, IMPL)                                                                    \
    static void SYM(cpy_PyObject *capsule) { _HPyCapsule_call_destructor(IMPL, capsule); }

_HPy_END_DECLS

#endif
