from setuptools import Extension, setup

PROGRAMS = ["solver", "json_parser", "container", "points"]

setup(
    name="programs",
    version="1",
    py_modules=[],
    hpy_ext_modules=[Extension(name, [f"{name}.c"], extra_compile_args=["-O2"]) for name in PROGRAMS],
)
