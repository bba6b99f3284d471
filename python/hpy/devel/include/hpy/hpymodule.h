/* Definitions of modules, and the functions by which an extension is found. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYMODULE_H
#define HPY_UNIVERSAL_HPYMODULE_H

_HPy_BEGIN_DECLS

/** A module. Its name is that of the import. */
typedef struct {
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
    /** 0: HPy has no state of modules yet. */
    HPy_ssize_t size;
    /** CPython's `PyMethodDef`s with their end marker, or NULL. Not in the universal ABI. */
    cpy_PyMethodDef *legacy_methods;
    /** Methods, HPy_mod_create and HPy_mod_exec, up to NULL; or NULL. */
    HPyDef **defines;
    /** The extension's HPyGlobals, up to NULL; or NULL. */
    HPyGlobal **globals;
} HPyModuleDef;

#ifdef __cplusplus
/** Declares a function that is found by its name in the extension's file. */
#  define HPy_EXPORTED_FUNC extern "C" HPy_EXPORTED_SYMBOL
#else
#  define HPy_EXPORTED_FUNC HPy_EXPORTED_SYMBOL
#endif

/* The trampolines of an extension find its context in a variable that HPy_MODINIT defines: one for all its files, or,
   with HPY_EMBEDDED_MODULES, one for each file. */
#ifdef HPY_EMBEDDED_MODULES
#  define _HPy_CTX_MODIFIER static
/** With HPY_EMBEDDED_MODULES several modules are linked into one binary. Each stands in a file of its own, with this at
    the start. */
#  define HPY_MOD_EMBEDDABLE(modname) static HPyContext *_ctx_for_trampolines _HPy_UNUSED;
#else
#  define _HPy_CTX_MODIFIER _HPy_HIDDEN
#  define HPY_MOD_EMBEDDABLE(modname)
extern HPyContext *_ctx_for_trampolines;
#endif

/* C++ knows no second definition of the variable, which C takes for a declaration. */
#if defined(HPY_EMBEDDED_MODULES) && defined(__cplusplus)
#  define _HPy_DEFINE_CTX
#else
#  define _HPy_DEFINE_CTX _HPy_CTX_MODIFIER HPyContext *_ctx_for_trampolines;
#endif

/** Beside HPy_MODINIT, says that the extension can run without the GIL: a free-threaded CPython leaves it off, but for debug
    and trace mode. */
#define HPY_MOD_GIL_NOT_USED(ext_name) HPy_EXPORTED_FUNC void HPyGilNotUsed_##ext_name(void) {}

#ifdef HPY_ABI_CPYTHON
#  include "hpy/runtime/ctx_module.h"
#  if defined(Py_GIL_DISABLED) && defined(__GNUC__)
#    define _HPY_DOES_WITHOUT_GIL(ext_name) (HPyGilNotUsed_##ext_name != NULL)
#    define _HPY_MAY_DO_WITHOUT_GIL(ext_name)                                                                          \
        HPy_EXPORTED_FUNC void HPyGilNotUsed_##ext_name(void) __attribute__((weak));
#  else
#    define _HPY_DOES_WITHOUT_GIL(ext_name) false
#    define _HPY_MAY_DO_WITHOUT_GIL(ext_name)
#  endif
/**
 * Makes this extension the module that `mod_def`, an HPyModuleDef, defines. Once in an extension, at the end of a file.
 * @param ext_name the last part of the module's name, which is that of the extension's file
 */
#  define HPy_MODINIT(ext_name, mod_def)                                                                               \
    _HPY_MAY_DO_WITHOUT_GIL(ext_name)                                                                                  \
    PyMODINIT_FUNC PyInit_##ext_name(void) {                                                                           \
        return _HPyModuleDef_AsPyInit(&mod_def, _HPY_DOES_WITHOUT_GIL(ext_name));                                      \
    }
#else
#  if defined(__ELF__) && defined(__GNUC__)
/* Where the linker has gathered what _HPY_NEEDS has noted; both are NULL where that is nothing. */
extern const uint32_t __start_hpy_needs[] __attribute__((weak)) _HPy_HIDDEN;
extern const uint32_t __stop_hpy_needs[] __attribute__((weak)) _HPy_HIDDEN;
#  endif

/* The minor version of the ABI that the extension needs: that of the last release that it uses something of. */
_HPy_UNUSED static inline uint32_t _HPyModule_minor_version(void) {
    uint32_t needed = _HPY_MINIMAL_MINOR;
#  if defined(__ELF__) && defined(__GNUC__)
    const uint32_t *note = __start_hpy_needs;
    for (; note < __stop_hpy_needs; note++) {
        if (*note > needed)
            needed = *note;
    }
#  endif
    return needed;
}

#  define HPy_MODINIT(ext_name, mod_def)                                                                               \
    HPy_EXPORTED_FUNC uint32_t get_required_hpy_major_version_##ext_name(void) { return HPY_ABI_VERSION; }             \
    HPy_EXPORTED_FUNC uint32_t get_required_hpy_minor_version_##ext_name(void) { return _HPyModule_minor_version(); }   \
    _HPy_DEFINE_CTX                                                                                                    \
    HPy_EXPORTED_FUNC void HPyInitGlobalContext_##ext_name(HPyContext *ctx) { _ctx_for_trampolines = ctx; }            \
    HPy_EXPORTED_FUNC HPyModuleDef *HPyInit_##ext_name(void) { return &mod_def; }
#endif

_HPy_END_DECLS

#endif
