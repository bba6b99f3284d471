//! What debug information calls the members of C structs.

use std::collections::BTreeSet;

use addr2line::gimli::{
    self, AttributeValue, DebuggingInformationEntry, DwAt, Dwarf, Unit, UnitOffset,
};
use hpy_platform::library::image_of;

use crate::reports::symbols::{self, Bytes};

/// The type of fields in C, and its bytes.
const FIELD: &str = "HPyField";
const SIZE: u64 = size_of::<usize>() as u64;

/// Types in types that are looked into.
const DEPTH: usize = 8;

/// What the library of a function calls the field at an offset in structs of at most `size` bytes, as `Struct.member`: the largest
/// count. `None` where it knows of none, or calls it by several names.
pub(crate) fn field_at(function: usize, offset: usize, size: usize) -> Option<String> {
    let image = image_of(function)?;
    if image.is_changed {
        return None;
    }
    let dwarf = symbols::dwarf(&image.path)?;
    let mut largest = (0, BTreeSet::new());
    let mut units = dwarf.units();
    while let Ok(Some(header)) = units.next() {
        let unit = dwarf.unit(header).ok()?;
        let _ = search(&dwarf, &unit, offset as u64, size as u64, &mut largest);
    }
    let (_, names) = largest;
    names.first().filter(|_| names.len() == 1).cloned()
}

type Entry = DebuggingInformationEntry<Bytes>;

/// Adds the names in a unit to those of the structs that were the largest; `None` where its debug information is damaged.
fn search(
    dwarf: &Dwarf<Bytes>,
    unit: &Unit<Bytes>,
    offset: u64,
    size: u64,
    largest: &mut (u64, BTreeSet<String>),
) -> Option<()> {
    let mut entries = unit.entries();
    while let Some(entry) = entries.next_dfs().ok()? {
        // A struct without a name of its own has that of its typedef.
        let (is_named, of) = match entry.tag() {
            gimli::DW_TAG_typedef => (false, type_of(entry)),
            _ => (true, Some(entry.offset())),
        };
        let (Some(name), Some(of)) = (name(dwarf, unit, entry), of) else {
            continue;
        };
        let definition = unit.entry(of).ok()?;
        let bytes = number(&definition, gimli::DW_AT_byte_size).unwrap_or(0);
        if is_struct(&definition)
            && (is_named || self::name(dwarf, unit, &definition).is_none())
            && (largest.0..=size).contains(&bytes)
            && let Some(member) = member_at(dwarf, unit, of, offset, DEPTH)
        {
            if bytes > largest.0 {
                *largest = (bytes, BTreeSet::new());
            }
            largest.1.insert(format!("{name}{member}"));
        }
    }
    Some(())
}

fn is_struct(entry: &Entry) -> bool {
    let tag = entry.tag();
    tag == gimli::DW_TAG_structure_type || tag == gimli::DW_TAG_class_type
}

fn name(dwarf: &Dwarf<Bytes>, unit: &Unit<Bytes>, entry: &Entry) -> Option<String> {
    let name = entry.attr_value(gimli::DW_AT_name)?;
    let name = dwarf.attr_string(unit, name).ok()?;
    Some(name.to_string_lossy().into_owned())
}

fn number(entry: &Entry, attribute: DwAt) -> Option<u64> {
    entry.attr_value(attribute)?.udata_value()
}

fn type_of(entry: &Entry) -> Option<UnitOffset> {
    match entry.attr_value(gimli::DW_AT_type)? {
        AttributeValue::UnitRef(of) => Some(of),
        _ => None,
    }
}

/// How the field at an offset in a type is reached from it: `.member`, `[0]`.
fn member_at(
    dwarf: &Dwarf<Bytes>,
    unit: &Unit<Bytes>,
    of: UnitOffset,
    offset: u64,
    depth: usize,
) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    let entry = unit.entry(of).ok()?;
    match entry.tag() {
        gimli::DW_TAG_typedef if name(dwarf, unit, &entry).as_deref() == Some(FIELD) => {
            (offset == 0).then(String::new)
        }
        gimli::DW_TAG_typedef | gimli::DW_TAG_const_type | gimli::DW_TAG_volatile_type => {
            member_at(dwarf, unit, type_of(&entry)?, offset, depth)
        }
        gimli::DW_TAG_array_type => {
            // Of arrays of something else the size of an item is not known.
            let (index, rest) = (offset / SIZE, offset % SIZE);
            member_at(dwarf, unit, type_of(&entry)?, rest, 2).filter(|item| item.is_empty())?;
            (index < length(unit, of)?).then(|| format!("[{index}]"))
        }
        gimli::DW_TAG_union_type => inside(dwarf, unit, of, offset, depth),
        _ if is_struct(&entry) => inside(dwarf, unit, of, offset, depth),
        _ => None,
    }
}

/// The same by the members of a struct or union.
fn inside(
    dwarf: &Dwarf<Bytes>,
    unit: &Unit<Bytes>,
    of: UnitOffset,
    offset: u64,
    depth: usize,
) -> Option<String> {
    let mut tree = unit.entries_tree(Some(of)).ok()?;
    let mut members = tree.root().ok()?.children();
    while let Some(member) = members.next().ok()? {
        let member = member.entry();
        let start = number(member, gimli::DW_AT_data_member_location).unwrap_or(0);
        if member.tag() == gimli::DW_TAG_member
            && let (Some(offset), Some(of)) = (offset.checked_sub(start), type_of(member))
            && let Some(rest) = member_at(dwarf, unit, of, offset, depth)
        {
            let name = name(dwarf, unit, member).map(|name| format!(".{name}"));
            return Some(name.unwrap_or_default() + &rest);
        }
    }
    None
}

/// The items of an array.
fn length(unit: &Unit<Bytes>, of: UnitOffset) -> Option<u64> {
    let mut tree = unit.entries_tree(Some(of)).ok()?;
    let mut ranges = tree.root().ok()?.children();
    let range = ranges.next().ok()??;
    let last = number(range.entry(), gimli::DW_AT_upper_bound);
    let count = number(range.entry(), gimli::DW_AT_count);
    count.or(last.map(|last| last.saturating_add(1)))
}
