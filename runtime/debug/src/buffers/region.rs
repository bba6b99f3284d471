//! The addresses that guarded memory has, and what is known of each, so that a fault handler can tell whose page it
//! was without asking anybody.
//!
//! The region is divided into chunks, which are mapped and given up as a whole. An address is used once: the next
//! block gets the next one, until all are used up. A record for every block stands beside the region; of blocks that were
//! closed long ago, only the function is known that handed out all of a chunk.

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicUsize, Ordering};

use hpy_abi::HPy;
use hpy_platform::fence::Fence;
use hpy_platform::pages;

use crate::reports::report::Function;
use crate::reports::stacks::Stack;

/// Addresses that are tried to be reserved, largest first; no memory is used before it is written.
const SIZES: [usize; 4] = [1 << 40, 4 << 30, 256 << 20, 16 << 20];
/// The region may take one part in so many of the addresses that a limit leaves to the process.
const SHARE: usize = 8;

/// Pages of a chunk. With pages of 4 kB these are 2 MiB, whose page table goes with the chunk.
pub(crate) const CHUNK: u32 = 512;

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum State {
    Open,
    /// Inaccessible; the data are kept.
    Closed,
    /// Inaccessible, and the data are given up.
    Gone,
}

/// What closed the handle that a block belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Closer {
    /// In words for a report.
    pub(crate) name: &'static str,
    /// The stack on which it was, where that was captured.
    pub(crate) stack: Option<&'static Stack>,
}

/// What the fault handler says of a block. All zeros are the record of no block.
#[derive(Clone, Copy)]
pub(crate) struct Record {
    /// Bytes of data; they end at the end of a page.
    pub(crate) len: usize,
    /// The API function that handed the data out; none where no block begins.
    pub(crate) function: Option<&'static Function>,
    pub(crate) closer: Option<Closer>,
    /// The handle that owns it.
    pub(crate) owner: HPy,
    pub(crate) state: State,
    /// Whether a page behind it was left out to guard it.
    pub(crate) is_guarded: bool,
}

/// A chunk of addresses, or one of several that were taken for a large block. All zeros are one that never was used.
#[derive(Clone, Copy)]
pub(crate) struct Chunk {
    pub(crate) is_mapped: bool,
    pub(crate) fence: Fence,
    /// How many chunks before this one the first is that was taken with it.
    pub(crate) behind: u32,
    /// The API function that handed out a block of it.
    pub(crate) function: Option<&'static Function>,
    /// Whether others did, too.
    pub(crate) is_mixed: bool,
}

impl Chunk {
    /// Whether it held something and holds nothing any more.
    pub(crate) fn is_retired(self) -> bool {
        !self.is_mapped && self.function.is_some()
    }
}

/// Reserved addresses, with a record for every page of them and a note of every chunk.
#[derive(Clone, Copy)]
pub(crate) struct Region {
    base: NonNull<u8>,
    page: usize,
    pub(crate) chunks: u32,
    records: NonNull<Record>,
    notes: NonNull<Chunk>,
}

/// The region, for the fault handler.
static BASE: AtomicUsize = AtomicUsize::new(0);
static PAGE: AtomicUsize = AtomicUsize::new(0);
static CHUNKS: AtomicUsize = AtomicUsize::new(0);
static RECORDS: AtomicUsize = AtomicUsize::new(0);
static NOTES: AtomicUsize = AtomicUsize::new(0);

impl Region {
    /// Reserves one; `None` where there is no room for any. A process has one: the fault handler looks at the last.
    pub(crate) fn new() -> Option<Self> {
        let page = pages::size();
        // A second one must not use up the addresses.
        let sizes = &SIZES[usize::from(BASE.load(Ordering::Relaxed) != 0)..];
        let region = sizes
            .iter()
            .filter(|size| pages::has_room(**size * SHARE))
            .find_map(|size| Self::reserve(*size, page))?;
        PAGE.store(page, Ordering::Relaxed);
        CHUNKS.store(region.chunks as usize, Ordering::Relaxed);
        RECORDS.store(
            region.records.as_ptr().expose_provenance(),
            Ordering::Relaxed,
        );
        NOTES.store(region.notes.as_ptr().expose_provenance(), Ordering::Relaxed);
        BASE.store(region.base.as_ptr().expose_provenance(), Ordering::Release);
        Some(region)
    }

