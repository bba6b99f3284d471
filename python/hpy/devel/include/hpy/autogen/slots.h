/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slots of types and modules, for `HPyDef_SLOT`. */
typedef enum {
    /** `int (HPy self, HPy_buffer *view, int flags)` */
    HPy_bf_getbuffer = 1,
    /** `void (HPy self, HPy_buffer *view)` */
    HPy_bf_releasebuffer = 2,
    /** `int (HPy self, HPy key, HPy value)` */
    HPy_mp_ass_subscript = 3,
    /** `HPy_ssize_t (HPy self)` */
    HPy_mp_length = 4,
    /** `HPy (HPy self, HPy other)` */
    HPy_mp_subscript = 5,
    /** `HPy (HPy self)` */
    HPy_nb_absolute = 6,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_add = 7,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_and = 8,
    /** `int (HPy self)` */
    HPy_nb_bool = 9,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_divmod = 10,
    /** `HPy (HPy self)` */
    HPy_nb_float = 11,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_floor_divide = 12,
    /** `HPy (HPy self)` */
    HPy_nb_index = 13,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_add = 14,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_and = 15,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_floor_divide = 16,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_lshift = 17,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_multiply = 18,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_or = 19,
    /** `HPy (HPy self, HPy other, HPy third)` */
    HPy_nb_inplace_power = 20,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_remainder = 21,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_rshift = 22,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_subtract = 23,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_true_divide = 24,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_xor = 25,
    /** `HPy (HPy self)` */
    HPy_nb_int = 26,
    /** `HPy (HPy self)` */
    HPy_nb_invert = 27,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_lshift = 28,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_multiply = 29,
    /** `HPy (HPy self)` */
    HPy_nb_negative = 30,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_or = 31,
    /** `HPy (HPy self)` */
    HPy_nb_positive = 32,
    /** `HPy (HPy self, HPy other, HPy third)` */
    HPy_nb_power = 33,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_remainder = 34,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_rshift = 35,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_subtract = 36,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_true_divide = 37,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_xor = 38,
    /** `int (HPy self, HPy_ssize_t index, HPy value)` */
    HPy_sq_ass_item = 39,
    /** `HPy (HPy self, HPy other)` */
    HPy_sq_concat = 40,
    /** `int (HPy self, HPy other)` */
    HPy_sq_contains = 41,
    /** `HPy (HPy self, HPy other)` */
    HPy_sq_inplace_concat = 42,
    /** `HPy (HPy self, HPy_ssize_t index)` */
    HPy_sq_inplace_repeat = 43,
    /** `HPy (HPy self, HPy_ssize_t index)` */
    HPy_sq_item = 44,
    /** `HPy_ssize_t (HPy self)` */
    HPy_sq_length = 45,
    /** `HPy (HPy self, HPy_ssize_t index)` */
    HPy_sq_repeat = 46,
    /** `HPy (HPy self, const HPy *args, size_t nargs, HPy kwnames)` */
    HPy_tp_call = 50,
    /** `HPy (HPy self, HPy other, HPy third)` Since HPy 0.9.1. */
    HPy_tp_descr_get = 54,
    /** `HPy_hash_t (HPy self)` */
    HPy_tp_hash = 59,
    /** `int (HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)` */
    HPy_tp_init = 60,
    /** `HPy (HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)` */
    HPy_tp_new = 65,
    /** `HPy (HPy self)` */
    HPy_tp_repr = 66,
    /** `HPy (HPy self, HPy other, HPy_RichCmpOp op)` */
    HPy_tp_richcompare = 67,
    /** `HPy (HPy self)` */
    HPy_tp_str = 70,
    /** `int (void *object, HPyFunc_visitproc visit, void *arg)` */
    HPy_tp_traverse = 71,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_matrix_multiply = 75,
    /** `HPy (HPy self, HPy other)` */
    HPy_nb_inplace_matrix_multiply = 76,
    /** `void (HPy self)` */
    HPy_tp_finalize = 80,
    /** `void (void *data)` */
    HPy_tp_destroy = 1000,
    /** `HPy (HPy spec)` */
    HPy_mod_create = 2000,
    /** `int (HPy self)` */
    HPy_mod_exec = 2001,
} HPySlot_Slot;

