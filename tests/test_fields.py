"""Fields: those in memory that is not their owner's and those that no traverse function visits are reported, whatever
order a correct program does things in is not."""

import pytest

SOURCE = """
#include <stdlib.h>
#include <string.h>

/* Visits one of its two fields, and an array if it has one. */
typedef struct {
    HPyField visited, forgotten;
    HPyField *items;
    HPy_ssize_t len;
} Box;
HPyType_HELPERS(Box)

HPyDef_SLOT(Box_traverse, HPy_tp_traverse)
static int Box_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    Box *box = (Box *)self;
    HPy_VISIT(&box->visited);
    for (HPy_ssize_t i = 0; i < box->len; i++)
        HPy_VISIT(&box->items[i]);
    return 0;
}

HPyDef_SLOT(Box_destroy, HPy_tp_destroy)
static void Box_destroy_impl(void *self) { free(((Box *)self)->items); }

HPyDef_SLOT(Box_new, HPy_tp_new)
static HPy Box_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Box *box;
    return HPy_New(ctx, type, &box);
}

HPyDef_MEMBER(Box_visited, "visited", HPyMember_OBJECT, offsetof(Box, visited))
HPyDef_MEMBER(Box_forgotten, "forgotten", HPyMember_OBJECT, offsetof(Box, forgotten))

static HPyDef *Box_defines[] = {&Box_traverse, &Box_destroy, &Box_new, &Box_visited, &Box_forgotten, NULL};
static HPyType_Spec Box_spec = {
    .name = "mytest.Box",
    .basicsize = sizeof(Box),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC | HPy_TPFLAGS_BASETYPE,
    .defines = Box_defines,
};

/* Visits its field at one time, and not at another. */
static int is_careless;

HPyDef_SLOT(Moody_traverse, HPy_tp_traverse)
static int Moody_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    if (!is_careless)
        HPy_VISIT(&((Box *)self)->visited);
    return 0;
}

static HPyDef *Moody_defines[] = {&Moody_traverse, &Box_new, NULL};
static HPyType_Spec moody = {
    .name = "mytest.Moody",
    .basicsize = sizeof(Box),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC | HPy_TPFLAGS_BASETYPE,
    .defines = Moody_defines,
};

HPyDef_METH(be_careless, "be_careless", HPyFunc_NOARGS)
static HPy be_careless_impl(HPyContext *ctx, HPy self)
{
    is_careless = 1;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(new_type, "new_type", HPyFunc_NOARGS)
static HPy new_type_impl(HPyContext *ctx, HPy self) { return HPyType_FromSpec(ctx, &moody, NULL); }

/* Has no traverse function. */
typedef struct {
    long number;
    HPyField item;
} Blind;
HPyType_HELPERS(Blind)

static HPyType_Spec Blind_spec = {
    .name = "mytest.Blind",
    .basicsize = sizeof(Blind),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
};

static HPy none(HPyContext *ctx) { return HPy_Dup(ctx, ctx->h_None); }

HPyDef_METH(visited, "visited", HPyFunc_VARARGS)
static HPy visited_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->visited, args[1]);
    return none(ctx);
}

HPyDef_METH(forgotten, "forgotten", HPyFunc_VARARGS)
static HPy forgotten_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->forgotten, args[1]);
    return none(ctx);
}

HPyDef_METH(both, "both", HPyFunc_VARARGS)
static HPy both_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->forgotten, args[1]);
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->visited, args[1]);
    return none(ctx);
}

HPyDef_METH(forgotten_twice, "forgotten_twice", HPyFunc_VARARGS)
static HPy forgotten_twice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->forgotten, args[1]);
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->forgotten, args[0]);
    return none(ctx);
}

/* Two objects are stored in one place: the first is moved to where nothing visits it, the second to where it is visited. */
HPyDef_METH(first_is_lost, "first_is_lost", HPyFunc_VARARGS)
static HPy first_is_lost_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    static HPyField elsewhere;
    HPyField *place = calloc(1, sizeof(HPyField));
    HPyField_Store(ctx, args[0], place, args[1]);
    memcpy(&elsewhere, place, sizeof(HPyField));
    *place = HPyField_NULL;
    HPyField_Store(ctx, args[0], place, args[0]);
    Box_AsStruct(ctx, args[0])->visited = *place;
    free(place);
    return none(ctx);
}

/* The second is the owner's by name only. */
HPyDef_METH(of_another, "of_another", HPyFunc_VARARGS)
static HPy of_another_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[1])->visited, args[1]);
    return none(ctx);
}

HPyDef_METH(blind, "blind", HPyFunc_VARARGS)
static HPy blind_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Blind_AsStruct(ctx, args[0])->item, args[1]);
    return none(ctx);
}

HPyDef_METH(in_static, "in_static", HPyFunc_O)
static HPy in_static_impl(HPyContext *ctx, HPy self, HPy arg)
{
    static HPyField field;
    HPyField_Store(ctx, arg, &field, arg);
    return none(ctx);
}

HPyDef_METH(on_the_stack, "on_the_stack", HPyFunc_O)
static HPy on_the_stack_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyField field = HPyField_NULL;
    HPyField_Store(ctx, arg, &field, ctx->h_None);
    return HPyField_Load(ctx, arg, field);
}

HPyDef_METH(lost, "lost", HPyFunc_O)
static HPy lost_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyField *items = calloc(3, sizeof(HPyField));
    HPyField_Store(ctx, arg, &items[1], arg);
    return none(ctx);
}

/* The owner ends in the call that stores. */
HPyDef_METH(short_life, "short_life", HPyFunc_O)
static HPy short_life_impl(HPyContext *ctx, HPy self, HPy type)
{
    Box *box;
    HPy h = HPy_New(ctx, type, &box);
    HPyField_Store(ctx, h, &box->forgotten, type);
    HPy_Close(ctx, h);
    return none(ctx);
}

/* Stores, calls, and is still not done: correct programs. */

HPyDef_METH(short_and_right, "short_and_right", HPyFunc_O)
static HPy short_and_right_impl(HPyContext *ctx, HPy self, HPy type)
{
    for (int i = 0; i < 3000; i++) {
        Box *box;
        HPy h = HPy_New(ctx, type, &box);
        HPyField_Store(ctx, h, &box->visited, type);
        HPyField_Store(ctx, h, &box->forgotten, type);
        HPyField_Store(ctx, h, &box->forgotten, HPy_NULL);
        HPy_Close(ctx, h);
    }
    return none(ctx);
}

HPyDef_METH(emptied, "emptied", HPyFunc_O)
static HPy emptied_impl(HPyContext *ctx, HPy self, HPy arg)
{
    Box *box = Box_AsStruct(ctx, arg);
    HPyField_Store(ctx, arg, &box->forgotten, arg);
    HPyField_Store(ctx, arg, &box->forgotten, HPy_NULL);
    return none(ctx);
}

/* Python empties the field before the call is over. */
HPyDef_METH(emptied_by, "emptied_by", HPyFunc_VARARGS)
static HPy emptied_by_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Box_AsStruct(ctx, args[0])->forgotten, args[0]);
    return HPy_Call(ctx, args[1], args, 1, HPy_NULL);
}

/* The array becomes the struct's when it is full; its struct is not to be visited while it is filled. */
HPyDef_METH(fill_first, "fill_first", HPyFunc_VARARGS)
static HPy fill_first_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Box *box = Box_AsStruct(ctx, args[0]);
    HPyField *items = calloc(nargs, sizeof(HPyField));
    box->len = nargs;           /* and box->items is NULL */
    for (size_t i = 0; i < nargs; i++)
        HPyField_Store(ctx, args[0], &items[i], args[i]);
    box->items = items;
    return none(ctx);
}

/* Grows the array in the call that stores in it, shifts its items, and takes some out again. */
HPyDef_METH(append_many, "append_many", HPyFunc_VARARGS)
static HPy append_many_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Box *box = Box_AsStruct(ctx, args[0]);
    long count = HPyLong_AsLong(ctx, args[2]);
    for (long i = 0; i < count; i++) {
        HPyField *items = malloc((box->len + 1) * sizeof(HPyField));
        memcpy(items, box->items, box->len * sizeof(HPyField));
        free(box->items);
        box->items = items;
        items[box->len] = HPyField_NULL;
        HPy h = i % 2 ? HPy_Dup(ctx, args[1]) : HPyLong_FromLong(ctx, 1000 + i);
        HPyField_Store(ctx, args[0], &items[box->len++], h);
        HPy_Close(ctx, h);
        if (i % 3 == 2) {       /* takes the first one out */
            HPyField_Store(ctx, args[0], &items[0], HPy_NULL);
            memmove(items, items + 1, --box->len * sizeof(HPyField));
        }
    }
    return HPyLong_FromLong(ctx, box->len);
}

/* An append that grows in place, as a list does. */
HPyDef_METH(append, "append", HPyFunc_VARARGS)
static HPy append_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Box *box = Box_AsStruct(ctx, args[0]);
    if ((box->len & (box->len - 1)) == 0)
        box->items = realloc(box->items, (box->len ? 2 * box->len : 1) * sizeof(HPyField));
    box->items[box->len] = HPyField_NULL;
    HPyField_Store(ctx, args[0], &box->items[box->len++], args[1]);
    return none(ctx);
}

HPyDef_METH(nested, "nested", HPyFunc_VARARGS)
static HPy nested_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Box *box = Box_AsStruct(ctx, args[0]);
    HPyField *items = calloc(1, sizeof(HPyField));
    HPyField_Store(ctx, args[0], items, args[1]);
    HPy result = HPy_Call(ctx, args[1], NULL, 0, HPy_NULL);
    box->items = items;
    box->len = 1;
    return result;
}

HPyDef_METH(wild_owner, "wild_owner", HPyFunc_O)
static HPy wild_owner_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy owner = {0x12345};
    HPyField field = HPyField_NULL;
    HPyField_Store(ctx, owner, &field, arg);
    return none(ctx);
}
"""

