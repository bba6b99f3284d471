//! Pages that fault when they are misused, in one region of addresses, so that a fault handler can tell
//! whose page it was without asking anybody.
//!
//! A block is some pages of data and an inaccessible guard page behind them. Blocks are never unmapped:
//! their pages are readable while the block is open and inaccessible otherwise. What a block holds, or
//! held last, stands in a record beside the region that the fault handler reads.
//!
//! The first blocks are *shared*: their pages have a second, writable mapping (see [`Alias`]). So filling one needs no
//! system call. And because its pages have neighbours of another kind, protecting them changes a flag of their mapping
//! only, where mappings of one kind are split and joined, which takes ten times as long.

use std::collections::HashMap;
use std::ffi::{c_char, c_void};
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicUsize, Ordering};

use hpy_abi::HPy;

use crate::alias::{self, Alias};

/// Addresses that are tried to be reserved, largest first; no memory is used before it is written.
const SIZES: [usize; 3] = [4 << 30, 256 << 20, 16 << 20];

/// Blocks that are shared at most, each with two mappings for ever, and their pages of data at most.
const SHARED_MAX: usize = 8_000;
const SHARED_PAGES: u32 = 64;

/// Other blocks with a guard page that may be open at a time. Every one needs two mappings, of which Linux
/// allows 65,530 by default; beyond this, blocks go without the guard page.
const GUARDED_MAX: usize = 16_000;

/// Blocks of more bytes give their memory back when they are freed.
const KEPT: usize = 256 << 10;

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum State {
    Free,
    Open,
    Closed,
}

/// How the pages of a block are mapped.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    /// Twice, and with a guard page.
    Shared,
    /// With a guard page.
    Guarded,
    Bare,
}

/// What the fault handler says of a block.
#[derive(Clone, Copy)]
pub(crate) struct Record {
    pub(crate) state: State,
    /// The first page. Every page of a block says which it is, the guard page too; the rest stands with the first.
    first: u32,
    /// Pages of data.
    pages: u32,
    kind: Kind,
    /// Of a shared block, its first page in the alias, and since when.
    alias: (u32, u32),
    /// Bytes of data; they end at the end of the last page.
    pub(crate) len: usize,
    /// The API function that handed the data out; none in a record that was never written.
    pub(crate) function: Option<&'static str>,
    /// The handle that owns it.
    pub(crate) owner: HPy,
    /// What closed the handle.
    pub(crate) closer: Option<&'static str>,
}

/// An open or closed block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block(u32);

/// The region, for the fault handler: its address and its pages.
static REGION: (AtomicUsize, AtomicUsize) = (AtomicUsize::new(0), AtomicUsize::new(0));
static RECORDS: AtomicUsize = AtomicUsize::new(0);

/// The pages, and which of them are free.
pub(crate) struct Arena {
    base: NonNull<u8>,
    records: NonNull<Record>,
    page: usize,
    /// Pages of the region.
    pages: u32,
    /// Pages that belong to a block.
    used: u32,
    /// Free blocks by their pages of data and how they are mapped.
    free: HashMap<(u32, Kind), Vec<u32>>,
    /// Open blocks of the kind [`Kind::Guarded`].
    guarded: usize,
    /// Shared blocks, open or not.
    shared: usize,
    /// None before the first block, and where the system gives none.
    alias: Option<Alias>,
}

fn reserve(size: usize, protection: i32) -> Option<NonNull<c_void>> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
    // SAFETY: a fresh anonymous mapping touches no memory that exists.
    let address = unsafe { libc::mmap(ptr::null_mut(), size, protection, flags, -1, 0) };
    (address != libc::MAP_FAILED)
        .then(|| NonNull::new(address))
        .flatten()
}

impl Arena {
    /// Reserves a region; `None` where there is no room for any. A process has one: the fault handler looks
    /// at the last.
    pub(crate) fn new() -> Option<Self> {
        // SAFETY: sysconf only reads.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
        let page = usize::try_from(page).ok()?;
        SIZES.iter().find_map(|size| {
            let pages = size / page;
            let base = reserve(*size, libc::PROT_NONE)?;
            let readable = libc::PROT_READ | libc::PROT_WRITE;
            let Some(records) = reserve(pages * size_of::<Record>(), readable) else {
                // SAFETY: mapped above, used by nobody.
                unsafe { libc::munmap(base.as_ptr(), *size) };
                return None;
            };
            RECORDS.store(records.addr().get(), Ordering::Relaxed);
            REGION.1.store(pages * page, Ordering::Relaxed);
            REGION.0.store(base.addr().get(), Ordering::Release);
            Some(Self {
                base: base.cast(),
                records: records.cast(),
                page,
                pages: u32::try_from(pages).ok()?,
                used: 0,
                free: HashMap::new(),
                guarded: 0,
                shared: 0,
                alias: None,
            })
        })
    }

