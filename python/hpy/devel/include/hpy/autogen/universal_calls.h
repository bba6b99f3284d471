/* Made by `cargo xtask generate` from api.toml. Do not edit. */

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *const *args;
    size_t nargs;
    cpy_PyObject *result;
} _HPyFunc_args_VARARGS;

#define _HPyFunc_TRAMPOLINE_HPyFunc_VARARGS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *const *args, size_t nargs) { \
        _HPyFunc_args_VARARGS args_ = { self, args, nargs, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_VARARGS, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *const *args;
    size_t nargs;
    cpy_PyObject *kwnames;
    cpy_PyObject *result;
} _HPyFunc_args_KEYWORDS;

#define _HPyFunc_TRAMPOLINE_HPyFunc_KEYWORDS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *const *args, size_t nargs, cpy_PyObject *kwnames) { \
        _HPyFunc_args_KEYWORDS args_ = { self, args, nargs, kwnames, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_KEYWORDS, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *result;
} _HPyFunc_args_NOARGS;

#define _HPyFunc_TRAMPOLINE_HPyFunc_NOARGS(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        _HPyFunc_args_NOARGS args_ = { self, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_NOARGS, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *arg;
    cpy_PyObject *result;
} _HPyFunc_args_O;

#define _HPyFunc_TRAMPOLINE_HPyFunc_O(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *arg) { \
        _HPyFunc_args_O args_ = { self, arg, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_O, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_Py_buffer *view;
    int flags;
    int result;
} _HPyFunc_args_GETBUFFERPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETBUFFERPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_Py_buffer *view, int flags) { \
        _HPyFunc_args_GETBUFFERPROC args_ = { self, view, flags, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_GETBUFFERPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_Py_buffer *view;
} _HPyFunc_args_RELEASEBUFFERPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_RELEASEBUFFERPROC(SYM, IMPL) \
    static void SYM(cpy_PyObject *self, cpy_Py_buffer *view) { \
        _HPyFunc_args_RELEASEBUFFERPROC args_ = { self, view }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_RELEASEBUFFERPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *result;
} _HPyFunc_args_UNARYFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_UNARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        _HPyFunc_args_UNARYFUNC args_ = { self, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_UNARYFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *other;
    cpy_PyObject *result;
} _HPyFunc_args_BINARYFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_BINARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other) { \
        _HPyFunc_args_BINARYFUNC args_ = { self, other, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_BINARYFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *other;
    cpy_PyObject *third;
    cpy_PyObject *result;
} _HPyFunc_args_TERNARYFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_TERNARYFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other, cpy_PyObject *third) { \
        _HPyFunc_args_TERNARYFUNC args_ = { self, other, third, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_TERNARYFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    int result;
} _HPyFunc_args_INQUIRY;

#define _HPyFunc_TRAMPOLINE_HPyFunc_INQUIRY(SYM, IMPL) \
    static int SYM(cpy_PyObject *self) { \
        _HPyFunc_args_INQUIRY args_ = { self, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_INQUIRY, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_ssize_t result;
} _HPyFunc_args_LENFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_LENFUNC(SYM, IMPL) \
    static HPy_ssize_t SYM(cpy_PyObject *self) { \
        _HPyFunc_args_LENFUNC args_ = { self, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_LENFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_ssize_t index;
    cpy_PyObject *result;
} _HPyFunc_args_SSIZEARGFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZEARGFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, HPy_ssize_t index) { \
        _HPyFunc_args_SSIZEARGFUNC args_ = { self, index, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SSIZEARGFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_ssize_t start;
    HPy_ssize_t end;
    cpy_PyObject *result;
} _HPyFunc_args_SSIZESSIZEARGFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZESSIZEARGFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, HPy_ssize_t start, HPy_ssize_t end) { \
        _HPyFunc_args_SSIZESSIZEARGFUNC args_ = { self, start, end, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SSIZESSIZEARGFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_ssize_t index;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_SSIZEOBJARGPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZEOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, HPy_ssize_t index, cpy_PyObject *value) { \
        _HPyFunc_args_SSIZEOBJARGPROC args_ = { self, index, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SSIZEOBJARGPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_ssize_t start;
    HPy_ssize_t end;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_SSIZESSIZEOBJARGPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SSIZESSIZEOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, HPy_ssize_t start, HPy_ssize_t end, cpy_PyObject *value) { \
        _HPyFunc_args_SSIZESSIZEOBJARGPROC args_ = { self, start, end, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SSIZESSIZEOBJARGPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *key;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_OBJOBJARGPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_OBJOBJARGPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *key, cpy_PyObject *value) { \
        _HPyFunc_args_OBJOBJARGPROC args_ = { self, key, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_OBJOBJARGPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    void *data;
} _HPyFunc_args_FREEFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_FREEFUNC(SYM, IMPL) \
    static void SYM(void *data) { \
        _HPyFunc_args_FREEFUNC args_ = { data }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_FREEFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
    }

typedef struct {
    cpy_PyObject *self;
    char *name;
    cpy_PyObject *result;
} _HPyFunc_args_GETATTRFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETATTRFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, char *name) { \
        _HPyFunc_args_GETATTRFUNC args_ = { self, name, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_GETATTRFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *name;
    cpy_PyObject *result;
} _HPyFunc_args_GETATTROFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETATTROFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *name) { \
        _HPyFunc_args_GETATTROFUNC args_ = { self, name, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_GETATTROFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    char *name;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_SETATTRFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETATTRFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, char *name, cpy_PyObject *value) { \
        _HPyFunc_args_SETATTRFUNC args_ = { self, name, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SETATTRFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *name;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_SETATTROFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETATTROFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *name, cpy_PyObject *value) { \
        _HPyFunc_args_SETATTROFUNC args_ = { self, name, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SETATTROFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *result;
} _HPyFunc_args_REPRFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_REPRFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        _HPyFunc_args_REPRFUNC args_ = { self, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_REPRFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    HPy_hash_t result;
} _HPyFunc_args_HASHFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_HASHFUNC(SYM, IMPL) \
    static HPy_hash_t SYM(cpy_PyObject *self) { \
        _HPyFunc_args_HASHFUNC args_ = { self, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_HASHFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *other;
    HPy_RichCmpOp op;
    cpy_PyObject *result;
} _HPyFunc_args_RICHCMPFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_RICHCMPFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *other, int op) { \
        _HPyFunc_args_RICHCMPFUNC args_ = { self, other, (HPy_RichCmpOp)op, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_RICHCMPFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *result;
} _HPyFunc_args_GETITERFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETITERFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        _HPyFunc_args_GETITERFUNC args_ = { self, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_GETITERFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *result;
} _HPyFunc_args_ITERNEXTFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_ITERNEXTFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self) { \
        _HPyFunc_args_ITERNEXTFUNC args_ = { self, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_ITERNEXTFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *object;
    cpy_PyObject *type;
    cpy_PyObject *result;
} _HPyFunc_args_DESCRGETFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESCRGETFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, cpy_PyObject *object, cpy_PyObject *type) { \
        _HPyFunc_args_DESCRGETFUNC args_ = { self, object, type, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_DESCRGETFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *object;
    cpy_PyObject *value;
    int result;
} _HPyFunc_args_DESCRSETFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESCRSETFUNC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *object, cpy_PyObject *value) { \
        _HPyFunc_args_DESCRSETFUNC args_ = { self, object, value, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_DESCRSETFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *args;
    cpy_PyObject *kw;
    int result;
} _HPyFunc_args_INITPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_INITPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *args, cpy_PyObject *kw) { \
        _HPyFunc_args_INITPROC args_ = { self, args, kw, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_INITPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *type;
    cpy_PyObject *args;
    cpy_PyObject *kw;
    cpy_PyObject *result;
} _HPyFunc_args_NEWFUNC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_NEWFUNC(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *type, cpy_PyObject *args, cpy_PyObject *kw) { \
        _HPyFunc_args_NEWFUNC args_ = { type, args, kw, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_NEWFUNC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    void *closure;
    cpy_PyObject *result;
} _HPyFunc_args_GETTER;

#define _HPyFunc_TRAMPOLINE_HPyFunc_GETTER(SYM, IMPL) \
    static cpy_PyObject *SYM(cpy_PyObject *self, void *closure) { \
        _HPyFunc_args_GETTER args_ = { self, closure, NULL }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_GETTER, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *value;
    void *closure;
    int result;
} _HPyFunc_args_SETTER;

#define _HPyFunc_TRAMPOLINE_HPyFunc_SETTER(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *value, void *closure) { \
        _HPyFunc_args_SETTER args_ = { self, value, closure, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_SETTER, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
    cpy_PyObject *other;
    int result;
} _HPyFunc_args_OBJOBJPROC;

#define _HPyFunc_TRAMPOLINE_HPyFunc_OBJOBJPROC(SYM, IMPL) \
    static int SYM(cpy_PyObject *self, cpy_PyObject *other) { \
        _HPyFunc_args_OBJOBJPROC args_ = { self, other, 0 }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_OBJOBJPROC, \
            _HPy_CFUNCTION(IMPL), &args_); \
        return args_.result; \
    }

typedef struct {
    cpy_PyObject *self;
} _HPyFunc_args_DESTRUCTOR;

#define _HPyFunc_TRAMPOLINE_HPyFunc_DESTRUCTOR(SYM, IMPL) \
    static void SYM(cpy_PyObject *self) { \
        _HPyFunc_args_DESTRUCTOR args_ = { self }; \
        _HPy_CallRealFunctionFromTrampoline(_ctx_for_trampolines, HPyFunc_DESTRUCTOR, \
            _HPy_CFUNCTION(IMPL), &args_); \
    }
