"""HPy types beside their twins of the C API: whatever Python does with them, the outcome is the same."""

import re
import sys
import sysconfig

import pytest

from extensions import SUFFIXES, Extension

pytestmark = pytest.mark.usefixtures("old_objects_are_not_collected")

COMMON = r"""
#include <stddef.h>
static long made, inited, meta_made, meta_inited;
"""

HPY = r"""
typedef struct { long x, y; } Point;
HPyType_HELPERS(Point)

HPyDef_SLOT(Point_new, HPy_tp_new)
static HPy Point_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Point *point;
    HPy h = HPy_New(ctx, type, &point);
    if (HPy_IsNull(h))
        return h;
    made++;
    point->x = nargs > 0 ? HPyLong_AsLong(ctx, args[0]) : -1;
    point->y = nargs;
    if (HPyErr_Occurred(ctx)) {
        HPy_Close(ctx, h);
        return HPy_NULL;
    }
    return h;
}
HPyDef_SLOT(Point_init, HPy_tp_init)
static int Point_init_impl(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    inited++;
    Point_AsStruct(ctx, self)->y = 100 * nargs + (HPy_IsNull(kw) ? 0 : HPy_Length(ctx, kw));
    return 0;
}
HPyDef_SLOT(Point_call, HPy_tp_call)
static HPy Point_call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    long keywords = HPy_IsNull(kwnames) ? 0 : HPy_Length(ctx, kwnames);
    return HPyLong_FromLong(ctx, (long)nargs + 100 * keywords);
}
HPyDef_SLOT(Point_repr, HPy_tp_repr)
static HPy Point_repr_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "point"); }
HPyDef_SLOT(Point_compare, HPy_tp_richcompare)
static HPy Point_compare_impl(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op)
{
    return HPyBool_FromBool(ctx, op == HPy_EQ);
}
HPyDef_CALL_FUNCTION(special)
static HPy special_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyUnicode_FromString(ctx, "special");
}
HPyDef_METH(Point_specialize, "specialize", HPyFunc_NOARGS, .doc = "specialize($self, /)\n--\n\nCall specially.")
static HPy Point_specialize_impl(HPyContext *ctx, HPy self)
{
    return HPy_SetCallFunction(ctx, self, &special) < 0 ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}
HPyDef_MEMBER(Point_x, "x", HPyMember_LONG, offsetof(Point, x), .doc = "the first")
HPyDef_MEMBER(Point_y, "y", HPyMember_LONG, offsetof(Point, y), .readonly = 1)
HPyDef_SLOT(Meta_init, HPy_tp_init)
static int Meta_init_impl(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    meta_inited++;
    return HPy_SetAttr_s(ctx, self, "inited", ctx->h_True);
}
HPyDef_SLOT(Meta_new, HPy_tp_new)
static HPy Meta_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    HPy new, result, tuple, all[4];
    if (nargs != 3) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "three, please");
        return HPy_NULL;
    }
    meta_made++;
    all[0] = type, all[1] = args[0], all[2] = args[1], all[3] = args[2];
    new = HPy_GetAttr_s(ctx, ctx->h_TypeType, "__new__");
    tuple = HPyTuple_FromArray(ctx, all, 4);
    result = HPy_CallTupleDict(ctx, new, tuple, HPy_NULL);
    HPy_Close(ctx, new);
    HPy_Close(ctx, tuple);
    return result;
}

#define FLAGS (HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE)
#define SPEC(NAME, SIZE, FLAGS, SHAPE, ...)                                                                            \
    static HPyDef *NAME##_defines[] = {__VA_ARGS__};                                                                   \
    static HPyType_Spec NAME##_spec = {"twin." #NAME, SIZE, 0, FLAGS, SHAPE, NULL, NAME##_defines, #NAME " does it."};
SPEC(Full, sizeof(Point), FLAGS, SHAPE(Point), &Point_new, &Point_init, &Point_call, &Point_repr, &Point_compare,
     &Point_specialize, &Point_x, &Point_y, NULL)
SPEC(Called, sizeof(Point), FLAGS, SHAPE(Point), &Point_call, &Point_x, NULL)
SPEC(CalledInit, sizeof(Point), FLAGS, SHAPE(Point), &Point_call, &Point_init, &Point_y, NULL)
SPEC(Inited, sizeof(Point), FLAGS, SHAPE(Point), &Point_init, &Point_x, NULL)
SPEC(Plain, sizeof(Point), FLAGS, SHAPE(Point), &Point_x, NULL)
SPEC(Empty, 0, FLAGS, HPyType_BuiltinShape_Object, &Point_repr, NULL)
SPEC(Final, sizeof(Point), HPy_TPFLAGS_DEFAULT, SHAPE(Point), &Point_new, &Point_x, NULL)
SPEC(Meta, 0, FLAGS, HPyType_BuiltinShape_Type, &Meta_new, &Meta_init, NULL)
SPEC(MetaInit, 0, FLAGS, HPyType_BuiltinShape_Type, &Meta_init, NULL)
SPEC(Int, 0, FLAGS, HPyType_BuiltinShape_Long, NULL)
SPEC(Error, 0, FLAGS, HPyType_BuiltinShape_Object, NULL)

HPyDef_METH(derive, "derive", HPyFunc_O)
static HPy derive_impl(HPyContext *ctx, HPy self, HPy base)
{
    HPyType_SpecParam params[] = {{HPyType_SpecParam_Base, base}, {(HPyType_SpecParam_Kind)0}};
    return HPyType_FromSpec(ctx, &Empty_spec, params);
}
HPyDef_METH(with_meta, "with_meta", HPyFunc_O)
static HPy with_meta_impl(HPyContext *ctx, HPy self, HPy meta)
{
    HPyType_SpecParam params[] = {{HPyType_SpecParam_Metaclass, meta}, {(HPyType_SpecParam_Kind)0}};
    return HPyType_FromSpec(ctx, &Empty_spec, params);
}
HPyDef_METH(again, "again", HPyFunc_O)
static HPy again_impl(HPyContext *ctx, HPy self, HPy object)
{
    int i;
    for (i = 0; i < 1000; i++)
        HPy_Close(ctx, HPy_Dup(ctx, object));
    return HPy_Dup(ctx, object);
}
HPyDef_METH(counts, "counts", HPyFunc_NOARGS)
static HPy counts_impl(HPyContext *ctx, HPy self)
{
    return HPy_BuildValue(ctx, "(llll)", made, inited, meta_made, meta_inited);
}
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy module)
{
    HPyType_SpecParam meta[] = {{HPyType_SpecParam_Base, ctx->h_TypeType}, {(HPyType_SpecParam_Kind)0}};
    HPyType_SpecParam integer[] = {{HPyType_SpecParam_Base, ctx->h_LongType}, {(HPyType_SpecParam_Kind)0}};
    HPyType_SpecParam error[] = {{HPyType_SpecParam_Base, ctx->h_ValueError}, {(HPyType_SpecParam_Kind)0}};
    return HPyHelpers_AddType(ctx, module, "Full", &Full_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Called", &Called_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "CalledInit", &CalledInit_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Inited", &Inited_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Plain", &Plain_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Empty", &Empty_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Final", &Final_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Meta", &Meta_spec, meta)
        && HPyHelpers_AddType(ctx, module, "MetaInit", &MetaInit_spec, meta)
        && HPyHelpers_AddType(ctx, module, "Int", &Int_spec, integer)
        && HPyHelpers_AddType(ctx, module, "Error", &Error_spec, error) ? 0 : -1;
}
static HPyDef *module_defines[] = {&exec, &derive, &with_meta, &again, &counts, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(twin, module_def)
"""

