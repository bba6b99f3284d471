from setuptools import Extension, setup

setup(
    name="leaky",
    version="1",
    py_modules=[],
    # -O0 and -g: the reports then name every function and line of the extension.
    hpy_ext_modules=[Extension("leaky", ["leaky.c"], extra_compile_args=["-g", "-O0"])],
)
