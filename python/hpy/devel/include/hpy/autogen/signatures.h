/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** How an extension's function is called. */
typedef enum {
    /** `HPy (HPyContext *ctx, HPy self, const HPy *args, size_t nargs)` */
    HPyFunc_VARARGS = 1,
    /** `HPy (HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)` */
    HPyFunc_KEYWORDS = 2,
    /** `HPy (HPyContext *ctx, HPy self)` */
    HPyFunc_NOARGS = 3,
    /** `HPy (HPyContext *ctx, HPy self, HPy arg)` */
    HPyFunc_O = 4,
    /** `void (void *data)` */
    HPyFunc_DESTROYFUNC = 5,
    /** `int (HPyContext *ctx, HPy self, HPy_buffer *view, int flags)` */
    HPyFunc_GETBUFFERPROC = 6,
    /** `void (HPyContext *ctx, HPy self, HPy_buffer *view)` */
    HPyFunc_RELEASEBUFFERPROC = 7,
    /** `HPy (HPyContext *ctx, HPy self)` */
    HPyFunc_UNARYFUNC = 8,
    /** `HPy (HPyContext *ctx, HPy self, HPy other)` */
    HPyFunc_BINARYFUNC = 9,
    /** `HPy (HPyContext *ctx, HPy self, HPy other, HPy third)` */
    HPyFunc_TERNARYFUNC = 10,
    /** `int (HPyContext *ctx, HPy self)` */
    HPyFunc_INQUIRY = 11,
    /** `HPy_ssize_t (HPyContext *ctx, HPy self)` */
    HPyFunc_LENFUNC = 12,
    /** `HPy (HPyContext *ctx, HPy self, HPy_ssize_t index)` */
    HPyFunc_SSIZEARGFUNC = 13,
    /** `HPy (HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end)` */
    HPyFunc_SSIZESSIZEARGFUNC = 14,
    /** `int (HPyContext *ctx, HPy self, HPy_ssize_t index, HPy value)` */
    HPyFunc_SSIZEOBJARGPROC = 15,
    /** `int (HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end, HPy value)` */
    HPyFunc_SSIZESSIZEOBJARGPROC = 16,
    /** `int (HPyContext *ctx, HPy self, HPy key, HPy value)` */
    HPyFunc_OBJOBJARGPROC = 17,
    /** `void (HPyContext *ctx, void *data)` */
    HPyFunc_FREEFUNC = 18,
    /** `HPy (HPyContext *ctx, HPy self, char *name)` */
    HPyFunc_GETATTRFUNC = 19,
    /** `HPy (HPyContext *ctx, HPy self, HPy name)` */
    HPyFunc_GETATTROFUNC = 20,
    /** `int (HPyContext *ctx, HPy self, char *name, HPy value)` */
    HPyFunc_SETATTRFUNC = 21,
    /** `int (HPyContext *ctx, HPy self, HPy name, HPy value)` */
    HPyFunc_SETATTROFUNC = 22,
    /** `HPy (HPyContext *ctx, HPy self)` */
    HPyFunc_REPRFUNC = 23,
    /** `HPy_hash_t (HPyContext *ctx, HPy self)` */
    HPyFunc_HASHFUNC = 24,
    /** `HPy (HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op)` */
    HPyFunc_RICHCMPFUNC = 25,
    /** `HPy (HPyContext *ctx, HPy self)` */
    HPyFunc_GETITERFUNC = 26,
    /** `HPy (HPyContext *ctx, HPy self)` */
    HPyFunc_ITERNEXTFUNC = 27,
    /** `HPy (HPyContext *ctx, HPy self, HPy object, HPy type)` */
    HPyFunc_DESCRGETFUNC = 28,
    /** `int (HPyContext *ctx, HPy self, HPy object, HPy value)` */
    HPyFunc_DESCRSETFUNC = 29,
    /** `int (HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)` */
    HPyFunc_INITPROC = 30,
    /** `HPy (HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)` */
    HPyFunc_NEWFUNC = 31,
    /** `HPy (HPyContext *ctx, HPy self, void *closure)` */
    HPyFunc_GETTER = 32,
    /** `int (HPyContext *ctx, HPy self, HPy value, void *closure)` */
    HPyFunc_SETTER = 33,
    /** `int (HPyContext *ctx, HPy self, HPy other)` */
    HPyFunc_OBJOBJPROC = 34,
    /** `int (void *object, HPyFunc_visitproc visit, void *arg)` */
    HPyFunc_TRAVERSEPROC = 35,
    /** `void (HPyContext *ctx, HPy self)` */
    HPyFunc_DESTRUCTOR = 36,
    /** `void (const char *name, void *pointer, void *context)` */
    HPyFunc_CAPSULE_DESTRUCTOR = 37,
    /** Reserved. */
    HPyFunc_VECTORCALLFUNC = 38,
    /** `HPy (HPyContext *ctx, HPy spec)` */
    HPyFunc_MOD_CREATE = 39,
} HPyFunc_Signature;

