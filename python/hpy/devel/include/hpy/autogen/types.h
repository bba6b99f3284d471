/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _lst; } HPyListBuilder;

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _tup; } HPyTupleBuilder;

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _i; } HPyTracker;

/** Where in an object the extension's C struct is. A type without one has the shape of its base. */
typedef enum {
    /** It begins with `PyObject_HEAD`. `legacy_slots` need it; not in the universal ABI. */
    HPyType_BuiltinShape_Legacy = -1,
    /** An `object`; the default. */
    HPyType_BuiltinShape_Object = 0,
    /** A `type`: for metaclasses, whose base is `ctx->h_TypeType`. */
    HPyType_BuiltinShape_Type = 1,
    /** An `int`; the base is `ctx->h_LongType` or derived from it. */
    HPyType_BuiltinShape_Long = 2,
    /** A `float`; the base is `ctx->h_FloatType` or derived from it. */
    HPyType_BuiltinShape_Float = 3,
    /** A `str`; the base is `ctx->h_UnicodeType` or derived from it. */
    HPyType_BuiltinShape_Unicode = 4,
    /** A `tuple`; the base is `ctx->h_TupleType` or derived from it. */
    HPyType_BuiltinShape_Tuple = 5,
    /** A `list`; the base is `ctx->h_ListType` or derived from it. */
    HPyType_BuiltinShape_List = 6,
    /** A `dict`; the base is `ctx->h_DictType` or derived from it. Since HPy 0.9.1. */
    HPyType_BuiltinShape_Dict = 7,
} HPyType_BuiltinShape;

/** What a parameter of HPyType_FromSpec says. */
typedef enum {
    /** A base; there may be several. */
    HPyType_SpecParam_Base = 1,
    /** All bases as a tuple, instead of HPyType_SpecParam_Base. */
    HPyType_SpecParam_BasesTuple = 2,
    /** The type of the type. */
    HPyType_SpecParam_Metaclass = 3,
} HPyType_SpecParam_Kind;

/** Which kind of definition it is. */
typedef enum {
    /** An HPySlot. */
    HPyDef_Kind_Slot = 1,
    /** An HPyMeth. */
    HPyDef_Kind_Meth = 2,
    /** An HPyMember. */
    HPyDef_Kind_Member = 3,
    /** An HPyGetSet. */
    HPyDef_Kind_GetSet = 4,
} HPyDef_Kind;

/** What a member is in C, and in Python. */
typedef enum {
    /** `short`, an int. */
    HPyMember_SHORT = 0,
    /** `int`, an int. */
    HPyMember_INT = 1,
    /** `long`, an int. */
    HPyMember_LONG = 2,
    /** `float`, a float. */
    HPyMember_FLOAT = 3,
    /** `double`, a float. */
    HPyMember_DOUBLE = 4,
    /** `const char *` in UTF-8, a str; it cannot be assigned to. */
    HPyMember_STRING = 5,
    /** `HPyField`, an object; the null field is None. */
    HPyMember_OBJECT = 6,
    /** `char`, a str of one character. */
    HPyMember_CHAR = 7,
    /** `signed char`, an int. */
    HPyMember_BYTE = 8,
    /** `unsigned char`, an int. */
    HPyMember_UBYTE = 9,
    /** `unsigned short`, an int. */
    HPyMember_USHORT = 10,
    /** `unsigned int`, an int. */
    HPyMember_UINT = 11,
    /** `unsigned long`, an int. */
    HPyMember_ULONG = 12,
    /** `char[]` in UTF-8 that ends with NUL, a str; it cannot be assigned to. */
    HPyMember_STRING_INPLACE = 13,
    /** `char`, a bool. */
    HPyMember_BOOL = 14,
    /** `HPyField`, an object; the null field is a missing attribute. */
    HPyMember_OBJECT_EX = 16,
    /** `long long`, an int. */
    HPyMember_LONGLONG = 17,
    /** `unsigned long long`, an int. */
    HPyMember_ULONGLONG = 18,
    /** `HPy_ssize_t`, an int. */
    HPyMember_HPYSSIZET = 19,
    /** Always None. */
    HPyMember_NONE = 20,
} HPyMember_FieldType;

/** Parts of a capsule. */
typedef enum {
    /** What HPyCapsule_GetPointer returns. */
    HPyCapsule_key_Pointer = 0,
    /** What HPyCapsule_GetName returns. */
    HPyCapsule_key_Name = 1,
    /** What HPyCapsule_GetContext returns. */
    HPyCapsule_key_Context = 2,
    /** What HPyCapsule_SetDestructor is given. */
    HPyCapsule_key_Destructor = 3,
} _HPyCapsule_key;

/** What HPy_Compile_s is given. */
typedef enum {
    /** One expression, which the code evaluates to. */
    HPy_SourceKind_Expr = 0,
    /** Statements, as in a file. */
    HPy_SourceKind_File = 1,
    /** One statement, as at the interactive prompt, which prints what is not None. */
    HPy_SourceKind_Single = 2,
} HPy_SourceKind;

/** The operator of a rich comparison. */
typedef enum {
    /** `<` */
    HPy_LT = 0,
    /** `<=` */
    HPy_LE = 1,
    /** `==` */
    HPy_EQ = 2,
    /** `!=` */
    HPy_NE = 3,
    /** `>` */
    HPy_GT = 4,
    /** `>=` */
    HPy_GE = 5,
} HPy_RichCmpOp;

/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Object_AsStruct _HPy_AsStruct_Object
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Legacy_AsStruct _HPy_AsStruct_Legacy
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Type_AsStruct _HPy_AsStruct_Type
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Long_AsStruct _HPy_AsStruct_Long
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Float_AsStruct _HPy_AsStruct_Float
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Unicode_AsStruct _HPy_AsStruct_Unicode
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Tuple_AsStruct _HPy_AsStruct_Tuple
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_List_AsStruct _HPy_AsStruct_List
/** Gives the struct, for HPyType_HELPERS. */
#define HPyType_BuiltinShape_Dict_AsStruct _HPy_AsStruct_Dict
