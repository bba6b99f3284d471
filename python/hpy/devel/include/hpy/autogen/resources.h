/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _i; } HPyListBuilder;
/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _i; } HPyTupleBuilder;
/** Made by one function of the API, used by others, and ended by exactly one call. */
typedef struct { intptr_t _i; } HPyTracker;