MISUSES = {
    "a field that is not visited": ("forgotten(mod.Box(), 'x')", "field-not-visited"),
    "one of two fields with the same object": ("both(mod.Box(), 'x')", "field-not-visited"),
    "a field that is stored twice": ("forgotten_twice(mod.Box(), 'x')", "field-not-visited"),
    "a field that moved before another was stored in its place": ("first_is_lost(mod.Box(), mod)", "foreign-field"),
    "a field of a Python subclass": ("forgotten(type('Sub', (mod.Box,), {})(), 'x')", "field-not-visited"),
    "one of two fields with the same object, after the other was often visited": (
        "visited(mod.Box(), mod)\nfor i in range(100): mod.visited(mod.Box(), mod)\nmod.both(mod.Box(), 'x')",
        "field-not-visited",
    ),
    "a field that was often visited, but no longer is": (
        "new_type()\n"
        "type = mod.new_type()\n"
        "for i in range(100): mod.visited(type(), mod)\n"
        "mod.be_careless()\n"
        "for i in range(64): mod.visited(type(), mod)",
        "field-not-visited",
    ),
    "a field of a type in the place of another that visits it": (
        "new_type()\n"
        "import gc\n"
        "types = [mod.new_type() for i in range(50)]\n"
        "for type in types:\n"
        "    for i in range(20): mod.visited(type(), mod)\n"
        "del type, types; gc.collect()\n"
        "mod.be_careless()\n"
        "types = [mod.new_type() for i in range(50)]\n"
        "mod.visited(types[-1](), mod)",
        "field-not-visited",
    ),
    "a field of an object that ends in the call": ("short_life(mod.Box)", "field-not-visited"),
    "a field of a type without a traverse function": ("blind(mod.Blind(), 'x')", "field-not-visited"),
    "a field of a subclass of such a type": ("blind(type('Sub', (mod.Blind,), {})(), 'x')", "field-not-visited"),
    "a field of another object": ("of_another(mod.Box(), mod.Box())", "foreign-field"),
    "a C global": ("in_static(mod.Box())", "foreign-field"),
    "a C global owned by a module": ("in_static(mod)", "foreign-field"),
    "a C global owned by an int": ("in_static(42)", "foreign-field"),
    "a variable on the stack": ("on_the_stack(mod.Box())", "foreign-field"),
    "memory that nobody knows of": ("lost(mod.Box())", "foreign-field"),
}

