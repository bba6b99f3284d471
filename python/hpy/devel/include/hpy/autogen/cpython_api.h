/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** By hand. */
HPyAPI_FUNC HPy HPy_Dup(HPyContext *ctx, HPy h);

/** By hand. */
HPyAPI_FUNC void HPy_Close(HPyContext *ctx, HPy h);

/** `PyLong_FromLong`. */
HPyAPI_FUNC HPy HPyLong_FromInt32_t(HPyContext *ctx, int32_t value) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromLong(value));
}

/** `PyLong_FromUnsignedLong`. */
HPyAPI_FUNC HPy HPyLong_FromUInt32_t(HPyContext *ctx, uint32_t value) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromUnsignedLong(value));
}

/** `PyLong_FromLongLong`. */
HPyAPI_FUNC HPy HPyLong_FromInt64_t(HPyContext *ctx, int64_t v) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromLongLong(v));
}

/** `PyLong_FromUnsignedLongLong`. */
HPyAPI_FUNC HPy HPyLong_FromUInt64_t(HPyContext *ctx, uint64_t v) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromUnsignedLongLong(v));
}

/** `PyLong_FromSize_t`. */
HPyAPI_FUNC HPy HPyLong_FromSize_t(HPyContext *ctx, size_t value) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromSize_t(value));
}

/** `PyLong_FromSsize_t`. */
HPyAPI_FUNC HPy HPyLong_FromSsize_t(HPyContext *ctx, HPy_ssize_t value) {
    (void)ctx;
    return _py2h((PyObject *)PyLong_FromSsize_t(value));
}

/** By hand. */
HPyAPI_FUNC int32_t HPyLong_AsInt32_t(HPyContext *ctx, HPy h);

/** By hand. */
HPyAPI_FUNC uint32_t HPyLong_AsUInt32_t(HPyContext *ctx, HPy h);

/** `PyLong_AsUnsignedLongMask`. */
HPyAPI_FUNC uint32_t HPyLong_AsUInt32_tMask(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (uint32_t)PyLong_AsUnsignedLongMask(_HPy_OBJECT(h));
}

/** `PyLong_AsLongLong`. */
HPyAPI_FUNC int64_t HPyLong_AsInt64_t(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int64_t)PyLong_AsLongLong(_HPy_OBJECT(h));
}

/** `PyLong_AsUnsignedLongLong`. */
HPyAPI_FUNC uint64_t HPyLong_AsUInt64_t(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (uint64_t)PyLong_AsUnsignedLongLong(_HPy_OBJECT(h));
}

/** `PyLong_AsUnsignedLongLongMask`. */
HPyAPI_FUNC uint64_t HPyLong_AsUInt64_tMask(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (uint64_t)PyLong_AsUnsignedLongLongMask(_HPy_OBJECT(h));
}

/** `PyLong_AsSize_t`. */
HPyAPI_FUNC size_t HPyLong_AsSize_t(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (size_t)PyLong_AsSize_t(_HPy_OBJECT(h));
}

/** `PyLong_AsSsize_t`. */
HPyAPI_FUNC HPy_ssize_t HPyLong_AsSsize_t(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (HPy_ssize_t)PyLong_AsSsize_t(_HPy_OBJECT(h));
}

/** `PyLong_AsVoidPtr`. */
HPyAPI_FUNC void *HPyLong_AsVoidPtr(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (void *)PyLong_AsVoidPtr(_HPy_OBJECT(h));
}

/** `PyLong_AsDouble`. */
HPyAPI_FUNC double HPyLong_AsDouble(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (double)PyLong_AsDouble(_HPy_OBJECT(h));
}

/** `PyFloat_FromDouble`. */
HPyAPI_FUNC HPy HPyFloat_FromDouble(HPyContext *ctx, double v) {
    (void)ctx;
    return _py2h((PyObject *)PyFloat_FromDouble(v));
}

/** `PyFloat_AsDouble`. */
HPyAPI_FUNC double HPyFloat_AsDouble(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (double)PyFloat_AsDouble(_HPy_OBJECT(h));
}