    /// A block that holds a copy of `len` bytes; `None` where the system has no memory left.
    ///
    /// # Safety
    /// `source` is readable for `len` bytes.
    pub(crate) unsafe fn copy(
        &mut self,
        source: *const c_char,
        len: usize,
        function: &'static str,
        owner: HPy,
    ) -> Option<Block> {
        let pages = self.size_class(len)?;
        let (block, kind, alias) = match self.take_shared(pages) {
            Some((block, alias)) => (block, Kind::Shared, alias),
            None => {
                let kind = if self.guarded < GUARDED_MAX {
                    Kind::Guarded
                } else {
                    Kind::Bare
                };
                (self.take(pages, kind)?, kind, (0, 0))
            }
        };
        let record = Record {
            state: State::Open,
            first: block.0,
            pages,
            kind,
            alias,
            len,
            function: Some(function),
            owner,
            closer: None,
        };
        self.set_record(block, record);
        // SAFETY: `source` is readable by contract.
        if !unsafe { self.fill(block, source) } {
            self.give_back(block);
            return None;
        }
        self.guarded += usize::from(kind == Kind::Guarded);
        Some(block)
    }

    /// Fills a block and makes it readable.
    ///
    /// # Safety
    /// `source` is readable for as many bytes as the block holds.
    unsafe fn fill(&mut self, block: Block, source: *const c_char) -> bool {
        let record = self.record(block);
        let (first, size) = self.range(block);
        // SAFETY: the range is this block's, and distinct from the source.
        unsafe {
            match &mut self.alias {
                Some(alias) if record.kind == Kind::Shared => {
                    alias.write(record.alias.0, record.pages, source, record.len);
                }
                _ => {
                    let writable = libc::PROT_READ | libc::PROT_WRITE;
                    if libc::mprotect(first.cast(), size, writable) != 0 {
                        return false;
                    }
                    let data = self.data(block).cast_mut();
                    ptr::copy_nonoverlapping(source, data, record.len);
                }
            }
            libc::mprotect(first.cast(), size, libc::PROT_READ) == 0
        }
    }

    /// Pages of data for `len` bytes; large blocks come in few sizes, so that they can be used again.
    fn size_class(&self, len: usize) -> Option<u32> {
        let pages = u32::try_from(len.div_ceil(self.page).max(1)).ok()?;
        Some(if pages <= 8 {
            pages
        } else {
            pages.next_multiple_of(1 << (pages.ilog2() - 2))
        })
    }

    fn take(&mut self, pages: u32, kind: Kind) -> Option<Block> {
        self.take_free(pages, kind)
            .or_else(|| self.take_new(pages, kind))
    }

    fn take_free(&mut self, pages: u32, kind: Kind) -> Option<Block> {
        self.free.get_mut(&(pages, kind))?.pop().map(Block)
    }

    fn take_new(&mut self, pages: u32, kind: Kind) -> Option<Block> {
        let whole = pages.checked_add(u32::from(kind != Kind::Bare))?;
        let first = self.used;
        let used = first
            .checked_add(whole)
            .filter(|used| *used <= self.pages)?;
        self.used = used;
        for page in first..used {
            let record = Record {
                state: State::Free,
                first,
                pages,
                kind,
                alias: (0, 0),
                len: 0,
                function: Some(""),
                owner: HPy::NULL,
                closer: None,
            };
            self.set_record(Block(page), record);
        }
        Some(Block(first))
    }

    /// A shared block and where its alias is; none where no more may be shared.
    fn take_shared(&mut self, pages: u32) -> Option<(Block, (u32, u32))> {
        let epoch = alias::epoch();
        if pages > SHARED_PAGES {
            return None;
        }
        if self.alias.as_ref().is_none_or(|alias| alias.epoch != epoch) {
            self.alias = Alias::new(self.page);
        }
        let block = match self.take_free(pages, Kind::Shared) {
            Some(block) => {
                let alias = self.record(block).alias;
                if alias.1 == epoch && self.alias.is_some() {
                    return Some((block, alias));
                }
                block
            }
            None if self.shared < SHARED_MAX => {
                self.alias.as_ref()?;
                self.shared += 1;
                self.take_new(pages, Kind::Shared)?
            }
            None => return None,
        };
        let place = self.range(block).0;
        // SAFETY: the pages are this block's, which nobody uses.
        let map = |alias: &mut Alias| unsafe { alias.map(place, pages) };
        match self.alias.as_mut().and_then(map) {
            Some(first) => Some((block, (first, epoch))),
            None => {
                self.give_back(block);
                None
            }
        }
    }

