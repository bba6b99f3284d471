"""What MkDocs is told besides mkdocs.yml: the pages made from api.toml, and what `DIRECTORY/*` in `nav` stands for."""

import json
import re
import subprocess
from fnmatch import fnmatch

from mkdocs.structure.files import File

FUNCTIONS = "reference/functions"
CHECKS = "../../reports/checks"

# What fits on a line of code, and how many functions are listed rather than counted.
WIDTH = 84
FEW = 20

# What `cargo codegen audit` says, from on_files on.
audit = {}


def on_files(files, config):
    """Add the pages of functions, then list the pages that a pattern in `nav` stands for."""
    audit.update(json.loads(subprocess.check_output(["cargo", "codegen", "audit", "--format", "json"])))
    pages = {"index": overview()}
    for group, functions in grouped(audit["functions"]).items():
        pages[slug(group)] = f"# {group}\n\n" + "\n".join(map(function, functions))
    pages = {f"{FUNCTIONS}/{name}": text for name, text in pages.items()}
    pages["reference/cargo"] = commands_of_cargo()
    for name, text in pages.items():
        files.append(File.generated(config, f"{name}.md", content=text))
    config.nav = expand(config.nav, [file.src_uri for file in files.documentation_pages()])
    return files


def on_page_markdown(markdown, page, config, files):
    """Add to the page of a check which functions report it. Have the search show it before those that mention it."""
    if not page.file.src_uri.startswith("reports/checks/"):
        return markdown
    page.meta["search"] = {"boost": 12 / len(page.file.name.split("-"))}
    names = [name for check in audit["checks"] if check["id"] == page.file.name for name in check["reported_by"]]
    if not names:
        return markdown
    groups = {function["name"]: slug(function["group"]) for function in audit["functions"]}
    links = [
        f"[`{name}`](../../{FUNCTIONS}/{groups[name]}.md#{name.lower()})" if name in groups else f"`{name}`" for name in names
    ]
    functions = sum(name in groups for name in names)
    counted = {f"[functions](../../{FUNCTIONS}/index.md)": functions, "signatures": len(names) - functions}
    more = " and ".join(f"{count} {what}" for what, count in counted.items() if count)
    return f"{markdown}\n## Which functions report it\n\n{', '.join(links) if len(names) <= FEW else more}.\n"


def expand(nav, pages):
    """The same `nav` with its patterns replaced."""
    if isinstance(nav, dict):
        return {title: expand(below, pages) for title, below in nav.items()}
    if isinstance(nav, str):
        return nav
    expanded = []
    for item in nav:
        if isinstance(item, str) and item.endswith("/*"):
            expanded += [page for page in pages if fnmatch(page, item) and not page.endswith("/index.md")]
        else:
            expanded.append(expand(item, pages))
    return expanded


def grouped(functions):
    """The functions by the heading above them in api.toml."""
    groups = {}
    for function in functions:
        groups.setdefault(function["group"], []).append(function)
    return groups


def slug(title):
    return re.sub(r"\W+", "-", title.lower()).strip("-")


def checks(ids):
    return ", ".join(f"[`{id}`]({CHECKS}/{id}.md)" for id in ids)


def row(*cells):
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def commands_of_cargo():
    """What the commands of the project say of themselves."""
    text = "# Commands of the project\n\nFor those who work on it: [Contributing](../inside/contributing.md).\n\n"
    for command in ["xtask", "codegen", "codegen check", "codegen audit", "codegen diff", "codegen import"]:
        help = subprocess.check_output(["cargo", *command.split(), "--help"], text=True)
        text += f"## cargo {command}\n\n```text\n{help.strip()}\n```\n\n"
    return text


def overview():
    """Every function on one line, and what each way to call an extension is checked for."""
    text = "# Functions\n\nWhat each function of the API takes and returns, and what debug mode checks.\n\n"
    for group, functions in grouped(audit["functions"]).items():
        links = ", ".join(f"[`{one['name']}`]({slug(group)}.md#{one['name'].lower()})" for one in functions)
        text += f"**[{group}]({slug(group)}.md)**: {links}\n\n"
    text += "## Functions of an extension\n\nDebug mode checks the result of each function that an extension defines.\n\n"
    text += row("signature", "the result is checked for") + "|---|---|\n"
    for signature in audit["signatures"]:
        text += row(f"`{signature['name']}`", checks(signature["checks"]))
    return text


def function(function):
    """The section of one function."""
    result, params = re.fullmatch(r"(.*?) ?\((.*)\)", function["c"]).groups()
    params = ["HPyContext *ctx", *(params.split(", ") if params != "void" else [])]
    head = f"{result}{'' if result.endswith('*') else ' '}{function['name']}("
    declaration = f"{head}{', '.join(params)})"
    if len(declaration) > WIDTH:
        declaration = f"{head}\n    " + ",\n    ".join(params) + ")"
    since = f"Since HPy {function['since']}. " if function["since"] else ""
    cpython = function["cpython"]
    cpython = "" if cpython == "by hand" else f"On CPython it calls `{cpython}`. "
    pending = "It may be called while an exception is set." if function["pending_exception_allowed"] else ""
    text = f"## {function['name']}\n\n```c\n{declaration}\n```\n\n"
    text += f"{since}{cpython}{pending}\n\n"
    text += row("", "what it is", "checked for") + "|---|---|---|\n"
    text += row("`ctx`", "the context of this call", checks(function["context"]))
    for argument in function["arguments"]:
        because = argument["unchecked_because"]
        found = f"*not checked*: {because}" if because else checks(argument["checks"])
        text += row(f"`{argument['name']}`", argument["role"], found)
    outcome = function["result"]
    return text + row("result", f"{outcome['is']}; {outcome['error']}", checks(outcome["checks"]))
