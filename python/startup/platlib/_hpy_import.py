"""Has the import system find HPy extensions by their file names, with the stub of HPy's build beside them or without.

The stub cannot be left to find its extension: it imports pkg_resources, which setuptools no longer has.
Every interpreter of the environment imports this as it starts, so it does little and imports nothing that is not loaded.

PYTEST_DONT_REWRITE: pytest warns of modules with plugins that were there before it.
"""

import os
import sys

# Where importlib.machinery has its names from.
from _frozen_importlib_external import FileFinder, _get_supported_file_loaders


def loader(name, path):
    """The loader of an HPy extension."""
    from hpy._loader import HPyExtensionFileLoader

    return HPyExtensionFileLoader(name, path)


SUFFIXES = (".hpy0-cp%d%d%s.so" % (*sys.version_info[:2], sys.abiflags), ".hpy0.so")
STANDARD_LIBRARY = getattr(os, "__file__", "")[: -len("/os.py")]

# Only directories are meant for it; archives are left to the hook that comes next.
sys.path_hooks.insert(0, FileFinder.path_hook((loader, SUFFIXES), *_get_supported_file_loaders()))

# Finders that are in use go on as they are; making them anew would have them list their directories again. The standard
# library has no HPy extensions.
for path, finder in sys.path_importer_cache.items():
    if isinstance(finder, FileFinder) and path != STANDARD_LIBRARY and path != STANDARD_LIBRARY + "/lib-dynload":
        finder._loaders[:0] = [(suffix, loader) for suffix in SUFFIXES]
