/* The types of CPython that appear in definitions. The universal ABI has no C API: there they are incomplete structs
   that nobody can define. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_CPY_TYPES_H
#define HPY_UNIVERSAL_CPY_TYPES_H

_HPy_BEGIN_DECLS

#ifdef HPY_ABI_UNIVERSAL
typedef struct FORBIDDEN_cpy_PyObject cpy_PyObject;
typedef struct FORBIDDEN_PyMethodDef cpy_PyMethodDef;
typedef struct FORBIDDEN_PyModuleDef cpy_PyModuleDef;
typedef struct FORBIDDEN_bufferinfo cpy_Py_buffer;

/* Declared first, so that the attribute is known before the definitions. */
HPyAPI_FUNC _HPY_LEGACY cpy_PyObject *HPy_AsPyObject(HPyContext *ctx, HPy h);
HPyAPI_FUNC _HPY_LEGACY HPy HPy_FromPyObject(HPyContext *ctx, cpy_PyObject *obj);
#else
typedef PyObject cpy_PyObject;
typedef PyMethodDef cpy_PyMethodDef;
typedef PyModuleDef cpy_PyModuleDef;
typedef Py_buffer cpy_Py_buffer;
#endif

/** A method as CPython calls it. The real type depends on the method's flags. */
typedef cpy_PyObject *(*cpy_PyCFunction)(cpy_PyObject *, cpy_PyObject *const *, HPy_ssize_t);
/** CPython's `visitproc`. */
typedef int (*cpy_visitproc)(cpy_PyObject *, void *);
/** CPython's `getter`. */
typedef cpy_PyObject *(*cpy_getter)(cpy_PyObject *, void *);
/** CPython's `setter`. */
typedef int (*cpy_setter)(cpy_PyObject *, cpy_PyObject *, void *);
/** CPython's `PyCapsule_Destructor`. */
typedef void (*cpy_PyCapsule_Destructor)(cpy_PyObject *);
/** CPython's `vectorcallfunc`. */
typedef cpy_PyObject *(*cpy_vectorcallfunc)(cpy_PyObject *callable, cpy_PyObject *const *args, size_t nargsf,
                                            cpy_PyObject *kwnames);

_HPy_END_DECLS

#endif
