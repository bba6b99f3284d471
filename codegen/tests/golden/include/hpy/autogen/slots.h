/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slots of types and modules, for `HPyDef_SLOT`. */
typedef enum {
    /** `int (HPy self)` Since HPy 0.10.0. */
    HPy_tp_repr = 66,
    /** `int (HPy self, HPy_buffer *view, int flags)` */
    HPy_bf_getbuffer = 1,
    /** `int (HPy self)` */
    HPy_nb_bool = 9,
} HPySlot_Slot;

#define _HPySlot_SIG__HPy_tp_repr HPyFunc_INQUIRY
#define _HPySlot_NEEDS__HPy_tp_repr _HPY_NEEDS(_HPY_MINOR_OF_0_10_0);
#define _HPySlot_SIG__HPy_bf_getbuffer HPyFunc_GETBUFFERPROC
#define _HPySlot_NEEDS__HPy_bf_getbuffer
#define _HPySlot_SIG__HPy_nb_bool HPyFunc_INQUIRY
#define _HPySlot_NEEDS__HPy_nb_bool
