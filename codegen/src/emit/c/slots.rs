//! `slots.h`: the slots, and the signature of each.

use super::{enumeration, needs, since};
use crate::model::{Slot, Spec};
use crate::words;

pub fn emit(spec: &Spec) -> String {
    let constants = spec.slots.iter().map(|slot| {
        let doc = since(Some(&doc(slot, spec)), slot.since.as_ref());
        (slot.name.clone(), slot.value, doc)
    });
    let mut text = String::from("/** The slots of types and modules, for `HPyDef_SLOT`. */\n");
    text.push_str(&enumeration("HPySlot_Slot", constants));
    text.push('\n');
    for slot in &spec.slots {
        text.push_str(&format!(
            "#define _HPySlot_SIG__{} HPyFunc_{}\n",
            slot.name,
            slot.signature.to_uppercase()
        ));
        let needs = slot
            .since
            .as_ref()
            .map_or(String::new(), |release| format!(" {};", needs(release)));
        text.push_str(&format!("#define _HPySlot_NEEDS__{}{needs}\n", slot.name));
    }
    text
}

fn doc(slot: &Slot, spec: &Spec) -> String {
    let signature = spec.signatures.iter().find(|s| s.name == slot.signature);
    let call = signature.and_then(|signature| signature.call.as_ref());
    call.map_or(String::new(), |call| {
        format!("`{}`", words::signature(&call.result, &call.params))
    })
}
