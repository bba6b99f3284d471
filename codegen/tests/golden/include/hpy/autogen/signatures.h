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
    /** `int (HPyContext *ctx, HPy self)` */
    HPyFunc_INQUIRY = 11,
    /** `HPy (HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)` */
    HPyFunc_NEWFUNC = 31,
    /** Reserved. */
    HPyFunc_VECTORCALLFUNC = 38,
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

/** A function of signature `HPyFunc_INQUIRY`. */
typedef int (*HPyFunc_inquiry)(HPyContext *ctx, HPy self);
#define _HPyFunc_IS_HPyFunc_INQUIRY ~, ~
#define _HPyFunc_DECLARE_HPyFunc_INQUIRY(SYM) static int SYM(HPyContext *ctx, HPy self)

/** A function of signature `HPyFunc_NEWFUNC`. */
typedef HPy (*HPyFunc_newfunc)(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw);
#define _HPyFunc_IS_HPyFunc_NEWFUNC ~, ~
#define _HPyFunc_DECLARE_HPyFunc_NEWFUNC(SYM) static HPy SYM(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