/** `PyBool_FromLong`. */
HPyAPI_FUNC HPy HPyBool_FromBool(HPyContext *ctx, bool v) {
    (void)ctx;
    return _py2h((PyObject *)PyBool_FromLong(v));
}

/** `PyObject_Length`. */
HPyAPI_FUNC HPy_ssize_t HPy_Length(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (HPy_ssize_t)PyObject_Length(_HPy_OBJECT(h));
}

/** `PyNumber_Check`. */
HPyAPI_FUNC int HPyNumber_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyNumber_Check(_HPy_OBJECT(h));
}

/** `PyNumber_Add`. */
HPyAPI_FUNC HPy HPy_Add(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Add(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Subtract`. */
HPyAPI_FUNC HPy HPy_Subtract(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Subtract(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Multiply`. */
HPyAPI_FUNC HPy HPy_Multiply(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Multiply(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_MatrixMultiply`. */
HPyAPI_FUNC HPy HPy_MatrixMultiply(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_MatrixMultiply(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_FloorDivide`. */
HPyAPI_FUNC HPy HPy_FloorDivide(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_FloorDivide(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_TrueDivide`. */
HPyAPI_FUNC HPy HPy_TrueDivide(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_TrueDivide(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Remainder`. */
HPyAPI_FUNC HPy HPy_Remainder(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Remainder(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Divmod`. */
HPyAPI_FUNC HPy HPy_Divmod(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Divmod(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Power`. */
HPyAPI_FUNC HPy HPy_Power(HPyContext *ctx, HPy h1, HPy h2, HPy h3) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Power(_HPy_OBJECT(h1), _HPy_OBJECT(h2), _HPy_OBJECT(h3)));
}

/** `PyNumber_Negative`. */
HPyAPI_FUNC HPy HPy_Negative(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Negative(_HPy_OBJECT(h1)));
}

/** `PyNumber_Positive`. */
HPyAPI_FUNC HPy HPy_Positive(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Positive(_HPy_OBJECT(h1)));
}

/** `PyNumber_Absolute`. */
HPyAPI_FUNC HPy HPy_Absolute(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Absolute(_HPy_OBJECT(h1)));
}

/** `PyNumber_Invert`. */
HPyAPI_FUNC HPy HPy_Invert(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Invert(_HPy_OBJECT(h1)));
}

/** `PyNumber_Lshift`. */
HPyAPI_FUNC HPy HPy_Lshift(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Lshift(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Rshift`. */
HPyAPI_FUNC HPy HPy_Rshift(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Rshift(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_And`. */
HPyAPI_FUNC HPy HPy_And(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_And(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Xor`. */
HPyAPI_FUNC HPy HPy_Xor(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Xor(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Or`. */
HPyAPI_FUNC HPy HPy_Or(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Or(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_Index`. */
HPyAPI_FUNC HPy HPy_Index(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Index(_HPy_OBJECT(h1)));
}

/** `PyNumber_Long`. */
HPyAPI_FUNC HPy HPy_Long(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Long(_HPy_OBJECT(h1)));
}

/** `PyNumber_Float`. */
HPyAPI_FUNC HPy HPy_Float(HPyContext *ctx, HPy h1) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_Float(_HPy_OBJECT(h1)));
}

/** `PyNumber_InPlaceAdd`. */
HPyAPI_FUNC HPy HPy_InPlaceAdd(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceAdd(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceSubtract`. */
HPyAPI_FUNC HPy HPy_InPlaceSubtract(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceSubtract(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceMultiply`. */
HPyAPI_FUNC HPy HPy_InPlaceMultiply(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceMultiply(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceMatrixMultiply`. */
HPyAPI_FUNC HPy HPy_InPlaceMatrixMultiply(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceMatrixMultiply(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceFloorDivide`. */
HPyAPI_FUNC HPy HPy_InPlaceFloorDivide(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceFloorDivide(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceTrueDivide`. */
HPyAPI_FUNC HPy HPy_InPlaceTrueDivide(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceTrueDivide(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceRemainder`. */
HPyAPI_FUNC HPy HPy_InPlaceRemainder(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceRemainder(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlacePower`. */
HPyAPI_FUNC HPy HPy_InPlacePower(HPyContext *ctx, HPy h1, HPy h2, HPy h3) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlacePower(_HPy_OBJECT(h1), _HPy_OBJECT(h2), _HPy_OBJECT(h3)));
}

/** `PyNumber_InPlaceLshift`. */
HPyAPI_FUNC HPy HPy_InPlaceLshift(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceLshift(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceRshift`. */
HPyAPI_FUNC HPy HPy_InPlaceRshift(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceRshift(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceAnd`. */
HPyAPI_FUNC HPy HPy_InPlaceAnd(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceAnd(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceXor`. */
HPyAPI_FUNC HPy HPy_InPlaceXor(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceXor(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyNumber_InPlaceOr`. */
HPyAPI_FUNC HPy HPy_InPlaceOr(HPyContext *ctx, HPy h1, HPy h2) {
    (void)ctx;
    return _py2h((PyObject *)PyNumber_InPlaceOr(_HPy_OBJECT(h1), _HPy_OBJECT(h2)));
}

/** `PyCallable_Check`. */
HPyAPI_FUNC int HPyCallable_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyCallable_Check(_HPy_OBJECT(h));
}

/** By hand. */
HPyAPI_FUNC HPy HPy_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw);

/** `PyErr_SetString`. */
HPyAPI_FUNC HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message) {
    (void)ctx;
    PyErr_SetString(_HPy_OBJECT(h_type), utf8_message);
    return HPy_NULL;
}

/** `PyErr_SetObject`. */
HPyAPI_FUNC HPy HPyErr_SetObject(HPyContext *ctx, HPy h_type, HPy h_value) {
    (void)ctx;
    PyErr_SetObject(_HPy_OBJECT(h_type), _HPy_OBJECT(h_value));
    return HPy_NULL;
}

/** `PyErr_SetFromErrnoWithFilename`. */
HPyAPI_FUNC HPy HPyErr_SetFromErrnoWithFilename(HPyContext *ctx, HPy h_type, const char *filename_fsencoded) {
    (void)ctx;
    return _py2h((PyObject *)PyErr_SetFromErrnoWithFilename(_HPy_OBJECT(h_type), filename_fsencoded));
}

/** `PyErr_SetFromErrnoWithFilenameObjects`. */
HPyAPI_FUNC HPy HPyErr_SetFromErrnoWithFilenameObjects(HPyContext *ctx, HPy h_type, HPy filename1, HPy filename2) {
    (void)ctx;
    PyErr_SetFromErrnoWithFilenameObjects(_HPy_OBJECT(h_type), _HPy_OBJECT(filename1), _HPy_OBJECT(filename2));
    return HPy_NULL;
}

/** By hand. */
HPyAPI_FUNC int HPyErr_Occurred(HPyContext *ctx);

/** `PyErr_ExceptionMatches`. */
HPyAPI_FUNC int HPyErr_ExceptionMatches(HPyContext *ctx, HPy exc) {
    (void)ctx;
    return (int)PyErr_ExceptionMatches(_HPy_OBJECT(exc));
}

/** `PyErr_NoMemory`. */
HPyAPI_FUNC HPy HPyErr_NoMemory(HPyContext *ctx) {
    (void)ctx;
    PyErr_NoMemory();
    return HPy_NULL;
}

/** `PyErr_Clear`. */
HPyAPI_FUNC void HPyErr_Clear(HPyContext *ctx) {
    (void)ctx;
    PyErr_Clear();
}

/** `PyErr_NewException`. */
HPyAPI_FUNC HPy HPyErr_NewException(HPyContext *ctx, const char *utf8_name, HPy base, HPy dict) {
    (void)ctx;
    return _py2h((PyObject *)PyErr_NewException(utf8_name, _HPy_OBJECT(base), _HPy_OBJECT(dict)));
}

/** `PyErr_NewExceptionWithDoc`. */
HPyAPI_FUNC HPy HPyErr_NewExceptionWithDoc(HPyContext *ctx, const char *utf8_name, const char *utf8_doc, HPy base, HPy dict) {
    (void)ctx;
    return _py2h((PyObject *)PyErr_NewExceptionWithDoc(utf8_name, utf8_doc, _HPy_OBJECT(base), _HPy_OBJECT(dict)));
}

/** `PyErr_WarnEx`. */
HPyAPI_FUNC int HPyErr_WarnEx(HPyContext *ctx, HPy category, const char *utf8_message, HPy_ssize_t stack_level) {
    (void)ctx;
    return (int)PyErr_WarnEx(_HPy_OBJECT(category), utf8_message, stack_level);
}

/** `PyErr_WriteUnraisable`. */
HPyAPI_FUNC void HPyErr_WriteUnraisable(HPyContext *ctx, HPy obj) {
    (void)ctx;
    PyErr_WriteUnraisable(_HPy_OBJECT(obj));
}

/** `PyObject_IsTrue`. */
HPyAPI_FUNC int HPy_IsTrue(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyObject_IsTrue(_HPy_OBJECT(h));
}

/** By hand. */
HPyAPI_FUNC HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params);

/** By hand. */
HPyAPI_FUNC HPy HPyType_GenericNew(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw);

/** `PyObject_GetAttr`. */
HPyAPI_FUNC HPy HPy_GetAttr(HPyContext *ctx, HPy obj, HPy name) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_GetAttr(_HPy_OBJECT(obj), _HPy_OBJECT(name)));
}

/** `PyObject_GetAttrString`. */
HPyAPI_FUNC HPy HPy_GetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_GetAttrString(_HPy_OBJECT(obj), utf8_name));
}

/** `PyObject_HasAttr`. */
HPyAPI_FUNC int HPy_HasAttr(HPyContext *ctx, HPy obj, HPy name) {
    (void)ctx;
    return (int)PyObject_HasAttr(_HPy_OBJECT(obj), _HPy_OBJECT(name));
}

/** `PyObject_HasAttrString`. */
HPyAPI_FUNC int HPy_HasAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name) {
    (void)ctx;
    return (int)PyObject_HasAttrString(_HPy_OBJECT(obj), utf8_name);
}

/** `PyObject_SetAttr`. */
HPyAPI_FUNC int HPy_SetAttr(HPyContext *ctx, HPy obj, HPy name, HPy value) {
    (void)ctx;
    return (int)PyObject_SetAttr(_HPy_OBJECT(obj), _HPy_OBJECT(name), _HPy_OBJECT(value));
}

/** `PyObject_SetAttrString`. */
HPyAPI_FUNC int HPy_SetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name, HPy value) {
    (void)ctx;
    return (int)PyObject_SetAttrString(_HPy_OBJECT(obj), utf8_name, _HPy_OBJECT(value));
}

/** `PyObject_GetItem`. */
HPyAPI_FUNC HPy HPy_GetItem(HPyContext *ctx, HPy obj, HPy key) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_GetItem(_HPy_OBJECT(obj), _HPy_OBJECT(key)));
}

/** By hand. */
HPyAPI_FUNC HPy HPy_GetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);

/** By hand. */
HPyAPI_FUNC HPy HPy_GetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);

/** `PySequence_Contains`. */
HPyAPI_FUNC int HPy_Contains(HPyContext *ctx, HPy container, HPy key) {
    (void)ctx;
    return (int)PySequence_Contains(_HPy_OBJECT(container), _HPy_OBJECT(key));
}

/** `PyObject_SetItem`. */
HPyAPI_FUNC int HPy_SetItem(HPyContext *ctx, HPy obj, HPy key, HPy value) {
    (void)ctx;
    return (int)PyObject_SetItem(_HPy_OBJECT(obj), _HPy_OBJECT(key), _HPy_OBJECT(value));
}

/** By hand. */
HPyAPI_FUNC int HPy_SetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx, HPy value);

/** By hand. */
HPyAPI_FUNC int HPy_SetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key, HPy value);

