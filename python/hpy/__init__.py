"""HPy on CPython: the universal, the debug and the trace contexts.

``hpy.universal`` loads extensions, ``hpy.debug`` finds what they do wrong and ``hpy.trace`` counts what they call.

PYTEST_DONT_REWRITE: pytest warns of packages with plugins that were there before it.
"""

# Done already as Python started, unless it was told not to look into site-packages.
import _hpy_import as _hpy_import

__version__ = "0.9.0+rs1"