CAPI = r"""
#include <Python.h>
#include <structmember.h>
typedef struct { PyObject_HEAD long x, y; vectorcallfunc call; } Point;
typedef struct { PyObject_HEAD long x, y; } Small;

static PyObject *call(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    long keywords = kwnames == NULL ? 0 : (long)PyTuple_GET_SIZE(kwnames);
    return PyLong_FromLong((long)PyVectorcall_NARGS(nargsf) + 100 * keywords);
}
static PyObject *special(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    return PyUnicode_FromString("special");
}
static PyObject *new_point(PyTypeObject *type, PyObject *args, PyObject *kw)
{
    Point *point = (Point *)type->tp_alloc(type, 0);
    if (point == NULL)
        return NULL;
    made++;
    if (type->tp_vectorcall_offset > 0)
        point->call = call;
    point->x = PyTuple_GET_SIZE(args) > 0 ? PyLong_AsLong(PyTuple_GET_ITEM(args, 0)) : -1;
    point->y = PyTuple_GET_SIZE(args);
    if (PyErr_Occurred()) {
        Py_DECREF(point);
        return NULL;
    }
    return (PyObject *)point;
}
static PyObject *new_called(PyTypeObject *type, PyObject *args, PyObject *kw)
{
    PyObject *none = NULL, *made;
    if (type->tp_init != PyBaseObject_Type.tp_init)
        args = none = PyTuple_New(0), kw = NULL;
    made = PyBaseObject_Type.tp_new(type, args, kw);
    Py_XDECREF(none);
    if (made != NULL)
        ((Point *)made)->call = call;
    return made;
}
static int init(PyObject *self, PyObject *args, PyObject *kw)
{
    inited++;
    ((Point *)self)->y = 100 * PyTuple_GET_SIZE(args) + (kw == NULL ? 0 : PyDict_Size(kw));
    return 0;
}
static PyObject *repr(PyObject *self) { return PyUnicode_FromString("point"); }
static PyObject *compare(PyObject *self, PyObject *other, int op) { return PyBool_FromLong(op == Py_EQ); }
static PyObject *specialize(PyObject *self, PyObject *unused)
{
    *(vectorcallfunc *)((char *)self + Py_TYPE(self)->tp_vectorcall_offset) = special;
    Py_RETURN_NONE;
}
static PyMethodDef methods[] = {
    {"specialize", specialize, METH_NOARGS, "specialize($self, /)\n--\n\nCall specially."}, {NULL}};
#define CALL_MEMBER {"__vectorcalloffset__", T_PYSSIZET, offsetof(Point, call), READONLY, NULL}
#define X {"x", T_LONG, offsetof(Point, x), 0, "the first"}
#define Y {"y", T_LONG, offsetof(Point, y), READONLY, NULL}
static PyMemberDef full_members[] = {CALL_MEMBER, X, Y, {NULL}}, called_members[] = {CALL_MEMBER, X, {NULL}};
static PyMemberDef called_init_members[] = {CALL_MEMBER, Y, {NULL}}, x_member[] = {X, {NULL}};

static int meta_init(PyObject *self, PyObject *args, PyObject *kw)
{
    meta_inited++;
    return PyObject_SetAttrString(self, "inited", Py_True);
}
static PyObject *meta_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
    if (PyTuple_GET_SIZE(args) != 3) {
        PyErr_SetString(PyExc_TypeError, "three, please");
        return NULL;
    }
    meta_made++;
    /* As an extension without the C API has to. */
    return PyObject_CallMethod((PyObject *)&PyType_Type, "__new__", "OOOO", type, PyTuple_GET_ITEM(args, 0),
                               PyTuple_GET_ITEM(args, 1), PyTuple_GET_ITEM(args, 2));
}

#define FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE)
#define VECTOR (FLAGS | Py_TPFLAGS_HAVE_VECTORCALL)
#define SPEC(NAME, SIZE, FLAGS, ...)                                                                                   \
    static PyType_Slot NAME##_slots[] = {{Py_tp_doc, #NAME " does it."}, __VA_ARGS__};                                 \
    static PyType_Spec NAME##_spec = {"twin." #NAME, SIZE, 0, FLAGS, NAME##_slots};
SPEC(Full, sizeof(Point), VECTOR, {Py_tp_new, new_point}, {Py_tp_init, init}, {Py_tp_call, PyVectorcall_Call},
     {Py_tp_repr, repr}, {Py_tp_richcompare, compare}, {Py_tp_methods, methods}, {Py_tp_members, full_members}, {0, NULL})
SPEC(Called, sizeof(Point), VECTOR, {Py_tp_new, new_called}, {Py_tp_call, PyVectorcall_Call},
     {Py_tp_members, called_members}, {0, NULL})
SPEC(CalledInit, sizeof(Point), VECTOR, {Py_tp_new, new_called}, {Py_tp_call, PyVectorcall_Call}, {Py_tp_init, init},
     {Py_tp_members, called_init_members}, {0, NULL})
SPEC(Inited, sizeof(Small), FLAGS, {Py_tp_init, init}, {Py_tp_members, x_member}, {0, NULL})
SPEC(Plain, sizeof(Small), FLAGS, {Py_tp_members, x_member}, {0, NULL})
SPEC(Empty, 0, FLAGS, {Py_tp_repr, repr}, {0, NULL})
SPEC(Final, sizeof(Small), Py_TPFLAGS_DEFAULT, {Py_tp_new, new_point}, {Py_tp_members, x_member}, {0, NULL})
SPEC(Meta, 0, FLAGS, {Py_tp_new, meta_new}, {Py_tp_init, meta_init}, {0, NULL})
SPEC(MetaInit, 0, FLAGS, {Py_tp_init, meta_init}, {0, NULL})
SPEC(Int, 0, FLAGS, {0, NULL})
SPEC(Error, 0, FLAGS, {0, NULL})

static PyObject *derive(PyObject *self, PyObject *base)
{
    PyObject *bases = PyTuple_Pack(1, base), *type = PyType_FromSpecWithBases(&Empty_spec, bases);
    Py_DECREF(bases);
    return type;
}
static PyObject *with_meta(PyObject *self, PyObject *meta)
{
#if PY_VERSION_HEX >= 0x030c0000
    return PyType_FromMetaclass((PyTypeObject *)meta, NULL, &Empty_spec, NULL);
#else
    Py_RETURN_NOTIMPLEMENTED;
#endif
}
static PyObject *again(PyObject *self, PyObject *object)
{
    int i;
    for (i = 0; i < 1000; i++) {
        Py_INCREF(object);
        Py_DECREF(object);
    }
    Py_INCREF(object);
    return object;
}
static PyObject *counts(PyObject *self, PyObject *unused)
{
    return Py_BuildValue("(llll)", made, inited, meta_made, meta_inited);
}
static PyMethodDef functions[] = {{"derive", derive, METH_O, NULL}, {"with_meta", with_meta, METH_O, NULL},
                                  {"again", again, METH_O, NULL}, {"counts", counts, METH_NOARGS, NULL}, {NULL}};

static int add(PyObject *module, PyType_Spec *spec, PyObject *base)
{
    PyObject *bases = base == NULL ? NULL : PyTuple_Pack(1, base), *type = PyType_FromSpecWithBases(spec, bases);
    Py_XDECREF(bases);
    return type == NULL ? -1 : PyModule_AddObject(module, strchr(spec->name, '.') + 1, type);
}
static int exec_module(PyObject *module)
{
    return add(module, &Full_spec, NULL) < 0 || add(module, &Called_spec, NULL) < 0
        || add(module, &CalledInit_spec, NULL) < 0 || add(module, &Inited_spec, NULL) < 0
        || add(module, &Plain_spec, NULL) < 0 || add(module, &Empty_spec, NULL) < 0
        || add(module, &Final_spec, NULL) < 0 || add(module, &Meta_spec, (PyObject *)&PyType_Type) < 0
        || add(module, &MetaInit_spec, (PyObject *)&PyType_Type) < 0
        || add(module, &Int_spec, (PyObject *)&PyLong_Type) < 0 || add(module, &Error_spec, PyExc_ValueError) < 0
        ? -1 : 0;
}
static PyModuleDef_Slot slots[] = {{Py_mod_exec, exec_module}, {0, NULL}};
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "twin", NULL, 0, functions, slots};
PyMODINIT_FUNC PyInit_twin(void) { return PyModuleDef_Init(&def); }
"""

