/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Extensions run with contexts of the same version; another one is another ABI. */
#define HPY_ABI_VERSION 0
/** What a context has at least that an extension of this version needs. */
#define HPY_ABI_VERSION_MINOR 0
/** What the file name of an extension says of its version. */
#define HPY_ABI_TAG "hpy0"
/** HPy 0.9.1, for HPY_MINIMAL_VERSION. */
#define HPY_VERSION_0_9_1 0x000901
#define _HPY_MINOR_OF_0_9_1 1
/** HPy 0.10.0, for HPY_MINIMAL_VERSION. */
#define HPY_VERSION_0_10_0 0x000a00
#define _HPY_MINOR_OF_0_10_0 3
/* What an extension needs at least that defines HPY_MINIMAL_VERSION. */
#ifndef HPY_MINIMAL_VERSION
#  define _HPY_MINIMAL_MINOR HPY_ABI_VERSION_MINOR
#elif HPY_MINIMAL_VERSION >= HPY_VERSION_0_10_0
#  define _HPY_MINIMAL_MINOR 3
#elif HPY_MINIMAL_VERSION >= HPY_VERSION_0_9_1
#  define _HPY_MINIMAL_MINOR 1
#else
#  define _HPY_MINIMAL_MINOR HPY_ABI_VERSION_MINOR
#endif
