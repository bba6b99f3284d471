"""What the import hook adds to the start of an interpreter: python benches/startup.py [RUNS]

Starts the interpreter in three virtual environments by turns: with nothing in it, with a .pth file that imports an empty
module, and with the hook of this checkout, which no package comes with. Prints the fastest start and the first quartile.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

STARTUP = Path(__file__).parent.parent / "python" / "startup" / "platlib"


def empty(site_packages):
    (site_packages / "empty.pth").write_text("import _empty_module\n")
    (site_packages / "_empty_module.py").write_text("")


def hook(site_packages):
    for path in STARTUP.glob("*hpy*"):
        shutil.copy(path, site_packages)


def make(directory, fill):
    """Make an environment with these files, compiled; returns its interpreter."""
    venv.create(directory)
    python = directory / "bin" / "python"
    (site_packages,) = directory.glob("lib/python3*/site-packages")
    fill(site_packages)
    subprocess.run([python, "-m", "compileall", "-q", site_packages], check=True)
    return str(python)


def start(python):
    """Milliseconds until it has ended again."""
    before = time.perf_counter()
    os.waitpid(os.posix_spawn(python, [python, "-c", "pass"], os.environ), 0)
    return (time.perf_counter() - before) * 1000


def main(runs=300):
    with tempfile.TemporaryDirectory() as directory:
        cases = {"nothing": lambda _: None, "empty module": empty, "import hook": hook}
        pythons = {name: make(Path(directory) / name.replace(" ", "-"), fill) for name, fill in cases.items()}
        times = {name: [] for name in cases}
        for _ in range(runs):
            for name, python in pythons.items():
                times[name].append(start(python))
    print(f"{'ms':13} {'fastest':>8} {'quartile':>8}")
    for name, taken in times.items():
        print(f"{name:13} {min(taken):8.2f} {statistics.quantiles(taken)[0]:8.2f}")


main(*map(int, sys.argv[1:]))
