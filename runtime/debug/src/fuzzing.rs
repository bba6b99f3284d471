//! Random operations on the handle table and the buffers, compared with a simple model of each.
//!
//! The targets in `fuzz/` call these with generated inputs, a test with the saved ones.

use std::collections::HashMap;
use std::ffi::c_char;
use std::sync::LazyLock;

use hpy_abi::HPy;
use hpy_platform::pages::can_access;

use crate::buffers::guarded::Buffers;
use crate::buffers::region::{Closer, Found, Place, State, lookup};
use crate::handles::slots::Zero;
use crate::handles::table::{Invalid, Table, kind, slot_of};
use crate::reports::report::Function;
use hpy_platform::fence::Fence;

/// A stream of operations and operands.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number<const BYTES: usize>(&mut self) -> Option<u64> {
        let (bytes, rest) = self.0.split_first_chunk::<BYTES>()?;
        self.0 = rest;
        let add = |sum, byte: &u8| sum << 8 | u64::from(*byte);
        Some(bytes.iter().fold(0, add))
    }

    /// Picks one of the items, if there are any.
    fn pick<'b, T>(&mut self, items: &'b [T]) -> Option<&'b T> {
        let number = self.number::<2>()? as usize;
        items.get(number.checked_rem(items.len())?)
    }
}

/// Opens and closes slots, and looks up arbitrary values.
pub fn table(bytes: &[u8]) {
    let mut input = Input(bytes);
    let mut model = TableModel {
        table: Table::new(usize::from(input.byte().unwrap_or(0))),
        given: Vec::new(),
        by_key: HashMap::new(),
    };
    while model.step(&mut input).is_some() {}
    for (key, _) in &model.given {
        model.check(*key);
    }
}

// SAFETY: an integer.
unsafe impl Zero for u64 {}

struct TableModel {
    table: Table<u64>,
    /// All keys that the table returned, with their data.
    given: Vec<(isize, u64)>,
    /// The same by key, with whether each is open.
    by_key: HashMap<isize, (u64, bool)>,
}

impl TableModel {
    fn step(&mut self, input: &mut Input<'_>) -> Option<()> {
        match input.byte()? % 5 {
            0 => {
                let (kind, data) = (input.byte()? % 15 + 1, self.given.len() as u64);
                let opened = self.table.open_fast(kind, data);
                let key = opened.or_else(|| Some(self.table.open(kind, 0, data, false)?.0));
                let key = key.expect("memory");
                assert!(self.by_key.insert(key, (data, true)).is_none(), "{key:#x}");
                self.given.push((key, data));
            }
            1 => {
                if let Some((key, _)) = input.pick(&self.given)
                    && self.by_key[key].1
                {
                    let was_full = self.table.quarantine.is_full();
                    let close_fast =
                        |table: &mut Table<_>| table.close_fast(*key, kind(*key), |_| Some(()));
                    let some_wait = self.table.quarantine.len() > 0;
                    match some_wait.then(|| close_fast(&mut self.table)).flatten() {
                        Some(()) => was_full.then(|| self.table.release()),
                        None => self.table.close(*key),
                    };
                    self.by_key
                        .entry(*key)
                        .and_modify(|(_, open)| *open = false);
                }
            }
            2 => self.check(input.number::<8>()? as isize),
            3 => {
                let changed = 1_u64.rotate_left(u32::from(input.byte()?));
                if let Some((key, _)) = input.pick(&self.given) {
                    self.check(key ^ changed as isize);
                    self.check(key.wrapping_add(changed as isize));
                }
            }
            _ => self.table.quarantine.set_max(usize::from(input.byte()?)),
        }
        Some(())
    }

    /// Checks that table and model agree about a value.
    fn check(&self, value: isize) {
        let found = self.table.get(value).map(|slot| slot.data);
        match self.by_key.get(&value) {
            Some((data, true)) => assert_eq!(found, Some(*data), "{value:#x}"),
            Some((_, false)) => {
                assert_eq!(found, None, "{value:#x}");
                assert_ne!(self.table.why_invalid(value), Invalid::Wild, "{value:#x}");
            }
            None => {
                assert_eq!(found, None, "{value:#x}");
                // A value is not wild because of its kind alone.
                let is_near =
                    |(key, _): &(isize, u64)| key ^ value == isize::from(kind(key ^ value));
                if self.table.why_invalid(value) != Invalid::Wild {
                    assert!(self.given.iter().any(is_near), "{value:#x}");
                }
            }
        }
    }
}

/// Makes copies of memory, closes and discards their owners, and looks up addresses.
pub fn buffers(bytes: &[u8]) {
    for fences in [Fence::ALL, &[Fence::Protection]] {
        buffers_behind(fences, bytes);
    }
}

fn buffers_behind(fences: &'static [Fence], bytes: &[u8]) {
    let mut buffers = Buffers::new();
    buffers.fences = fences;
    let mut model = BuffersModel {
        buffers,
        source: SOURCE.clone(),
        owners: Default::default(),
    };
    let mut input = Input(bytes);
    while let Some(slot) = model.step(&mut input) {
        model.check(slot);
    }
    (0..model.owners.len()).for_each(|slot| model.check(slot));
}