# Each runs in a fresh namespace with the module's names; what `result` is, or what it raises, is compared.
NAMES = ["Full", "Called", "CalledInit", "Inited", "Plain", "Empty", "Final", "Meta", "MetaInit", "Int", "Error"]
ORDINARY = NAMES[:7]
BASES = [name for name in ORDINARY if name != "Final"]
CALLED = ["Full", "Called", "CalledInit"]

SUBCLASSES = {
    "itself": "S = {T}",
    "with a dict": "class S({T}): pass",
    "with slots": "class S({T}): __slots__ = ('a', 'b')",
    "without a dict": "class S({T}): __slots__ = ()",
    "with weak references": "class S({T}): __slots__ = ('__weakref__',)",
    "of a subclass": "class R({T}): __slots__ = ('a',)\nclass S(R): pass",
    "with a mixin": "class M: m = 1\nclass S({T}, M): pass",
    "with a mixin first": "class M: m = 1\nclass S(M, {T}): pass",
    "with a mixin with slots": "class M: __slots__ = ()\nclass S({T}, M): __slots__ = ()",
    "diamond": "class A({T}): pass\nclass B({T}): pass\nclass S(A, B): pass",
    "with new": "class S({T}):\n    def __new__(cls, *args, **kw): return super().__new__(cls)",
    "with init": "class S({T}):\n    def __init__(self, *args, **kw): self.args = args",
    "with call": "class S({T}):\n    def __call__(self, *args): return 'called', args",
    "with super's call": "class S({T}):\n    def __call__(self, *args): return 'called', super().__call__(*args)",
    "with reduce": "class S({T}):\n    def __reduce__(self): return {T}, (5,)",
    "with newargs": "class S({T}):\n    def __getnewargs__(self): return (5,)",
    "with state": "class S({T}):\n    def __getstate__(self): return 5\n    def __setstate__(self, s): self.state = s",
    "with a finalizer": "class S({T}):\n    def __del__(self): S.died = True",
    "with a metaclass": "class N(type): n = 1\nclass S({T}, metaclass=N): pass",
    "with a hook": "class R({T}):\n    def __init_subclass__(cls, **kw): cls.kw = kw\nclass S(R, k=1): pass",
    "derived in C": "S = derive({T})",
    "derived in C from a class": "class R({T}): pass\nS = derive(R)",
}

