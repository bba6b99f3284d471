"""The helpers that are compiled into extensions, in every ABI and mode: what the reference's suite does not ask of them."""

import itertools

import pytest
from hpy.debug import LeakDetector

SOURCE = r"""
#include <string.h>

static const char *names[] = {"a", "b", NULL};

HPyDef_METH(keywords, "keywords", HPyFunc_KEYWORDS)
static HPy keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    long a = -1, b = -1;
    if (!HPyArg_ParseKeywords(ctx, NULL, args, nargs, kwnames, "|ll:keywords", names, &a, &b))
        return HPy_NULL;
    return HPy_BuildValue(ctx, "ll", a, b);
}

/* What the first argument is passed as the keywords. */
HPyDef_METH(wrong_keywords, "wrong_keywords", HPyFunc_O)
static HPy wrong_keywords_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy a = HPy_NULL, b = HPy_NULL;
    HPyTracker ht;
    if (!HPyArg_ParseKeywords(ctx, &ht, NULL, 0, arg, "|OO", names, &a, &b))
        return HPy_NULL;
    HPyTracker_Close(ctx, ht);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(wrong_dict, "wrong_dict", HPyFunc_O)
static HPy wrong_dict_impl(HPyContext *ctx, HPy self, HPy arg)
{
    long a, b;
    if (!HPyArg_ParseKeywordsDict(ctx, NULL, NULL, 0, arg, "|ll", names, &a, &b))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(negative_count, "negative_count", HPyFunc_NOARGS)
static HPy negative_count_impl(HPyContext *ctx, HPy self)
{
    long a, b;
    if (!HPyArg_ParseKeywordsDict(ctx, NULL, NULL, -1, HPy_NULL, "|ll", names, &a, &b))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(without_tracker, "without_tracker", HPyFunc_KEYWORDS)
static HPy without_tracker_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    HPy a, b;
    if (!HPyArg_ParseKeywords(ctx, NULL, args, nargs, kwnames, "OO", names, &a, &b))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

/* The string of a dict lives as long as the tracker. */
HPyDef_METH(string_of_dict, "string_of_dict", HPyFunc_O)
static HPy string_of_dict_impl(HPyContext *ctx, HPy self, HPy arg)
{
    const char *a = "", *b = "";
    HPyTracker ht;
    HPy result;
    if (!HPyArg_ParseKeywordsDict(ctx, &ht, NULL, 0, arg, "|ss", names, &a, &b))
        return HPy_NULL;
    result = HPy_BuildValue(ctx, "ss", a, b);
    HPyTracker_Close(ctx, ht);
    return result;
}

HPyDef_METH(optional, "optional", HPyFunc_VARARGS)
static HPy optional_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    const char *s = "default";
    int p = 7, i = 7;
    double d = 7;
    HPy o = ctx->h_Ellipsis;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "|spidO", &s, &p, &i, &d, &o))
        return HPy_NULL;
    return HPy_BuildValue(ctx, "(siidO)", s, p, i, d, o);
}

HPyDef_METH(dict_to_pack, "dict_to_pack", HPyFunc_NOARGS)
static HPy dict_to_pack_impl(HPyContext *ctx, HPy self)
{
    HPy tuple, dict, names_of = HPyDict_New(ctx);
    int packed;
    HPy_SetItem_s(ctx, names_of, "a", ctx->h_None);
    packed = HPyHelpers_PackArgsAndKeywords(ctx, NULL, 0, names_of, &tuple, &dict);
    HPy_Close(ctx, names_of);
    return packed ? HPy_Dup(ctx, ctx->h_None) : HPy_NULL;
}

/* The format is made of the argument. */
HPyDef_METH(text, "text", HPyFunc_VARARGS)
static HPy text_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    const char *format, *s;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "ss", &format, &s))
        return HPy_NULL;
    if (strchr(format, 'U') != NULL)
        return HPyUnicode_FromFormat(ctx, format, args[1]);
    return HPyUnicode_FromFormat(ctx, format, s);
}

HPyDef_METH(character, "character", HPyFunc_O)
static HPy character_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromFormat(ctx, "%c", (int)HPyLong_AsLong(ctx, arg));
}

HPyDef_METH(not_a_str, "not_a_str", HPyFunc_NOARGS)
static HPy not_a_str_impl(HPyContext *ctx, HPy self)
{
    return HPyUnicode_FromFormat(ctx, "%U", ctx->h_None);
}

HPyDef_METH(format_error, "format_error", HPyFunc_O)
static HPy format_error_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyErr_Format(ctx, ctx->h_KeyError, "no %R in %d places", arg, 3);
}

HPyDef_METH(format_another_error, "format_another_error", HPyFunc_O)
static HPy format_another_error_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "first");
    return HPyErr_Format(ctx, ctx->h_KeyError, "%S, %R", arg, arg);
}

HPyDef_METH(unterminated, "unterminated", HPyFunc_NOARGS)
static HPy unterminated_impl(HPyContext *ctx, HPy self)
{
    char four[] = {'a', 'b', 'c', 'd'};
    return HPyUnicode_FromFormat(ctx, "%.4s", four);
}

HPyDef_METH(built, "built", HPyFunc_O)
static HPy built_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t size;
    const char *format = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);
    return HPy_BuildValue(ctx, format, 1, 2, 3, 4);
}

HPyDef_METH(packed, "packed", HPyFunc_O)
static HPy packed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    switch (HPyLong_AsLong(ctx, arg)) {
    case 0: return HPyTuple_Pack(ctx, 0);
    case 2: return HPyTuple_Pack(ctx, 2, arg, self);
    case 9: return HPyTuple_Pack(ctx, 9, arg, arg, arg, arg, arg, arg, arg, arg, self);
    default: return HPyTuple_Pack(ctx, -1);
    }
}

HPyDef_METH(adjusted, "adjusted", HPyFunc_VARARGS)
static HPy adjusted_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy_ssize_t length, start, stop, step, count;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "nnnn", &length, &start, &stop, &step))
        return HPy_NULL;
    count = HPySlice_AdjustIndices(ctx, length, &start, &stop, step);
    return HPy_BuildValue(ctx, "nnn", start, stop, count);
}

static HPyStructSequence_Field fields[] = {{"first", "a doc"}, {"_", NULL}, {NULL, NULL}};
static HPyStructSequence_Desc description = {"m\xc3\xb6""d.sub.Pair", "a pair", fields};

HPyDef_METH(pair_type, "pair_type", HPyFunc_NOARGS)
static HPy pair_type_impl(HPyContext *ctx, HPy self) { return HPyStructSequence_NewType(ctx, &description); }

HPyDef_METH(pair, "pair", HPyFunc_VARARGS)
static HPy pair_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPyStructSequence_New(ctx, args[0], (HPy_ssize_t)nargs - 1, (HPy *)args + 1);
}
"""

