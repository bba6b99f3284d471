import re

import pytest
from hpy.debug import LeakDetector
from hpy.universal import _debug

SIGSEGV = -11

BUFFERS = """
#include <string.h>

static const char *kept;

static const char *buffer_of(HPyContext *ctx, HPy h)
{
    if (HPyUnicode_Check(ctx, h))
        return HPyUnicode_AsUTF8AndSize(ctx, h, NULL);
    if (HPyBytes_Check(ctx, h))
        return HPyBytes_AsString(ctx, h);
    return HPyType_GetName(ctx, h);
}

HPyDef_METH(write, "write", HPyFunc_O)
static HPy write_impl(HPyContext *ctx, HPy self, HPy arg)
{
    *(volatile char *)buffer_of(ctx, arg) = '!';
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(read_closed, "read_closed", HPyFunc_O)
static HPy read_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    const char *buffer = buffer_of(ctx, copy);
    HPy_Close(ctx, copy);
    return HPyLong_FromLong(ctx, *(volatile const char *)buffer);
}

HPyDef_METH(read_past_the_end, "read_past_the_end", HPyFunc_O)
static HPy read_past_the_end_impl(HPyContext *ctx, HPy self, HPy arg)
{
    const char *buffer = buffer_of(ctx, arg);
    return HPyLong_FromLong(ctx, ((volatile const char *)buffer)[strlen(buffer) + 1]);
}

HPyDef_METH(read_in_a_later_call, "read_in_a_later_call", HPyFunc_NOARGS)
static HPy read_in_a_later_call_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, *(volatile const char *)kept);
}

HPyDef_METH(keep, "keep", HPyFunc_O)
static HPy keep_impl(HPyContext *ctx, HPy self, HPy arg)
{
    kept = buffer_of(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(utf8, "utf8", HPyFunc_O)
static HPy utf8_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t size;
    const char *buffer = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);
    if (buffer == NULL)
        return HPy_NULL;
    if (buffer[size] != 0) {
        HPyErr_SetString(ctx, ctx->h_AssertionError, "no NUL at the end");
        return HPy_NULL;
    }
    return HPyBytes_FromStringAndSize(ctx, buffer, size);
}

HPyDef_METH(bytes, "bytes", HPyFunc_O)
static HPy bytes_impl(HPyContext *ctx, HPy self, HPy arg)
{
    const char *buffer = HPyBytes_AS_STRING(ctx, arg);
    HPy_ssize_t size = HPyBytes_GET_SIZE(ctx, arg);
    if (buffer[size] != 0) {
        HPyErr_SetString(ctx, ctx->h_AssertionError, "no NUL at the end");
        return HPy_NULL;
    }
    return HPyBytes_FromStringAndSize(ctx, buffer, size);
}

HPyDef_METH(type_name, "type_name", HPyFunc_O)
static HPy type_name_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromString(ctx, HPyType_GetName(ctx, arg));
}

HPyDef_METH(two_buffers, "two_buffers", HPyFunc_O)
static HPy two_buffers_impl(HPyContext *ctx, HPy self, HPy arg)
{
    const char *one = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    const char *another = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    return HPyBool_FromBool(ctx, strcmp(one, another) == 0);
}

HPyDef_METH(many_buffers, "many_buffers", HPyFunc_O)
static HPy many_buffers_impl(HPyContext *ctx, HPy self, HPy arg)
{
    for (int i = 0; i < 20000; i++) {
        HPy copy = HPy_Dup(ctx, arg);
        if (*HPyUnicode_AsUTF8AndSize(ctx, copy, NULL) != 'm')
            return HPy_NULL;
        HPy_Close(ctx, copy);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(leak_with_buffer, "leak_with_buffer", HPyFunc_O)
static HPy leak_with_buffer_impl(HPyContext *ctx, HPy self, HPy arg)
{
    buffer_of(ctx, HPy_Dup(ctx, arg));
    return HPy_Dup(ctx, ctx->h_None);
}
"""


@pytest.fixture
def buffers(compile_module):
    return compile_module(BUFFERS)


@pytest.mark.parametrize("value", ["'text'", "b'bytes'", "int", "'x' * 4095", "'x' * 4096", "'x' * 100_000"])
class TestFault:
    def test_write(self, buffers, run_snippet, value):
        assert run_snippet(buffers, f"mod.write({value})").returncode == SIGSEGV

    def test_read_after_the_handle_was_closed(self, buffers, run_snippet, value):
        assert run_snippet(buffers, f"mod.read_closed({value})").returncode == SIGSEGV

    def test_read_in_a_call_after_the_one_that_owned_the_argument(self, buffers, run_snippet, value):
        code = f"value = {value}\nmod.keep(value)\nmod.read_in_a_later_call()"
        assert run_snippet(buffers, code).returncode == SIGSEGV

    def test_read_past_the_end(self, buffers, run_snippet, value):
        assert run_snippet(buffers, f"mod.read_past_the_end({value})").returncode == SIGSEGV


def test_stack_on_which_the_handle_was_closed_is_shown(buffers, run_snippet):
    report = run_snippet(buffers, "mod.read_closed('text')", options="stacks=16").stderr
    closed = re.search(r"  closed by HPy_Close\n    read_closed_impl at .*:(\d+)\n", report)
    accessed = re.search(r"  accessed by\n    read_closed_impl at .*:(\d+)\n", report)
    assert int(closed[1]) == int(accessed[1]) - 1
    assert "note:" not in report
    without = run_snippet(buffers, "mod.read_closed('text')").stderr
    assert "  closed by HPy_Close\n  accessed by\n" in without and "stacks=16, shows where" in without


class TestCorrectUse:
    @pytest.fixture
    def module(self, buffers):
        module = buffers.load("debug")
        with LeakDetector():
            yield module

    @pytest.mark.parametrize(
        "text", ["", "a", "zürich", "nul\0inside", "x" * 4094, "x" * 4095, "x" * 4096, "x" * 70_000]
    )
    def test_buffer_of_a_string_is_whole(self, module, text):
        assert module.utf8(text) == text.encode()

    @pytest.mark.parametrize("value", [b"", b"a", b"nul\0inside", b"x" * 4095, b"x" * 4096, b"x" * 70_000])
    def test_buffer_of_bytes_is_whole(self, module, value):
        assert module.bytes(value) == value

    def test_name_of_a_type_is_whole(self, module):
        assert module.type_name(int) == "int"
        assert module.type_name(LeakDetector) == "LeakDetector"

    def test_string_that_is_not_utf8_is_an_exception(self, module):
        with pytest.raises(UnicodeEncodeError):
            module.utf8("\ud800")

    def test_what_is_no_string_is_an_exception(self, module):
        with pytest.raises(TypeError):
            module.utf8(42)

    def test_two_buffers_of_one_handle_are_both_readable(self, module):
        assert module.two_buffers("text")

    def test_many_buffers_in_one_call(self, module):
        module.many_buffers("many")

    def test_buffer_can_be_read_while_its_handle_is_open(self, buffers):
        generation = _debug.new_generation()
        buffers.load("debug").leak_with_buffer("four")
        (handle,) = _debug.get_open_handles(generation)
        assert handle.raw_data_size == len("four") + len("\0")
        handle._force_close()
