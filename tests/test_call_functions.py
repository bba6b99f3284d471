"""Which objects HPy_SetCallFunction is right for."""

import pytest

SOURCE = """
HPyDef_CALL_FUNCTION(special)
static HPy special_impl(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyUnicode_FromString(ctx, "special");
}

HPyDef_METH(set, "set", HPyFunc_O)
static HPy set_impl(HPyContext *ctx, HPy self, HPy object)
{
    return HPy_SetCallFunction(ctx, object, &special) < 0 ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}

HPyDef_SLOT(call, HPy_tp_call)
static HPy call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyUnicode_FromString(ctx, "usual");
}

HPyDef_METH(new_type, "new_type", HPyFunc_O)
static HPy new_type_impl(HPyContext *ctx, HPy self, HPy base)
{
    static HPyDef *defines[] = {&call, NULL};
    static HPyType_Spec spec = {
        .name = "mytest.Called", .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE, .defines = defines,
    };
    HPyType_SpecParam params[] = {{HPyType_SpecParam_Base, base}, {(HPyType_SpecParam_Kind)0}};
    return HPyType_FromSpec(ctx, &spec, params);
}
"""


@pytest.mark.parametrize("mode", ["universal", "debug", "trace"])
@pytest.mark.parametrize(
    "make",
    [
        "Called = mod.new_type(object); o = Called()",
        "class Sub(mod.new_type(object)): pass\no = Sub()",
        "class Sub(mod.new_type(list)): pass\no = Sub()",
        # A class is an instance, too: of a metaclass whose instances HPy calls.
        "o = mod.new_type(type)('Class', (), {})",
    ],
)
def test_instances_of_types_with_the_slot_are_called_by_it(compile_module, run_snippet, mode, make):
    finished = run_snippet(compile_module(SOURCE), f"{make}\nmod.set(o)\nprint(o())", mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "special\n", "")


@pytest.mark.parametrize(("abi", "mode"), [("universal", mode) for mode in ("universal", "debug", "trace")] + [("cpython", "")])
def test_object_that_nothing_calls_is_a_type_error(compile_module, run_snippet, abi, mode):
    code = "try: mod.set(7)\nexcept TypeError as error: print(error)"
    finished = run_snippet(compile_module(SOURCE, abi=abi), code, mode)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "type 'int does not implement the HPy call protocol\n"


OF_THE_INTERPRETER = ["type('Class', (), {})", "mod.new_type(object)", "len", "lambda: 1", "[].append", "str.upper"]


@pytest.mark.parametrize("value", OF_THE_INTERPRETER)
def test_object_that_the_interpreter_calls_is_named_in_debug_mode(compile_module, assert_aborts, value):
    text = "HPy_SetCallFunction arg 1 must be an object whose type has HPy_tp_call"
    assert_aborts(compile_module(SOURCE), f"mod.set({value})", "wrong-type", "HPy_SetCallFunction", text)


def test_class_that_debug_mode_names_is_called_as_before(compile_module, run_snippet):
    code = "class C: pass\ntry: mod.set(C)\nexcept Exception as error: print(type(error).__name__, type(C()) is C)"
    finished = run_snippet(compile_module(SOURCE), code, options="on_error=raise,exit_status=0")
    assert (finished.returncode, finished.stdout) == (0, "HPyMisuseError True\n"), finished