/// The source of all copies.
static SOURCE: LazyLock<Vec<c_char>> =
    LazyLock::new(|| (0..1 << 19).map(|i: u32| i as c_char).collect());

static F: Function = Function {
    name: "f",
    args: &[],
    nullable: &[],
    index: 0,
    can_fail: true,
};

fn block(address: usize) -> Option<Place> {
    match lookup(address)? {
        Found::Block(place) => Some(place),
        Found::Forgotten(_) => None,
    }
}

#[derive(Default)]
struct Owner {
    /// The expected contents of each copy, by address.
    copies: HashMap<usize, Vec<c_char>>,
    is_closed: bool,
}

impl Owner {
    fn size(&self) -> usize {
        self.copies.values().map(Vec::len).sum()
    }
}

struct BuffersModel {
    buffers: Buffers,
    source: Vec<c_char>,
    owners: [Owner; 8],
}

impl BuffersModel {
    /// Does one operation; returns the owner concerned.
    fn step(&mut self, input: &mut Input<'_>) -> Option<usize> {
        let (operation, slot) = (input.byte()?, input.byte()? % 8);
        let owner = &mut self.owners[usize::from(slot)];
        let slot = u32::from(slot);
        match operation % 6 {
            0 | 1 if !owner.is_closed => {
                let start = input.number::<2>()? as usize;
                // Most are short, few very long.
                let len = input.number::<3>()? as usize >> (input.byte()? % 24);
                let len = len.min(self.source.len() - start);
                let handle = HPy {
                    _i: (slot as isize) << 4 | 1,
                };
                let source = &self.source[start..start + len];
                // SAFETY: the source is readable.
                let copy = unsafe { self.buffers.guard(handle, source.as_ptr(), len, &F) };
                assert_ne!(copy, source.as_ptr(), "no memory");
                owner.copies.insert(copy.addr(), source.to_vec());
            }
            2 if !owner.is_closed => {
                let held: usize = self
                    .owners
                    .iter()
                    .filter(|owner| owner.is_closed)
                    .map(Owner::size)
                    .sum();
                let owner = &mut self.owners[slot as usize];
                let fits = held + owner.size() <= self.buffers.max;
                let closer = Closer {
                    name: "g",
                    stack: None,
                };
                assert_eq!(self.buffers.close(slot, closer), fits);
                if fits {
                    owner.is_closed = true;
                } else {
                    *owner = Owner::default();
                }
            }
            3 if owner.is_closed => {
                self.buffers.discard(slot);
                *owner = Owner::default();
            }
            4 => self.buffers.max = input.number::<3>()? as usize,
            5 => self.source[input.number::<2>()? as usize] ^= 1,
            _ => {
                let address = input.number::<6>()? as usize;
                let place = block(address);
                assert!(place.is_none_or(|place| place.record.len <= self.source.len()));
            }
        }
        Some(slot as usize)
    }

    /// Checks that open copies have the right contents and cannot be written, that closed ones cannot be read, and
    /// that the fault handler knows both.
    fn check(&self, slot: usize) {
        let owner = &self.owners[slot];
        let size = self.buffers.size(slot as u32);
        assert_eq!(size.unwrap_or(0), owner.size());
        for (address, contents) in &owner.copies {
            let end = address + contents.len();
            assert_eq!(end % 4096, 0);
            let guard = block(end).expect("the guard page is known");
            assert_eq!((guard.data, guard.record.len), (*address, contents.len()));
            let expected = if owner.is_closed {
                State::Closed
            } else {
                State::Open
            };
            assert_eq!(guard.record.state, expected);
            assert_eq!(slot_of(guard.record.owner._i), slot as u32);
            assert!(!can_access(end, false) && !can_access(end - 1, true));
            assert_eq!(can_access(end - 1, false), !owner.is_closed);
            if !owner.is_closed {
                // SAFETY: an open copy is readable.
                let copy = unsafe {
                    std::slice::from_raw_parts(*address as *const c_char, contents.len())
                };
                assert!(copy == contents);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Runs all inputs in this directory of `fuzz/corpus`.
    fn replay(name: &str, target: fn(&[u8])) {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../fuzz/corpus")
            .join(name);
        let inputs: Vec<_> = std::fs::read_dir(directory)
            .expect("the corpus is in the repository")
            .collect();
        assert!(!inputs.is_empty());
        for input in inputs.into_iter().flatten() {
            target(&std::fs::read(input.path()).expect("an input is a file"));
        }
    }

    #[test]
    fn the_table_does_as_its_model_for_the_inputs_that_are_kept() {
        replay("table", super::table);
    }

    #[test]
    fn the_buffers_do_as_their_model_for_the_inputs_that_are_kept() {
        let _alone = crate::buffers::guarded::alone();
        replay("buffers", super::buffers);
    }
}
