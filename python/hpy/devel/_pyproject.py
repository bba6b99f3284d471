"""Whether the tables of pyproject.toml that describe HPy extensions are read where a project is built."""

import re
from importlib.metadata import version


def why_unread(pyproject):
    """Say why a build may leave out what ``[tool.hpy]`` describes; None where nothing speaks against it."""
    described = pyproject.get("tool", {}).get("hpy", {})
    if not isinstance(described, dict) or not {"abi", "ext-modules"} & described.keys():
        return None
    build = pyproject.get("build-system", {})
    backend = build.get("build-backend", "setuptools.build_meta")
    if not backend.startswith("setuptools.") and "backend-path" not in build:
        return f"the build backend {backend} does not read [tool.hpy]: take that of setuptools"
    # The reference does not read it either; a version of this package has a local part.
    ours = re.compile(r"hpy\s*(\[.*\])?\s*(@|={2,3}.*\+)", re.IGNORECASE)
    if not any(map(ours.match, build.get("requires", []))):
        return f"without hpy=={version('hpy')} in build-system.requires, an isolated build leaves out what [tool.hpy] describes"
    return None