PROGRAMS = {
    "fields that are visited": "for i in range(3000): mod.visited(mod.Box(), mod)",
    "a field of a Python subclass": "mod.visited(type('Sub', (mod.Box,), {'__slots__': ('a', '__weakref__')})(), 'x')",
    "objects that end in the call": "mod.short_and_right(mod.Box)",
    "a field that is emptied": "mod.emptied(mod.Box())",
    "a field that Python empties": """
def empty(box): box.forgotten = None; del box.forgotten
mod.emptied_by(mod.Box(), empty)
""",
    "an array that is filled first": "for i in range(100): mod.fill_first(mod.Box(), *range(100))",
    "fields that move": """
for i in range(30):
    box = mod.Box()
    assert mod.append_many(box, mod, 100) == 67
    assert mod.append_many(box, 'x', 100) == 134
mod.append_many(mod.Box(), 'x', 10_000)
""",
    "a list of many fields": """
box = mod.Box()
for i in range(200_000): mod.append(box, i)
""",
    "a half-made object while others are made": """
def others():
    for i in range(10): mod.visited(mod.Box(), mod)
    box = mod.Box()
    box.visited = box
    mod.visited(box, box)
    del box
    import gc; gc.collect()
    mod.short_and_right(mod.Box)
mod.nested(mod.Box(), others)
mod.nested(mod.Box(), lambda: mod.nested(mod.Box(), others))
""",
    "an object that is collected in the call": """
import gc
def collect(box):
    cycle = mod.Box()
    mod.append(cycle, cycle)
    del cycle
    gc.collect()
mod.nested(mod.Box(), lambda: collect(None))
box = mod.Box()
mod.append(box, box)
del box
gc.collect()
""",
    "threads that store while others do": """
import threading
def work():
    for i in range(300):
        mod.fill_first(mod.Box(), 1, 2, 3)
        mod.nested(mod.Box(), lambda: mod.append_many(mod.Box(), work, 20))
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
""",
}


