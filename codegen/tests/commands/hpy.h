/* What a header of a context needs, without the rest of an HPy. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HPY_ABI_VERSION 0
#define HPY_ABI_VERSION_MINOR 0

typedef struct { intptr_t _i; } HPy, HPyField, HPyGlobal, HPyListBuilder, HPyTracker, HPyThreadState;
typedef struct { intptr_t _i; } HPySetBuilder;
typedef intptr_t HPy_ssize_t;
typedef struct _HPyContext_s HPyContext;
typedef struct HPyType_Spec HPyType_Spec;
typedef struct HPyType_SpecParam HPyType_SpecParam;
typedef void (*HPyCFunction)(void);

typedef enum {
    HPyFunc_VARARGS = 1,
    HPyFunc_KEYWORDS = 2,
    HPyFunc_NOARGS = 3,
    HPyFunc_O = 4,
    HPyFunc_DESTROYFUNC,
    HPyFunc_GETBUFFERPROC,
    HPyFunc_RELEASEBUFFERPROC,
    HPyFunc_INQUIRY = 11,
    HPyFunc_NEWFUNC = 31,
    HPyFunc_VECTORCALLFUNC = 38,
} HPyFunc_Signature;

typedef enum { HPy_bf_getbuffer = 1, HPy_nb_bool = 9 } HPySlot_Slot;
typedef enum {
    HPyType_BuiltinShape_Legacy = -1, HPyType_BuiltinShape_Object, HPyType_BuiltinShape_Long = 2,
    HPyType_BuiltinShape_Tuple = 5, HPyType_BuiltinShape_List = 6
} HPyType_BuiltinShape;

typedef enum { HPy_ROUND = -1, HPy_FLAT = 2 } HPy_Shape;

typedef int64_t HPy_time_t;
typedef const char *HPy_name_t;

#define HPyAPI_FUNC static inline

#include "universal_ctx.h"
#include "universal_api.h"
