//! `cpython_tables.h`: which slots and method flags of CPython belong to those of HPy.

use crate::model::Spec;

pub fn emit(spec: &Spec) -> String {
    let slots = spec.slots.iter().filter_map(|slot| {
        let cpython = slot.of_types()?;
        // If both numbers are the same, no case is needed.
        let case = case(&slot.name, cpython);
        Some(format!("#if {cpython} != {}\n{case}#endif\n", slot.value))
    });
    let flags = spec
        .method_signatures()
        .map(|(signature, flags)| case(&signature.constant(), &flags.join(" | ")));
    let slots = switch(
        "The slot of CPython that stands for a slot of a type; CPython refuses a number that is none.",
        "int _HPy_type_slot(HPySlot_Slot slot)",
        "slot",
        slots,
        "(int)slot",
    );
    let flags = switch(
        "How CPython calls a method of this signature; -1 for one that methods cannot have.",
        "int _HPy_method_flags(HPyFunc_Signature signature)",
        "signature",
        flags,
        "-1",
    );
    format!("{slots}\n{flags}")
}

pub(super) fn case(value: &str, result: &str) -> String {
    format!("    case {value}:\n        return {result};\n")
}

pub(super) fn switch(
    doc: &str,
    function: &str,
    of: &str,
    cases: impl Iterator<Item = String>,
    otherwise: &str,
) -> String {
    let cases: String = cases.collect();
    format!(
        "/** {doc} */\n_HPy_UNUSED static inline {function} {{\n    switch ({of}) {{\n\
         {cases}    default:\n        return {otherwise};\n    }}\n}}\n"
    )
}
