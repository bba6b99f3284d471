"""The C headers and helper sources of hpy.devel: clean for every compiler, and those of hpy 0.9.0 to the user."""

import ctypes
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from hpy.devel import HPyDevel

from api_spec import LATER

ABIS = ("universal", "hybrid", "cpython")
COMPILERS = {
    "gcc": ("c", "gcc", "-std=c99"),
    "clang": ("c", "clang", "-std=c99"),
    "g++": ("c++", "g++", "-std=c++11"),
    "clang++": ("c++", "clang++", "-std=c++11"),
}
STRICT = ["-Wall", "-Wextra", "-Werror", "-O1", "-fPIC"]
OURS = HPyDevel()

# One of everything that macros define.
SAMPLE = r"""
#include <hpy.h>

typedef struct { HPyField field; long number; } Point;
HPyType_HELPERS(Point)
typedef struct { int size; } Sizes;
HPyType_HELPERS(Sizes, HPyType_BuiltinShape_List)

HPyDef_SLOT(Point_traverse, HPy_tp_traverse)
static int Point_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
    HPy_VISIT(&((Point *)self)->field);
    return 0;
}

HPyDef_SLOT(Point_destroy, HPy_tp_destroy)
static void Point_destroy_impl(void *self) { (void)self; }

HPyDef_SLOT(Point_new, HPy_tp_new)
static HPy Point_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw) {
    Point *point;
    static const char *names[] = {"number", NULL};
    HPy h = HPy_New(ctx, type, &point);
    if (!HPy_IsNull(h) && !HPyArg_ParseKeywordsDict(ctx, NULL, args, nargs, kw, "l", names, &point->number)) {
        HPy_Close(ctx, h);
        return HPy_NULL;
    }
    return h;
}

HPyDef_SLOT(Point_compare, HPy_tp_richcompare)
static HPy Point_compare_impl(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op) {
    HPy_RETURN_RICHCOMPARE(ctx, Point_AsStruct(ctx, self)->number, Point_AsStruct(ctx, other)->number, op);
}

HPyDef_SLOT(Point_getbuffer, HPy_bf_getbuffer)
static int Point_getbuffer_impl(HPyContext *ctx, HPy self, HPy_buffer *view, int flags) {
    (void)flags;
    view->obj = HPy_Dup(ctx, self);
    view->buf = Point_AsStruct(ctx, self);
    return 0;
}

HPyDef_MEMBER(Point_number, "number", HPyMember_LONG, offsetof(Point, number))

HPyDef_GET(Point_double, "double")
static HPy Point_double_get(HPyContext *ctx, HPy self, void *closure) {
    (void)closure;
    return HPyLong_FromLong(ctx, 2 * Point_AsStruct(ctx, self)->number);
}

HPyDef_SET(Point_triple, "triple")
static int Point_triple_set(HPyContext *ctx, HPy self, HPy value, void *closure) {
    (void)closure;
    Point_AsStruct(ctx, self)->number = HPyLong_AsLong(ctx, value) / 3;
    return HPyErr_Occurred(ctx) ? -1 : 0;
}

HPyDef_GETSET(Point_both, "both")
static HPy Point_both_get(HPyContext *ctx, HPy self, void *closure) { return Point_double_get(ctx, self, closure); }
static int Point_both_set(HPyContext *ctx, HPy self, HPy value, void *closure) {
    return Point_triple_set(ctx, self, value, closure);
}

HPyCapsule_DESTRUCTOR(forget)
static void forget_impl(const char *name, void *pointer, void *context) { (void)name; (void)pointer; (void)context; }

HPyDef_CALL_FUNCTION(call)
static HPy call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
    HPy_ssize_t length = HPy_IsNull(kwnames) ? 0 : HPy_Length(ctx, kwnames);
    (void)self;
    (void)args;
    HPy_BEGIN_LEAVE_PYTHON(ctx)
    length += (HPy_ssize_t)nargs;
    HPy_END_LEAVE_PYTHON(ctx)
    return HPyLong_FromSsize_t(ctx, length);
}

HPyDef_METH(many, "many", HPyFunc_VARARGS)
static HPy many_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
    (void)self;
    (void)args;
    return HPyTuple_Pack(ctx, 2, nargs ? ctx->h_True : ctx->h_False, ctx->h_None);
}

HPyDef_METH(none, "none", HPyFunc_NOARGS)
static HPy none_impl(HPyContext *ctx, HPy self) {
    HPy capsule = HPyCapsule_New(ctx, (void *)"", "name", &forget);
    if (HPy_SetCallFunction(ctx, self, &call) < 0)
        HPyErr_Clear(ctx);
    HPy_Close(ctx, capsule);
    return HPyBool_FromLong(ctx, SHAPE(Sizes) == HPyType_BuiltinShape_List);
}

HPyDef_SLOT(execute, HPy_mod_exec)
static int execute_impl(HPyContext *ctx, HPy module) {
    static HPyDef *defines[] = {&Point_traverse, &Point_destroy, &Point_new,    &Point_compare, &Point_getbuffer,
                                &Point_number,   &Point_double,  &Point_triple, &Point_both,    NULL};
    HPyType_Spec spec = {"sample.Point", sizeof(Point), 0, HPy_TPFLAGS_DEFAULT, SHAPE(Point), NULL, defines, NULL};
    return HPyHelpers_AddType(ctx, module, "Point", &spec, NULL) ? 0 : -1;
}

static HPyDef *defines[] = {&many, &none, &execute, NULL};
static HPyModuleDef definition = {"a sample", 0, NULL, defines, NULL};
HPy_MODINIT(sample, definition)
"""

