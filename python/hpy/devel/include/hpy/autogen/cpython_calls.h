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

#define _HPyFunc_TRAMPOLINE_HPyFunc_UNARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        return _h2py(((HPyFunc_unaryfunc)IMPL)(&_HPyContext_cpython, _py2h(self))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_BINARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other) { \
        return _h2py(((HPyFunc_binaryfunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(other))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_TERNARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other, cpy_PyObject *third) { \
        return _h2py(((HPyFunc_ternaryfunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(other), _py2h(third))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_INQUIRY(SYM, IMPL) \
    static int SYM(cpy_PyObject *self) { \
        return ((HPyFunc_inquiry)IMPL)(&_HPyContext_cpython, _py2h(self)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_LENFUNC(SYM, IMPL) \
    static HPy_ssize_t SYM(cpy_PyObject *self) { \
        return ((HPyFunc_lenfunc)IMPL)(&_HPyContext_cpython, _py2h(self)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZEARGFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, HPy_ssize_t index) { \
        return _h2py(((HPyFunc_ssizeargfunc)IMPL)(&_HPyContext_cpython, _py2h(self), index)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZESSIZEARGFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, HPy_ssize_t start, HPy_ssize_t end) { \
        return _h2py(((HPyFunc_ssizessizeargfunc)IMPL)(&_HPyContext_cpython, _py2h(self), start, end)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZEOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, HPy_ssize_t index, cpy_PyObject *value) { \
        return ((HPyFunc_ssizeobjargproc)IMPL)(&_HPyContext_cpython, _py2h(self), index, _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZESSIZEOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, HPy_ssize_t start, HPy_ssize_t end, cpy_PyObject *value) { \
        return ((HPyFunc_ssizessizeobjargproc)IMPL)(&_HPyContext_cpython, _py2h(self), start, end, _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_OBJOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *key, cpy_PyObject *value) { \
        return ((HPyFunc_objobjargproc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(key), _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_FREEFUNC(SYM, IMPL) \
    static void SYM(void *data) { \
        _HPyPending pending_ = _HPyPending_take(); \
        ((HPyFunc_freefunc)IMPL)(&_HPyContext_cpython, data); \
        _HPyPending_restore(pending_, NULL); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETATTRFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, char *name) { \
        return _h2py(((HPyFunc_getattrfunc)IMPL)(&_HPyContext_cpython, _py2h(self), name)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETATTROFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *name) { \
        return _h2py(((HPyFunc_getattrofunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(name))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETATTRFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, char *name, cpy_PyObject *value) { \
        return ((HPyFunc_setattrfunc)IMPL)(&_HPyContext_cpython, _py2h(self), name, _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETATTROFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *name, cpy_PyObject *value) { \
        return ((HPyFunc_setattrofunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(name), _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_REPRFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        return _h2py(((HPyFunc_reprfunc)IMPL)(&_HPyContext_cpython, _py2h(self))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_HASHFUNC(SYM, IMPL) \
    static HPy_hash_t SYM(cpy_PyObject *self) { \
        return ((HPyFunc_hashfunc)IMPL)(&_HPyContext_cpython, _py2h(self)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_RICHCMPFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other, int op) { \
        return _h2py(((HPyFunc_richcmpfunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(other), (HPy_RichCmpOp)op)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETITERFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        return _h2py(((HPyFunc_getiterfunc)IMPL)(&_HPyContext_cpython, _py2h(self))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_ITERNEXTFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        return _h2py(((HPyFunc_iternextfunc)IMPL)(&_HPyContext_cpython, _py2h(self))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESCRGETFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *object, cpy_PyObject *type) { \
        return _h2py(((HPyFunc_descrgetfunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(object), _py2h(type))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESCRSETFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *object, cpy_PyObject *value) { \
        return ((HPyFunc_descrsetfunc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(object), _py2h(value)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_INITPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *args, cpy_PyObject *kw) { \
        return ((HPyFunc_initproc)IMPL)(&_HPyContext_cpython, _py2h(self), _HPy_tuple_items(args), PyTuple_GET_SIZE(args), _py2h(kw)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_NEWFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *type, cpy_PyObject *args, cpy_PyObject *kw) { \
        return _h2py(((HPyFunc_newfunc)IMPL)(&_HPyContext_cpython, _py2h(type), _HPy_tuple_items(args), PyTuple_GET_SIZE(args), _py2h(kw))); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETTER(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, void *closure) { \
        return _h2py(((HPyFunc_getter)IMPL)(&_HPyContext_cpython, _py2h(self), closure)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETTER(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *value, void *closure) { \
        return ((HPyFunc_setter)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(value), closure); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_OBJOBJPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *other) { \
        return ((HPyFunc_objobjproc)IMPL)(&_HPyContext_cpython, _py2h(self), _py2h(other)); \
    }

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESTRUCTOR(SYM, IMPL) \
    static void SYM(cpy_PyObject *self) { \
        _HPyPending pending_ = _HPyPending_take(); \
        ((HPyFunc_destructor)IMPL)(&_HPyContext_cpython, _py2h(self)); \
        _HPyPending_restore(pending_, self); \
    }
