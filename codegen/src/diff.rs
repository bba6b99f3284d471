//! Compares two versions of the API, and says whether compiled extensions keep working.

use crate::facts::{Fact, Item};

/// One difference.
#[derive(Debug)]
pub struct Change {
    /// What happened.
    pub what: What,
    /// The kind of the changed item: `function`, `slot`, …
    pub kind: &'static str,
    /// The name of the changed item.
    pub name: String,
    /// Whether it breaks compiled extensions.
    pub breaks_abi: bool,
}

/// What changed.
#[derive(Debug, PartialEq, Eq)]
pub enum What {
    /// The item is new.
    Added {
        /// Its facts that the ABI fixes, in words.
        place: String,
    },
    /// The item is gone.
    Removed,
    /// A fact of the item changed.
    Changed {
        /// The label of the fact.
        fact: String,
        /// The old value.
        old: String,
        /// The new value.
        new: String,
    },
}

impl What {
    /// `added`, `removed` or `changed`.
    pub fn word(&self) -> &'static str {
        match self {
            What::Added { .. } => "added",
            What::Removed => "removed",
            What::Changed { .. } => "changed",
        }
    }
}

/// Compares two lists of items.
pub fn diff(old: &[Item], new: &[Item]) -> Vec<Change> {
    let mut changes = Vec::new();
    for before in old {
        match find(new, before) {
            Some(after) => changes.extend(compare(before, after)),
            None => changes.push(Change {
                what: What::Removed,
                kind: before.kind,
                name: before.name.clone(),
                breaks_abi: before.facts.iter().any(|fact| fact.abi.is_some()),
            }),
        }
    }
    for after in new.iter().filter(|after| find(old, after).is_none()) {
        let place = after.facts.iter().take_while(|fact| fact.abi.is_some());
        let place = place.map(|fact| format!("{} {}", fact.label, fact.value));
        changes.push(Change {
            what: What::Added {
                place: place.collect::<Vec<_>>().join(", "),
            },
            kind: after.kind,
            name: after.name.clone(),
            breaks_abi: false,
        });
    }
    changes
}

fn find<'a>(items: &'a [Item], like: &Item) -> Option<&'a Item> {
    items
        .iter()
        .find(|item| item.kind == like.kind && item.name == like.name)
}

fn compare(before: &Item, after: &Item) -> Vec<Change> {
    let fact_of = |item: &Item, label: &str| {
        let found = item.facts.iter().find(|fact| fact.label == label);
        found.map(|fact| (fact.value.clone(), fact.abi.clone()))
    };
    let labels = before.facts.iter().map(|fact| &fact.label);
    let only_after = after.facts.iter().map(|fact| &fact.label);
    let only_after = only_after.filter(|label| fact_of(before, label).is_none());
    labels
        .chain(only_after)
        .filter_map(|label| {
            let (old, old_abi) = fact_of(before, label).unwrap_or_default();
            let (new, new_abi) = fact_of(after, label).unwrap_or_default();
            (old != new).then(|| Change {
                what: What::Changed {
                    fact: label.clone(),
                    old,
                    new,
                },
                kind: before.kind,
                name: before.name.clone(),
                breaks_abi: old_abi != new_abi,
            })
        })
        .collect()
}

/// Keeps only those facts that the ABI fixes.
pub fn only_abi(items: impl Iterator<Item = Item>) -> Vec<Item> {
    let is_abi = |fact: &Fact| fact.abi.is_some();
    items
        .map(|mut item| {
            item.facts.retain(is_abi);
            item
        })
        .collect()
}
