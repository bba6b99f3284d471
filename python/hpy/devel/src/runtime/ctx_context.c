/* The context of the CPython ABI. */
#include "hpy.h"
#include "hpy/autogen/cpython_constants.h"

HPyContext _HPyContext_cpython;

HPyContext *_HPyContext_Init(void) {
    _HPyContext_fill_constants(&_HPyContext_cpython);
    _HPyContext_cpython.abi_version = HPY_ABI_VERSION;
    _HPyContext_cpython.name = "HPy CPython ABI";
    return &_HPyContext_cpython;
}