# What the C++ of before C++20 lacks, and these macros take nevertheless.
NAMED_FIELDS = r"""
#include <hpy.h>
HPyDef_METH(documented, "documented", HPyFunc_NOARGS, .doc = "a text")
static HPy documented_impl(HPyContext *ctx, HPy self) { return HPy_Dup(ctx, self); }
typedef struct { long number; } Point;
HPyDef_MEMBER(number, "number", HPyMember_LONG, offsetof(Point, number), .readonly = 1, .doc = "a text")
HPyDef_GET(same, "same", .closure = NULL)
static HPy same_get(HPyContext *ctx, HPy self, void *closure) { (void)closure; return HPy_Dup(ctx, self); }
"""


# A macro, a function, a type, the end of one that began above, a field, a constant of an enum. Headers are laid out so.
DECLARATION = re.compile(
    r"#\s*define (\w+)|HPyAPI_\w+ [^;{(]*?(\w+)\(|typedef .*?\(\*(\w+)\)\(|typedef [^(]*?(\w+);|\} (\w+);"
    r"|    (\w[\w ]*[ *]\w+(?:\[\w*\])?);|    (\w+) = -?\d+,"
)


def test_everything_public_is_documented():
    declared, documented = set(), set()
    # The headers of the cpython ABI declare the same again.
    for header in (path for path in OURS.include_dir.rglob("*.h") if "cpython" not in str(path.relative_to(OURS.include_dir))):
        scope, documents_scope, before = None, False, ""
        for line in header.read_text().splitlines():
            is_documented, before = before.endswith("*/"), line
            if re.match(r"typedef (struct|enum) \{$", line):
                scope, documents_scope = [], is_documented
                continue
            found = DECLARATION.match(line)
            if scope is not None and line.startswith("    ") and found:
                scope.append((found[found.lastindex], is_documented))
            elif found and not line.startswith("    "):
                name = found[found.lastindex]
                if line.startswith("}"):
                    # The fields are those of a type that may be nobody's to look into.
                    inside = [] if name.startswith("_HPyFunc") else scope
                    is_documented = documents_scope and all(documented for _, documented in inside)
                    scope = None
                declared.add(name)
                documented.update([name] if is_documented else [])
    public = {name for name in declared if name.startswith(("HPy", "HPY", "SHAPE")) and not name.endswith("_H")}
    assert len(public) > 300
    assert public - documented == set()


