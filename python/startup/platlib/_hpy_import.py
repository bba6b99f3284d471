"""Has the import system find HPy extensions by their file names, with the stub of HPy's build beside them or without.

The stub cannot be left to find its extension: it imports pkg_resources, which setuptools no longer has.
Every interpreter of the environment imports this as it starts, so it does little and imports nothing that is not loaded.

PYTEST_DONT_REWRITE: pytest warns of modules with plugins that were there before it.
"""

import os
import sys

# Where importlib.machinery has its names from.
import _frozen_importlib_external as external
from _frozen_importlib_external import FileFinder


def loader(name, path):
    """The loader of an HPy extension."""
    from hpy._loader import HPyExtensionFileLoader

    return HPyExtensionFileLoader(name, path)


SUFFIXES = (".hpy0-cp%d%d%s.so" % (*sys.version_info[:2], sys.abiflags), ".hpy0.so")
STANDARD_LIBRARY = getattr(os, "__file__", "")[: -len("/os.py")]

LOADERS = external._get_supported_file_loaders()
LIBRARIES = LOADERS[0]
if "HPY_LOG" in os.environ:

    class LoggingLoader(LIBRARIES[0]):
        """The loader of other extensions; says which of them were built with HPy and cannot be debugged."""

        def create_module(self, spec):
            module = super().create_module(spec)
            from hpy._abi import log

            log(spec.name, self.path)
            return module

    LOADERS[0] = (LoggingLoader, LIBRARIES[1])

# Only directories are meant for it; archives are left to the hook that comes next.
sys.path_hooks.insert(0, FileFinder.path_hook((loader, SUFFIXES), *LOADERS))

# What importlib.util.spec_from_file_location goes by, and what pkgutil and inspect do.
external._get_supported_file_loaders = lambda: [(loader, SUFFIXES), *LOADERS]
external.EXTENSION_SUFFIXES.extend(SUFFIXES)

# Finders that are in use go on as they are; making them anew would have them list their directories again. The standard
# library has no HPy extensions.
for path, finder in sys.path_importer_cache.items():
    if isinstance(finder, FileFinder) and path != STANDARD_LIBRARY and path != STANDARD_LIBRARY + "/lib-dynload":
        known = [(suffix, LOADERS[0][0] if kind is LIBRARIES[0] else kind) for suffix, kind in finder._loaders]
        finder._loaders[:] = [(suffix, loader) for suffix in SUFFIXES] + known

if os.environ.get("HPY_DEBUG_TELLS") == str(os.getpid()):
    import atexit

    def tell(pid):
        # Processes that were forked have this to do, too.
        if os.getpid() == pid:
            from hpy._modes import tell_nothing_debugged

            tell_nothing_debugged()

    atexit.register(tell, os.getpid())
