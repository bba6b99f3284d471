/* What functions need that CPython calls: the context, and that no exception is pending. */
#include "hpy.h"
#include "hpy/autogen/cpython_constants.h"

HPyContext _HPyContext_cpython;

HPyContext *_HPyContext_Init(void) {
    _HPyContext_fill_constants(&_HPyContext_cpython);
    _HPyContext_cpython.abi_version = HPY_ABI_VERSION;
    _HPyContext_cpython.name = "HPy CPython ABI";
    return &_HPyContext_cpython;
}

_HPyPending _HPyPending_take(void) {
    _HPyPending pending = {{NULL, NULL, NULL}};
#if PY_VERSION_HEX >= 0x030c0000
    pending.exception[0] = PyErr_GetRaisedException();
#else
    PyErr_Fetch(&pending.exception[0], &pending.exception[1], &pending.exception[2]);
#endif
    return pending;
}

void _HPyPending_restore(_HPyPending pending, PyObject *object) {
    if (PyErr_Occurred())
        PyErr_WriteUnraisable(object);
#if PY_VERSION_HEX >= 0x030c0000
    PyErr_SetRaisedException(pending.exception[0]);
#else
    PyErr_Restore(pending.exception[0], pending.exception[1], pending.exception[2]);
#endif
}
