/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Extensions run with contexts of the same version; another one is another ABI. */
#define HPY_ABI_VERSION 0
/** What a context has at least that an extension of this version needs. */
#define HPY_ABI_VERSION_MINOR 0
/** What the file name of an extension says of its version. */
#define HPY_ABI_TAG "hpy0"