    /// The block's bytes.
    pub(crate) fn data(&self, block: Block) -> *const c_char {
        let (first, size) = self.range(block);
        // SAFETY: the data are the last `len` of these bytes.
        unsafe { first.byte_add(size - self.record(block).len).cast() }
    }

    /// From now on every access faults. The block is remembered.
    pub(crate) fn close(&mut self, block: Block, closer: &'static str) {
        self.forbid(block, State::Closed, Some(closer));
    }

    /// The block's pages may be used again. Of an open block, the data are gone.
    pub(crate) fn release(&mut self, block: Block, closer: Option<&'static str>) {
        self.forbid(block, State::Free, closer);
        self.give_back(block);
    }

    fn forbid(&mut self, block: Block, state: State, closer: Option<&'static str>) {
        let mut record = self.record(block);
        if record.state == State::Open {
            let (first, size) = self.range(block);
            self.guarded -= usize::from(record.kind == Kind::Guarded);
            // SAFETY: the range is this block's. Failing leaves the pages readable, which only weakens the
            // check.
            unsafe { libc::mprotect(first.cast(), size, libc::PROT_NONE) };
        }
        record.state = state;
        record.closer = record.closer.or(closer);
        self.set_record(block, record);
    }

    fn give_back(&mut self, block: Block) {
        let record = self.record(block);
        let (first, size) = self.range(block);
        if size > KEPT && record.kind != Kind::Shared {
            // SAFETY: the range is this block's, and nobody reads it any more.
            unsafe { libc::madvise(first.cast(), size, libc::MADV_DONTNEED) };
        }
        self.free
            .entry((record.pages, record.kind))
            .or_default()
            .push(block.0);
    }

    /// The record of an open or closed block.
    pub(crate) fn record(&self, block: Block) -> Record {
        // SAFETY: a block's record was written when it was taken.
        unsafe { *self.records.as_ptr().add(block.0 as usize) }
    }

    fn set_record(&mut self, block: Block, record: Record) {
        // SAFETY: there is a record for every page of the region.
        unsafe { self.records.as_ptr().add(block.0 as usize).write(record) }
    }

    /// The block's pages of data: where they start, and their bytes.
    fn range(&self, block: Block) -> (*mut u8, usize) {
        let pages = self.record(block).pages as usize;
        // SAFETY: a block is inside the region.
        (
            unsafe { self.base.as_ptr().add(block.0 as usize * self.page) },
            pages * self.page,
        )
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        let base = self.base.addr().get();
        // Addresses of another one may be looked up meanwhile.
        let _ = REGION
            .0
            .compare_exchange(base, 0, Ordering::Relaxed, Ordering::Relaxed);
        let pages = self.pages as usize;
        // SAFETY: `new` mapped both; whoever drops the arena uses no block any more.
        unsafe {
            libc::munmap(self.base.as_ptr().cast(), pages * self.page);
            libc::munmap(self.records.as_ptr().cast(), pages * size_of::<Record>());
        }
    }
}

/// What is known of an address in the region.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) record: Record,
    /// The address of the block's data.
    pub(crate) data: usize,
}

/// Whose page an address is in. For the fault handler: reads only memory that is always mapped.
pub(crate) fn lookup(address: usize) -> Option<Place> {
    let base = REGION.0.load(Ordering::Acquire);
    let size = REGION.1.load(Ordering::Relaxed);
    let offset = address
        .checked_sub(base)
        .filter(|offset| base != 0 && *offset < size)?;
    // SAFETY: sysconf only reads.
    let page = usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).ok()?;
    let records = RECORDS.load(Ordering::Relaxed) as *const Record;
    // SAFETY: there is a record for every page of the region, and all zeros, as none was written, are a
    // record of a free block.
    let record = unsafe {
        let here = records.add(offset / page).read();
        here.function?;
        records.add(here.first as usize).read()
    };
    let end = base + (record.first as usize + record.pages as usize) * page;
    Some(Place {
        record,
        data: end - record.len,
    })
}

/// The first bytes of the data, as text. Makes them readable for a moment where they are not.
pub(crate) fn peek(place: &Place, max: usize) -> String {
    // SAFETY: sysconf only reads.
    let page = usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).unwrap_or(4096);
    let size = place.record.pages as usize * page;
    let first = (place.data + place.record.len - size) as *mut c_void;
    let shown = place.record.len.saturating_sub(1).min(max);
    // SAFETY: these are the block's pages, which stay mapped; they are read while they are readable.
    unsafe {
        if libc::mprotect(first, size, libc::PROT_READ) != 0 {
            return String::new();
        }
        let bytes = std::slice::from_raw_parts(place.data as *const u8, shown);
        let text = String::from_utf8_lossy(bytes).into_owned();
        if place.record.state != State::Open {
            libc::mprotect(first, size, libc::PROT_NONE);
        }
        text
    }
}