MODES = {"universal": "universal", "debug": "universal", "hybrid": "hybrid", "cpython": "cpython"}


@pytest.fixture(scope="module", params=MODES)
def mod(request, compiler):
    extension = compiler.compile(SOURCE, name="helpers_" + request.param, abi=MODES[request.param])
    return extension.load("debug" if request.param == "debug" else "universal")


@pytest.fixture(autouse=True)
def no_leaks(mod):
    with LeakDetector():
        yield


def test_keywords_are_matched_by_name(mod):
    assert mod.keywords() == (-1, -1)
    assert mod.keywords(1, b=2) == (1, 2)
    assert mod.keywords(b=2, a=1) == (1, 2)


@pytest.mark.parametrize("wrong", [{}, {"a": 1}, ["a"], "ab", 1, None])
def test_keywords_that_are_no_tuple_are_refused(mod, wrong):
    with pytest.raises(SystemError, match="takes the keywords as a tuple of names"):
        mod.wrong_keywords(wrong)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda mod: mod.keywords(other=3), r"'other' is an invalid keyword argument for keywords\(\)"),
        (lambda mod: mod.keywords(1, 2, other=3), r"'other' is an invalid keyword argument for keywords\(\)"),
        (lambda mod: mod.keywords(1, a=2), r"argument for keywords\(\) given by name \('a'\) and position \(1\)"),
        (lambda mod: mod.keywords(1, 2, b=2), r"argument for keywords\(\) given by name \('b'\) and position \(2\)"),
        (lambda mod: mod.wrong_dict({"other": 1}), "'other' is an invalid keyword argument for this function"),
        (lambda mod: mod.wrong_dict({"a": 1, 2: 3}), "keywords must be strings"),
    ],
)
def test_keywords_that_nothing_takes_are_refused_as_by_cpython(mod, call, message):
    with pytest.raises(TypeError, match=message):
        call(mod)


def test_keywords_that_are_no_dict_are_refused(mod):
    for wrong in (("a",), ["a"], 1):
        with pytest.raises(SystemError, match="takes the keywords as a dict"):
            mod.wrong_dict(wrong)
    with pytest.raises(SystemError, match="negative number"):
        mod.negative_count()
    with pytest.raises(TypeError, match="must be a tuple"):
        mod.dict_to_pack()


def test_handles_need_a_tracker(mod):
    with pytest.raises(SystemError, match="HPyTracker"):
        mod.without_tracker(1, 2)


def test_an_error_of_a_dict_is_passed_on(mod):
    class Unwilling(dict):
        def __contains__(self, key):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mod.wrong_dict(Unwilling(a=1))


def test_a_string_of_a_dict_lives_as_long_as_the_tracker(mod):
    assert mod.string_of_dict({"a": "x" * 100, "b": "ü"}) == ("x" * 100, "ü")
    assert mod.string_of_dict({}) == ("", "")


