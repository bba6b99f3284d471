"""The helpers that are compiled into extensions, and the CPython ABI, under AddressSanitizer and UBSan, with formats of every kind."""

import os
import subprocess

import pytest

from extensions import FREE_THREADED, SUFFIXES, Extension, complete, run_python

SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined", "-fno-omit-frame-pointer"]

# Every place has the size of what its unit stores; units without one get a pointer that faults.
SOURCE = r"""
#include <string.h>

enum { MOST = 8 };

static size_t size_of(char unit)
{
    switch (unit) {
    case 'b': case 'B': return 1;
    case 'h': case 'H': return sizeof(short);
    case 'i': case 'I': case 'p': return sizeof(int);
    case 'f': return sizeof(float);
    default: return strchr("lkLKndsO", unit) ? 8 : 0;
    }
}

static void open_places(const char *format, void *places[])
{
    int count = 0;
    memset(places, 0, MOST * sizeof(void *));
    for (; *format != '\0' && strchr(":;", *format) == NULL && count < MOST; format++)
        if (strchr("|$", *format) == NULL)
            places[count++] = size_of(*format) ? calloc(1, size_of(*format)) : NULL;
}

static void close_places(void *places[])
{
    int index;
    for (index = 0; index < MOST; index++)
        free(places[index]);
}

/* A copy of a bytes object that ends where the allocation does. */
static char *copy(HPyContext *ctx, HPy bytes)
{
    size_t size = (size_t)HPyBytes_Size(ctx, bytes) + 1;
    return (char *)memcpy(malloc(size), HPyBytes_AsString(ctx, bytes), size);
}

static HPy *copy_args(const HPy *args, size_t count)
{
    HPy *copied = (HPy *)malloc(count * sizeof(HPy) + (count == 0));
    return count == 0 ? copied : (HPy *)memcpy(copied, args, count * sizeof(HPy));
}

#define P(i) places[i]
#define PLACES P(0), P(1), P(2), P(3), P(4), P(5), P(6), P(7)

static HPy parse_done(HPyContext *ctx, int parsed, HPyTracker ht, void **places, HPy *passed, char *format)
{
    if (parsed)
        HPyTracker_Close(ctx, ht);
    close_places(places);
    free(passed);
    free(format);
    return parsed ? HPy_Dup(ctx, ctx->h_None) : HPy_NULL;
}

HPyDef_METH(parse, "parse", HPyFunc_VARARGS)
static HPy parse_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    char *format = copy(ctx, args[0]);
    HPy *passed = copy_args(args + 1, nargs - 1);
    void *places[MOST];
    HPyTracker ht;
    int parsed;

    open_places(format, places);
    parsed = HPyArg_Parse(ctx, &ht, passed, nargs - 1, format, PLACES);
    return parse_done(ctx, parsed, ht, places, passed, format);
}

static const char *all[] = {"", "a", "b", "c", "d", "e", "f", "g", NULL};

HPyDef_METH(parse_keywords, "parse_keywords", HPyFunc_KEYWORDS)
static HPy parse_keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    size_t named = HPy_IsNull(kwnames) ? 0 : (size_t)HPy_Length(ctx, kwnames);
    char *format = copy(ctx, args[0]);
    HPy *passed = copy_args(args + 2, nargs - 2 + named);
    void *places[MOST];
    HPyTracker ht;
    int parsed;

    open_places(format, places);
    parsed = HPyArg_ParseKeywords(ctx, &ht, passed, nargs - 2, kwnames, format, all + HPyLong_AsLong(ctx, args[1]), PLACES);
    return parse_done(ctx, parsed, ht, places, passed, format);
}

HPyDef_METH(parse_dict, "parse_dict", HPyFunc_VARARGS)
static HPy parse_dict_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    char *format = copy(ctx, args[0]);
    HPy *passed = copy_args(args + 3, nargs - 3);
    void *places[MOST];
    HPyTracker ht;
    int parsed;

    open_places(format, places);
    parsed = HPyArg_ParseKeywordsDict(ctx, &ht, passed, (HPy_ssize_t)nargs - 3, args[2], format,
                                      all + HPyLong_AsLong(ctx, args[1]), PLACES);
    return parse_done(ctx, parsed, ht, places, passed, format);
}

/* A handle, which units for numbers take for one, and those for strings for text: it points to an object. */
#define V(i) args[1 + i]
#define VALUES V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11)

HPyDef_METH(build, "build", HPyFunc_VARARGS)
static HPy build_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    char *format = copy(ctx, args[0]);
    HPy built = HPy_BuildValue(ctx, format, VALUES, 0.5, 1.5, 2.5);
    free(format);
    return built;
}

HPyDef_METH(text, "text", HPyFunc_VARARGS)
static HPy text_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    char *format = copy(ctx, args[0]);
    HPy built = HPyUnicode_FromFormat(ctx, format, VALUES);
    free(format);
    return built;
}

static HPyStructSequence_Field fields[] = {{"a", "first"}, {"b", NULL}, {NULL, NULL}};

HPyDef_METH(sequence, "sequence", HPyFunc_VARARGS)
static HPy sequence_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyStructSequence_Desc desc = {"mytest.Pair", "two", fields};
    HPy type = HPyStructSequence_NewType(ctx, &desc);
    HPy made = HPyStructSequence_New(ctx, type, (HPy_ssize_t)nargs, (HPy *)args);
    HPy_Close(ctx, type);
    return made;
}
"""

