/* Handles and what resembles them: values that only the context understands. */
#include "hpy.h"
#ifndef HPY_HANDLES_H
#define HPY_HANDLES_H

_HPy_BEGIN_DECLS

/** The context: what an extension calls the interpreter through, and the handles of well-known objects. */
typedef struct _HPyContext_s HPyContext;

/** A handle of an object. Who gets one closes it once; handles of one object are not equal, HPy_Is tells. */
typedef struct _HPy_s { intptr_t _i; } HPy;
/** A reference that is part of an object's C struct. Zero is the null field. */
typedef struct { intptr_t _i; } HPyField;
/** A reference in a static variable; the module definition lists it. Zero is the null global. */
typedef struct { intptr_t _i; } HPyGlobal;
/** What HPy_LeavePythonExecution returns and HPy_ReenterPythonExecution takes. */
typedef struct { intptr_t _i; } HPyThreadState;

/* HPyListBuilder, HPyTupleBuilder: a list or tuple that is being filled in. HPyTracker: handles that are closed together. */
#include "hpy/autogen/resources.h"

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

/** No handle. Functions return it with an exception set; where it may be passed, their description says so. */
#define HPy_NULL _hconv(0)
/** Whether this is HPy_NULL. Also for trackers. */
#define HPy_IsNull(h) ((h)._i == 0)
/** A field that refers to nothing. */
#define HPyField_NULL _hfconv(0)
/** Whether a field refers to nothing. */
#define HPyField_IsNull(f) ((f)._i == 0)

/** The handle that HPy_AsVoidP turned into a pointer. It owns what that handle owned. */
HPyAPI_FUNC HPy HPy_FromVoidP(void *p) { return _hconv((intptr_t)p); }
/** A handle as a pointer, for callbacks that carry one. It must not be dereferenced. */
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

/** What HPy_Compile_s is given. */
typedef enum {
    /** One expression, which the code evaluates to. */
    HPy_SourceKind_Expr = 0,
    /** Statements, as in a file. */
    HPy_SourceKind_File = 1,
    /** One statement, as at the interactive prompt, which prints what is not None. */
    HPy_SourceKind_Single = 2,
} HPy_SourceKind;

/** Parts of a capsule. */
typedef enum {
    HPyCapsule_key_Pointer = 0,
    HPyCapsule_key_Name = 1,
    HPyCapsule_key_Context = 2,
    HPyCapsule_key_Destructor = 3,
} _HPyCapsule_key;

_HPy_END_DECLS

#endif