/** `PyObject_Type`. */
HPyAPI_FUNC HPy HPy_Type(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Type(_HPy_OBJECT(obj)));
}

/** `PyObject_TypeCheck`. */
HPyAPI_FUNC int HPy_TypeCheck(HPyContext *ctx, HPy obj, HPy type) {
    (void)ctx;
    return (int)PyObject_TypeCheck(_HPy_OBJECT(obj), _HPy_OBJECT(type));
}

/** By hand. */
HPyAPI_FUNC int HPy_Is(HPyContext *ctx, HPy obj, HPy other);

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Object(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyObject));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Legacy(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + 0;
}

/** `PyObject_Repr`. */
HPyAPI_FUNC HPy HPy_Repr(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Repr(_HPy_OBJECT(obj)));
}

/** `PyObject_Str`. */
HPyAPI_FUNC HPy HPy_Str(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Str(_HPy_OBJECT(obj)));
}

/** `PyObject_ASCII`. */
HPyAPI_FUNC HPy HPy_ASCII(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_ASCII(_HPy_OBJECT(obj)));
}

/** `PyObject_Bytes`. */
HPyAPI_FUNC HPy HPy_Bytes(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Bytes(_HPy_OBJECT(obj)));
}

/** `PyObject_RichCompare`. */
HPyAPI_FUNC HPy HPy_RichCompare(HPyContext *ctx, HPy v, HPy w, int op) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_RichCompare(_HPy_OBJECT(v), _HPy_OBJECT(w), op));
}