    fn reserve(size: usize, page: usize) -> Option<Self> {
        let chunk = CHUNK as usize * page;
        let chunks = size / chunk;
        let all = chunks * chunk;
        // One more than needed, as whole page tables should belong to a chunk.
        let first = pages::reserve(all + chunk)?;
        let unaligned = first.align_offset(chunk);
        let records_size = chunks * CHUNK as usize * size_of::<Record>();
        let Some(records) = pages::zeros(records_size + chunks * size_of::<Chunk>()) else {
            // SAFETY: reserved above, and unused.
            unsafe { pages::unmap(first, all + chunk) };
            return None;
        };
        // SAFETY: inside of what was reserved: what is left and right of the chunks, and what is behind the records.
        let (base, notes) = unsafe {
            let base = first.add(unaligned);
            pages::unmap(first, unaligned);
            pages::unmap(base.add(all), chunk - unaligned);
            (base, records.add(records_size))
        };
        Some(Self {
            base,
            page,
            chunks: u32::try_from(chunks).ok()?,
            records: records.cast(),
            notes: notes.cast(),
        })
    }

    /// The region that was reserved last.
    fn current() -> Option<Self> {
        let base = BASE.load(Ordering::Acquire);
        Some(Self {
            base: NonNull::new(ptr::with_exposed_provenance_mut(base))?,
            page: PAGE.load(Ordering::Relaxed),
            chunks: CHUNKS.load(Ordering::Relaxed) as u32,
            records: NonNull::new(ptr::with_exposed_provenance_mut(
                RECORDS.load(Ordering::Relaxed),
            ))?,
            notes: NonNull::new(ptr::with_exposed_provenance_mut(
                NOTES.load(Ordering::Relaxed),
            ))?,
        })
    }

    /// Bytes of a page.
    pub(crate) fn page(&self) -> usize {
        self.page
    }

    /// Where a page is.
    pub(crate) fn place(&self, page: u32) -> *mut u8 {
        assert!(page / CHUNK < self.chunks);
        // SAFETY: it is inside the region.
        unsafe { self.base.as_ptr().add(page as usize * self.page) }
    }

    /// Pages that hold so many bytes, in bytes.
    pub(crate) fn whole_pages(&self, len: usize) -> usize {
        len.max(1).next_multiple_of(self.page)
    }

    /// Pages of a block of so many bytes.
    pub(crate) fn pages(&self, len: usize) -> Option<u32> {
        u32::try_from(len.max(1).div_ceil(self.page)).ok()
    }

    pub(crate) fn record(&self, page: u32) -> Record {
        assert!(page / CHUNK < self.chunks);
        // SAFETY: there is a record for every page, and all zeros are one.
        unsafe { self.records.add(page as usize).read() }
    }

    pub(crate) fn set_record(&mut self, page: u32, record: Record) {
        assert!(page / CHUNK < self.chunks);
        // SAFETY: there is a record for every page.
        unsafe { self.records.add(page as usize).write(record) }
    }

    pub(crate) fn chunk(&self, chunk: u32) -> Chunk {
        assert!(chunk < self.chunks);
        // SAFETY: there is a note of every chunk, and all zeros are one.
        unsafe { self.notes.add(chunk as usize).read() }
    }

    pub(crate) fn set_chunk(&mut self, chunk: u32, note: Chunk) {
        assert!(chunk < self.chunks);
        // SAFETY: there is a note of every chunk.
        unsafe { self.notes.add(chunk as usize).write(note) }
    }

    /// Where the block is that begins at a page.
    fn place_of(&self, start: u32, fence: Fence) -> Place {
        let record = self.record(start);
        let first = self.place(start).expose_provenance();
        let size = self.whole_pages(record.len);
        Place {
            record,
            data: first + size - record.len,
            first,
            size,
            fence,
        }
    }