USES = {
    "make": "result = type(S())",
    "make with one": "result = type(S(3))",
    "make with two": "o = S(3, 4); result = [getattr(o, 'x', None), getattr(o, 'y', None)]",
    "make with keywords": "o = S(k=3); result = [getattr(o, 'x', None), getattr(o, 'y', None)]",
    "make wrongly": "result = S('a')",
    "new": "result = type(S.__new__(S))",
    "new of object": "result = type(object.__new__(S))",
    "init of object": "result = object.__init__(S(), 1)",
    "call": "result = S()(1, 2, k=3)",
    "call by attribute": "result = S().__call__(1)",
    "call by type": "result = type(S()).__call__(S(), 1)",
    "call with a tuple and a dict": "result = S()(*(1, 2), **{'a': 1, 'b': 2})",
    "call with a wrong keyword": "result = S()(**{1: 2})",
    "call by map": "result = list(map(S(), [1, 2]))",
    "call in partial": "import functools; result = functools.partial(S(), 1, k=2)(3, j=4)",
    "call as a method": "class C: m = S()\nresult = C().m(1)",
    "callable": "result = callable(S())",
    "call specially": "o = S(); o.specialize(); result = o(), S()(1)",
    "call in a subclass": "class Sub(S):\n    def __call__(self): return 'sub'\nresult = Sub()()",
    "call after assignment": "class Sub(S): pass\nSub.__call__ = lambda self: 'assigned'\no = Sub(); r = o()\n"
    "del Sub.__call__\nresult = r, o()",
    **{f"reduce {n}": f"result = S().__reduce_ex__({n})" for n in range(5)},
    "reduce": "result = S().__reduce__()",
    "state": "result = S().__getstate__()",
    **{f"pickle {n}": f"import pickle; o = pickle.loads(pickle.dumps(S(), {n})); result = type(o), vars_of(o)" for n in range(6)},
    "copy": "import copy; o = copy.copy(S()); result = type(o), vars_of(o)",
    "deepcopy": "import copy; o = copy.deepcopy(S()); result = type(o), vars_of(o)",
    "copy with attributes": "import copy; o = S(); o.a = [1]; o = copy.copy(o); result = type(o), vars_of(o), o.a",
    "attribute": "o = S(); o.attribute = 1; result = o.attribute",
    "weak reference": "import weakref; o = S(); result = weakref.ref(o)() is o",
    "x": "o = S(); o.x = 5; result = o.x",
    "x wrongly": "o = S(); o.x = 'a'",
    "delete x": "o = S(); del o.x",
    "y": "o = S(); o.y = 5",
    "class": "class A(S): pass\nclass B(S): pass\no = A(); o.__class__ = B; result = type(o).__name__",
    "class of itself": "class A(S): pass\no = S(); o.__class__ = A",
    "repr": "result = repr(S())",
    "equal": "result = S() == 1, S() != 1",
    "order": "result = S() < 1",
    "hash": "result = S.__hash__ is None or isinstance(hash(S()), int)",
    "names": "result = S.__name__, S.__qualname__, S.__module__, S.__doc__, S.__text_signature__",
    "mro": "result = S.__mro__, S.__base__, S.__bases__",
    "flags": "result = S.__flags__ & flags_mask",
    "sizes": "result = S.__basicsize__, S.__itemsize__, S.__dictoffset__, S.__weakrefoffset__",
    "size of an instance": "import sys; result = sys.getsizeof(S())",
    "dir": "result = dir(S)",
    "dict": "result = sorted(S.__dict__)",
    "kinds": "result = sorted((k, type(v).__name__) for k, v in S.__dict__.items())",
    "method": "result = S.specialize.__text_signature__, S.specialize.__doc__, repr(S.specialize)",
    "member": "result = S.x.__doc__, S.x.__name__, repr(S.x), S.x.__objclass__",
    "type attribute": "S.z = 1; result = S().z; del S.z",
    "rename": "N = S.__name__; S.__name__ = 'Other'; result = S.__name__, S.__qualname__; S.__name__ = N",
    "abstract": "result = S.__abstractmethods__",
    "collected": "import gc; o = S(); result = gc.is_tracked(o), [r for r in gc.get_referents(o)]",
    "signature": "import inspect; result = str(inspect.signature(S))",
    "subclasses": "import gc; gc.collect(); result = [s.__name__ for s in S.__subclasses__()]",
    "isinstance": "result = isinstance(S(), S), issubclass(S, object)",
    "generic": "result = S[int]",
    "match": "result = S.__match_args__",
    "or": "result = S | None",
    "died": "o = S(); del o; import gc; gc.collect(); result = S.died",
    "counts": "S(1); S(1, 2); a = counts(); S(); result = [i - j for i, j in zip(counts(), a)]",
    "sub with slot clash": "class Sub(S): __slots__ = ('x', 'x2')\no = Sub(); o.x2 = 2; result = o.x2, Sub.x",
    "sub with both": "class Sub(S): __slots__ = ('__dict__', '__weakref__')\no = Sub(); o.q = 1; result = o.q",
    "several": "class Sub(S, Inited): pass",
    "several with plain": "class Sub(Plain, S): pass",
    "several with int": "class Sub(S, int): pass",
    "several with an exception": "class Sub(S, Exception): pass",
    "several with list": "class Sub(S, list): pass",
    "several with empty": "class Sub(Empty, S): pass\nresult = Sub.__base__, repr(Sub())",
}