/** `PyObject_RichCompareBool`. */
HPyAPI_FUNC int HPy_RichCompareBool(HPyContext *ctx, HPy v, HPy w, int op) {
    (void)ctx;
    return (int)PyObject_RichCompareBool(_HPy_OBJECT(v), _HPy_OBJECT(w), op);
}

/** `PyObject_Hash`. */
HPyAPI_FUNC HPy_hash_t HPy_Hash(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return (HPy_hash_t)PyObject_Hash(_HPy_OBJECT(obj));
}

/** `PyBytes_Check`. */
HPyAPI_FUNC int HPyBytes_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyBytes_Check(_HPy_OBJECT(h));
}

/** `PyBytes_Size`. */
HPyAPI_FUNC HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (HPy_ssize_t)PyBytes_Size(_HPy_OBJECT(h));
}

/** `Py_SIZE`. */
HPyAPI_FUNC HPy_ssize_t HPyBytes_GET_SIZE(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (HPy_ssize_t)Py_SIZE(_HPy_OBJECT(h));
}

/** `PyBytes_AsString`. */
HPyAPI_FUNC const char *HPyBytes_AsString(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (const char *)PyBytes_AsString(_HPy_OBJECT(h));
}

/** `PyBytes_AS_STRING`. */
HPyAPI_FUNC const char *HPyBytes_AS_STRING(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (const char *)PyBytes_AS_STRING(_HPy_OBJECT(h));
}

