/* Module definitions, and the functions that a loader looks for in an extension. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYMODULE_H
#define HPY_UNIVERSAL_HPYMODULE_H

_HPy_BEGIN_DECLS

/** A module. It is named by the import. */
typedef struct {
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
    /** Must be 0: HPy has no module state yet. */
    HPy_ssize_t size;
    /** CPython's `PyMethodDef`s with their end marker, or NULL. Not in the universal ABI. */
    cpy_PyMethodDef *legacy_methods;
    /** Methods, HPy_mod_create and HPy_mod_exec, ended by NULL; or NULL. */
    HPyDef **defines;
    /** The extension's HPyGlobals, ended by NULL; or NULL. */
    HPyGlobal **globals;
} HPyModuleDef;

#ifdef __cplusplus
/** Declares a function that loaders look up by its name. */
#  define HPy_EXPORTED_FUNC extern "C" HPy_EXPORTED_SYMBOL
#else
#  define HPy_EXPORTED_FUNC HPy_EXPORTED_SYMBOL
#endif

/* The trampolines of an extension read its context from a variable that HPy_MODINIT defines. All files share one
   variable; with HPY_EMBEDDED_MODULES, each file has its own. */
#ifdef HPY_EMBEDDED_MODULES
#  define _HPy_CTX_MODIFIER static
/** Define HPY_EMBEDDED_MODULES to link several modules into one binary. Each module is in a file of its own, which begins
    with this macro. */
#  define HPY_MOD_EMBEDDABLE(modname) static HPyContext *_ctx_for_trampolines _HPy_UNUSED;
#else
#  define _HPy_CTX_MODIFIER _HPy_HIDDEN
#  define HPY_MOD_EMBEDDABLE(modname)
extern HPyContext *_ctx_for_trampolines;
#endif

/* A tentative definition in C; C++ has no such thing and would see a second definition. */
#if defined(HPY_EMBEDDED_MODULES) && defined(__cplusplus)
#  define _HPy_DEFINE_CTX
#else
#  define _HPy_DEFINE_CTX _HPy_CTX_MODIFIER HPyContext *_ctx_for_trampolines;
#endif

/** Use it next to HPy_MODINIT if the extension can run without the GIL. A free-threaded CPython then keeps the GIL off,
    except in debug and trace mode. */
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
 * Makes `mod_def`, an HPyModuleDef, the module of this extension. Use it once, at the end of a file.
 * @param ext_name the last part of the module's name, which is also the name of the extension's file
 */
#  define HPy_MODINIT(ext_name, mod_def)                                                                               \
    _HPY_MAY_DO_WITHOUT_GIL(ext_name)                                                                                  \
    PyMODINIT_FUNC PyInit_##ext_name(void) {                                                                           \
        return _HPyModuleDef_AsPyInit(&mod_def, _HPY_DOES_WITHOUT_GIL(ext_name));                                      \
    }
#else
#  if defined(__ELF__) && defined(__GNUC__)
/* The section in which _HPY_NEEDS notes versions. Both pointers are NULL if nothing was noted. */
extern const uint32_t __start_hpy_needs[] __attribute__((weak)) _HPy_HIDDEN;
extern const uint32_t __stop_hpy_needs[] __attribute__((weak)) _HPy_HIDDEN;
#  endif

/* The minor version of the ABI that the extension needs: that of the latest release it uses something of. */
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
