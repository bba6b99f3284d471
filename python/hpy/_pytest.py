"""What pytest loads by itself, before it redirects standard error: reports that end the process are not lost with it."""

import contextlib
import os
import sys

if os.environ.get("HPY") and not sys.flags.ignore_environment:
    # Where it cannot be imported, the extension that needs it says so.
    with contextlib.suppress(Exception):
        from hpy.universal import _debug

        _debug.keep_stderr()
