"""The file names of HPy extensions: which ABI stands behind ``.hpy0.so`` and ``.hpy0-cp311.so``."""

import sysconfig

# As in hpy.h.
HPY_ABI_VERSION = 0
HPY_ABI_VERSION_MINOR = 0
HPY_ABI_TAG = f"hpy{HPY_ABI_VERSION}"

ABIS = ("cpython", "universal", "hybrid")

# How many parts of an interpreter's tag name its ABI; the others name the platform. The first that fits counts.
_ABI_PARTS = {"cpython": 2, "cp": 1, "pypy": 2, "graalpy": 3}


def check_abi(abi, origin):
    """Return the ABI, or raise ValueError with its origin when there is none of that name."""
    if abi not in ABIS:
        raise ValueError(f"{origin}: unknown HPy ABI {abi!r}: expected {', '.join(ABIS[:-1])} or {ABIS[-1]}")
    return abi


def parse_ext_suffix(ext_suffix=None):
    """Return the ABI tag and the file type of a suffix of extension modules, by default this interpreter's.

    For example ``cp310`` and ``so`` of ``.cpython-310-x86_64-linux-gnu.so``.
    """
    if ext_suffix is None:
        ext_suffix = sysconfig.get_config_var("EXT_SUFFIX")
    try:
        empty, tag, file_type = ext_suffix.split(".")
    except ValueError:
        empty = None
    if empty != "":
        raise ValueError(f"the suffix of extension modules should be like .cpython-310-darwin.so, not {ext_suffix!r}")
    parts = tag.split("-")
    count = next((n for name, n in _ABI_PARTS.items() if parts[0].startswith(name)), len(parts))
    return "-".join(parts[:count]).replace("cpython-", "cp"), file_type


def get_hpy_ext_suffix(hpy_abi, ext_suffix=None):
    """Return the suffix of extensions of that ABI, for example ``.hpy0.so`` (universal) or ``.hpy0-cp310.so`` (hybrid).

    ``ext_suffix`` is the interpreter's own suffix, by default that of this interpreter.
    """
    check_abi(hpy_abi, "get_hpy_ext_suffix")
    if ext_suffix is None:
        ext_suffix = sysconfig.get_config_var("EXT_SUFFIX")
    if hpy_abi == "cpython":
        return ext_suffix
    tag, file_type = parse_ext_suffix(ext_suffix)
    return f".{HPY_ABI_TAG}.{file_type}" if hpy_abi == "universal" else f".{HPY_ABI_TAG}-{tag}.{file_type}"
