"""The complete package in examples/bag: installed in every way and for every ABI, its own tests pass."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from documents import make_environment
from extensions import Compiler, run_python
from hpy.devel import HPyDevel, abitag

BAG = Path(__file__).parent.parent / "examples" / "bag"


@pytest.fixture
def run(tmp_path):
    """run(*command, **variables): run it in a copy of the package, with an environment of its own."""
    project = shutil.copytree(BAG, tmp_path / "bag", ignore=shutil.ignore_patterns("build", "*.egg-info", "*.so"))
    environment = make_environment(tmp_path / "environment")

    def run_in_project(*command, **variables):
        finished = subprocess.run(
            command, cwd=project, env={**environment, **variables}, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert finished.returncode == 0, finished.stdout
        return finished.stdout

    return run_in_project


@pytest.mark.parametrize(("how", "abi"), [("install", "cpython"), ("wheel", "universal"), ("editable", "hybrid")])
def test_bag(run, how, abi):
    pip = ["python", "-m", "pip", "--disable-pip-version-check"]
    options = ["--no-build-isolation", "--no-deps"]
    if how == "wheel":
        run(*pip, "wheel", *options, "--wheel-dir", "wheels", ".", HPY_ABI=abi)
        run(*pip, "install", "--no-index", "--no-deps", "--find-links", "wheels", "bag")
    else:
        run(*pip, "install", *options, *(["-e"] if how == "editable" else []), ".", HPY_ABI=abi)
    assert run("python", "-c", "import bag._bag; print(bag._bag.__doc__)") == f"{abi}\n"
    for mode in ["universal", "debug", "trace"] if abi != "cpython" else [""]:
        run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", HPY=mode)


USE = """
from bag import _bag
def attempt(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)

bag = _bag.Bag("hello")
attempt(bag.counts)
attempt(bag.add, "x", times=-1)
attempt(bag.add, "x", 2)
attempt(bag.add, element="y")
attempt(bag.add)
attempt(bag.add, "x", 1, 2)
attempt(bag.add, "x", "y")
attempt(bag.__getitem__, "x")
attempt(bag.__getitem__, [])
attempt(_bag.Bag, 1)
attempt(_bag.Bag, 1, 2)
print(_bag.__doc__, _bag.Bag.__doc__, _bag.Bag.__name__, _bag.Bag.__module__, sorted(vars(_bag.Bag)))
"""


@pytest.mark.parametrize("abi", abitag.ABIS)
def test_built_with_the_headers_of_the_reference_it_is_the_same(abi, reference_devel, tmp_path):
    symbols, said = [], []
    for devel in (HPyDevel(), reference_devel):
        package = tmp_path / f"build{len(said)}" / "bag"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        library = package / f"_bag{abitag.get_hpy_ext_suffix(abi)}"
        compiler = Compiler(package, devel, ["-O1", "-w"])
        compiler.compile_plain((BAG / "src/bag/_bag.c").read_text(), library, compiler.flags(abi))
        listed = subprocess.run(["nm", "-D", "--defined-only", str(library)], check=True, capture_output=True, text=True)
        symbols.append({line.split()[-1] for line in listed.stdout.splitlines()})
        modes = ["universal", "debug", "trace"] if abi != "cpython" else [""]
        # There the reference marks its types with a bit that CPython 3.13 uses, and crashes.
        runs = devel is not reference_devel or abi != "cpython" or sys.version_info < (3, 13)
        for mode in modes if runs else []:
            finished = run_python(USE, (), {"PYTHONPATH": str(package.parent), "HPY": mode})
            assert (finished.returncode, finished.stderr) == (0, "")
            said.append(finished.stdout)
    assert len(set(said)) == 1, said
    # Our headers hide the definitions, which the loader could take for symbols of other libraries.
    definitions = set(re.findall(r"^HPyDef_\w+\((\w+)", (BAG / "src/bag/_bag.c").read_text(), re.MULTILINE))
    assert definitions <= symbols[1]
    assert symbols[0] == symbols[1] - definitions
