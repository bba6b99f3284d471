/* Handles of the CPython ABI: the address of the object. A handle owns a reference. */
#include "hpy.h"
#ifndef HPY_CPYTHON_HANDLES_H
#define HPY_CPYTHON_HANDLES_H

_HPy_BEGIN_DECLS

/** Turns a handle into a pointer to its object. The reference keeps its owner. */
static inline PyObject *_h2py(HPy h) { return (PyObject *)h._i; }
/** Turns a pointer to an object into a handle. The reference keeps its owner. */
static inline HPy _py2h(PyObject *o) { return _hconv((intptr_t)o); }
/** The object that a field refers to. */
static inline PyObject *_hf2py(HPyField f) { return (PyObject *)f._i; }
/** The field that refers to an object. */
static inline HPyField _py2hf(PyObject *o) { return _hfconv((intptr_t)o); }
/** The object that a global refers to. */
static inline PyObject *_hg2py(HPyGlobal g) { return (PyObject *)g._i; }
/** The global that refers to an object. */
static inline HPyGlobal _py2hg(PyObject *o) { return _hgconv((intptr_t)o); }
/** The state of a thread that has left the interpreter. */
static inline PyThreadState *_h2threads(HPyThreadState h) { return (PyThreadState *)h._i; }
/** What HPy_LeavePythonExecution returns. */
static inline HPyThreadState _threads2h(PyThreadState *s) { return _htsconv((intptr_t)s); }
/** The handles of an array of objects. */
static inline const HPy *_arr_py2h(PyObject *const *array) { return (const HPy *)array; }
/** The handles of the items of a tuple. */
static inline const HPy *_HPy_tuple_items(PyObject *tuple) { return (const HPy *)((PyTupleObject *)tuple)->ob_item; }

_HPy_END_DECLS

/* Casts an object to the struct that a function of the C API takes. */
#ifdef __cplusplus
struct _HPy_AnyPointer {
    void *pointer;
    template <class T> operator T *() const { return static_cast<T *>(pointer); }
};
#  define _HPy_ANY(pointer) (_HPy_AnyPointer{(void *)(pointer)})
#else
#  define _HPy_ANY(pointer) ((void *)(pointer))
#endif
#define _HPy_OBJECT(h) _HPy_ANY((h)._i)
#define _HPy_OBJECTS(handles) _HPy_ANY(handles)

#endif
