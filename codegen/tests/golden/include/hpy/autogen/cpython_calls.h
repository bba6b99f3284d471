/* Made by `cargo xtask generate` from api.toml. Do not edit. */

#define _HPyFunc_TRAMPOLINE_HPyFunc_VARARGS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *const *args, size_t nargs) { \
        return _h2py(((HPyFunc_varargs)IMPL)(&_HPyContext_cpython, _py2h(self), _arr_py2h(args), (size_t)PyVectorcall_NARGS(nargs))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_KEYWORDS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *const *args, size_t nargs, cpy_PyObject *kwnames) { \
        return _h2py(((HPyFunc_keywords)IMPL)(&_HPyContext_cpython, _py2h(self), _arr_py2h(args), (size_t)PyVectorcall_NARGS(nargs), _py2h(kwnames))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_NOARGS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        return _h2py(((HPyFunc_noargs)IMPL)(&_HPyContext_cpython, _py2h(self))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_O(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *arg) { \
        return _h2py(((HPyFunc_o)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(arg))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETBUFFERPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_Py_buffer *view, int flags) { \
        return ((HPyFunc_getbufferproc)IMPL)(&_HPyContext_cpython, _py2h(self), (HPy_buffer *)view, flags); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_RELEASEBUFFERPROC(SYM, IMPL) \
    static void SYM(cpy_PyObject *self, cpy_Py_buffer *view) { \
        _HPyPending pending_ = _HPyPending_take(); \
        ((HPyFunc_releasebufferproc)IMPL)(&_HPyContext_cpython, _py2h(self), (HPy_buffer *)view); \
        _HPyPending_restore(pending_, self); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_INQUIRY(SYM, IMPL) \
    static int SYM(cpy_PyObject *self) { \
        return ((HPyFunc_inquiry)IMPL)(&_HPyContext_cpython, _py2h(self)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_NEWFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *type, cpy_PyObject *args, cpy_PyObject *kw) { \
        return _h2py(((HPyFunc_newfunc)IMPL)(&_HPyContext_cpython, _py2h(type), _HPy_tuple_items(args), PyTuple_GET_SIZE(args), _py2h(kw))); \
    }
