"""What `cargo xtask conformance` adds to pytest when it runs the reference's suite.

It expects the listed deviations to fail, and counts the outcomes by ABI.
"""

import re
import sysconfig
from collections import Counter

import pytest

ABI = "hpy_abi"
OUTCOMES = ("passed", "failed", "error", "deviation", "skipped")


def pytest_addoption(parser):
    group = parser.getgroup("conformance")
    group.addoption("--conformance-abi", action="append", default=[], help="run only this ABI (repeatable)")
    group.addoption("--conformance-package", help="what the tests of the build system install")
    group.addoption("--conformance-deviations", help="a TOML file that lists the tests which are known to fail")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Outcomes(), "conformance-outcomes")


def pytest_collection(session):
    # They would install the directory that the suite is in.
    import test.support

    test.support.HPY_ROOT = session.config.getoption("--conformance-package")


def pytest_collection_modifyitems(config, items):
    wanted = config.getoption("--conformance-abi")
    kept, dropped = [], []
    for item in items:
        runs = not wanted or abi_before_running(item) in wanted
        (kept if runs else dropped).append(item)
    items[:] = kept
    if dropped:
        config.hook.pytest_deselected(items=dropped)
    for pattern, reason in deviations(config.getoption("--conformance-deviations")):
        for item in items:
            if pattern.fullmatch(item.nodeid):
                explained = f"{reason} [when this test passes: remove its line from the list of deviations]"
                item.add_marker(pytest.mark.xfail(reason=explained, strict=True))


def deviations(path):
    """The tests listed for this CPython as pairs of a compiled pattern and a reason; in a pattern only `*` is special."""
    if path is None:
        return []
    try:
        import tomllib
    except ImportError:
        import tomli as tomllib
    with open(path, "rb") as file:
        listed = tomllib.load(file).get("deviation", [])
    free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    return [
        (re.compile(".*".join(map(re.escape, entry["test"].split("*")))), entry["reason"])
        for entry in listed
        if free_threaded or not entry.get("free_threaded")
    ]


def abi_before_running(item):
    """The ABI a test is going to use; the tests that choose it inside a fixture are told by their directory."""
    if hasattr(item, "callspec") and ABI in item.callspec.params:
        return item.callspec.params[ABI]
    if ABI not in item.fixturenames:
        return "none"
    return item.path.parent.name


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    if call.when == "setup":
        item.user_properties.append((ABI, abi_before_running(item)))
    return (yield)


class Outcomes:
    """Collects the outcome of every test, in the process that reports to the user."""

    def __init__(self):
        self.outcomes = {}

    def pytest_runtest_logreport(self, report):
        # The report of a test that took its worker down carries no properties.
        abi = dict(report.user_properties).get(ABI, "crashed")
        if report.failed:
            outcome = "error" if report.when in ("setup", "teardown") else "failed"
        elif report.skipped:
            outcome = "deviation" if hasattr(report, "wasxfail") else "skipped"
        elif report.when == "call":
            outcome = "passed"
        else:
            return
        self.outcomes[report.nodeid] = (abi, outcome)

    def pytest_terminal_summary(self, terminalreporter):
        counts = Counter(self.outcomes.values())
        write = terminalreporter.write_line
        terminalreporter.section("outcomes by ABI")
        write("".join(["ABI".ljust(14), *(outcome.rjust(11) for outcome in OUTCOMES)]))
        for abi in sorted({abi for abi, _ in counts}):
            write("".join([abi.ljust(14), *(str(counts[abi, outcome]).rjust(11) for outcome in OUTCOMES)]))
        totals = Counter(outcome for _, outcome in self.outcomes.values())
        write("".join(["all".ljust(14), *(str(totals[outcome]).rjust(11) for outcome in OUTCOMES)]))
