/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slot of CPython that stands for a slot of a type; CPython refuses a number that is none. */
static int _HPy_type_slot(HPySlot_Slot slot) {
    switch (slot) {
    case HPy_nb_bool:
        return Py_nb_bool;
    default:
        return (int)slot;
    }
}