ALONE = {
    "meta": "class A(metaclass=Meta): a = 1\nresult = type(A), A.inited, A().a",
    "meta called": "A = Meta('A', (), {}); result = type(A), A.inited",
    "meta called wrongly": "Meta('A')",
    "meta derived": "class N(Meta):\n    def __new__(cls, *a): return super().__new__(cls, *a)\n"
    "class A(metaclass=N): pass\nclass B(A): pass\nresult = type(B), B.inited",
    "meta counts": "a = counts(); class_ = Meta('A', (), {}); Meta('B', (class_,), {}); result = [i - j for i, j in zip(counts(), a)]",
    "meta with init": "class A(metaclass=MetaInit, **{}): pass\nresult = type(A), A.inited",
    "meta with keywords": "class A(metaclass=MetaInit, k=1): pass",
    "meta conflict": "class A(metaclass=Meta): pass\nclass B(A, metaclass=MetaInit): pass",
    "meta over the type": "class A(Full, metaclass=Meta): pass\nresult = type(A), A(1)(2), A(1).x",
    "meta's class in copy": "import copy; A = Meta('A', (), {}); result = copy.copy(A) is A, copy.deepcopy(A) is A",
    "meta pickled": "import pickle; result = pickle.loads(pickle.dumps(Meta)) is Meta",
    "meta with slots": "class A(metaclass=Meta): __slots__ = ('a',)\no = A(); o.a = 1; result = o.a",
    "meta of int": "class A(Int, metaclass=Meta): pass\nresult = A(5) + 1, type(A)",
    "type with a Python metaclass": "class N(type): pass\nT = with_meta(N); result = T if T is NotImplemented else type(T) is N",
    "type with a metaclass that has init": "T = with_meta(MetaInit); result = T if T is NotImplemented else (type(T), hasattr(T, 'inited'))",
    "type with a metaclass that has new": "T = with_meta(Meta); result = T",
    "type with a metaclass that is none": "T = with_meta(int); result = T",
    "type over an abstract class": "import abc\nclass A(abc.ABC):\n    f = abc.abstractmethod(len)\nT = derive(A); result = type(T), repr(T())",
    "type over a class with a metaclass that has new": "class M(type):\n    def __new__(*args): return type.__new__(*args)\n"
    "class A(metaclass=M): pass\nT = derive(A); result = type(T), T.__mro__, repr(T())",
    "type over a generic class": "import typing\nclass A(typing.Generic[typing.TypeVar('X')]): pass\nresult = derive(A)[int]()",
    "type over a class that is no base": "result = derive(bool)",
    "final": "class A(Final): pass",
    "final in several": "class A(Plain, Final): pass",
    "final pickled": "import pickle; result = pickle.dumps(Final(1), 2)",
    "int": "result = Int(5), Int(5) + 1, type(Int(5)), repr(Int(10**30)), hash(Int(7)), Int.from_bytes(b'a', 'big')",
    "int pickled": "import pickle; o = pickle.loads(pickle.dumps(Int(10**30))); result = o, type(o)",
    "int copied": "import copy; o = copy.copy(Int(10**30)); result = o, type(o)",
    "int subclass": "class A(Int): pass\no = A(3**100); o.a = 1; result = o, vars(o), o.__reduce_ex__(2)",
    "error": "e = Error(1, 2); result = e.args, str(e), repr(e), isinstance(e, ValueError)",
    "error pickled": "import pickle; e = Error(1); e.a = 2; o = pickle.loads(pickle.dumps(e)); result = o.args, vars(o)",
    "error raised": "try: raise Error('a')\nexcept ValueError as e: result = type(e), e.__traceback__ is not None",
    "error subclass": "class A(Error):\n    def __init__(self, *a): self.b = a\nresult = A(1).b, A(1).args",
    "error with notes": "e = Error('a'); e.add_note('n'); result = e.__notes__",
    "immortal none": "import sys; n = sys.getrefcount(None); again(None); result = sys.getrefcount(None) - n",
    "immortal int": "import sys; n = sys.getrefcount(1); again(1); result = sys.getrefcount(1) - n in (0, 1)",
    "immortal type": "import sys; n = sys.getrefcount(int); again(int); result = sys.getrefcount(int) - n",
    "immortal text": "import sys; s = sys.intern('abc'); n = sys.getrefcount(s); again(s); result = sys.getrefcount(s) - n",
    "mortal": "import sys; s = object(); n = sys.getrefcount(s); again(s); result = sys.getrefcount(s) - n",
}


