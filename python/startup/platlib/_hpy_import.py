"""Has the import system find HPy extensions by their file names, with the stub of HPy's build beside them or without.

The stub cannot be left to find its extension: it imports pkg_resources, which setuptools no longer has.
Every interpreter of the environment imports this as it starts, so it does little and imports nothing that is not loaded.
"""

import os
import sys

# Where importlib.machinery has its names from.
from _frozen_importlib_external import FileFinder, _get_supported_file_loaders

SUFFIXES = [f".hpy0-cp{sys.version_info[0]}{sys.version_info[1]}{sys.abiflags}.so", ".hpy0.so"]


def loader(name, path):
    """The loader of an HPy extension."""
    from hpy._loader import HPyExtensionFileLoader

    return HPyExtensionFileLoader(name, path)


def install():
    """Have directories searched for HPy extensions, before anything else of the same name."""
    for i, hook in enumerate(sys.path_hooks):
        if getattr(hook, "__name__", "") == "path_hook_for_FileFinder":
            sys.path_hooks[i] = FileFinder.path_hook((loader, SUFFIXES), *_get_supported_file_loaders())
    # Finders that are in use already would go on as they are. The standard library has no HPy extensions.
    standard_library = os.path.dirname(getattr(os, "__file__", ""))
    for path, finder in list(sys.path_importer_cache.items()):
        if isinstance(finder, FileFinder) and path not in (standard_library, f"{standard_library}/lib-dynload"):
            del sys.path_importer_cache[path]


install()