def flags(devel, abi):
    includes = [f"-I{path}" for path in devel.get_include_dirs(abi)]
    if abi != "universal":
        includes += ["-isystem", sysconfig.get_path("include")]
    return [*(f"-D{macro}" for macro in devel.get_macros(abi)), *includes]


def run(*command, text=None):
    result = subprocess.run([str(part) for part in command], input=text, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout


def compile_strictly(compiler, abi, source, tmp_path, *more):
    language, program, standard = COMPILERS[compiler]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    run(program, standard, *STRICT, *flags(OURS, abi), *more, "-x", language, "-c", "-", "-o", tmp_path / "out.o", text=source)


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("abi", ABIS)
def test_headers_are_clean(compiler, abi, tmp_path):
    compile_strictly(compiler, abi, SAMPLE, tmp_path)
    compile_strictly(compiler, abi, NAMED_FIELDS, tmp_path)


@pytest.mark.parametrize(("compiler", "standard"), [("gcc", "c11"), ("clang", "c11"), ("g++", "c++17"), ("clang++", "c++17")])
@pytest.mark.parametrize("abi", ABIS)
def test_headers_are_clean_to_pedants(compiler, standard, abi, tmp_path):
    for source in (SAMPLE, NAMED_FIELDS):
        compile_strictly(compiler, abi, source, tmp_path, f"-std={standard}", "-Wpedantic")


def test_flags_of_buffers_are_those_of_cpython(tmp_path):
    header = (OURS.include_dir / "hpy/hpyfunc.h").read_text()
    names = re.findall(r"#define HPyBUF_(\w+)", header)
    assert len(names) > 15
    same = " && ".join(f"HPyBUF_{name} == PyBUF_{name}" for name in names)
    source = f"#include <hpy.h>\n#include <Python.h>\nchar check[{same} ? 1 : -1];\n"
    run("cc", *flags(OURS, "hybrid"), "-x", "c", "-c", "-", "-o", tmp_path / "flags.o", text=source)


@pytest.mark.parametrize("compiler", ["gcc", "clang"])
@pytest.mark.parametrize("abi", ABIS)
def test_helper_sources_are_clean(compiler, abi, tmp_path):
    for source in OURS.get_sources(abi):
        compile_strictly(compiler, abi, Path(source).read_text(), tmp_path, "-I", OURS.src_dir)


@pytest.mark.parametrize("abi", ABIS)
def test_every_header_can_be_included_alone(abi, tmp_path):
    other = {"universal": "cpython/", "hybrid": "cpython/", "cpython": "universal/"}[abi]
    internal = ("hpy/autogen/", f"hpy/{other}", "hpy/forbid_python_h/", "hpy/runtime/ctx_")
    headers = [path.relative_to(OURS.include_dir).as_posix() for path in OURS.include_dir.rglob("*.h")]
    public = [header for header in headers if not header.startswith(internal)]
    assert len(public) > 15
    for header in public:
        compile_strictly("gcc", abi, f"#include <{header}>\n", tmp_path)


def test_headers_of_the_reference_have_a_counterpart(reference_devel):
    generated = ("hpy/universal/", "hpy/cpython/", "hpy/autogen_", "hpy/runtime/ctx_")
    for path in reference_devel.include_dir.rglob("*.h"):
        header = path.relative_to(reference_devel.include_dir).as_posix()
        if not header.startswith(generated):
            assert (OURS.include_dir / header).exists(), header


def test_wrong_abi_macros_are_refused():
    for macros, message in [([], "Cannot determine"), (["-DHPY_ABI_CPYTHON", "-DHPY_ABI_HYBRID"], "Conflicting macros")]:
        command = ["cc", *macros, f"-I{OURS.include_dir}", "-E", str(OURS.include_dir / "hpy.h")]
        result = subprocess.run(command, capture_output=True, text=True)
        assert result.returncode != 0 and message in result.stderr


def preprocessed(devel, abi):
    """What hpy.h declares, without what it includes of others."""
    lines, wanted = [], False
    for line in run("cc", "-E", *flags(devel, abi), "-", text="#include <hpy.h>\n").splitlines():
        marker = re.match(r'# \d+ "(.*)"', line)
        if marker:
            wanted = marker[1].startswith(str(devel.include_dir))
        elif wanted:
            lines.append(line)
    return re.sub(r"__attribute__\s*\(\(.*?\)\)(?=[\s;])", "", "\n".join(lines))


def structs(text):
    """The names of the fields of each struct."""
    named = re.findall(r"typedef struct (?:\w+ )?\{([^{}]*)\} (\w+);", text)
    named += [(body, f"struct {name}") for name, body in re.findall(r"^struct (\w+) \{([^{}]*)\};", text, re.MULTILINE)]
    fields = {name: re.findall(r"(\w+)\s*(?:\)\([^;]*)?;", body) for body, name in named}
    # The one with a struct inside.
    return {**fields, "HPyDef": ["kind", "slot", "meth", "member", "getset"]}


def enums(text):
    return re.findall(r"\b(\w+) *=? *-?\w*,", "".join(re.findall(r"typedef enum \{([^{}]*)\}", text)))


def layout(devel, abi, tmp_path):
    """Offset and size of each field, the size of each struct, the value of each enum constant."""
    text = preprocessed(devel, abi)
    lines = []
    for name, fields in sorted(structs(text).items()):
        lines.append(f'printf("%s %zu\\n", "{name}", sizeof({name}));')
        for index, field in enumerate(fields):
            place = f"offsetof({name}, {field}), sizeof((({name} *)0)->{field})"
            # The arguments of calls are nobody's to name.
            label = index if name.startswith("_HPyFunc_args") else field
            lines.append(f'printf("%s.%s %zu %zu\\n", "{name}", "{label}", {place});')
    lines += [f'printf("%s %d\\n", "{name}", (int){name});' for name in sorted(set(enums(text)))]
    body = "\n".join(lines)
    program = tmp_path / f"layout-{devel is OURS}"
    source = f"#include <stdio.h>\n#include <hpy.h>\nint main(void) {{ {body} return 0; }}\n"
    object_file = f"{program}.o"
    run("cc", *flags(devel, abi), "-x", "c", "-c", "-", "-o", object_file, text=source)
    # Functions are declared and never called.
    run("cc", "-Wl,--unresolved-symbols=ignore-all", object_file, "-o", program)
    return run(program).splitlines()


@pytest.mark.parametrize("abi", ABIS)
def test_structs_and_enums_are_laid_out_as_in_the_reference(reference_devel, abi, tmp_path):
    ours, theirs = (set(layout(devel, abi, tmp_path)) for devel in (OURS, reference_devel))
    assert len(theirs) > 250
    # What later releases added stands at its end.
    later = re.compile(rf"struct _HPyContext_s(\.({'|'.join(LATER)}))? ")
    ours, theirs = ({line for line in lines if not later.match(line)} for lines in (ours, theirs))
    assert theirs - ours == set()
    # Nor is anything more in the same structs.
    structs = {line.split(".")[0] for line in theirs if "." in line}
    assert {line for line in ours - theirs if "." in line and line.split(".")[0] in structs} == set()


def declarations(text):
    """The declaration of each function of the API: what stands before and behind its name."""
    text = re.sub(r"\s+", " ", text)
    found = {}
    for result, name, params in re.findall(r"(?:^|[;}]) ?((?:\w+ )*[\w]+[ *]+)((?:_?HPy)\w+) ?\(([^;{}]*?)\) ?(?=[;{])", text):
        words = [word for word in result.split() if word not in ("static", "inline", "extern", "typedef")]
        if words and words[0] not in ("return", "else") and "HPyContext" in params:
            found[name] = (" ".join(words), params)
    return found


@pytest.mark.parametrize("abi", ABIS)
def test_functions_have_the_types_of_the_reference(reference_devel, abi, tmp_path):
    # One that the reference declares, and whose function it has not got; one that is const-correct here.
    text = preprocessed(reference_devel, abi).replace("HPyModule_Create", "none").replace(" HPy items[]", " const HPy items[]")
    theirs = {name: types for name, types in declarations(text).items() if not name.startswith("_HPyModule")}
    assert len(theirs) > 180
    pointers = [f"{result} (*check_{name})({params}) = {name};" for name, (result, params) in theirs.items()]
    run("cc", "-Werror", *flags(OURS, abi), "-x", "c", "-c", "-", "-o", tmp_path / "o", text="#include <hpy.h>\n" + "\n".join(pointers))


@pytest.mark.parametrize("abi", ABIS)
def test_macros_of_the_reference_are_defined(reference_devel, abi):
    def macros(devel):
        text = run("cc", "-E", "-dM", *flags(devel, abi), "-", text="#include <hpy.h>\n")
        return {name for name in re.findall(r"#define (\w+)", text) if name.startswith(("HPy", "HPY", "SHAPE"))}

    guards = {name for name in macros(reference_devel) if name.endswith("_H")}
    assert macros(reference_devel) - guards - macros(OURS) == set()


def build(devel, abi, tmp_path):
    library = tmp_path / f"sample-{abi}-{devel is OURS}.so"
    run(
        *["cc", "-shared", "-fPIC", *flags(devel, abi), *devel.get_sources(abi)],
        *["-x", "c", "-", "-o", library],
        text=SAMPLE,
    )
    return library


@pytest.mark.parametrize("abi", ABIS)
def test_extensions_export_the_same_functions(reference_devel, abi, tmp_path):
    def exported(devel):
        listed = run("nm", "-D", "--defined-only", build(devel, abi, tmp_path)).splitlines()
        return {line.split()[-1] for line in listed}

    # Definitions are hidden: the loader would take another library's symbol of that name for one.
    definitions = set(re.findall(r"HPyDef_(?!CALL_FUNCTION)\w+\((\w+)", SAMPLE))
    assert {"many", "Point_new", "Point_number"} < definitions
    assert exported(OURS) == exported(reference_devel) - definitions


def test_extensions_ask_for_the_same_version(reference_devel, tmp_path):
    for devel in (OURS, reference_devel):
        library = ctypes.CDLL(str(build(devel, "universal", tmp_path)))
        assert library.get_required_hpy_major_version_sample() == library.get_required_hpy_minor_version_sample() == 0


UNKNOWN = """
#include <hpy.h>
HPyDef_@DEFINITION@
static HPy sym_impl(HPyContext *ctx, HPy self) { return HPy_Dup(ctx, self); }
static HPyDef *defines[] = {&sym, NULL};
static HPyModuleDef def = {.doc = "", .defines = defines};
HPy_MODINIT(sample, def)
"""


@pytest.mark.parametrize("language", ["c", "c++"])
@pytest.mark.parametrize("abi", ABIS)
@pytest.mark.parametrize(
    ("definition", "name"),
    [("SLOT(sym, HPy_tp_unknown)", "HPy_tp_unknown"), ('METH(sym, "sym", HPyFunc_UNKNOWN)', "HPyFunc_UNKNOWN")],
)
def test_what_the_headers_do_not_know_is_one_error(abi, language, definition, name):
    command = ["cc", "-fsyntax-only", *flags(OURS, abi), "-x", language, "-"]
    source = UNKNOWN.replace("@DEFINITION@", definition)
    compiled = subprocess.run([str(part) for part in command], input=source, capture_output=True, text=True)
    errors = [line for line in compiled.stderr.splitlines() if " error: " in line]
    assert len(errors) == 1, compiled.stderr
    assert f"‘{name}’" in errors[0] or f"'{name}'" in errors[0]
