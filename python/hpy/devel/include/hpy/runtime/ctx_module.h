/* In the CPython ABI, what makes a module of an HPyModuleDef. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_CTX_MODULE_H
#define HPY_COMMON_RUNTIME_CTX_MODULE_H

_HPy_BEGIN_DECLS

/** What `PyInit_*` returns: CPython's definition of the module. NULL tells of an exception. */
HPyAPI_IMPL PyObject *_HPyModuleDef_AsPyInit(HPyModuleDef *def, bool does_without_gil);

/** The result of a slot HPy_mod_create, unless that is a builtin module object, which HPy forbids; then NULL with an
    exception set. */
HPyAPI_IMPL PyObject *_HPyModule_check_created(PyObject *result);

_HPy_END_DECLS

#endif
