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
