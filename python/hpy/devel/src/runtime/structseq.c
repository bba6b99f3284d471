/* Tuples with named items. */
#include "hpy.h"

#include <string.h>

const char *const HPyStructSequence_UnnamedField = "_";

/* The number of fields of a description. -1 means an exception. */
static HPy_ssize_t count_fields(HPyContext *ctx, const HPyStructSequence_Desc *desc) {
    HPy_ssize_t count = 0;

    if (desc->name == NULL || desc->fields == NULL) {
        HPyErr_SetString(ctx, ctx->h_SystemError, "the description of a struct sequence needs a name and fields");
        return -1;
    }
    while (desc->fields[count].name != NULL)
        count++;
    return count;
}

#ifdef HPY_ABI_CPYTHON

HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc) {
    HPy_ssize_t count = count_fields(ctx, desc);
    PyStructSequence_Desc description;

    if (count < 0)
        return HPy_NULL;
    description.name = desc->name;
    description.doc = desc->doc;
    description.n_in_sequence = (int)count;
    /* Both structs have the same layout. With CPython's marker for unnamed fields, `repr` of instances would fail. */
    description.fields = (PyStructSequence_Field *)desc->fields;
    return _py2h((PyObject *)PyStructSequence_NewType(&description));
}

/* The number of fields of a type. If it is no struct sequence: -1, with an exception set. */
static Py_ssize_t fields_of(PyObject *type) {
    PyObject *count = NULL;
    Py_ssize_t fields = -1;

    if (PyType_Check(type) && PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type))
        count = PyObject_GetAttrString(type, "n_fields");
    if (count != NULL && PyLong_Check(count))
        fields = PyLong_AsSsize_t(count);
    Py_XDECREF(count);
    if (fields < 0) {
        PyErr_Clear();
        PyErr_Format(PyExc_TypeError, "object '%R' does not look like a struct sequence type", type);
    }
    return fields;
}

HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs, HPy *args) {
    Py_ssize_t index, fields = fields_of(_h2py(type));
    PyObject *result;

    (void)ctx;
    if (fields < 0)
        return HPy_NULL;
    if (fields != nargs) {
        PyErr_Format(PyExc_TypeError, "expected exactly %zd arguments but got %zd", fields, nargs);
        return HPy_NULL;
    }
    result = PyStructSequence_New((PyTypeObject *)_h2py(type));
    for (index = 0; index < nargs && result != NULL; index++) {
        Py_INCREF(_h2py(args[index]));
        PyStructSequence_SetItem(result, index, _h2py(args[index]));
    }
    return _py2h(result);
}

#else

/* A tuple with the names of the fields. */
static HPy names_of(HPyContext *ctx, const HPyStructSequence_Desc *desc, HPy_ssize_t count) {
    HPyTupleBuilder names = HPyTupleBuilder_New(ctx, count);
    HPy_ssize_t index;

    for (index = 0; index < count; index++) {
        HPy name = HPyUnicode_FromString(ctx, desc->fields[index].name);
        if (HPy_IsNull(name)) {
            HPyTupleBuilder_Cancel(ctx, names);
            return HPy_NULL;
        }
        HPyTupleBuilder_Set(ctx, names, index, name);
        HPy_Close(ctx, name);
    }
    return HPyTupleBuilder_Build(ctx, names);
}

static HPy nones(HPyContext *ctx, HPy_ssize_t count) {
    HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, count);
    HPy_ssize_t index;

    for (index = 0; index < count; index++)
        HPyTupleBuilder_Set(ctx, builder, index, ctx->h_None);
    return HPyTupleBuilder_Build(ctx, builder);
}