/** `PyBytes_FromString`. */
HPyAPI_FUNC HPy HPyBytes_FromString(HPyContext *ctx, const char *bytes) {
    (void)ctx;
    return _py2h((PyObject *)PyBytes_FromString(bytes));
}

/** By hand. */
HPyAPI_FUNC HPy HPyBytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len);

/** `PyUnicode_FromString`. */
HPyAPI_FUNC HPy HPyUnicode_FromString(HPyContext *ctx, const char *utf8) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_FromString(utf8));
}

/** `PyUnicode_Check`. */
HPyAPI_FUNC int HPyUnicode_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyUnicode_Check(_HPy_OBJECT(h));
}

/** `PyUnicode_AsASCIIString`. */
HPyAPI_FUNC HPy HPyUnicode_AsASCIIString(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_AsASCIIString(_HPy_OBJECT(h)));
}

/** `PyUnicode_AsLatin1String`. */
HPyAPI_FUNC HPy HPyUnicode_AsLatin1String(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_AsLatin1String(_HPy_OBJECT(h)));
}

/** `PyUnicode_AsUTF8String`. */
HPyAPI_FUNC HPy HPyUnicode_AsUTF8String(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_AsUTF8String(_HPy_OBJECT(h)));
}

/** `PyUnicode_AsUTF8AndSize`. */
HPyAPI_FUNC const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h, HPy_ssize_t *size) {
    (void)ctx;
    return (const char *)PyUnicode_AsUTF8AndSize(_HPy_OBJECT(h), size);
}

