"""Reports for other tools, each looked at with somebody else's: SARIF, commands of GitHub, JUnit; and several at once."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from catalogue import BY_ID, CHECKS
from extensions import run_python
from sources import LEAK_OF_BOTH_KINDS

NODE = Path(__file__).parent.parent / "target/node/node_modules"

# Prints what the published schema says against each of the logs in a list.
VALIDATE = """
const Ajv = require('ajv');
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);
for (const log of JSON.parse(require('fs').readFileSync(0)))
  if (!validate(log)) console.log(JSON.stringify(validate.errors));
"""

# Prints each command of a list.
COMMANDS = """
const core = require('@actions/core');
for (const [level, message, properties] of JSON.parse(require('fs').readFileSync(0)))
  core[level](message, properties);
"""

LEAKY = LEAK_OF_BOTH_KINDS + """
HPyDef_METH(reuse, "reuse", HPyFunc_O)
static HPy reuse_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    return HPy_Repr(ctx, copy);
}
"""


@pytest.fixture
def leaky(compile_module):
    return compile_module(LEAKY, name="leaky")


@pytest.fixture(scope="session")
def node():
    """node(script, data): what a script prints that reads data as JSON."""
    if not NODE.is_dir():
        pytest.skip("there are no packages of npm: cargo xtask test installs them")

    def run(script, data):
        environment = {**os.environ, "NODE_PATH": str(NODE)}
        finished = subprocess.run(
            ["node", "-e", script], env=environment, input=json.dumps(data), capture_output=True, text=True
        )
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    return run


def results_in(path):
    """The results in a SARIF file."""
    (run,) = json.loads(path.read_text())["runs"]
    return run["results"]


class TestSarif:
    def test_follows_the_published_schema(self, compiler, tmp_path, node):
        logs = []
        for check in CHECKS:
            path = tmp_path / f"{check.id}.sarif"
            check.run(compiler, f"report=sarif:{path},stacks=16")
            log = json.loads(path.read_text())
            rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
            results = log["runs"][0]["results"]
            assert results[0]["ruleId"] == check.id
            assert results[0]["level"] == check.severity
            assert {result["ruleId"] for result in results} <= rules
            logs.append(log)
        assert node(VALIDATE, logs) == ""
        logs[0]["runs"][0]["results"][0]["level"] = "fatal"
        assert "level" in node(VALIDATE, logs[:1])

    def test_names_places_relative_to_the_repository(self, compiler, tmp_path):
        path = tmp_path / "found.sarif"
        options = f"report=sarif:{path},stacks=16"
        BY_ID["use-after-close"].run(compiler, options, GITHUB_WORKSPACE=str(compiler.directory))
        (result,) = results_in(path)
        (location,) = result["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "use-after-close/mistake.c"},
            "region": {"startLine": 6, "snippet": {"text": "return HPy_Repr(ctx, copy);"}},
        }
        related = [(place["message"]["text"], place["physicalLocation"]["region"]["startLine"]) for place in result["relatedLocations"]]
        assert related == [("opened by HPy_Dup", 4), ("closed by HPy_Close", 5)]

    def test_is_whole_without_results(self, leaky, run_snippet, tmp_path, node):
        path = tmp_path / "found.sarif"
        run_snippet(leaky, "", options=f"report=sarif:{path}")
        assert results_in(path) == []
        assert node(VALIDATE, [json.loads(path.read_text())]) == ""

    def test_leaks_are_results(self, leaky, run_snippet, tmp_path, node):
        path = tmp_path / "found.sarif"
        run_snippet(leaky, "for n in range(3): mod.leak(n)", options=f"report=sarif:{path},leaks=exit,stacks=16")
        assert node(VALIDATE, [json.loads(path.read_text())]) == ""
        texts = [result["message"]["text"] for result in results_in(path)]
        assert texts == [
            "3 handles opened by HPy_Dup in leaky, and never closed",
            "3 HPyListBuilder opened by HPyListBuilder_New in leaky, and never closed",
        ]
        assert all(result["locations"] for result in results_in(path))

    def test_is_added_to_by_several_processes_at_once(self, leaky, tmp_path):
        path = tmp_path / "found.sarif"
        code = """
        import contextlib, os, leaky
        for _ in range(20):
            if os.fork() == 0:
                for _ in range(5):
                    with contextlib.suppress(Exception):
                        leaky.reuse(1)
                os._exit(0)
        for _ in range(20):
            os.wait()
        """
        environment = {"HPY": "debug", "HPY_DEBUG_OPTIONS": f"report=sarif:{path},on_error=raise"}
        for _ in range(2):
            run_python(code, [leaky], environment)
        assert len(results_in(path)) == 200

    def test_other_file_is_not_changed(self, leaky, run_snippet, tmp_path):
        path = tmp_path / "notes"
        path.write_text("of somebody else's\n")
        finished = run_snippet(leaky, "", options=f"report=sarif:{path}")
        assert f"option 'report': {path} is something else than a SARIF file of HPy debug" in finished.stderr
        assert path.read_text() == "of somebody else's\n"


PARSES = '''
HPyDef_METH(parse, "parse", HPyFunc_KEYWORDS)
static HPy parse_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *names[] = {"value", NULL};
    HPy value;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &value))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}
'''


@pytest.fixture
def parses(compile_module, monkeypatch):
    # HPy's helpers with debug information.
    monkeypatch.setenv("HPY_TESTS_CFLAGS", "-g")
    return compile_module(PARSES, name="parses")


class TestPlace:
    @pytest.mark.parametrize("report", ["text", "github"])
    def test_is_in_the_extension_where_a_helper_of_hpy_opens(self, parses, run_snippet, report):
        options = f"report={report},leaks=exit,stacks=16"
        lines = run_snippet(parses, "mod.parse(value=1)", options=options).stderr
        assert "parses.c" in lines
        assert "argparse.c" not in lines and "ctx_tracker.c" not in lines

    def test_of_a_relative_path_is_relative_to_the_repository(self, leaky, tmp_path):
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub/test.py").write_text("leaky.reuse(1)\n")
        code = "import contextlib, leaky\nwith contextlib.suppress(Exception): exec(compile('leaky.reuse(1)', 'test.py', 'exec'))"
        environment = {"HPY": "debug", "GITHUB_WORKSPACE": str(tmp_path)}
        options = f"report=sarif:{tmp_path / 'found.sarif'},on_error=raise"
        run_python(code, [leaky], {**environment, "HPY_DEBUG_OPTIONS": options}, cwd=tmp_path / "sub")
        (result,) = results_in(tmp_path / "found.sarif")
        frame, *_ = result["stacks"][-1]["frames"]
        assert frame["location"]["physicalLocation"]["artifactLocation"]["uri"] == "sub/test.py"


class TestGithub:
    def test_commands_are_those_of_its_own_library(self, compiler, node):
        for check in CHECKS:
            environment = {"GITHUB_WORKSPACE": str(compiler.directory)}
            finished = check.run(compiler, "report=github,on_error=abort", **environment)
            lines = [line for line in finished.stderr.splitlines() if line.startswith("::")]
            assert lines, finished
            report = json.loads(check.run(compiler, "report=json", **environment).stderr.splitlines()[0])
            message = lines[0].split("::", 2)[2].replace("%0A", "\n").replace("%25", "%")
            properties = {"title": check.id}
            frame = next((frame for frame in report["used_frames"] if frame["file"]), None)
            if frame is not None and frame["file"].startswith(str(compiler.directory)):
                properties["file"] = os.path.relpath(frame["file"], compiler.directory)
                properties["startLine"] = frame["line"]
            (command,) = node(COMMANDS, [[check.severity, message, properties]]).splitlines()
            assert lines[0] == command
            assert report["title"] in message

    def test_special_characters_are_escaped(self, compile_module, run_snippet, node):
        source = LEAKY.replace("HPy copy", '#line 5 "/100%,a:b.c"\n    HPy copy')
        finished = run_snippet(compile_module(source, name="leaky"), "mod.reuse(1)", options="report=github")
        line = next(line for line in finished.stderr.splitlines() if line.startswith("::"))
        message = line.split("::", 2)[2].replace("%0A", "\n").replace("%25", "%")
        expected = node(COMMANDS, [["error", message, {"title": "use-after-close", "file": "/100%,a:b.c", "startLine": 7}]])
        assert line + "\n" == expected


class TestSeveral:
    def test_are_written_at_once(self, leaky, run_snippet, tmp_path):
        sarif, text = tmp_path / "found+1.sarif", tmp_path / "found+1.text"
        options = f"report=json+sarif:{sarif}+github+text:{text}"
        finished = run_snippet(leaky, "mod.reuse(1)", options=options)
        json_line, github, *rest = finished.stderr.splitlines()
        assert json.loads(json_line)["check"] == "use-after-close"
        assert github.startswith("::error title=use-after-close,file=")
        assert rest[0].startswith("Fatal Python error: ")
        assert text.read_text().startswith("HPy debug: error[use-after-close]: ")
        assert len(results_in(sarif)) == 1

    @pytest.mark.parametrize(
        ("report", "problem"),
        [
            ("sarif", "expected text, json or github, or text:PATH"),
            ("text+", "invalid value 'text+' of option 'report'"),
            ("text+json+text", "expected each format once"),
            ("json:", "expected a path after the colon"),
        ],
    )
    def test_wrong_targets_are_named(self, leaky, run_snippet, report, problem):
        finished = run_snippet(leaky, "", options=f"report={report}")
        assert finished.returncode == 1
        assert problem in finished.stderr

    def test_path_may_hold_a_plus(self, leaky, run_snippet, tmp_path):
        path = tmp_path / "a+b.json"
        run_snippet(leaky, "mod.reuse(1)", options=f"report=json:{path}")
        assert json.loads(path.read_text())["check"] == "use-after-close"

    def test_nothing_changes_where_one_cannot_be_opened(self, leaky, run_snippet, tmp_path):
        code = f"""
