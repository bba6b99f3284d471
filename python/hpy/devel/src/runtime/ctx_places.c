/* Places that own a reference, where there is no GIL: fields and globals. Another thread may read one while it changes. */
#include "hpy.h"

#ifdef Py_GIL_DISABLED

/* Stops all threads for a moment. Returns whether that was possible. */
static bool stop_all_threads(void) {
    /* The Python function that stops all threads and does the least besides. */
    PyObject *stop = PySys_GetObject("_current_exceptions"), *pending, *result;

    if (stop == NULL)
        /* Python is ending, and no other thread runs. */
        return true;
    pending = PyErr_GetRaisedException();
    result = PyObject_CallNoArgs(stop);
    if (result == NULL)
        PyErr_Clear();
    Py_XDECREF(result);
    PyErr_SetRaisedException(pending);
    return result != NULL;
}

/* Another thread may have read the old object without counting its own reference yet; it does so before it can be stopped.
   An object that cannot be released safely is kept. */
void _HPy_replace(intptr_t *place, PyObject *object) {
    PyObject *replaced;

    Py_XINCREF(object);
    replaced = (PyObject *)_Py_atomic_exchange_intptr(place, (intptr_t)object);
    if (replaced != NULL && stop_all_threads())
        Py_DECREF(replaced);
}

#endif