/** `PyUnicode_FromWideChar`. */
HPyAPI_FUNC HPy HPyUnicode_FromWideChar(HPyContext *ctx, const wchar_t *w, HPy_ssize_t size) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_FromWideChar(w, size));
}

/** `PyUnicode_DecodeFSDefault`. */
HPyAPI_FUNC HPy HPyUnicode_DecodeFSDefault(HPyContext *ctx, const char *v) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_DecodeFSDefault(v));
}

/** `PyUnicode_DecodeFSDefaultAndSize`. */
HPyAPI_FUNC HPy HPyUnicode_DecodeFSDefaultAndSize(HPyContext *ctx, const char *v, HPy_ssize_t size) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_DecodeFSDefaultAndSize(v, size));
}

/** `PyUnicode_EncodeFSDefault`. */
HPyAPI_FUNC HPy HPyUnicode_EncodeFSDefault(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_EncodeFSDefault(_HPy_OBJECT(h)));
}

/** `PyUnicode_ReadChar`. */
HPyAPI_FUNC HPy_UCS4 HPyUnicode_ReadChar(HPyContext *ctx, HPy h, HPy_ssize_t index) {
    (void)ctx;
    return (HPy_UCS4)PyUnicode_ReadChar(_HPy_OBJECT(h), index);
}

/** `PyUnicode_DecodeASCII`. */
HPyAPI_FUNC HPy HPyUnicode_DecodeASCII(HPyContext *ctx, const char *ascii, HPy_ssize_t size, const char *errors) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_DecodeASCII(ascii, size, errors));
}

/** `PyUnicode_DecodeLatin1`. */
HPyAPI_FUNC HPy HPyUnicode_DecodeLatin1(HPyContext *ctx, const char *latin1, HPy_ssize_t size, const char *errors) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_DecodeLatin1(latin1, size, errors));
}

/** `PyList_Check`. */
HPyAPI_FUNC int HPyList_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyList_Check(_HPy_OBJECT(h));
}

/** `PyList_New`. */
HPyAPI_FUNC HPy HPyList_New(HPyContext *ctx, HPy_ssize_t len) {
    (void)ctx;
    return _py2h((PyObject *)PyList_New(len));
}

/** `PyList_Append`. */
HPyAPI_FUNC int HPyList_Append(HPyContext *ctx, HPy h_list, HPy h_item) {
    (void)ctx;
    return (int)PyList_Append(_HPy_OBJECT(h_list), _HPy_OBJECT(h_item));
}

/** `PyDict_Check`. */
HPyAPI_FUNC int HPyDict_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyDict_Check(_HPy_OBJECT(h));
}

/** `PyDict_New`. */
HPyAPI_FUNC HPy HPyDict_New(HPyContext *ctx) {
    (void)ctx;
    return _py2h((PyObject *)PyDict_New());
}

/** `PyTuple_Check`. */
HPyAPI_FUNC int HPyTuple_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (int)PyTuple_Check(_HPy_OBJECT(h));
}

/** By hand. */
HPyAPI_FUNC HPy HPyTuple_FromArray(HPyContext *ctx, const HPy *items, HPy_ssize_t n);

/** `PyImport_ImportModule`. */
HPyAPI_FUNC HPy HPyImport_ImportModule(HPyContext *ctx, const char *utf8_name) {
    (void)ctx;
    return _py2h((PyObject *)PyImport_ImportModule(utf8_name));
}

/** By hand. */
HPyAPI_FUNC HPy HPy_FromPyObject(HPyContext *ctx, cpy_PyObject *obj);

/** By hand. */
HPyAPI_FUNC cpy_PyObject *HPy_AsPyObject(HPyContext *ctx, HPy h);

/** By hand. */
HPyAPI_FUNC HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size);

/** By hand. */
HPyAPI_FUNC void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item);

/** By hand. */
HPyAPI_FUNC HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder);

/** By hand. */
HPyAPI_FUNC void HPyListBuilder_Cancel(HPyContext *ctx, HPyListBuilder builder);

/** By hand. */
HPyAPI_FUNC HPyTupleBuilder HPyTupleBuilder_New(HPyContext *ctx, HPy_ssize_t size);

/** By hand. */
HPyAPI_FUNC void HPyTupleBuilder_Set(HPyContext *ctx, HPyTupleBuilder builder, HPy_ssize_t index, HPy h_item);

