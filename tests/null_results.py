"""An extension whose functions return NULL, 0 or -1 without an exception, in every slot and every kind of method, and print
which of their handles are NULL. It is made from api.toml.

CASES says what each type is; SCRIPT does with instances of each what calls the slots, in a forked process.
"""

import re

from api_spec import SIGNATURES, SPEC, split
from extensions import FORKED

SLOTS = {
    slot: stanza for slot, stanza in SPEC["slots"].items() if not slot.startswith("HPy_mod_") and "since" not in stanza
}
# What a result of each C type may be that is no result.
RESULTS = {"HPy": ["HPy_NULL"], "void": [""], "int": ["0", "-1"], "HPy_ssize_t": ["0", "-1"], "HPy_hash_t": ["0", "-1"]}

OPERATIONS = """
import operator
OPERATIONS = [
    "repr(o)", "str(o)", "hash(o)", "len(o)", "bool(o)", "int(o)", "float(o)", "operator.index(o)", "abs(o)", "-o", "+o", "~o",
    "o[0]", "o['a']", "o[0:1]", "operator.setitem(o, 0, 1)", "operator.delitem(o, 0)", "operator.setitem(o, 'a', 1)",
    "operator.delitem(o, 'a')", "o in o", "1 in o", "o + o", "o + 1", "1 + o", "o - 1", "o * 2", "2 * o", "o @ o", "o / 1",
    "o // 1", "o % 1", "divmod(o, 1)", "o ** 2", "pow(o, 2, 3)", "o << 1", "o >> 1", "o & 1", "o | 1", "o ^ 1",
    "operator.iadd(o, 1)", "operator.isub(o, 1)", "operator.imul(o, 1)", "operator.imatmul(o, 1)", "operator.itruediv(o, 1)",
    "operator.ifloordiv(o, 1)", "operator.imod(o, 1)", "operator.ipow(o, 1)", "operator.ilshift(o, 1)",
    "operator.irshift(o, 1)", "operator.iand(o, 1)", "operator.ior(o, 1)", "operator.ixor(o, 1)", "operator.iconcat(o, o)",
    "o()", "o(1, a=2)", "o == 1", "o < 1", "memoryview(o)", "bytes(o)", "list(o)", "o.get", "setattr(o, 'get', 1)",
    "delattr(o, 'get')", "o.noargs()", "o.o(1)", "o.varargs(1)", "o.keywords(1, a=2)", "type(o)()", "type(o)(1, a=2)",
]
"""


def function_of(name, signature, value):
    stanza = SIGNATURES[f"HPyFunc_{signature}"]
    kind, parameters = split(stanza["c"])
    context = ["HPyContext *ctx"] if stanza.get("context", True) else []
    declared = ", ".join([*context, *(f"{ctype} {parameter}" for parameter, ctype in parameters)])
    prints = "".join(f'printf("{signature} {p} %d, ", HPy_IsNull({p})); ' for p, ctype in parameters if ctype == "HPy")
    return f"static {kind} {name}({declared}) {{ {prints}fflush(stdout); return {value}; }}"


def definitions():
    """What each type is, and the C text of its definitions."""
    for slot, stanza in SLOTS.items():
        kind = split(SIGNATURES[f"HPyFunc_{stanza['signature']}"]["c"])[0]
        for number, value in enumerate(RESULTS[kind]):
            name = f"{slot}_{number}"
            body = function_of(f"{name}_impl", stanza["signature"], value)
            yield f"{slot} returns {value}", name, f"HPyDef_SLOT({name}, {slot})\n{body}"
    for name, stanza in SIGNATURES.items():
        if "method" in stanza and "since" not in stanza:
            short = name.removeprefix("HPyFunc_")
            body = function_of(f"meth_{short}_impl", short, "HPy_NULL")
            yield f"{name} returns HPy_NULL", f"meth_{short}", f'HPyDef_METH(meth_{short}, "{short}", {name.upper().replace("HPYFUNC", "HPyFunc")})\n{body}'
    for number, value in enumerate(["0", "-1"]):
        parts = function_of(f"getset_{number}_get", "getter", "HPy_NULL"), function_of(f"getset_{number}_set", "setter", value)
        yield f"setter returns {value}", f"getset_{number}", "\n".join([f'HPyDef_GETSET(getset_{number}, "get")', *parts])


CASES = list(definitions())
assert not any(re.search(r"[^\w]", name) for _, name, _ in CASES)


def source():
    cases = "".join(f"    case {number}: defines[0] = &{name}; break;\n" for number, (_, name, _) in enumerate(CASES))
    texts = "\n".join(text for _, _, text in CASES)
    return f"""
#include <stdio.h>
{texts}
typedef struct {{ long number; }} Struct;

HPyDef_METH(make, "make", HPyFunc_O)
static HPy make_impl(HPyContext *ctx, HPy self, HPy arg)
{{
    HPyDef *defines[] = {{NULL, NULL}};
    switch (HPyLong_AsLong(ctx, arg)) {{
{cases}
    }}
    unsigned long flags = HPy_TPFLAGS_DEFAULT;
    if (defines[0] == &HPy_tp_traverse_0)
        flags |= HPy_TPFLAGS_HAVE_GC;
    HPyType_Spec spec = {{.name = "mytest.Type", .basicsize = sizeof(Struct), .flags = flags, .defines = defines}};
    return HPyType_FromSpec(ctx, &spec, NULL);
}}
"""


SCRIPT = f"""
{FORKED}
import json, re, sys
import mytest
{OPERATIONS}

def run(number):
    cls = mytest.make(number)
    try:
        o = cls()
    except BaseException as error:
        print(type(error).__name__, error, flush=True)
        return
    for operation in OPERATIONS:
        try:
            result = repr(type(eval(operation)))
        except BaseException as error:
            result = "%s: %s" % (type(error).__name__, error)
        print(operation, "->", result, flush=True)
    del o
    print("deleted", flush=True)

results = [forked(run, number) for number in range({len(CASES)})]
json.dump([(status, re.sub("0x[0-9a-f]+", "0x", text)) for status, text in results], sys.stdout)
"""
