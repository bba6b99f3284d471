/* The context of the CPython ABI. It only holds the constants; functions are not called through it. */
#include "hpy.h"
#ifndef HPY_CPYTHON_CONTEXT_H
#define HPY_CPYTHON_CONTEXT_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/cpython_ctx.h"

/** The extension's context. `_HPyContext_Init` fills it in before CPython calls any function. */
extern _HPy_HIDDEN HPyContext _HPyContext_cpython;

/** Fills the context in. `PyInit_*` calls it, and code that uses an extension without that function. */
_HPy_HIDDEN HPyContext *_HPyContext_Init(void);

/** The context, for code that uses the C API. The thread must hold the GIL. */
HPyAPI_FUNC HPyContext *_HPyGetContext(void) {
    return _HPyContext_cpython.name != NULL ? &_HPyContext_cpython : _HPyContext_Init();
}

_HPy_END_DECLS

#endif