/** By hand. */
HPyAPI_FUNC HPy HPyTupleBuilder_Build(HPyContext *ctx, HPyTupleBuilder builder);

/** By hand. */
HPyAPI_FUNC void HPyTupleBuilder_Cancel(HPyContext *ctx, HPyTupleBuilder builder);

/** By hand. */
HPyAPI_FUNC HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size);

/** By hand. */
HPyAPI_FUNC int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h);

/** By hand. */
HPyAPI_FUNC void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht);

/** By hand. */
HPyAPI_FUNC void HPyTracker_Close(HPyContext *ctx, HPyTracker ht);

/** By hand. */
HPyAPI_FUNC void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h);

/** By hand. */
HPyAPI_FUNC HPy HPyField_Load(HPyContext *ctx, HPy source_object, HPyField source_field);

/** `PyEval_RestoreThread`. */
HPyAPI_FUNC void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state) {
    (void)ctx;
    PyEval_RestoreThread(_h2threads(state));
}

/** `PyEval_SaveThread`. */
HPyAPI_FUNC HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx) {
    (void)ctx;
    return _threads2h(PyEval_SaveThread());
}

/** By hand. */
HPyAPI_FUNC void HPyGlobal_Store(HPyContext *ctx, HPyGlobal *global, HPy h);

/** By hand. */
HPyAPI_FUNC HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global);

/** By hand. */
HPyAPI_FUNC void _HPy_Dump(HPyContext *ctx, HPy h);

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Type(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyHeapTypeObject));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Long(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _HPy_behind_items(_h2py(h), &PyLong_Type, _HPy_digit_count(_h2py(h)));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Float(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyFloatObject));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Unicode(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyUnicodeObject));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Tuple(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _HPy_behind_items(_h2py(h), &PyTuple_Type, _HPy_item_count(_h2py(h)));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_List(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyListObject));
}

/** By hand. */
HPyAPI_FUNC HPyType_BuiltinShape _HPyType_GetBuiltinShape(HPyContext *ctx, HPy h_type);

/** `PyObject_DelItem`. */
HPyAPI_FUNC int HPy_DelItem(HPyContext *ctx, HPy obj, HPy key) {
    (void)ctx;
    return (int)PyObject_DelItem(_HPy_OBJECT(obj), _HPy_OBJECT(key));
}

/** By hand. */
HPyAPI_FUNC int HPy_DelItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);

/** By hand. */
HPyAPI_FUNC int HPy_DelItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);

/** By hand. */
HPyAPI_FUNC HPy HPyCapsule_New(HPyContext *ctx, void *pointer, const char *utf8_name, HPyCapsule_Destructor *destructor);

/** By hand. */
HPyAPI_FUNC void *HPyCapsule_Get(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, const char *utf8_name);

/** `PyCapsule_IsValid`. */
HPyAPI_FUNC int HPyCapsule_IsValid(HPyContext *ctx, HPy capsule, const char *utf8_name) {
    (void)ctx;
    return (int)PyCapsule_IsValid(_HPy_OBJECT(capsule), utf8_name);
}

/** By hand. */
HPyAPI_FUNC int HPyCapsule_Set(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, void *value);

/** By hand. */
HPyAPI_FUNC HPy HPy_Compile_s(HPyContext *ctx, const char *utf8_source, const char *utf8_filename, HPy_SourceKind kind);

/** `PyEval_EvalCode`. */
HPyAPI_FUNC HPy HPy_EvalCode(HPyContext *ctx, HPy code, HPy globals, HPy locals) {
    (void)ctx;
    return _py2h((PyObject *)PyEval_EvalCode(_HPy_OBJECT(code), _HPy_OBJECT(globals), _HPy_OBJECT(locals)));
}

/** `PyContextVar_New`. */
HPyAPI_FUNC HPy HPyContextVar_New(HPyContext *ctx, const char *name, HPy default_value) {
    (void)ctx;
    return _py2h((PyObject *)PyContextVar_New(name, _HPy_OBJECT(default_value)));
}

/** By hand. */
HPyAPI_FUNC int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result);