import hpy.debug
try: hpy.debug.configure(report="json+text:{tmp_path}/no/file")
except ValueError as error: print(error)
mod.reuse(1)
"""
        finished = run_snippet(leaky, code)
        assert "cannot open" in finished.stdout
        assert finished.stderr.startswith("HPy debug: error[use-after-close]: ")

    def test_fault_is_written_to_all(self, compiler, tmp_path):
        path = tmp_path / "found.sarif"
        finished = BY_ID["buffer-write"].run(compiler, f"report=text+github+sarif:{path}")
        assert finished.returncode == -11
        assert finished.stderr.startswith("HPy debug: error[buffer-write]: ")
        assert "\n::error title=buffer-write,file=" in finished.stderr
        assert [result["ruleId"] for result in results_in(path)] == ["buffer-write"]


class TestJunit:
    def test_file_of_pytest_tells_of_what_was_found(self, leaky, tmp_path):
        junitparser = pytest.importorskip("junitparser")
        (tmp_path / "test_sample.py").write_text(
            "import leaky\n"
            "def test_reuse(): leaky.reuse(1)\n"
            "def test_leak(): leaky.leak(1)\n"
            "def test_right(): pass\n"
        )
        path = tmp_path / "junit.xml"
        arguments = ["-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={path}"]
        run_python("test_sample.py", [leaky], {"HPY": "debug"}, arguments, cwd=tmp_path)
        (suite,) = junitparser.JUnitXml.fromfile(str(path))
        cases = {case.name: case for case in suite}
        found = {
            name: [(p.name, p.value.split(" at ")[0]) for ps in case.iterchildren(junitparser.Properties) for p in ps]
            for name, case in cases.items()
        }
        assert found == {
            "test_reuse": [("hpy-debug", "use-after-close HPy_Repr reuse_impl")],
            "test_leak": [("hpy-debug", "leak HPy_Dup leak_impl"), ("hpy-debug", "leak HPyListBuilder_New leak_impl")],
            "test_right": [],
        }
        for name, text in (("test_reuse", "error[use-after-close]"), ("test_leak", "error[leak]")):
            (failure,) = cases[name].result
            assert text in failure.text
        assert cases["test_right"].is_passed
