/* An exception that is put aside. */
#include "hpy.h"

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
