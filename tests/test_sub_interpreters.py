import sys

import pytest

from extensions import run_python

CREATE = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
other = interpreters.create(*CONFIGURATION)
interpreters.run_string(other, '''if True:
    for _ in range(2):
        try:
            import hpy.universal
        except ImportError as error:
            print(error, flush=True)
''')
import hpy.universal
print(hpy.universal.get_version()[0])
"""

# An interpreter that shares the GIL; there is no other before 3.13 that this module makes.
CONFIGURATIONS = [(), ("legacy",)] if sys.version_info >= (3, 13) else [()]


@pytest.mark.parametrize("main_first", [True, False])
@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_import_in_a_sub_interpreter_is_refused_and_in_the_main_one_it_works(configuration, main_first):
    start = "import hpy.universal\n" if main_first else ""
    finished = run_python(f"{start}CONFIGURATION = {configuration!r}\n{CREATE}")
    assert finished.returncode == 0, finished
    *refusals, version = finished.stdout.splitlines()
    assert refusals == ["module hpy.universal does not support loading in subinterpreters"] * 2
    assert version.startswith("0.9.0")
