"""The complete package in examples/bag: installed in every way, for every ABI, its own tests pass."""

import shutil
import subprocess
from pathlib import Path

import pytest

from documents import make_environment
from hpy.devel import abitag

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


@pytest.mark.parametrize("abi", abitag.ABIS)
@pytest.mark.parametrize("how", ["install", "editable", "wheel"])
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
