"""HPy on CPython: the universal, the debug and the trace contexts.

``hpy.universal`` loads extensions, ``hpy.debug`` finds what they do wrong and ``hpy.trace`` counts what they call.
"""

# Done already as Python started, unless it was told not to look into site-packages.
import _hpy_import as _hpy_import
