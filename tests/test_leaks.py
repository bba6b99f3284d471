"""Leaks, and the handles that leaked: what the reference's suite does not ask."""

import pytest
from hpy.debug import (
    HPyDebugError,
    HPyLeakError,
    LeakDetector,
    disable_handle_stack_traces,
    set_handle_stack_trace_limit,
)
from hpy.universal import _debug

from sources import CALL, LEAK

LEAKY = LEAK + CALL + """
HPyDef_METH(open_and_close, "open_and_close", HPyFunc_O)
static HPy open_and_close_impl(HPyContext *ctx, HPy self, HPy arg)
{
    long count = HPyLong_AsLong(ctx, arg);
    for (long i = 0; i < count; i++)
        HPy_Close(ctx, HPyLong_FromLong(ctx, i));
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(fail, "fail", HPyFunc_NOARGS)
static HPy fail_impl(HPyContext *ctx, HPy self)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "as asked");
    return HPy_NULL;
}
"""


@pytest.fixture
def leaky(compile_module):
    return compile_module(LEAKY).load("debug")


@pytest.fixture
def stack_traces():
    set_handle_stack_trace_limit(32)
    yield
    disable_handle_stack_traces()


class TestLeakDetector:
    def test_nothing_leaked_is_nothing_raised(self, leaky):
        with LeakDetector():
            leaky.open_and_close(1000)
            leaky.call(lambda: 1)

    def test_several_leaks_are_listed_oldest_first(self, leaky):
        with pytest.raises(HPyLeakError) as caught:
            with LeakDetector():
                for word in ["one", "two", "three"]:
                    leaky.leak(word)
        assert str(caught.value).startswith("3 unclosed handles:\n")
        assert [handle.obj for handle in caught.value.leaks] == ["one", "two", "three"]

    def test_leak_before_the_start_is_not_counted(self, leaky):
        leaky.leak("before")
        with pytest.raises(HPyLeakError) as caught:
            with LeakDetector():
                leaky.leak("after")
        assert [handle.obj for handle in caught.value.leaks] == ["after"]

    def test_inner_detector_sees_only_its_own(self, leaky):
        outer = LeakDetector()
        outer.start()
        leaky.leak("outer")
        with pytest.raises(HPyLeakError) as caught:
            with LeakDetector():
                leaky.leak("inner")
        assert [handle.obj for handle in caught.value.leaks] == ["inner"]
        with pytest.raises(HPyLeakError) as caught:
            outer.stop()
        assert [handle.obj for handle in caught.value.leaks] == ["outer", "inner"]

    def test_function_that_raises_leaks_nothing(self, leaky):
        with LeakDetector():
            with pytest.raises(ValueError, match="as asked"):
                leaky.fail()

    def test_exception_of_a_callback_leaks_nothing(self, leaky):
        def fail():
            raise KeyError("from the callback")

        with LeakDetector():
            with pytest.raises(KeyError, match="from the callback"):
                leaky.call(fail)

    def test_universal_mode_is_not_watched(self, compile_module):
        unwatched = compile_module(LEAKY).load("universal")
        with LeakDetector():
            unwatched.leak("unseen")

    def test_exception_of_the_body_is_the_context_of_the_leak_error(self, leaky):
        original = KeyError("from the body")
        with pytest.raises(HPyLeakError) as caught:
            with LeakDetector():
                leaky.leak("forgotten")
                raise original
        assert caught.value.__context__ is original

    def test_start_twice_is_an_error(self):
        detector = LeakDetector()
        detector.start()
        with pytest.raises(ValueError, match="^LeakDetector already started$"):
            detector.start()

    def test_stop_before_start_is_an_error(self):
        with pytest.raises(ValueError, match="^LeakDetector not started yet$"):
            LeakDetector().stop()

    def test_context_manager_gives_the_detector(self):
        with LeakDetector() as detector:
            assert isinstance(detector, LeakDetector)
            assert isinstance(detector.generation, int)

    def test_leak_error_is_a_debug_error(self):
        assert issubclass(HPyLeakError, HPyDebugError)
        assert issubclass(HPyDebugError, Exception)