# Most formats begin well, so that much is done before something is wrong.
FUZZING = """
import mytest, random
chosen = random.Random(8)

def formats(units, most):
    for _ in range({rounds}):
        length = chosen.randrange(most + 1)
        yield "".join(chosen.choice(units) for _ in range(length)).encode("latin-1")

def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except (TypeError, ValueError, OverflowError, SystemError, MemoryError) as error:
        result = error
    seen.add(type(result))

VALUES = [0, 1, -1, 300, 1 << 40, 1 << 70, "text", "\\0", "\\ud800", "", 1.5, None, b"bytes", [], 1e300]
def values(count):
    return [chosen.choice(VALUES) for _ in range(count)]

for units in ["bBhHiIlkLKnfdpsO", "bBhHiIlkLKnfdpsO|$:;zxN %("]:
    seen = set()
    for format in formats(units, 8):
        attempt(mytest.parse, format, *values(chosen.randrange(9)))
        names = chosen.sample("abcdefgx", chosen.randrange(5))
        attempt(mytest.parse_keywords, format, chosen.randrange(9), *values(chosen.randrange(9)), **dict(zip(names, values(5))))
        keywords = chosen.choice([dict(zip(names, values(5))), (), None])
        attempt(mytest.parse_dict, format, chosen.randrange(9), keywords, *values(chosen.randrange(9)))
    assert {{type(None), TypeError, SystemError}} <= seen, seen

seen = set()
for format in formats("iIlkLKnfdsOS(())[[]]{{}}{{:::,,,, xN\\xff", 12):
    attempt(mytest.build, format, *values(12))
assert {{tuple, int, SystemError}} <= seen, seen

seen = set()
for format in formats("%%%%%%cdiuxpsUSRAV0123456789.lz- a\\xe9", 10):
    attempt(mytest.text, format, *values(12))
for format in [b"%.9223372036854775807d", b"%9223372036854775807d", b"%099999999999999999999d", b"%9223372036854775807s%d"]:
    attempt(mytest.text, format, *values(12))
assert {{str, SystemError, ValueError, MemoryError}} <= seen, seen

assert mytest.sequence(1, 2) == (1, 2)
for count in (0, 1, 3):
    attempt(mytest.sequence, *range(count))
print("done")
"""


@pytest.mark.parametrize("abi", SUFFIXES)
def test_no_format_makes_helpers_leave_their_memory(abi, compiler, tmp_path):
    extension = Extension("mytest", tmp_path / f"mytest{SUFFIXES[abi]}")
    sources = compiler.devel.get_sources(abi)
    flags = [flag for flag in compiler.flags(abi) if not flag.endswith(".a")]
    compiler.compile_plain(complete(SOURCE, "mytest"), extension.path, [*SANITIZERS, *flags, *sources])
    environment = {
        "LD_PRELOAD": " ".join(runtime(name) for name in ("libasan.so", "libubsan.so")),
        # What lives as long as the interpreter is no leak, and a string too large for the memory an exception.
        "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=1000",
        # A free-threaded CPython has one allocator.
        "PYTHONMALLOC": "" if FREE_THREADED else "malloc",
        "HPY": "universal",
    }
    finished = run_python(FUZZING.format(rounds=3000), [extension], environment)
    assert finished.returncode == 0 and finished.stdout == "done\n", finished.stderr


def runtime(name):
    """The path of a sanitizer's library, which has to be loaded first."""
    path = subprocess.run(["cc", f"-print-file-name={name}"], capture_output=True, text=True, check=True).stdout.strip()
    if not os.path.isabs(path):
        pytest.skip(f"the compiler brings no {name} along")
    return path
