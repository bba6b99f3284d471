/* Differences between compilers, and the macros that functions are declared with. */
#include "hpy.h"
#ifndef HPY_COMPILER_H
#define HPY_COMPILER_H

#ifdef __GNUC__
#  define _HPy_HIDDEN __attribute__((visibility("hidden")))
#  define _HPy_UNUSED __attribute__((unused))
#  define _HPy_NO_RETURN __attribute__((noreturn))
#else
#  define _HPy_HIDDEN
#  define _HPy_UNUSED
#  ifdef _MSC_VER
#    define _HPy_NO_RETURN __declspec(noreturn)
#  else
#    define _HPy_NO_RETURN
#  endif
#endif

/** Declares an unused parameter: `int f(HPyContext *_HPy_UNUSED_ARG(ctx))`. */
#define _HPy_UNUSED_ARG(x) (__HPy_UNUSED_TAGGED ## x) _HPy_UNUSED

#ifdef __has_attribute
#  define _HPY_compiler_has_attribute(x) __has_attribute(x)
#else
#  define _HPY_compiler_has_attribute(x) 0
#endif

/* In the universal ABI, calling a function that needs the C API is a compile error, if the compiler supports that. */
#if defined(HPY_ABI_UNIVERSAL) && _HPY_compiler_has_attribute(error)
#  define _HPY_LEGACY __attribute__((error("Cannot use legacy functions when targeting the HPy Universal ABI")))
#else
#  define _HPY_LEGACY
#endif

/** A function of the API. It calls the context in the universal and hybrid ABI, and the C API in the CPython ABI. */
#define HPyAPI_FUNC _HPy_UNUSED static inline
/** A function of the API that is built from other functions of the API. */
#define HPyAPI_INLINE_HELPER HPyAPI_FUNC
/** A function that is linked into the extension for the CPython ABI, behind an HPyAPI_FUNC. */
#define HPyAPI_IMPL _HPy_HIDDEN
/** A function that is linked into the extension for every ABI: part of the API, but not of the ABI. */
#define HPyAPI_HELPER _HPy_HIDDEN

/* Notes in the extension's file the minor version of the ABI that it needs; HPy_MODINIT reports the highest. Functions
   that nobody calls are not compiled, so they note nothing. */
#if defined(__ELF__) && defined(__GNUC__)
#  define _HPY_NEEDS(MINOR) _HPY_NEEDS_NUMBER(MINOR)
#  define _HPY_NEEDS_NUMBER(MINOR)                                                                                     \
    __asm__(".pushsection hpy_needs,\"a\"\n\t.balign 4\n\t.long " #MINOR "\n\t.popsection")
#else
#  define _HPY_NEEDS(MINOR) extern int _HPY_NEEDS_nothing
#endif

#ifdef __cplusplus
#  define _HPy_BEGIN_DECLS extern "C" {
#  define _HPy_END_DECLS }
#else
#  define _HPy_BEGIN_DECLS
#  define _HPy_END_DECLS
#endif

/* Around definitions in which the user may name fields. C++ has that since C++20 only, and compilers then warn of
   missing fields. GCC and Clang accept the syntax of C99 in any C++. */
#if defined(__cplusplus) && defined(__clang__)
#  define _HPy_BEGIN_NAMED_FIELDS                                                                                      \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wc99-designator\"")                          \
    _Pragma("clang diagnostic ignored \"-Wc++20-designator\"")                                                         \
    _Pragma("clang diagnostic ignored \"-Wmissing-field-initializers\"")
#  define _HPy_END_NAMED_FIELDS _Pragma("clang diagnostic pop")
#elif defined(__cplusplus) && defined(__GNUC__)
#  if __GNUC__ >= 12
#    define _HPy_NAMED_FIELDS_ARE_FINE _Pragma("GCC diagnostic ignored \"-Wc++20-extensions\"")
#  else
#    define _HPy_NAMED_FIELDS_ARE_FINE _Pragma("GCC diagnostic ignored \"-Wpedantic\"")
#  endif
#  define _HPy_BEGIN_NAMED_FIELDS                                                                                      \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wmissing-field-initializers\"")                 \
    _HPy_NAMED_FIELDS_ARE_FINE
#  define _HPy_END_NAMED_FIELDS _Pragma("GCC diagnostic pop")
#else
#  define _HPy_BEGIN_NAMED_FIELDS
#  define _HPy_END_NAMED_FIELDS
#endif

#endif