#define _HPySlot_SIG__HPy_bf_getbuffer HPyFunc_GETBUFFERPROC
#define _HPySlot_NEEDS__HPy_bf_getbuffer
#define _HPySlot_SIG__HPy_bf_releasebuffer HPyFunc_RELEASEBUFFERPROC
#define _HPySlot_NEEDS__HPy_bf_releasebuffer
#define _HPySlot_SIG__HPy_mp_ass_subscript HPyFunc_OBJOBJARGPROC
#define _HPySlot_NEEDS__HPy_mp_ass_subscript
#define _HPySlot_SIG__HPy_mp_length HPyFunc_LENFUNC
#define _HPySlot_NEEDS__HPy_mp_length
#define _HPySlot_SIG__HPy_mp_subscript HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_mp_subscript
#define _HPySlot_SIG__HPy_nb_absolute HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_absolute
#define _HPySlot_SIG__HPy_nb_add HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_add
#define _HPySlot_SIG__HPy_nb_and HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_and
#define _HPySlot_SIG__HPy_nb_bool HPyFunc_INQUIRY
#define _HPySlot_NEEDS__HPy_nb_bool
#define _HPySlot_SIG__HPy_nb_divmod HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_divmod
#define _HPySlot_SIG__HPy_nb_float HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_float
#define _HPySlot_SIG__HPy_nb_floor_divide HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_floor_divide
#define _HPySlot_SIG__HPy_nb_index HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_index
#define _HPySlot_SIG__HPy_nb_inplace_add HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_add
#define _HPySlot_SIG__HPy_nb_inplace_and HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_and
#define _HPySlot_SIG__HPy_nb_inplace_floor_divide HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_floor_divide
#define _HPySlot_SIG__HPy_nb_inplace_lshift HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_lshift
#define _HPySlot_SIG__HPy_nb_inplace_multiply HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_multiply
#define _HPySlot_SIG__HPy_nb_inplace_or HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_or
#define _HPySlot_SIG__HPy_nb_inplace_power HPyFunc_TERNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_power
#define _HPySlot_SIG__HPy_nb_inplace_remainder HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_remainder
#define _HPySlot_SIG__HPy_nb_inplace_rshift HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_rshift
#define _HPySlot_SIG__HPy_nb_inplace_subtract HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_subtract
#define _HPySlot_SIG__HPy_nb_inplace_true_divide HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_true_divide
#define _HPySlot_SIG__HPy_nb_inplace_xor HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_xor
#define _HPySlot_SIG__HPy_nb_int HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_int
#define _HPySlot_SIG__HPy_nb_invert HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_invert
#define _HPySlot_SIG__HPy_nb_lshift HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_lshift
#define _HPySlot_SIG__HPy_nb_multiply HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_multiply
#define _HPySlot_SIG__HPy_nb_negative HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_negative
#define _HPySlot_SIG__HPy_nb_or HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_or
#define _HPySlot_SIG__HPy_nb_positive HPyFunc_UNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_positive
#define _HPySlot_SIG__HPy_nb_power HPyFunc_TERNARYFUNC
#define _HPySlot_NEEDS__HPy_nb_power
#define _HPySlot_SIG__HPy_nb_remainder HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_remainder
#define _HPySlot_SIG__HPy_nb_rshift HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_rshift
#define _HPySlot_SIG__HPy_nb_subtract HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_subtract
#define _HPySlot_SIG__HPy_nb_true_divide HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_true_divide
#define _HPySlot_SIG__HPy_nb_xor HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_xor
#define _HPySlot_SIG__HPy_sq_ass_item HPyFunc_SSIZEOBJARGPROC
#define _HPySlot_NEEDS__HPy_sq_ass_item
#define _HPySlot_SIG__HPy_sq_concat HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_sq_concat
#define _HPySlot_SIG__HPy_sq_contains HPyFunc_OBJOBJPROC
#define _HPySlot_NEEDS__HPy_sq_contains
#define _HPySlot_SIG__HPy_sq_inplace_concat HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_sq_inplace_concat
#define _HPySlot_SIG__HPy_sq_inplace_repeat HPyFunc_SSIZEARGFUNC
#define _HPySlot_NEEDS__HPy_sq_inplace_repeat
#define _HPySlot_SIG__HPy_sq_item HPyFunc_SSIZEARGFUNC
#define _HPySlot_NEEDS__HPy_sq_item
#define _HPySlot_SIG__HPy_sq_length HPyFunc_LENFUNC
#define _HPySlot_NEEDS__HPy_sq_length
#define _HPySlot_SIG__HPy_sq_repeat HPyFunc_SSIZEARGFUNC
#define _HPySlot_NEEDS__HPy_sq_repeat
#define _HPySlot_SIG__HPy_tp_call HPyFunc_KEYWORDS
#define _HPySlot_NEEDS__HPy_tp_call
#define _HPySlot_SIG__HPy_tp_descr_get HPyFunc_TERNARYFUNC
#define _HPySlot_NEEDS__HPy_tp_descr_get _HPY_NEEDS(_HPY_MINOR_OF_0_9_1);
#define _HPySlot_SIG__HPy_tp_hash HPyFunc_HASHFUNC
#define _HPySlot_NEEDS__HPy_tp_hash
#define _HPySlot_SIG__HPy_tp_init HPyFunc_INITPROC
#define _HPySlot_NEEDS__HPy_tp_init
#define _HPySlot_SIG__HPy_tp_new HPyFunc_NEWFUNC
#define _HPySlot_NEEDS__HPy_tp_new
#define _HPySlot_SIG__HPy_tp_repr HPyFunc_REPRFUNC
#define _HPySlot_NEEDS__HPy_tp_repr
#define _HPySlot_SIG__HPy_tp_richcompare HPyFunc_RICHCMPFUNC
#define _HPySlot_NEEDS__HPy_tp_richcompare
#define _HPySlot_SIG__HPy_tp_str HPyFunc_REPRFUNC
#define _HPySlot_NEEDS__HPy_tp_str
#define _HPySlot_SIG__HPy_tp_traverse HPyFunc_TRAVERSEPROC
#define _HPySlot_NEEDS__HPy_tp_traverse
#define _HPySlot_SIG__HPy_nb_matrix_multiply HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_matrix_multiply
#define _HPySlot_SIG__HPy_nb_inplace_matrix_multiply HPyFunc_BINARYFUNC
#define _HPySlot_NEEDS__HPy_nb_inplace_matrix_multiply
#define _HPySlot_SIG__HPy_tp_finalize HPyFunc_DESTRUCTOR
#define _HPySlot_NEEDS__HPy_tp_finalize
#define _HPySlot_SIG__HPy_tp_destroy HPyFunc_DESTROYFUNC
#define _HPySlot_NEEDS__HPy_tp_destroy
#define _HPySlot_SIG__HPy_mod_create HPyFunc_MOD_CREATE
#define _HPySlot_NEEDS__HPy_mod_create
#define _HPySlot_SIG__HPy_mod_exec HPyFunc_INQUIRY
#define _HPySlot_NEEDS__HPy_mod_exec
