from setuptools import Extension, setup

setup(
    name="fragile",
    version="1",
    py_modules=[],
    # -O0 and -g: reports then name every function and line of the extension.
    hpy_ext_modules=[Extension("fragile", ["fragile.c"], extra_compile_args=["-g", "-O0"])],
)
