"""HPy on CPython: the universal, the debug and the trace contexts.

``hpy.universal`` loads extensions, ``hpy.debug`` finds what they do wrong and ``hpy.trace`` counts what they call.
"""
