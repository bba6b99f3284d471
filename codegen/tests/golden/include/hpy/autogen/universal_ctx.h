/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** What an extension calls the interpreter through. Members are added at the end only. */
struct _HPyContext_s {
    /** Which context this is; for debugging. */
    const char *name;
    /** The implementation's own. */
    void *_private;
    /** Its `HPY_ABI_VERSION`. */
    int abi_version;
    HPy h_None;
    HPy h_TypeError;
    HPy h_TypeType;
    HPy h_UnicodeType;
    HPy h_TupleType;
    HPy h_Builtins;
    HPy (*ctx_Dup)(HPyContext *ctx, HPy h);
    void (*ctx_Close)(HPyContext *ctx, HPy h);
    HPy (*ctx_Call)(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames);
    void (*ctx_Err_SetString)(HPyContext *ctx, HPy h_type, const char *utf8_message);
    void (*ctx_FatalError)(HPyContext *ctx, const char *message);
    HPy (*ctx_Type_FromSpec)(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params);
    const char *(*ctx_Type_GetName)(HPyContext *ctx, HPy type);
    void *(*ctx_AsStruct_List)(HPyContext *ctx, HPy h);
    HPy_ssize_t (*ctx_Bytes_Size)(HPyContext *ctx, HPy h);
    const char *(*ctx_Bytes_AsString)(HPyContext *ctx, HPy h);
    const char *(*ctx_Unicode_AsUTF8AndSize)(HPyContext *ctx, HPy h, HPy_ssize_t *size);
    HPy (*ctx_Unicode_Substring)(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end);
    HPy (*ctx_Tuple_FromArray)(HPyContext *ctx, const HPy *items, HPy_ssize_t n);
    HPyListBuilder (*ctx_ListBuilder_New)(HPyContext *ctx, HPy_ssize_t size);
    void (*ctx_ListBuilder_Set)(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item);
    HPy (*ctx_ListBuilder_Build)(HPyContext *ctx, HPyListBuilder builder);
    HPyTracker (*ctx_Tracker_New)(HPyContext *ctx, HPy_ssize_t size);
    int (*ctx_Tracker_Add)(HPyContext *ctx, HPyTracker ht, HPy h);
    void (*ctx_Tracker_ForgetAll)(HPyContext *ctx, HPyTracker ht);
    void (*ctx_Tracker_Close)(HPyContext *ctx, HPyTracker ht);
    void (*ctx_Field_Store)(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h);
    HPy (*ctx_Global_Load)(HPyContext *ctx, HPyGlobal global);
    int32_t (*ctx_ContextVar_Get)(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result);
    HPyThreadState (*ctx_LeavePythonExecution)(HPyContext *ctx);
    void (*ctx_ReenterPythonExecution)(HPyContext *ctx, HPyThreadState state);
    void (*ctx_CallRealFunctionFromTrampoline)(HPyContext *ctx, HPyFunc_Signature sig, HPyCFunction func, void *args);
    int (*ctx_Type_HasShape)(HPyContext *ctx, HPy type, int shape);
    HPy (*ctx_Vectorcall)(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames);
    HPy_Shape (*ctx_Iter_Send)(HPyContext *ctx, HPy iter, HPy arg, HPy *call);
    int (*ctx_List_SetItem)(HPyContext *ctx, HPy list, HPy_ssize_t index, HPy item);
    const wchar_t *(*ctx_Bytes_Data)(HPyContext *ctx, HPy h, size_t *size);
    bool (*ctx_Unicode_Check)(HPyContext *ctx, HPy h);
    int (*ctx_Type_SetShape)(HPyContext *ctx, HPy type, HPy_Shape shape, HPy_name_t name);
    HPy (*ctx_Later)(HPyContext *ctx, HPy obj);
    /** Since HPy 0.9.1: define HPY_MINIMAL_VERSION as HPY_VERSION_0_9_1 to use it. */
    HPy h_Later;
    int (*ctx_Iter_Check)(HPyContext *ctx, HPy obj);
    HPy (*ctx_Iter_Next)(HPyContext *ctx, HPy obj);
    void *(*ctx_AsStruct_Tuple)(HPyContext *ctx, HPy h);
    HPy h_LongType;
};
