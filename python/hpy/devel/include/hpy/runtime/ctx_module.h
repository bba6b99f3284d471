/* For the CPython ABI: creates a module from an HPyModuleDef. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_CTX_MODULE_H
#define HPY_COMMON_RUNTIME_CTX_MODULE_H

_HPy_BEGIN_DECLS

/** What `PyInit_*` returns: CPython's definition of the module. NULL tells of an exception. */
HPyAPI_IMPL PyObject *_HPyModuleDef_AsPyInit(HPyModuleDef *def, bool does_without_gil);

/** Returns the result of an HPy_mod_create slot. HPy forbids a builtin module object as the result: then it returns NULL
    with an exception set. */
HPyAPI_IMPL PyObject *_HPyModule_check_created(PyObject *result);

_HPy_END_DECLS

#endif
