/* Handles and similar values that only the context understands. */
#include "hpy.h"
#ifndef HPY_HANDLES_H
#define HPY_HANDLES_H

_HPy_BEGIN_DECLS

/** The context: the functions of the interpreter, and handles of well-known objects. */
typedef struct _HPyContext_s HPyContext;

/** A handle of an object. Its owner closes it once. Two handles of one object may differ: compare with HPy_Is. */
typedef struct _HPy_s { intptr_t _i; } HPy;
/** A reference inside an object's C struct. All zeros is the null field. */
typedef struct { intptr_t _i; } HPyField;
/** A reference in a static variable. The module definition must list it. All zeros is the null global. */
typedef struct { intptr_t _i; } HPyGlobal;
/** What HPy_LeavePythonExecution returns and HPy_ReenterPythonExecution takes. */
typedef struct { intptr_t _i; } HPyThreadState;

#ifdef __cplusplus
#  define _hconv(h) (HPy{h})
#  define _hfconv(h) (HPyField{h})
#  define _hgconv(h) (HPyGlobal{h})
#  define _htsconv(h) (HPyThreadState{h})
#else
#  define _hconv(h) ((HPy){h})
#  define _hfconv(h) ((HPyField){h})
#  define _hgconv(h) ((HPyGlobal){h})
#  define _htsconv(h) ((HPyThreadState){h})
#endif

/** No handle. Functions return it with an exception set. Pass it only where a function's description allows it. */
#define HPy_NULL _hconv(0)
/** Whether this is HPy_NULL. Works for trackers, too. */
#define HPy_IsNull(h) ((h)._i == 0)
/** A field that refers to nothing. */
#define HPyField_NULL _hfconv(0)
/** Whether a field refers to nothing. */
#define HPyField_IsNull(f) ((f)._i == 0)

/** Turns the pointer from HPy_AsVoidP back into the handle, with the same owner. */
HPyAPI_FUNC HPy HPy_FromVoidP(void *p) { return _hconv((intptr_t)p); }
/** Turns a handle into a pointer, for callbacks that pass one on. Do not dereference it. */
HPyAPI_FUNC void *HPy_AsVoidP(HPy h) { return (void *)h._i; }

#ifdef HPY_ABI_CPYTHON
typedef Py_ssize_t HPy_ssize_t;
typedef Py_hash_t HPy_hash_t;
typedef Py_UCS4 HPy_UCS4;
#  define HPY_SSIZE_T_MAX PY_SSIZE_T_MAX
#  define HPY_SSIZE_T_MIN PY_SSIZE_T_MIN
#else
/** A number of items or an index. */
typedef intptr_t HPy_ssize_t;
/** What HPy_Hash returns. */
typedef intptr_t HPy_hash_t;
/** A code point. */
typedef uint32_t HPy_UCS4;
/** The largest HPy_ssize_t. */
#  define HPY_SSIZE_T_MAX INTPTR_MAX
/** The smallest HPy_ssize_t. */
#  define HPY_SSIZE_T_MIN (-HPY_SSIZE_T_MAX - 1)
#endif

/* Builders, trackers, enums. */
#include "hpy/autogen/types.h"

_HPy_END_DECLS

#endif
