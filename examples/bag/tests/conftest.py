import os

import pytest

if os.environ.get("HPY") == "debug":
    from hpy.debug.pytest import hpy_debug

    @pytest.fixture(autouse=True)
    def no_leaks(hpy_debug):
        """Have every test fail that leaves a handle open."""
