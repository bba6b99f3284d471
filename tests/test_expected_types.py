import pytest
from hpy.debug import LeakDetector

TYPED = """
typedef struct {
    long value;
} PointObject;
HPyType_HELPERS(PointObject)

HPyDef_SLOT(Point_new, HPy_tp_new)
static HPy Point_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    PointObject *point;
    HPy h = HPy_New(ctx, type, &point);
    if (!HPy_IsNull(h))
        point->value = 42;
    return h;
}

static HPyDef *Point_defines[] = {&Point_new, NULL};
static HPyType_Spec Point_spec = {
    .name = "mytest.Point",
    .basicsize = sizeof(PointObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
    .defines = Point_defines,
};

HPyDef_METH(value_of, "value_of", HPyFunc_O)
static HPy value_of_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromLong(ctx, PointObject_AsStruct(ctx, arg)->value);
}

HPyDef_METH(value_of_long_shape, "value_of_long_shape", HPyFunc_O)
static HPy value_of_long_shape_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromLong(ctx, ((PointObject *)_HPy_AsStruct_Long(ctx, arg))->value);
}

HPyDef_METH(type_check, "type_check", HPyFunc_VARARGS)
static HPy type_check_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPyBool_FromBool(ctx, HPy_TypeCheck(ctx, args[0], args[1]));
}

HPyDef_METH(wild, "wild", HPyFunc_NOARGS)
static HPy wild_impl(HPyContext *ctx, HPy self)
{
    HPy wild = {0x12345};
    PointObject_AsStruct(ctx, wild);
    return HPyType_GetName(ctx, wild) ? HPyLong_FromLong(ctx, 1) : HPy_NULL;
}

HPyDef_METH(type_name, "type_name", HPyFunc_O)
static HPy type_name_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromString(ctx, HPyType_GetName(ctx, arg));
}

HPyDef_METH(is_subtype, "is_subtype", HPyFunc_VARARGS)
static HPy is_subtype_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPyBool_FromBool(ctx, HPyType_IsSubtype(ctx, args[0], args[1]));
}

HPyDef_METH(substring, "substring", HPyFunc_O)
static HPy substring_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_Substring(ctx, arg, 1, 3);
}

HPyDef_METH(append, "append", HPyFunc_O)
static HPy append_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyList_Append(ctx, arg, arg) < 0 ? HPy_NULL : HPyLong_FromSsize_t(ctx, HPy_Length(ctx, arg));
}

HPyDef_METH(raise, "raise_", HPyFunc_O)
static HPy raise_impl(HPyContext *ctx, HPy self, HPy arg) { return HPyErr_SetString(ctx, arg, "raised"); }

HPyDef_METH(raise_object, "raise_object", HPyFunc_O)
static HPy raise_object_impl(HPyContext *ctx, HPy self, HPy arg) { return HPyErr_SetObject(ctx, arg, HPy_NULL); }

HPyDef_METH(eval, "eval", HPyFunc_VARARGS)
static HPy eval_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_EvalCode(ctx, args[0], args[1], HPy_NULL);
}

HPyDef_METH(keys, "keys", HPyFunc_O)
static HPy keys_impl(HPyContext *ctx, HPy self, HPy arg) { return HPyDict_Keys(ctx, arg); }

HPyDef_METH(call_with_names, "call_with_names", HPyFunc_VARARGS)
static HPy call_with_names_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_Call(ctx, args[0], args + 2, 0, args[1]);
}

HPyDef_METH(call_method_with_names, "call_method_with_names", HPyFunc_VARARGS)
static HPy call_method_with_names_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_CallMethod(ctx, args[0], args + 2, 1, args[1]);
}
"""


@pytest.fixture
def typed(compile_module):
    return compile_module(TYPED)


@pytest.fixture
def module(typed):
    module = typed.load("debug")
    with LeakDetector():
        yield module