/** A function of signature `HPyFunc_VARARGS`. */
typedef HPy (*HPyFunc_varargs)(HPyContext *ctx, HPy self, const HPy *args, size_t nargs);
#define _HPyFunc_IS_HPyFunc_VARARGS ~, ~
#define _HPyFunc_DECLARE_HPyFunc_VARARGS(SYM) static HPy SYM(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)

/** A function of signature `HPyFunc_KEYWORDS`. */
typedef HPy (*HPyFunc_keywords)(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames);
#define _HPyFunc_IS_HPyFunc_KEYWORDS ~, ~
#define _HPyFunc_DECLARE_HPyFunc_KEYWORDS(SYM) static HPy SYM(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)

/** A function of signature `HPyFunc_NOARGS`. */
typedef HPy (*HPyFunc_noargs)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_NOARGS ~, ~
#define _HPyFunc_DECLARE_HPyFunc_NOARGS(SYM) static HPy SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_O`. */
typedef HPy (*HPyFunc_o)(HPyContext *ctx, HPy self, HPy arg);
#define _HPyFunc_IS_HPyFunc_O ~, ~
#define _HPyFunc_DECLARE_HPyFunc_O(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy arg)

/** A function of signature `HPyFunc_DESTROYFUNC`. */
typedef void (*HPyFunc_destroyfunc)(void *data);
#define _HPyFunc_IS_HPyFunc_DESTROYFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_DESTROYFUNC(SYM) static void SYM(void *data)

/** A function of signature `HPyFunc_GETBUFFERPROC`. */
typedef int (*HPyFunc_getbufferproc)(HPyContext *ctx, HPy self, HPy_buffer *view, int flags);
#define _HPyFunc_IS_HPyFunc_GETBUFFERPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_GETBUFFERPROC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy_buffer *view, int flags)

/** A function of signature `HPyFunc_RELEASEBUFFERPROC`. */
typedef void (*HPyFunc_releasebufferproc)(HPyContext *ctx, HPy self, HPy_buffer *view);
#define _HPyFunc_IS_HPyFunc_RELEASEBUFFERPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_RELEASEBUFFERPROC(SYM) static void SYM(HPyContext *ctx, HPy self, HPy_buffer *view)