def test_optional_arguments_keep_their_defaults(mod):
    assert mod.optional() == ("default", 7, 7, 7.0, ...)
    assert mod.optional("s", []) == ("s", 0, 7, 7.0, ...)
    assert mod.optional("s", 1, 2, 3, 4) == ("s", 1, 2, 3.0, 4)


@pytest.mark.parametrize(
    "format, text, expected",
    [
        ("%s", "ünï", "ünï"),
        ("%6s|", "ünï", "   ünï|"),
        ("%6U|", "ünï", "   ünï|"),
        ("%.2U", "ünï", "ün"),
        ("%5.2U", "ünï", "   ün"),
        ("%.3s", "ünï", "ün"),
        ("%.1s", "ünï", ""),
        ("%.5s", "a€😀", "a€"),
        ("%.8s", "a€😀", "a€😀"),
        ("%.0s", "abc", ""),
        ("100%%%s", "!", "100%!"),
        ("", "", ""),
        ("%300s", "x", "x".rjust(300)),
    ],
)
def test_text_is_cut_and_filled_by_character(mod, format, text, expected):
    assert mod.text(format, text) == expected


@pytest.mark.parametrize("format", ["%", "%5", "%.", "%l", "%ll", "%ls", "%zs", "%q", "%5%"])
def test_formats_that_are_none_are_refused(mod, format):
    with pytest.raises(SystemError, match="invalid format string"):
        mod.text(format, "x")


def test_formats_have_limits(mod):
    with pytest.raises(ValueError, match="width too big"):
        mod.text("%99999999999999999999s", "x")
    with pytest.raises(ValueError, match="precision too big"):
        mod.text("%.99999999999999999999s", "x")
    with pytest.raises(ValueError, match="non-ASCII byte: 0xc3"):
        mod.text("ü", "x")
    with pytest.raises(MemoryError):
        mod.text("%9223372036854775807s", "x")


def test_characters_of_all_lengths(mod):
    for character in "aü€😀\U0010ffff":
        assert mod.character(ord(character)) == character
    for number in (-1, 0x110000):
        with pytest.raises(OverflowError):
            mod.character(number)


def test_values_that_do_not_fit_the_format(mod):
    with pytest.raises(SystemError, match="%U"):
        mod.not_a_str()
    with pytest.raises(KeyError, match="no 'x' in 3 places"):
        mod.format_error("x")


def test_an_error_takes_the_place_of_another(mod, capfd):
    with pytest.raises(KeyError) as caught:
        mod.format_another_error("x")
    assert caught.value.args == ("x, 'x'",)
    assert caught.value.__context__ is None
    assert "HPy debug" not in capfd.readouterr().err


def test_a_precision_spares_the_terminator(mod):
    assert mod.unterminated() == "abcd"


@pytest.mark.parametrize(
    "format, expected",
    [
        ("", None),
        ("()", ()),
        ("[]", []),
        ("{}", {}),
        (" i , i ", (1, 2)),
        ("([i], [ ], {i:i})", ([1], [], {2: 3})),
        ("{i:i, i:(i),}", {1: 2, 3: (4,)}),
        ("((((i))))", ((((1,),),),)),
    ],
)
def test_values_are_built(mod, format, expected):
    assert mod.built(format) == expected


@pytest.mark.parametrize("format", [")", "i)", "(i", "[(i])", "{i", "{i:", "{i:}", "{:i}", "{i i}", "(i}", "q", "{,}", "(()"])
def test_wrong_formats_of_values_are_refused(mod, format):
    with pytest.raises(SystemError):
        mod.built(format)


def test_tuples_of_any_number(mod):
    assert mod.packed(0) == ()
    assert mod.packed(2)[0] == 2
    assert mod.packed(9)[:8] == (9,) * 8
    with pytest.raises(SystemError):
        mod.packed(1)


def test_slices_are_adjusted_as_python_does(mod):
    largest = 2**63 - 1
    bounds = [-largest - 1, -largest, -7, -5, -1, 0, 1, 4, 5, 7, largest]
    for start, stop, step in itertools.product(bounds, bounds, [-largest, -3, -1, 1, 2, largest]):
        for length in (0, 5):
            expected = range(*slice(start, stop, step).indices(length))
            assert mod.adjusted(length, start, stop, step) == (expected.start, expected.stop, len(expected))


def test_struct_sequences_have_names(mod):
    pair = mod.pair_type()
    assert (pair.__module__, pair.__name__, pair.__doc__, pair.n_fields) == ("möd.sub", "Pair", "a pair", 2)
    value = mod.pair(pair, 1, 2)
    assert (value.first, value[1], tuple(value)) == (1, 2, (1, 2))
    assert "Pair(first=1" in repr(value)
    for wrong in [(pair, 1), (pair, 1, 2, 3), (tuple, 1, 2), (3, 1, 2), (type("T", (), {"n_fields": 2}), 1, 2)]:
        with pytest.raises(TypeError):
            mod.pair(*wrong)
