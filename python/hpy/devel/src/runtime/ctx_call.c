/* Calling objects. */
#include "hpy.h"

HPy ctx_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw) {
    PyObject *tuple = _h2py(args), *dict = _h2py(kw), *none = NULL, *result;

    if (tuple != NULL && !PyTuple_Check(tuple))
        return HPyErr_SetString(ctx, ctx->h_TypeError, "HPy_CallTupleDict requires args to be a tuple or null handle");
    if (dict != NULL && !PyDict_Check(dict))
        return HPyErr_SetString(ctx, ctx->h_TypeError, "HPy_CallTupleDict requires kw to be a dict or null handle");
    if (tuple == NULL) {
        tuple = none = PyTuple_New(0);
        if (none == NULL)
            return HPy_NULL;
    }
    result = PyObject_Call(_h2py(callable), tuple, dict);
    Py_XDECREF(none);
    return _py2h(result);
}