    /// The chunks are reserved again, with nothing in them. Says whether that was possible.
    ///
    /// # Safety
    /// They are the caller's, and nobody uses what they hold.
    pub(crate) unsafe fn clear(&mut self, first: u32, chunks: u32) -> bool {
        let place = self.place(first * CHUNK);
        let size = (chunks * CHUNK) as usize * self.page;
        // SAFETY: by contract.
        NonNull::new(place).is_some_and(|place| unsafe { pages::clear(place, size) })
    }

    /// The records of the chunks are those of no blocks.
    pub(crate) fn forget(&mut self, first: u32, chunks: u32) {
        assert!(first + chunks <= self.chunks);
        let size = size_of::<Record>() * (chunks * CHUNK) as usize;
        // SAFETY: these are their records.
        unsafe { pages::zero(self.records.add((first * CHUNK) as usize).cast(), size) };
    }

    /// Gives the addresses back. Nobody may use what is there.
    pub(crate) fn give_up(self) {
        // Addresses of another one may be looked up meanwhile.
        let base = self.base.addr().get();
        let _ = BASE.compare_exchange(base, 0, Ordering::Relaxed, Ordering::Relaxed);
        let pages = (self.chunks * CHUNK) as usize;
        // SAFETY: all that `reserve` took.
        unsafe {
            pages::unmap(self.base, pages * self.page);
            let notes = self.chunks as usize * size_of::<Chunk>();
            pages::unmap(self.records.cast(), pages * size_of::<Record>() + notes);
        }
    }
}

/// Where a block is.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) record: Record,
    /// The address of the block's data.
    pub(crate) data: usize,
    /// The first of its pages, and the bytes of those that hold data.
    first: usize,
    size: usize,
    fence: Fence,
}

/// What is known of an address in the region.
#[derive(Clone, Copy)]
pub(crate) enum Found {
    Block(Place),
    /// A block that was closed long ago, handed out by this function, where that is known.
    Forgotten(Option<&'static Function>),
}

/// Which block an address belongs to, or is behind. For the fault handler: reads only memory that is always mapped.
pub(crate) fn lookup(address: usize) -> Option<Found> {
    let region = Region::current()?;
    let offset = address.checked_sub(region.base.addr().get())?;
    let page = u32::try_from(offset / region.page).ok()?;
    let chunk = page / CHUNK;
    if chunk >= region.chunks {
        return None;
    }
    let note = region.chunk(chunk);
    let first = (chunk - note.behind) * CHUNK;
    // The block that begins at this page or nearest in front of it, and whether the page is its own or the next one.
    let block_at = |page: u32| {
        let start = (first..=page)
            .rev()
            .find(|start| region.record(*start).function.is_some())?;
        let place = region.place_of(start, note.fence);
        (page - start <= region.pages(place.record.len)?).then_some((start, place))
    };
    if let Some((start, place)) = block_at(page) {
        // In front of a block's data is what is behind the next one, where no page was left out.
        let next = (address < place.data && start > first)
            .then(|| block_at(start - 1))
            .flatten()
            .filter(|(_, next)| next.data + next.record.len == place.first);
        return Some(Found::Block(next.map_or(place, |(_, next)| next)));
    }
    let function = note.function.filter(|_| !note.is_mixed);
    note.is_retired().then_some(Found::Forgotten(function))
}

/// The first bytes of a block's data, as text, where they are kept. Makes them readable for a moment where they are not.
pub(crate) fn peek(place: &Place, max: usize) -> Option<String> {
    let Place {
        record,
        first,
        size,
        fence,
        ..
    } = *place;
    if record.state == State::Gone {
        return None;
    }
    let first = ptr::with_exposed_provenance_mut::<u8>(first);
    // SAFETY: these are the block's pages, which stay mapped; they are read while they are readable.
    unsafe {
        if !fence.allow(first, size) {
            return None;
        }
        let shown = record.len.saturating_sub(1).min(max);
        let bytes = std::slice::from_raw_parts(first.add(size - record.len), shown);
        let text = String::from_utf8_lossy(bytes).into_owned();
        if record.state == State::Closed {
            fence.forbid(first, size);
        }
        Some(text)
    }
}
