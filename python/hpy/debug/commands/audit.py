"""Say what debug mode checks: of these functions of the HPy API, or of the whole API.

The answers are those of `cargo codegen audit`, from the audit that the package carries. Beside it is api.toml, which it
is made from.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, Optional

from . import CommandError, similar

# What the audit holds is described where it is written: codegen/src/emit/audit_json.rs.
Json = dict[str, Any]

# Longer lists of names are replaced by their count.
FEW = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the functions and the conditions."""
    parser.add_argument("functions", nargs="*", metavar="FUNCTION", help="names in C, or globs as in 'HPyList_*'")
    parser.add_argument("--consumes", action="store_true", help="list arguments that the call takes from the extension")
    parser.add_argument("--unchecked", action="store_true", help="list arguments that are not checked, and why")
    parser.add_argument("--check", metavar="ID", help="list what can report this check")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the audit."""
    directory = os.path.dirname(os.path.dirname(__file__))
    with open(os.path.join(directory, "spec", "audit.json"), encoding="utf-8") as file:
        audit = json.load(file)
    functions = _matching(arguments.functions, audit)
    if arguments.consumes or arguments.unchecked or arguments.check is not None:
        text = _listed(arguments, functions, audit)
    elif arguments.json:
        text = _pretty(functions if arguments.functions else audit)
    elif arguments.functions:
        text = "\n".join(map(_format_function, functions))
    else:
        text = _format_all(audit)
    print(text.rstrip())
    return 0


def _matching(globs: list[str], audit: Json) -> list[Json]:
    """The functions that match the globs, each once. All functions if there is no glob."""
    functions = {function["name"]: function for function in audit["functions"]}
    named = {}
    for glob in globs or ["*"]:
        found = {name: function for name, function in functions.items() if fnmatchcase(name, glob)}
        if not found:
            raise CommandError(f"there is no function '{glob}'{similar(glob, functions)}")
        named.update({name: function for name, function in found.items() if name not in named})
    return list(named.values())


def _listed(arguments: argparse.Namespace, functions: list[Json], audit: Json) -> str:
    """The contexts, arguments and results that match all conditions."""
    check = arguments.check
    if check is not None:
        checks = {check["id"]: check for check in audit["checks"]}
        if check not in checks:
            raise CommandError(f"there is no check '{check}'{similar(check, checks)}")
        if checks[check]["anywhere"]:
            return f"{check} is reported of any function, by the fault handler"
    found = [
        line
        for function in functions
        for line in _lines(function)
        if (not arguments.consumes or line["consumed"])
        and (not arguments.unchecked or line["unchecked_because"] is not None)
        and (check is None or check in line["checks"])
    ]
    # What extensions return belongs to a signature, not to a function of the API.
    if check is not None and not (arguments.functions or arguments.consumes or arguments.unchecked):
        found += [
            _line(signature["name"], "result", signature["is"], signature["checks"])
            for signature in audit["signatures"]
            if check in signature["checks"]
        ]
    if arguments.json:
        return _pretty(found)
    rows = [[line["function"], line["name"], line["is"]] for line in found]
    if arguments.unchecked:
        rows = [[*row, _checks(line)] for row, line in zip(rows, found)]
    return _grid(rows) if rows else "nothing"


def _line(function: str, name: str, what: str, checks: list[str], argument: Optional[Json] = None) -> Json:
    argument = argument or {}
    return {
        "function": function,
        "name": name,
        "is": what,
        "consumed": argument.get("consumed", False),
        "checks": checks,
        "checked_where": argument.get("checked_where"),
        "unchecked_because": argument.get("unchecked_because"),
    }


def _lines(function: Json) -> Iterator[Json]:
    """A row for its context, for each argument and for its result."""
    name = function["name"]
    if function["context"]:
        yield _line(name, "ctx", function["context_is"], function["context"])
    for argument in function["arguments"]:
        yield _line(name, argument["name"], argument["role"], argument["checks"], argument)
    result = function["result"]
    yield _line(name, "result", f"{result['is']}; {result['error']}", result["checks"])


def _checks(line: Json) -> str:
    if line["unchecked_because"] is not None:
        return f"none: {line['unchecked_because']}"
    checks = ", ".join(line["checks"])
    return f"{line['checked_where']}: {checks}" if line["checked_where"] else checks


def _format_function(function: Json) -> str:
    since = f", since HPy {function['since']}" if function["since"] else ""
    rows = [[line["name"], line["is"], _checks(line)] for line in _lines(function)]
    return f"{function['name']}, index {function['index']}{since}: {function['c']}\n{_grid(rows)}"


def _format_all(audit: Json) -> str:
    functions = audit["functions"]
    by_function = []
    for function in functions:
        checks = dict.fromkeys(check for line in _lines(function) for check in line["checks"])
        by_function.append([function["name"], ", ".join(checks)])
    by_check = [[check["id"], _reporters(check["reported_by"])] for check in audit["checks"]]
    reasons: dict[str, list[str]] = {}
    arguments = [(function["name"], argument) for function in functions for argument in function["arguments"]]
    for name, argument in arguments:
        if argument["unchecked_because"] is not None:
            reasons.setdefault(argument["unchecked_because"], []).append(f"{name}({argument['name']})")
    unchecked = [[reason, _list_or_count(places, "arguments")] for reason, places in reasons.items()]
    checked = sum(bool(argument["checks"]) for _, argument in arguments)
    return (
        f"by function:\n{_grid(by_function)}\nby check:\n{_grid(by_check)}\n"
        f"arguments that are not checked, and why:\n{_grid(unchecked)}\n"
        f"{len(functions)} functions, {len(arguments)} arguments, {checked} of them checked"
    )


def _reporters(names: list[str]) -> str:
    signatures = [name for name in names if name.startswith("HPyFunc_")]
    functions = [name for name in names if name not in signatures]
    parts = ((functions, "functions"), (signatures, "signatures"))
    return " and ".join(_list_or_count(names, what) for names, what in parts if names)


def _list_or_count(names: list[str], what: str) -> str:
    return f"{len(names)} {what}" if len(names) > FEW else ", ".join(names) or "nothing"


def _grid(rows: list[list[str]]) -> str:
    """Aligned columns, each line indented by two blanks; marks of Markdown are left out."""
    plain = [[cell.replace("`", "") for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain)]
    lines = ("  " + "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths)) for row in plain)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _pretty(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
