from setuptools import Extension, setup

setup(
    name="loops",
    version="1",
    py_modules=[],
    hpy_ext_modules=[Extension("loops", ["loops.c"], extra_compile_args=["-O2"])],
)
