//! Checks that an object's traverse function visits the fields that are stored in it.
//!
//! HPy demands this at any time. But an extension may fill an array first and attach it to its struct afterwards, as
//! long as the collector cannot run. So the traverse function is called only when the extension's running call is
//! over or the object dies: the collector could call it then, too.

use std::ptr;

use hpy_abi::{HPy, HPyCFunction, HPyContext};

use crate::contexts::Context;
use crate::host::FieldsOf;
use crate::misuse::{self, Told};
use crate::reports::catalogue::checks;
use crate::reports::report::{self, Check, Report};
use crate::reports::{members, names};
use crate::runtime::Runtime;
use crate::stores::Store;

/// Checks the fields that were stored during a call of an extension's function, when that call ends.
///
/// # Safety
/// `this` is a runtime, and the interpreter's lock is held.
#[inline(never)]
pub(crate) unsafe fn call_ends(this: *mut Runtime, ctx: *mut HPyContext, function: HPyCFunction) {
    // SAFETY: by contract.
    unsafe {
        if !(*this).stores.drop_certain(|store| store.ctx == ctx) {
            look_for_fields(this, ctx, function);
        }
    }
}

#[cold]
unsafe fn look_for_fields(this: *mut Runtime, ctx: *mut HPyContext, function: HPyCFunction) {
    // SAFETY: by contract. The owners are alive: `owner_ends` removed the others.
    unsafe {
        if !(*this).host.has_interpreter() {
            return;
        }
        let mut stores = (*this).stores.take(|store| store.ctx == ctx);
        stores.sort_by_key(|store| store.owner._i);
        let uctx = (*this).uctx;
        let mut missing: Vec<_> = stores
            .chunk_by_mut(|one, other| one.owner == other.owner)
            .flat_map(|stores| not_visited(this, stores))
            .collect();
        for (_, report) in &mut missing {
            report.returned = report::address(function);
        }
        // A report calls the owner's `repr`, which may end other owners.
        for (owner, _) in &missing {
            ((*uctx).ctx_Dup)(uctx, *owner);
        }
        for (owner, mut report) in missing {
            name_owner(this, &mut report, owner);
            Runtime::misuse(this, report, Told::Call(ctx));
            ((*uctx).ctx_Close)(uctx, owner);
        }
    }
}

impl Runtime {
    /// Checks the fields of an object that is about to release them; afterwards that is impossible. `owner` is a
    /// borrowed handle below to it.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[inline]
    pub unsafe fn owner_ends(this: *mut Self, owner: HPy) {
        // SAFETY: by contract.
        unsafe {
            if !(*this).stores.is_empty() {
                owner_with_stores_ends(this, owner);
            }
        }
    }
}

#[cold]
unsafe fn owner_with_stores_ends(this: *mut Runtime, owner: HPy) {
    // SAFETY: the caller's contract.
    unsafe {
        if (*this).stores.drop_certain(|store| store.owner == owner) {
            return;
        }
        let mut stores = (*this).stores.take(|store| store.owner == owner);
        for (_, report) in not_visited(this, &mut stores) {
            Runtime::misuse(this, report, Told::Call(ptr::null_mut()));
        }
    }
}

/// The findings about the stores of one owner.
unsafe fn not_visited(this: *mut Runtime, stores: &mut [Store]) -> Vec<(HPy, Report)> {
    let Some(owner) = stores.first().map(|store| store.owner) else {
        return Vec::new();
    };
    if stores.iter().all(|store| store.is_certain) {
        return Vec::new();
    }
    // SAFETY: the caller's contract; the traverse function may not use the API.
    unsafe {
        let host = (*this).host;
        let FieldsOf::Traverse(memory, types) = host.fields_of(owner) else {
            return Vec::new();
        };
        if (*this).stores.visits <= 0 {
            return Vec::new();
        }
        stores.sort_by_key(|store| store.field);
        let mut is_visited = vec![false; stores.len()];
        let mut left = stores.len();
        // The owner's other fields: the object may have been moved to one.
        let mut others = Vec::new();
        let visits = &raw mut (*this).stores.visits;
        host.visit_fields(owner, &mut |field| {
            *visits -= 1;
            let first = stores.partition_point(|store| store.field < field);
            let here = stores[first..]
                .iter()
                .take_while(|store| store.field == field);
            let mut is_known = false;
            for (store, is_visited) in here.zip(&mut is_visited[first..]) {
                left -= usize::from(!std::mem::replace(is_visited, true));
                is_known |= store.value == *field;
            }
            if !is_known {
                others.push(*field);
            }
            left > 0
        });
        let mut missing = Vec::new();
        for (store, is_visited) in stores.iter().zip(is_visited) {
            let is_inside = memory.contains(&store.field.addr());
            if is_inside {
                let offset = store.field.addr() - memory.start;
                (*this).stores.seen.note(types, offset, is_visited);
            }
            if is_visited {
                continue;
            }
            if let Some(at) = others.iter().position(|other| *other == store.value) {
                others.swap_remove(at);
                continue;
            }
            // A field in the struct of a living object can be read: it may have been emptied.
            if is_inside && (*store.field).is_null() {
                continue;
            }
            let offset = store.field.addr().wrapping_sub(memory.start);
            let function = (*Context::of(store.ctx)).callee.function;
            let name = match is_inside {
                true => members::field_at(report::address(function), offset, memory.len()),
                false => None,
            };
            let detail = match (is_inside, &name) {
                (true, Some(name)) => {
                    format!("does not visit the field {name}, at offset {offset} of its struct")
                }
                (true, None) => {
                    format!("does not visit the field at offset {offset} of its struct")
                }
                (false, _) => "does not visit it, and it is outside of its struct".to_owned(),
            };
            let mut report = about(this, store, is_inside, &detail);
            report.field = name;
            missing.push((owner, report));
        }
        missing
    }
}

/// A report about a field inside or outside of its owner's struct. `detail` says what the owner does not do.
pub(crate) fn about(this: *mut Runtime, store: &Store, is_inside: bool, detail: &str) -> Report {
    let check: &'static Check = match is_inside {
        true => &checks::FIELD_NOT_VISITED,
        false => &checks::FOREIGN_FIELD,
    };
    let mut report = Report::new(check, store.function.name);
    report.argument = store.function.args.get(store.position).copied();
    report.detail = Some(format!("the owner {detail}"));
    report.stack = store.stack;
    // SAFETY: the runtime lives as long as the process.
    report.module = unsafe { (*this).module_name(store.module) };
    // SAFETY: contexts live as long as the process.
    let callee = unsafe { (*Context::of(store.ctx)).callee }.function;
    report.callee = names::name_of(report::address(callee));
    report
}

/// Adds a description of the owner.
///
/// # Safety
/// As for [`call_ends`]; the owner is alive.
pub(crate) unsafe fn name_owner(this: *mut Runtime, report: &mut Report, owner: HPy) {
    // SAFETY: by contract.
    if let Some(object) = unsafe { misuse::describe(this, owner, report) } {
        let name = format!("the owner, {},", object.to_text());
        report.detail = (report.detail.take()).map(|detail| detail.replacen("the owner", &name, 1));
    }
}
