//! `cpython_slots.h`: what CPython calls the slots of types.

use crate::model::Spec;

pub fn emit(spec: &Spec) -> String {
    let cases: String = spec
        .slots
        .iter()
        .filter_map(|slot| Some((&slot.name, slot.of_types()?)))
        .map(|(name, cpython)| format!("    case {name}:\n        return {cpython};\n"))
        .collect();
    format!(
        "/** The slot of CPython that stands for a slot of a type; CPython refuses a number that is none. */\n\
         static int _HPy_type_slot(HPySlot_Slot slot) {{\n    switch (slot) {{\n{cases}    default:\n        \
         return (int)slot;\n    }}\n}}\n"
    )
}
