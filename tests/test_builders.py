import pytest
from hpy.debug import LeakDetector

BUILDERS = """
#define FUNCTIONS(Kind, prefix)                                                                                    \\
    static HPy prefix##_build_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)                       \\
    {                                                                                                              \\
        HPy##Kind##Builder builder = HPy##Kind##Builder_New(ctx, nargs);                                           \\
        for (size_t i = 0; i < nargs; i++)                                                                         \\
            HPy##Kind##Builder_Set(ctx, builder, i, args[i]);                                                      \\
        return HPy##Kind##Builder_Build(ctx, builder);                                                             \\
    }                                                                                                              \\
    static HPy prefix##_cancel_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)                      \\
    {                                                                                                              \\
        HPy##Kind##Builder builder = HPy##Kind##Builder_New(ctx, nargs);                                           \\
        for (size_t i = 0; i < nargs; i++)                                                                         \\
            HPy##Kind##Builder_Set(ctx, builder, i, args[i]);                                                      \\
        HPy##Kind##Builder_Cancel(ctx, builder);                                                                   \\
        return HPy_Dup(ctx, ctx->h_None);                                                                          \\
    }                                                                                                              \\
    static HPy prefix##_build_twice_impl(HPyContext *ctx, HPy self)                                                \\
    {                                                                                                              \\
        HPy##Kind##Builder builder = HPy##Kind##Builder_New(ctx, 0);                                               \\
        HPy_Close(ctx, HPy##Kind##Builder_Build(ctx, builder));                                                    \\
        return HPy##Kind##Builder_Build(ctx, builder);                                                             \\
    }                                                                                                              \\
    static HPy prefix##_build_cancelled_impl(HPyContext *ctx, HPy self)                                            \\
    {                                                                                                              \\
        HPy##Kind##Builder builder = HPy##Kind##Builder_New(ctx, 0);                                               \\
        HPy##Kind##Builder_Cancel(ctx, builder);                                                                   \\
        return HPy##Kind##Builder_Build(ctx, builder);                                                             \\
    }                                                                                                              \\
    static HPy prefix##_cancel_built_impl(HPyContext *ctx, HPy self)                                               \\
    {                                                                                                              \\
        HPy##Kind##Builder builder = HPy##Kind##Builder_New(ctx, 0);                                               \\
        HPy result = HPy##Kind##Builder_Build(ctx, builder);                                                       \\
        HPy##Kind##Builder_Cancel(ctx, builder);                                                                   \\
        return result;                                                                                             \\
    }

@METHODS@

FUNCTIONS(List, list)
FUNCTIONS(Tuple, tuple)
"""

METHODS = {
    "build": "VARARGS",
    "cancel": "VARARGS",
    "build_twice": "NOARGS",
    "build_cancelled": "NOARGS",
    "cancel_built": "NOARGS",
}
KINDS = {"list": list, "tuple": tuple}


@pytest.fixture
def builders(compile_module):
    methods = "\n".join(
        f'HPyDef_METH({kind}_{name}, "{kind}_{name}", HPyFunc_{signature})'
        for kind in KINDS
        for name, signature in METHODS.items()
    )
    return compile_module(BUILDERS.replace("@METHODS@", methods))


@pytest.mark.parametrize("kind", KINDS)
class TestBuilder:
    def test_correct_use_is_not_reported(self, builders, misuses, kind):
        module = builders.load("debug")
        with LeakDetector():
            assert getattr(module, f"{kind}_build")(1, "two", None) == KINDS[kind]([1, "two", None])
            assert getattr(module, f"{kind}_build")() == KINDS[kind]()
            assert getattr(module, f"{kind}_cancel")(1, "two", None) is None
        assert (misuses.builders.call_count, misuses.handles.call_count) == (0, 0)

    def test_build_after_the_end_is_a_memory_error_with_a_callback(self, builders, misuses, kind):
        module = builders.load("debug")
        with pytest.raises(MemoryError):
            getattr(module, f"{kind}_build_twice")()
        with pytest.raises(MemoryError):
            getattr(module, f"{kind}_build_cancelled")()
        assert misuses.builders.call_count == 2

    def test_cancel_after_the_end_is_ignored_with_a_callback(self, builders, misuses, kind):
        module = builders.load("debug")
        assert getattr(module, f"{kind}_cancel_built")() == KINDS[kind]()
        assert misuses.builders.call_count == 1
