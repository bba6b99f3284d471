/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The constants of the context. No two extensions share it. */
struct _HPyContext_s {
    /** Which context this is; for debugging. */
    const char *name;
    /** Its `HPY_ABI_VERSION`. */
    int abi_version;
    HPy h_None;
    HPy h_TypeError;
    HPy h_TypeType;
    HPy h_UnicodeType;
    HPy h_TupleType;
    HPy h_Builtins;
    /** Since HPy 0.9.1: define HPY_MINIMAL_VERSION as HPY_VERSION_0_9_1 to use it. */
    HPy h_Later;
    HPy h_LongType;
};