/* `collections.namedtuple(…, names, rename=True, defaults=(None, …))`. Unnamed fields get names. */
static HPy named_tuple(HPyContext *ctx, HPy names, HPy defaults) {
    HPy keywords, args = HPy_NULL, collections = HPy_NULL, result = HPy_NULL;

    keywords = HPy_BuildValue(ctx, "{s:O,s:O}", "rename", ctx->h_True, "defaults", defaults);
    if (!HPy_IsNull(keywords))
        args = HPy_BuildValue(ctx, "(sO)", "struct_sequence", names);
    if (!HPy_IsNull(args))
        collections = HPyImport_ImportModule(ctx, "collections");
    if (!HPy_IsNull(collections))
        result = HPy_CallMethodTupleDict_s(ctx, "namedtuple", collections, args, keywords);
    HPy_Close(ctx, collections);
    HPy_Close(ctx, args);
    HPy_Close(ctx, keywords);
    return result;
}

/* Sets an attribute and closes the value. */
static int set(HPyContext *ctx, HPy object, const char *attribute, HPy value) {
    int status = HPy_IsNull(value) ? -1 : HPy_SetAttr_s(ctx, object, attribute, value);
    HPy_Close(ctx, value);
    return status;
}

/* Splits the name at its last dot into module and name. */
static int set_names(HPyContext *ctx, HPy type, const char *name) {
    const char *dot = strrchr(name, '.');
    const char *last = dot == NULL ? name : dot + 1;
    char *module;
    int status;

    if (set(ctx, type, "__name__", HPyUnicode_FromString(ctx, last)) < 0
        || set(ctx, type, "__qualname__", HPyUnicode_FromString(ctx, last)) < 0)
        return -1;
    if (dot == NULL)
        return 0;
    module = (char *)malloc((size_t)(dot - name) + 1);
    if (module == NULL) {
        HPyErr_NoMemory(ctx);
        return -1;
    }
    memcpy(module, name, (size_t)(dot - name));
    module[dot - name] = '\0';
    status = set(ctx, type, "__module__", HPyUnicode_FromString(ctx, module));
    free(module);
    return status;
}

static int describe(HPyContext *ctx, const HPyStructSequence_Desc *desc, HPy type, HPy_ssize_t count) {
    HPy doc = desc->doc == NULL ? HPy_Dup(ctx, ctx->h_None) : HPyUnicode_FromString(ctx, desc->doc);

    if (set(ctx, type, "__doc__", doc) < 0 || set(ctx, type, "n_fields", HPyLong_FromSsize_t(ctx, count)) < 0)
        return -1;
    return set_names(ctx, type, desc->name);
}

HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc) {
    HPy_ssize_t count = count_fields(ctx, desc);
    HPy names, defaults = HPy_NULL, type = HPy_NULL;

    if (count < 0)
        return HPy_NULL;
    names = names_of(ctx, desc, count);
    if (!HPy_IsNull(names))
        defaults = nones(ctx, count);
    if (!HPy_IsNull(defaults))
        type = named_tuple(ctx, names, defaults);
    HPy_Close(ctx, names);
    HPy_Close(ctx, defaults);
    if (!HPy_IsNull(type) && describe(ctx, desc, type, count) < 0) {
        HPy_Close(ctx, type);
        return HPy_NULL;
    }
    return type;
}

/* The number of fields of a type. If it is no struct sequence: -1, with an exception set. */
static HPy_ssize_t fields_of(HPyContext *ctx, HPy type) {
    HPy count = HPy_GetAttr_s(ctx, type, "n_fields");
    HPy_ssize_t fields = HPy_IsNull(count) ? -1 : HPyLong_AsSsize_t(ctx, count);

    HPy_Close(ctx, count);
    if (fields < 0) {
        HPyErr_Clear(ctx);
        HPyErr_Format(ctx, ctx->h_TypeError, "object '%R' does not look like a struct sequence type", type);
    }
    return fields;
}

HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs, HPy *args) {
    HPy_ssize_t fields = fields_of(ctx, type);
    HPy tuple, result;

    if (fields < 0)
        return HPy_NULL;
    if (fields != nargs)
        return HPyErr_Format(ctx, ctx->h_TypeError, "expected exactly %zd arguments but got %zd", fields, nargs);
    tuple = HPyTuple_FromArray(ctx, args, nargs);
    if (HPy_IsNull(tuple))
        return HPy_NULL;
    result = HPy_CallTupleDict(ctx, type, tuple, HPy_NULL);
    HPy_Close(ctx, tuple);
    return result;
}

#endif