class TestDebugHandle:
    @pytest.fixture
    def handles(self, leaky):
        generation = _debug.new_generation()
        leaky.leak("first")
        leaky.leak("second")
        return _debug.get_open_handles(generation)

    def test_repr_says_how_to_get_a_stack(self, handles):
        assert "set_handle_stack_trace_limit" in repr(handles[0])

    def test_repr_holds_the_stack_of_the_opening(self, leaky, stack_traces):
        generation = _debug.new_generation()
        leaky.leak("traced")
        (handle,) = _debug.get_open_handles(generation)
        assert "Allocation stacktrace:" in repr(handle)
        assert "leak_impl" in repr(handle)

    def test_is_of_the_type_in_the_module(self, handles):
        assert type(handles[0]) is _debug.DebugHandle

    def test_has_no_raw_data_without_a_buffer(self, handles):
        assert handles[0].raw_data_size == -1


class TestGenerations:
    def test_each_is_younger_than_the_last(self):
        assert _debug.new_generation() < _debug.new_generation()

    def test_closed_handles_are_listed_from_a_generation_on(self, leaky):
        generation = _debug.new_generation()
        leaky.open_and_close(3)
        later = _debug.new_generation()
        assert len(_debug.get_closed_handles(generation)) >= 3
        assert _debug.get_closed_handles(later) == []

    def test_generation_must_be_a_number(self):
        with pytest.raises(TypeError):
            _debug.get_open_handles("youngest")
        with pytest.raises(TypeError):
            _debug.get_closed_handles(1, 2)


class TestLimits:
    def test_protected_raw_data_size_is_kept(self):
        before = _debug.get_protected_raw_data_max_size()
        try:
            _debug.set_protected_raw_data_max_size(123)
            assert _debug.get_protected_raw_data_max_size() == 123
        finally:
            _debug.set_protected_raw_data_max_size(before)

    @pytest.mark.parametrize(
        "setter",
        [
            _debug.set_closed_handles_queue_max_size,
            _debug.set_protected_raw_data_max_size,
            set_handle_stack_trace_limit,
        ],
    )
    def test_limit_must_be_a_number(self, setter):
        with pytest.raises(TypeError):
            setter("many")

    def test_number_of_frames_must_not_be_negative(self):
        with pytest.raises(ValueError, match="negative"):
            set_handle_stack_trace_limit(-1)


UNENDED = """
HPyDef_METH(unended, "unended", HPyFunc_O)
static HPy unended_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyTracker_New(ctx, 3);
    HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
    HPyListBuilder_Set(ctx, builder, 0, arg);
    HPyTupleBuilder_New(ctx, 0);
    return HPy_Dup(ctx, ctx->h_None);
}
"""


def test_builders_and_trackers_that_are_never_ended_are_leaks(compile_module):
    mod = compile_module(UNENDED, name="unended").load("debug")
    with pytest.raises(HPyLeakError) as raised:
        with LeakDetector():
            mod.unended("item")
    assert raised.value.resources == [
        "1 HPyListBuilder made by HPyListBuilder_New in unended",
        "1 HPyTupleBuilder made by HPyTupleBuilder_New in unended",
        "1 HPyTracker made by HPyTracker_New in unended",
    ]
    assert raised.value.leaks == raised.value.resources
    assert [(leak.obj, leak.is_closed) for leak in raised.value.leaks] == [(None, False)] * 3
    assert repr(raised.value) == f"HPyLeakError({', '.join(raised.value.resources)!r})"
    assert str(raised.value).endswith("To see where they were made use hpy.debug.set_handle_stack_trace_limit")
    with LeakDetector():
        pass


def test_error_says_how_many_handles_are_leaked_in_its_repr(compile_module):
    source = """
    HPyDef_METH(leak, "leak", HPyFunc_O)
    static HPy leak_impl(HPyContext *ctx, HPy self, HPy arg)
    {
        HPy_Dup(ctx, arg);
        HPyTracker_New(ctx, 3);
        return HPy_Dup(ctx, ctx->h_None);
    }
    """
    mod = compile_module(source, name="leaky").load("debug")
    with pytest.raises(HPyLeakError) as raised:
        with LeakDetector():
            mod.leak("item")
    assert repr(raised.value) == "HPyLeakError('1 unclosed handle, 1 HPyTracker made by HPyTracker_New in leaky')"
    handle, tracker = raised.value.leaks
    assert (handle.obj, tracker) == ("item", raised.value.resources[0])