/** `PyContextVar_Set`. */
HPyAPI_FUNC HPy HPyContextVar_Set(HPyContext *ctx, HPy context_var, HPy value) {
    (void)ctx;
    return _py2h((PyObject *)PyContextVar_Set(_HPy_OBJECT(context_var), _HPy_OBJECT(value)));
}

/** By hand. */
HPyAPI_FUNC const char *HPyType_GetName(HPyContext *ctx, HPy type);

/** `PyType_IsSubtype`. */
HPyAPI_FUNC int HPyType_IsSubtype(HPyContext *ctx, HPy sub, HPy type) {
    (void)ctx;
    return (int)PyType_IsSubtype(_HPy_OBJECT(sub), _HPy_OBJECT(type));
}

/** `PyUnicode_FromEncodedObject`. */
HPyAPI_FUNC HPy HPyUnicode_FromEncodedObject(HPyContext *ctx, HPy obj, const char *encoding, const char *errors) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_FromEncodedObject(_HPy_OBJECT(obj), encoding, errors));
}

/** `PyUnicode_Substring`. */
HPyAPI_FUNC HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_Substring(_HPy_OBJECT(str), start, end));
}

/** By hand. */
HPyAPI_FUNC HPy HPyDict_Keys(HPyContext *ctx, HPy h);

/** `PyDict_Copy`. */
HPyAPI_FUNC HPy HPyDict_Copy(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _py2h((PyObject *)PyDict_Copy(_HPy_OBJECT(h)));
}

/** `PySlice_Unpack`. */
HPyAPI_FUNC int HPySlice_Unpack(HPyContext *ctx, HPy slice, HPy_ssize_t *start, HPy_ssize_t *stop, HPy_ssize_t *step) {
    (void)ctx;
    return (int)PySlice_Unpack(_HPy_OBJECT(slice), start, stop, step);
}

/** By hand. */
HPyAPI_FUNC int HPy_SetCallFunction(HPyContext *ctx, HPy h, HPyCallFunction *func);

/** By hand. */
HPyAPI_FUNC HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames);

/** By hand. */
HPyAPI_FUNC HPy HPy_CallMethod(HPyContext *ctx, HPy name, const HPy *args, size_t nargs, HPy kwnames);

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Dict(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyDictObject));
}

/** `PyList_Insert`. */
HPyAPI_FUNC int HPyList_Insert(HPyContext *ctx, HPy h_list, HPy_ssize_t index, HPy h_item) {
    (void)ctx;
    return (int)PyList_Insert(_HPy_OBJECT(h_list), index, _HPy_OBJECT(h_item));
}

/** `PySequence_GetSlice`. */
HPyAPI_FUNC HPy HPy_GetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end) {
    (void)ctx;
    return _py2h((PyObject *)PySequence_GetSlice(_HPy_OBJECT(obj), start, end));
}

/** `PySequence_SetSlice`. */
HPyAPI_FUNC int HPy_SetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end, HPy value) {
    (void)ctx;
    return (int)PySequence_SetSlice(_HPy_OBJECT(obj), start, end, _HPy_OBJECT(value));
}

/** `PySequence_DelSlice`. */
HPyAPI_FUNC int HPy_DelSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end) {
    (void)ctx;
    return (int)PySequence_DelSlice(_HPy_OBJECT(obj), start, end);
}

/** `PyObject_GetIter`. */
HPyAPI_FUNC HPy HPy_GetIter(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_GetIter(_HPy_OBJECT(obj)));
}

/** `PyIter_Next`. */
HPyAPI_FUNC HPy HPyIter_Next(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyIter_Next(_HPy_OBJECT(obj)));
}

/** `PyIter_Check`. */
HPyAPI_FUNC int HPyIter_Check(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return (int)PyIter_Check(_HPy_OBJECT(obj));
}

/** `PySlice_New`. */
HPyAPI_FUNC HPy HPySlice_New(HPyContext *ctx, HPy start, HPy stop, HPy step) {
    (void)ctx;
    return _py2h((PyObject *)PySlice_New(_HPy_OBJECT(start), _HPy_OBJECT(stop), _HPy_OBJECT(step)));
}
