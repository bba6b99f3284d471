/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _lst; } HPyListBuilder;

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _i; } HPyTracker;

/** Nanoseconds. */
typedef int64_t HPy_time_t;

typedef const char *HPy_name_t;

/** Where in an object the extension's C struct is. A type without one has the shape of its base. */
typedef enum {
    HPyType_BuiltinShape_Legacy = -1,
    /** Of an `object`. */
    HPyType_BuiltinShape_Object = 0,
    HPyType_BuiltinShape_Long = 2,
    HPyType_BuiltinShape_Tuple = 5,
    HPyType_BuiltinShape_List = 6,
    /** Of a `dict`. Since HPy 0.9.1. */
    HPyType_BuiltinShape_Dict = 7,
} HPyType_BuiltinShape;

typedef enum {
    HPy_ROUND = -1,
    HPy_FLAT = 2,
} HPy_Shape;

/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_List_AsStruct _HPy_AsStruct_List
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Tuple_AsStruct _HPy_AsStruct_Tuple
