/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slots of types and modules, for `HPyDef_SLOT`. */
typedef enum {
    /** `int (HPy self, HPy_buffer *view, int flags)` */
    HPy_bf_getbuffer = 1,
    /** `int (HPy self)` */
    HPy_nb_bool = 9,
} HPySlot_Slot;

#define _HPySlot_SIG__HPy_bf_getbuffer HPyFunc_GETBUFFERPROC
#define _HPySlot_SIG__HPy_nb_bool HPyFunc_INQUIRY
