"""The checks of api.toml, and the example of each as an extension that makes the mistake."""

import hashlib
import os
import re
import textwrap
from dataclasses import dataclass
from typing import Optional

from api_spec import SPEC
from extensions import run_python

# What calls the example; some go wrong in the second call only.
CALL = "import mistake\nmistake.run('hello')\nmistake.run('world')\n"

# What examples may call.
PRELUDE = """\
#include <pthread.h>
#include <stdio.h>

static HPyGlobal __attribute__((unused)) kept_global;

typedef struct { HPyField item, visited; } Box;

HPyDef_SLOT(Box_traverse, HPy_tp_traverse)
static int Box_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Box *)self)->visited);
    return 0;
}

static __attribute__((unused)) HPy new_box(HPyContext *ctx, Box **box)
{
    HPyDef *defines[] = {&Box_traverse, NULL};
    HPyType_Spec spec = {.name = "mistake.Box", .basicsize = sizeof(Box), .defines = defines};
    spec.flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC;
    spec.builtin_shape = HPyType_BuiltinShape_Object;
    HPy type = HPyType_FromSpec(ctx, &spec, NULL), h = HPy_New(ctx, type, box);
    HPy_Close(ctx, type);
    return h;
}

static __attribute__((unused)) void *use_api(void *ctx)
{
    HPy_Dup((HPyContext *)ctx, ((HPyContext *)ctx)->h_None);
    return NULL;
}
"""

FUNCTION = """\
HPyDef_METH(run, "run", HPyFunc_O)
static HPy run_impl(HPyContext *ctx, HPy self, HPy arg)
{{
{body}
}}
"""


@dataclass(frozen=True)
class Check:
    """A check of the catalogue."""

    id: str
    title: str
    help: str
    example: str
    mended: str
    why: str
    wrong: str
    fatal: Optional[str] = None
    severity: str = "error"

    @property
    def function(self):
        """The example as a function of an extension."""
        return function(self.example)

    def compile(self, compiler, body=None):
        """Compile the example, or this body, as the extension `mistake`; its source is a file with nothing but the function."""
        text = function(body or self.example)
        directory = self.id if body is None else f"{self.id}-{hashlib.sha256(body.encode()).hexdigest()[:16]}"
        source = compiler.directory / directory / "mistake.c"
        if not source.exists():
            source.parent.mkdir(parents=True)
            source.write_text(text)
        return compiler.compile(f'{PRELUDE}#line 1 "{source}"\n{text}', name="mistake")

    def run(self, compiler, options="", **environment):
        """Call the example in debug mode."""
        variables = {"HPY": "debug", "HPY_DEBUG_OPTIONS": options, **environment}
        return run_python(CALL, [self.compile(compiler)], variables)


def function(body):
    """A function of an extension with that body."""
    return FUNCTION.format(body=textwrap.indent(body.strip(), "    "))


CHECKS = [Check(id, **fields) for id, fields in SPEC["check"].items()]
BY_ID = {check.id: check for check in CHECKS}


def normalised(text):
    """A report without what differs from one run or machine to the next: handles, addresses and directories."""
    text = text.replace(f"{os.getcwd()}/", "")
    text = re.sub(r"(?<![\w/])/(?:[^\s\"':+]+/)+", "", text)
    text = re.sub(r"\+0x[0-9a-f]+", "+OFFSET", text)
    text = re.sub(r"0x[0-9a-f]{5,}", "HANDLE", text)
    return re.sub(r'"pid":\d+', '"pid":PID', text)
