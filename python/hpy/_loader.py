"""The loader of HPy extensions that the import system finds by their file names; see ``_hpy_import``."""

import os
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from types import ModuleType


class HPyExtensionFileLoader(ExtensionFileLoader):
    """Loads an HPy extension in the mode that the environment variable ``HPY`` asks for."""

    path: str

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Load the extension and run its initialisation."""
        from hpy.universal import _load_bootstrap

        name = spec.name.rpartition(".")[2]
        return _load_bootstrap(name, spec.name, spec.parent, self.path, self, spec, os.environ)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: create_module has done it."""

    def is_package(self, fullname: str) -> bool:
        """Tell whether the extension stands for a package."""
        return os.path.basename(self.path).startswith("__init__.")