class TestAbort:
    @pytest.mark.parametrize(
        ("call", "function", "text"),
        [
            ("type_check('x', 2)", "HPy_TypeCheck", "HPy_TypeCheck arg 2 must be a type"),
            ("type_name('x')", "HPyType_GetName", "HPyType_GetName arg must be a type"),
            ("is_subtype('x', str)", "HPyType_IsSubtype", "HPyType_IsSubtype arg 1 must be a type"),
            ("is_subtype(str, 'x')", "HPyType_IsSubtype", "HPyType_IsSubtype arg 2 must be a type"),
            ("substring(b'bytes')", "HPyUnicode_Substring", "HPyUnicode_Substring arg 1 must be a Unicode object"),
            ("call_with_names(print, ['end'], '')", "HPy_Call", "must be a tuple object"),
            ("call_method_with_names('split', ['sep'], 'a b', ' ')", "HPy_CallMethod", "must be a tuple object"),
            ("append((1,))", "HPyList_Append", "HPyList_Append arg 1 must be a list object"),
            ("raise_(3)", "HPyErr_SetString", "HPyErr_SetString arg 1 must be an exception class"),
            ("raise_(int)", "HPyErr_SetString", "HPyErr_SetString arg 1 must be an exception class"),
            ("raise_object(ValueError(1))", "HPyErr_SetObject", "HPyErr_SetObject arg 1 must be an exception class"),
            ("eval(compile('1', '', 'eval'), [])", "HPy_EvalCode", "HPy_EvalCode arg 2 must be a dictionary"),
            # CPython 3.11 crashes in some of these.
            ("call_with_names(enumerate, (b'start',), 1)", "HPy_Call", "items are each a Unicode object"),
            ("call_with_names(dict, ('a', 1), 1, 2)", "HPy_Call", "items are each a Unicode object"),
            ("call_method_with_names('split', (1,), 'a b', ' ')", "HPy_CallMethod", "items are each a Unicode object"),
        ],
    )
    def test_argument_of_another_type(self, typed, assert_aborts, call, function, text):
        assert_aborts(typed, f"mod.{call}", "wrong-type", function, text)

    def test_struct_of_another_shape(self, typed, assert_aborts):
        text = (
            "Invalid usage of _HPy_AsStruct_Long. "
            "Expected shape HPyType_BuiltinShape_Long but got HPyType_BuiltinShape_Object"
        )
        assert_aborts(typed, "mod.value_of_long_shape(mod.Point())", "wrong-shape", "_HPy_AsStruct_Long", text)

    @pytest.mark.parametrize("value", ["42", "'text'", "object()", "type"])
    def test_struct_of_what_has_none(self, typed, assert_aborts, value):
        assert_aborts(
            typed,
            f"mod.value_of({value})",
            "wrong-shape",
            "_HPy_AsStruct_Object",
            "Invalid usage of _HPy_AsStruct_Object",
        )


def test_of_what_is_no_handle_nothing_more_is_said(typed, run_snippet):
    finished = run_snippet(typed, "mod.wild()", options="on_error=warn")
    said = [line.split(": ")[1:3] for line in finished.stderr.splitlines() if line.startswith("HPy debug: ")]
    functions = ["_HPy_AsStruct_Object", "HPyType_GetName"]
    assert said == [["warning[wild-handle]", function] for function in functions], finished.stderr
    # The call that cannot be made fails all the same.
    assert "HPyType_GetName arg must be a type" in finished.stderr
    assert finished.returncode == 1


class TestAccepted:
    def test_types_and_their_subtypes(self, module):
        class Meta(type):
            pass

        class Odd(metaclass=Meta):
            pass

        assert module.type_check("x", str) is True
        assert module.type_check("x", Odd) is False
        assert module.type_name(Odd) == "Odd"
        assert module.is_subtype(bool, int) is True
        assert module.is_subtype(Odd, int) is False

    def test_string_and_its_subclass(self, module):
        class Text(str):
            pass

        assert module.substring("text") == "ex"
        assert module.substring(Text("text")) == "ex"

    def test_list_dictionary_and_their_subclasses(self, module):
        class List(list):
            pass

        class Dict(dict):
            pass

        assert module.append([1]) == module.append(List([1])) == 2
        code = compile("a", "", "eval")
        assert module.eval(code, {"a": 1}) == module.eval(code, Dict(a=1)) == 1

    def test_exception_and_its_subclass(self, module):
        class Meta(type):
            pass

        class Error(LookupError, metaclass=Meta):
            pass

        for kind in (BaseException, KeyboardInterrupt, Error):
            for function in (module.raise_, module.raise_object):
                with pytest.raises(kind):
                    function(kind)

    def test_what_the_header_has_raise_a_system_error(self, module):
        with pytest.raises(SystemError):
            module.keys([])

    def test_keyword_names_and_the_lack_of_them(self, module):
        assert module.call_with_names(dict, ("a", "b"), 1, 2) == {"a": 1, "b": 2}
        assert module.call_method_with_names("split", ("sep",), "a b", " ") == ["a", "b"]

        class Text(str):
            pass

        class Names(tuple):
            pass

        assert module.call_with_names(dict, Names(("a", Text("b"))), 1, 2) == {"a": 1, "b": 2}
        assert module.call_with_names(dict, ()) == {}

    def test_struct_of_the_type_itself(self, module):
        assert module.value_of(module.Point()) == 42

    def test_struct_of_a_python_subclass(self, module):
        class Sub(module.Point):
            pass

        class WithMore(Sub):
            def __init__(self):
                self.more = "more"

        class WithSlots(module.Point):
            __slots__ = ("extra",)

        assert module.value_of(Sub()) == 42
        assert module.value_of(WithMore()) == 42
        assert module.value_of(WithSlots()) == 42
