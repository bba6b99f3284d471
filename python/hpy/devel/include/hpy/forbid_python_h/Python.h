/* Included instead of CPython's header when an extension is built for the universal ABI. */
#ifndef HPY_ABI_UNIVERSAL
#  error "The directory hpy/forbid_python_h is for builds of the universal ABI only: check the include directories"
#endif

#error "It is forbidden to #include <Python.h> when targeting the HPy Universal ABI"
