/* HPy: an API for Python extensions. Include only this header; it includes the others.
 *
 * Every function of the API takes the context that the extension's function received. If a function returns a handle
 * (HPy), the caller owns it and closes it with HPy_Close. A handle that is passed as an argument is only borrowed.
 */
#ifndef HPy_H
#define HPy_H

/* The ABI to compile for. The build defines one of these macros; HPY_ABI is the name as a string.
 *
 *   HPY_ABI_UNIVERSAL  one binary for every Python implementation and version; no C API
 *   HPY_ABI_HYBRID     like universal, but may also use the C API: one binary for each version of CPython
 *   HPY_ABI_CPYTHON    an ordinary extension for one version of CPython, as fast as without HPy
 */
#if defined(HPY_ABI_CPYTHON) + defined(HPY_ABI_HYBRID) + defined(HPY_ABI_UNIVERSAL) > 1
#  error "Conflicting macros are defined: only one of HPY_ABI_CPYTHON, HPY_ABI_HYBRID and HPY_ABI_UNIVERSAL may be"
#elif defined(HPY_ABI_CPYTHON)
/** The name of the ABI. */
#  define HPY_ABI "cpython"
#elif defined(HPY_ABI_HYBRID)
#  define HPY_ABI "hybrid"
#elif defined(HPY_ABI_UNIVERSAL)
#  define HPY_ABI "universal"
#else
#  error "Cannot determine the desired HPy ABI: you must set one of HPY_ABI_CPYTHON, HPY_ABI_UNIVERSAL or HPY_ABI_HYBRID"
#endif

#ifndef HPY_ABI_UNIVERSAL
#  ifndef PY_SSIZE_T_CLEAN
#    define PY_SSIZE_T_CLEAN
#  endif
#  include <Python.h>
#endif

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "hpy/autogen/version.h"
#include "hpy/compiler.h"
#include "hpy/handles.h"
#include "hpy/cpy_types.h"
#include "hpy/hpyexports.h"
#include "hpy/macros.h"
#include "hpy/hpyfunc.h"
#include "hpy/hpydef.h"
#include "hpy/hpytype.h"
#include "hpy/hpymodule.h"
#include "hpy/runtime/argparse.h"
#include "hpy/runtime/buildvalue.h"
#include "hpy/runtime/format.h"
#include "hpy/runtime/helpers.h"
#include "hpy/runtime/structseq.h"

#ifdef HPY_ABI_CPYTHON
#  include "hpy/cpython/handles.h"
#  include "hpy/cpython/context.h"
#  include "hpy/runtime/ctx_funcs.h"
#  include "hpy/cpython/functions.h"
#  include "hpy/cpython/calls.h"
#else
#  include "hpy/universal/functions.h"
#  include "hpy/universal/calls.h"
#endif

#include "hpy/inline_helpers.h"

#endif
