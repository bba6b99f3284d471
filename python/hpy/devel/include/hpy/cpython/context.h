/* The context of the CPython ABI. Nothing is called through it: it holds the constants. */
#include "hpy.h"
#ifndef HPY_CPYTHON_CONTEXT_H
#define HPY_CPYTHON_CONTEXT_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/cpython_ctx.h"

/** The extension's context, once `_HPyContext_Init` has filled it in. That is before CPython calls any function. */
extern _HPy_HIDDEN HPyContext _HPyContext_cpython;

/** Fills the context in. Called by `PyInit_*`, and where an extension is used without. */
_HPy_HIDDEN HPyContext *_HPyContext_Init(void);

/** The context, for code of the C API. The thread holds the GIL. */
HPyAPI_FUNC HPyContext *_HPyGetContext(void) {
    return _HPyContext_cpython.name != NULL ? &_HPyContext_cpython : _HPyContext_Init();
}

_HPy_END_DECLS

#endif