/** A function of signature `HPyFunc_UNARYFUNC`. */
typedef HPy (*HPyFunc_unaryfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_UNARYFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_UNARYFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_BINARYFUNC`. */
typedef HPy (*HPyFunc_binaryfunc)(HPyContext *ctx, HPy self, HPy other);
#define _HPyFunc_IS_HPyFunc_BINARYFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_BINARYFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy other)

/** A function of signature `HPyFunc_TERNARYFUNC`. */
typedef HPy (*HPyFunc_ternaryfunc)(HPyContext *ctx, HPy self, HPy other, HPy third);
#define _HPyFunc_IS_HPyFunc_TERNARYFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_TERNARYFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy other, HPy third)

/** A function of signature `HPyFunc_INQUIRY`. */
typedef int (*HPyFunc_inquiry)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_INQUIRY ~, ~
#define _HPyFunc_DECLARE_HPyFunc_INQUIRY(SYM) static int SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_LENFUNC`. */
typedef HPy_ssize_t (*HPyFunc_lenfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_LENFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_LENFUNC(SYM) static HPy_ssize_t SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_SSIZEARGFUNC`. */
typedef HPy (*HPyFunc_ssizeargfunc)(HPyContext *ctx, HPy self, HPy_ssize_t index);
#define _HPyFunc_IS_HPyFunc_SSIZEARGFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SSIZEARGFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy_ssize_t index)

/** A function of signature `HPyFunc_SSIZESSIZEARGFUNC`. */
typedef HPy (*HPyFunc_ssizessizeargfunc)(HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end);
#define _HPyFunc_IS_HPyFunc_SSIZESSIZEARGFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SSIZESSIZEARGFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end)

/** A function of signature `HPyFunc_SSIZEOBJARGPROC`. */
typedef int (*HPyFunc_ssizeobjargproc)(HPyContext *ctx, HPy self, HPy_ssize_t index, HPy value);
#define _HPyFunc_IS_HPyFunc_SSIZEOBJARGPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SSIZEOBJARGPROC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy_ssize_t index, HPy value)

/** A function of signature `HPyFunc_SSIZESSIZEOBJARGPROC`. */
typedef int (*HPyFunc_ssizessizeobjargproc)(HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end, HPy value);
#define _HPyFunc_IS_HPyFunc_SSIZESSIZEOBJARGPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SSIZESSIZEOBJARGPROC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy_ssize_t start, HPy_ssize_t end, HPy value)

/** A function of signature `HPyFunc_OBJOBJARGPROC`. */
typedef int (*HPyFunc_objobjargproc)(HPyContext *ctx, HPy self, HPy key, HPy value);
#define _HPyFunc_IS_HPyFunc_OBJOBJARGPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_OBJOBJARGPROC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy key, HPy value)

/** A function of signature `HPyFunc_FREEFUNC`. */
typedef void (*HPyFunc_freefunc)(HPyContext *ctx, void *data);
#define _HPyFunc_IS_HPyFunc_FREEFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_FREEFUNC(SYM) static void SYM(HPyContext *ctx, void *data)

/** A function of signature `HPyFunc_GETATTRFUNC`. */
typedef HPy (*HPyFunc_getattrfunc)(HPyContext *ctx, HPy self, char *name);
#define _HPyFunc_IS_HPyFunc_GETATTRFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_GETATTRFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, char *name)

/** A function of signature `HPyFunc_GETATTROFUNC`. */
typedef HPy (*HPyFunc_getattrofunc)(HPyContext *ctx, HPy self, HPy name);
#define _HPyFunc_IS_HPyFunc_GETATTROFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_GETATTROFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy name)

/** A function of signature `HPyFunc_SETATTRFUNC`. */
typedef int (*HPyFunc_setattrfunc)(HPyContext *ctx, HPy self, char *name, HPy value);
#define _HPyFunc_IS_HPyFunc_SETATTRFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SETATTRFUNC(SYM) static int SYM(HPyContext *ctx, HPy self, char *name, HPy value)

/** A function of signature `HPyFunc_SETATTROFUNC`. */
typedef int (*HPyFunc_setattrofunc)(HPyContext *ctx, HPy self, HPy name, HPy value);
#define _HPyFunc_IS_HPyFunc_SETATTROFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SETATTROFUNC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy name, HPy value)

/** A function of signature `HPyFunc_REPRFUNC`. */
typedef HPy (*HPyFunc_reprfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_REPRFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_REPRFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_HASHFUNC`. */
typedef HPy_hash_t (*HPyFunc_hashfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_HASHFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_HASHFUNC(SYM) static HPy_hash_t SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_RICHCMPFUNC`. */
typedef HPy (*HPyFunc_richcmpfunc)(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op);
#define _HPyFunc_IS_HPyFunc_RICHCMPFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_RICHCMPFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op)

/** A function of signature `HPyFunc_GETITERFUNC`. */
typedef HPy (*HPyFunc_getiterfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_GETITERFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_GETITERFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_ITERNEXTFUNC`. */
typedef HPy (*HPyFunc_iternextfunc)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_ITERNEXTFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_ITERNEXTFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_DESCRGETFUNC`. */
typedef HPy (*HPyFunc_descrgetfunc)(HPyContext *ctx, HPy self, HPy object, HPy type);
#define _HPyFunc_IS_HPyFunc_DESCRGETFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_DESCRGETFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy self, HPy object, HPy type)

/** A function of signature `HPyFunc_DESCRSETFUNC`. */
typedef int (*HPyFunc_descrsetfunc)(HPyContext *ctx, HPy self, HPy object, HPy value);
#define _HPyFunc_IS_HPyFunc_DESCRSETFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_DESCRSETFUNC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy object, HPy value)

/** A function of signature `HPyFunc_INITPROC`. */
typedef int (*HPyFunc_initproc)(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw);
#define _HPyFunc_IS_HPyFunc_INITPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_INITPROC(SYM) static int SYM(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)

/** A function of signature `HPyFunc_NEWFUNC`. */
typedef HPy (*HPyFunc_newfunc)(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw);
#define _HPyFunc_IS_HPyFunc_NEWFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_NEWFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)

/** A function of signature `HPyFunc_GETTER`. */
typedef HPy (*HPyFunc_getter)(HPyContext *ctx, HPy self, void *closure);
#define _HPyFunc_IS_HPyFunc_GETTER ~, ~
#define _HPyFunc_DECLARE_HPyFunc_GETTER(SYM) static HPy SYM(HPyContext *ctx, HPy self, void *closure)

/** A function of signature `HPyFunc_SETTER`. */
typedef int (*HPyFunc_setter)(HPyContext *ctx, HPy self, HPy value, void *closure);
#define _HPyFunc_IS_HPyFunc_SETTER ~, ~
#define _HPyFunc_DECLARE_HPyFunc_SETTER(SYM) static int SYM(HPyContext *ctx, HPy self, HPy value, void *closure)

/** A function of signature `HPyFunc_OBJOBJPROC`. */
typedef int (*HPyFunc_objobjproc)(HPyContext *ctx, HPy self, HPy other);
#define _HPyFunc_IS_HPyFunc_OBJOBJPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_OBJOBJPROC(SYM) static int SYM(HPyContext *ctx, HPy self, HPy other)

/** A function of signature `HPyFunc_TRAVERSEPROC`. */
typedef int (*HPyFunc_traverseproc)(void *object, HPyFunc_visitproc visit, void *arg);
#define _HPyFunc_IS_HPyFunc_TRAVERSEPROC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_TRAVERSEPROC(SYM) static int SYM(void *object, HPyFunc_visitproc visit, void *arg)

/** A function of signature `HPyFunc_DESTRUCTOR`. */
typedef void (*HPyFunc_destructor)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_DESTRUCTOR ~, ~
#define _HPyFunc_DECLARE_HPyFunc_DESTRUCTOR(SYM) static void SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_CAPSULE_DESTRUCTOR`. */
typedef void (*HPyFunc_capsule_destructor)(const char *name, void *pointer, void *context);
#define _HPyFunc_IS_HPyFunc_CAPSULE_DESTRUCTOR ~, ~
#define _HPyFunc_DECLARE_HPyFunc_CAPSULE_DESTRUCTOR(SYM) static void SYM(const char *name, void *pointer, void *context)

/** A function of signature `HPyFunc_MOD_CREATE`. */
typedef HPy (*HPyFunc_mod_create)(HPyContext *ctx, HPy spec);
#define _HPyFunc_IS_HPyFunc_MOD_CREATE ~, ~
#define _HPyFunc_DECLARE_HPyFunc_MOD_CREATE(SYM) static HPy SYM(HPyContext *ctx, HPy spec)