def vars_of(o):
    return {k: getattr(o, k, None) for k in ("x", "y", "args", "state", "__dict__")}


PROGRAMS = {
    **{
        (name, of, use): "\n".join([SUBCLASSES[of].replace("{T}", name), "sys.modules['twin'].S = S", USES[use]])
        for name in ORDINARY
        for of in SUBCLASSES
        for use in USES
        if name in BASES or of == "itself"
    },
    **{
        ("", meta, name): re.sub(r"\bMeta\b", meta, program)
        for name, program in ALONE.items()
        for meta in ("Meta", "MetaInit")
        if meta == "Meta" or re.search(r"\bMeta\b", program)
        # Before CPython 3.12 the C API has no metaclasses.
        if sys.version_info >= (3, 12) or "with_meta" not in program
    },
}

# Heap type, base type, collected, abstract, and the kinds of subclasses. The rest is CPython's own.
FLAGS_MASK = 1 << 9 | 1 << 10 | 1 << 14 | 1 << 20 | 0xFF << 24


def outcome(module, program):
    names = {**vars(module), "flags_mask": FLAGS_MASK, "sys": sys, "vars_of": vars_of}
    try:
        exec(program, names)
        text = repr(names.get("result"))
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return re.sub(r"0x[0-9a-f]+", "0x…", text)


def outcomes(module):
    sys.modules["twin"] = module
    try:
        return {key: outcome(module, program) for key, program in PROGRAMS.items()}
    finally:
        del sys.modules["twin"]


@pytest.fixture(scope="module")
def twin(compiler):
    """The outcomes of the types of the C API."""
    path = compiler.directory / "capi" / ("twin" + SUFFIXES["cpython"])
    flags = ["-Wno-unused-function", "-Wno-cast-function-type", f"-I{sysconfig.get_path('include')}"]
    compiler.compile_plain(COMMON + CAPI, path, flags)
    return outcomes(Extension("twin", path).load())


@pytest.fixture(scope="module", params=["universal", "debug", "cpython"])
def hpy(request, compiler):
    """The outcomes of the HPy types."""
    abi = "cpython" if request.param == "cpython" else "universal"
    return outcomes(compiler.compile(COMMON + HPY, name="twin", abi=abi).load(request.param))


@pytest.mark.parametrize("name", ["", *ORDINARY])
def test_behaves_as_a_type_of_the_c_api(twin, hpy, name):
    assert len(twin) > 1000
    differences = {key: (hpy[key], twin[key]) for key in twin if key[0] == name and hpy[key] != twin[key]}
    assert not differences