@pytest.fixture
def fields(compile_module):
    return compile_module(SOURCE)


@pytest.mark.parametrize("name", MISUSES)
def test_is_reported(fields, run_snippet, name):
    call, check = MISUSES[name]
    finished = run_snippet(fields, f"mod.{call}")
    first, second = finished.stderr.splitlines()[:2]
    assert first.startswith(f"HPy debug: error[{check}]: HPyField_Store: "), finished.stderr
    assert second.startswith("  argument `target_field`")
    assert finished.returncode == -6


@pytest.mark.parametrize("mode", ["debug", "universal"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_is_not_reported(fields, run_snippet, name, mode):
    finished = run_snippet(fields, PROGRAMS[name], mode=mode)
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr[-2000:]


def test_the_report_shows_where_it_was_stored(fields, run_snippet):
    finished = run_snippet(fields, "box = mod.Box()\nmod.forgotten(box, 'x')", options="stacks=8,on_error=warn")
    assert "forgotten_impl at" in finished.stderr
    assert "  the owner, <Box <mytest.Box object at " in finished.stderr
    assert ">>, does not visit the field Box.forgotten, at offset 8 of its struct\n" in finished.stderr
    assert finished.returncode == 0


def test_of_an_owner_that_is_wrong_itself_nothing_more_is_said(fields, run_snippet):
    finished = run_snippet(fields, "mod.wild_owner('x')", options="on_error=warn")
    reports = [line for line in finished.stderr.splitlines() if line.startswith("HPy debug: ")]
    assert len(reports) == 1 and "[wild-handle]" in reports[0], finished.stderr
    assert finished.returncode == 0
