//! The addresses of guarded memory, and a record for each page. So the fault handler can tell whose page it was,
//! without locks.
//!
//! The region consists of chunks, which are mapped and freed as a whole. Each address is used once: a new block gets
//! the next addresses, until all are used. The records stand beside the region. For blocks that were closed long ago,
//! only the function that returned them is known, and only if all blocks of the chunk came from one.

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering, fence};

use hpy_abi::HPy;
use hpy_platform::fence::Fence;
use hpy_platform::pages;

use crate::reports::report::Function;
use crate::reports::stacks::Stack;

/// Sizes of the address range to try, largest first. Memory is allocated only when it is written.
const SIZES: [usize; 4] = [1 << 40, 4 << 30, 256 << 20, 16 << 20];
/// The region takes at most 1/8 of the addresses that a limit leaves to the process.
const SHARE: usize = 8;

/// Pages in a chunk. With pages of 4 kB a chunk has 2 MiB, so its page table is freed with it.
pub(crate) const CHUNK: u32 = 512;

/// The state of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum State {
    Open,
    /// Inaccessible, with its data.
    Closed,
    /// Inaccessible, without data.
    Gone,
}

/// What closed the handle of a block.
#[derive(Clone, Copy)]
pub(crate) struct Closer {
    /// Its description in a report.
    pub(crate) name: &'static str,
    /// The stack of the call, if it was captured.
    pub(crate) stack: Option<&'static Stack>,
}

/// The record of a block, for the fault handler. All zeros: no block begins here.
#[derive(Clone, Copy)]
pub(crate) struct Record {
    /// Bytes of data. They end at the end of a page.
    pub(crate) len: usize,
    /// The API function that returned the data; `None` where no block begins.
    pub(crate) function: Option<&'static Function>,
    pub(crate) closer: Option<Closer>,
    /// The handle that owns it.
    pub(crate) owner: HPy,
    pub(crate) state: State,
    /// Whether a guard page was made behind it.
    pub(crate) is_guarded: bool,
}

/// The note of a chunk. All zeros: never used.
#[derive(Clone, Copy)]
pub(crate) struct Chunk {
    pub(crate) is_mapped: bool,
    pub(crate) fence: Fence,
    /// The distance to the first chunk that was mapped with it.
    pub(crate) behind: u32,
    /// An API function that returned a block of it.
    pub(crate) function: Option<&'static Function>,
    /// Whether other functions did, too.
    pub(crate) is_mixed: bool,
}

impl Chunk {
    /// Whether it was used and is empty now.
    pub(crate) fn is_retired(self) -> bool {
        !self.is_mapped && self.function.is_some()
    }
}

/// Words that one thread writes and a fault handler in any thread reads: it reads all of one write, or nothing.
struct Published<const WORDS: usize> {
    /// A new number for each write, odd while it goes on.
    version: AtomicUsize,
    words: [AtomicUsize; WORDS],
}

impl<const WORDS: usize> Published<WORDS> {
    fn write(&self, words: [usize; WORDS]) {
        // Numbers are global, so that none is used again after the memory was freed and reads as zeros.
        static LAST: AtomicUsize = AtomicUsize::new(0);
        let version = LAST.load(Ordering::Relaxed) + 2;
        LAST.store(version, Ordering::Relaxed);
        self.version.store(version - 1, Ordering::Relaxed);
        fence(Ordering::Release);
        for (place, word) in self.words.iter().zip(words) {
            place.store(word, Ordering::Relaxed);
        }
        self.version.store(version, Ordering::Release);
    }

    fn words(&self) -> [usize; WORDS] {
        self.words
            .each_ref()
            .map(|word| word.load(Ordering::Relaxed))
    }

    /// The words of the last write; `None` while another thread is writing, even if that thread was stopped.
    fn read(&self) -> Option<[usize; WORDS]> {
        const ATTEMPTS: usize = 1000;
        (0..ATTEMPTS).find_map(|_| {
            let version = self.version.load(Ordering::Acquire);
            let words = self.words();
            fence(Ordering::Acquire);
            let is_whole =
                version.is_multiple_of(2) && self.version.load(Ordering::Relaxed) == version;
            is_whole.then_some(words)
        })
    }
}

/// The address of an object that lives as long as the process; 0 for `None`.
fn number<T>(place: Option<&'static T>) -> usize {
    place.map_or(0, |place| ptr::from_ref(place).expose_provenance())
}

/// # Safety
/// `number` returned it for an object of this type.
unsafe fn place<T>(number: usize) -> Option<&'static T> {
    // SAFETY: by contract.
    unsafe { ptr::with_exposed_provenance::<T>(number).as_ref() }
}

/// A record as words. The closer's name, the name's length and the closer's stack are the last three.
type RecordWords = Published<7>;
/// A note as words: the function, and the rest.
type ChunkWords = Published<2>;

const STATES: [State; 3] = [State::Open, State::Closed, State::Gone];
const IS_GUARDED: usize = 1 << 8;
const IS_MAPPED: usize = 1 << 32;
const IS_MIXED: usize = 1 << 33;
const FENCE: u32 = 34;

impl Record {
    fn to_words(self) -> [usize; 7] {
        let name = self.closer.map_or("", |closer| closer.name);
        [
            number(self.function),
            self.len,
            self.owner._i as usize,
            self.state as usize | if self.is_guarded { IS_GUARDED } else { 0 },
            self.closer.map_or(0, |_| name.as_ptr().expose_provenance()),
            name.len(),
            number(self.closer.and_then(|closer| closer.stack)),
        ]
    }

    /// # Safety
    /// The words are one whole record.
    unsafe fn from_words(words: [usize; 7]) -> Self {
        let [function, len, owner, state, name, name_len, stack] = words;
        // SAFETY: by contract; names are static strings.
        unsafe {
            let closer = (name != 0).then(|| {
                let name = ptr::with_exposed_provenance::<u8>(name);
                Closer {
                    name: str::from_utf8_unchecked(std::slice::from_raw_parts(name, name_len)),
                    stack: place(stack),
                }
            });
            Self {
                len,
                function: place(function),
                closer,
                owner: HPy { _i: owner as isize },
                state: STATES[state % IS_GUARDED % STATES.len()],
                is_guarded: state & IS_GUARDED != 0,
            }
        }
    }
}

impl Chunk {
    fn to_words(self) -> [usize; 2] {
        let flag = |is_set, flag| if is_set { flag } else { 0 };
        let fence = (self.fence as usize) << FENCE;
        let flags = flag(self.is_mapped, IS_MAPPED) | flag(self.is_mixed, IS_MIXED);
        [number(self.function), self.behind as usize | flags | fence]
    }

    /// # Safety
    /// The words are one whole note.
    unsafe fn from_words([function, rest]: [usize; 2]) -> Self {
        Self {
            is_mapped: rest & IS_MAPPED != 0,
            fence: Fence::ALL[(rest >> FENCE) % Fence::ALL.len()],
            behind: rest as u32,
            // SAFETY: by contract.
            function: unsafe { place(function) },
            is_mixed: rest & IS_MIXED != 0,
        }
    }
}

/// Reserved addresses, with a record for every page and a note for every chunk.
#[derive(Clone, Copy)]
pub(crate) struct Region {
    base: NonNull<u8>,
    page: usize,
    pub(crate) chunks: u32,
    records: NonNull<RecordWords>,
    notes: NonNull<ChunkWords>,
}

/// The newest region, for the fault handler. What it points to is never freed.
static CURRENT: AtomicPtr<Region> = AtomicPtr::new(ptr::null_mut());

impl Region {
    /// Reserves a region; `None` where there is no room. A process needs only one: the fault handler looks at the
    /// newest.
    pub(crate) fn new() -> Option<Self> {
        let page = pages::size();
        // A second region must not use up the addresses.
        let sizes = &SIZES[usize::from(Self::current().is_some())..];
        let region = sizes
            .iter()
            .filter(|size| pages::has_room(**size * SHARE))
            .find_map(|size| Self::reserve(*size, page))?;
        CURRENT.store(Box::into_raw(Box::new(region)), Ordering::Release);
        Some(region)
    }

    fn reserve(size: usize, page: usize) -> Option<Self> {
        let chunk = CHUNK as usize * page;
        let chunks = size / chunk;
        let all = chunks * chunk;
        // One chunk more than needed, for alignment: a chunk should have its own page tables.
        let first = pages::reserve(all + chunk)?;
        let unaligned = first.align_offset(chunk);
        let records_size = chunks * CHUNK as usize * size_of::<RecordWords>();
        let Some(records) = pages::zeros(records_size + chunks * size_of::<ChunkWords>()) else {
            // SAFETY: reserved above and unused.
            unsafe { pages::unmap(first, all + chunk) };
            return None;
        };
        // SAFETY: inside the reserved range: the parts before and after the chunks, and after the records.
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

    /// The newest region.
    fn current() -> Option<Self> {
        // SAFETY: what is published is never freed, nor changed.
        unsafe { CURRENT.load(Ordering::Acquire).as_ref() }.copied()
    }

    /// The size of a page in bytes.
    pub(crate) fn page(&self) -> usize {
        self.page
    }

    /// The address of a page.
    pub(crate) fn place(&self, page: u32) -> *mut u8 {
        assert!(page / CHUNK < self.chunks);
        // SAFETY: it is inside the region.
        unsafe { self.base.as_ptr().add(page as usize * self.page) }
    }

    /// `len` rounded up to whole pages, in bytes.
    pub(crate) fn whole_pages(&self, len: usize) -> usize {
        len.max(1).next_multiple_of(self.page)
    }

    /// The number of pages of a block with `len` bytes.
    pub(crate) fn pages(&self, len: usize) -> Option<u32> {
        u32::try_from(len.max(1).div_ceil(self.page)).ok()
    }

    pub(crate) fn record(&self, page: u32) -> Record {
        // SAFETY: the words of a record that nobody writes meanwhile.
        unsafe { Record::from_words(self.record_words(page).words()) }
    }

    pub(crate) fn set_record(&mut self, page: u32, record: Record) {
        self.record_words(page).write(record.to_words());
    }

    pub(crate) fn chunk(&self, chunk: u32) -> Chunk {
        // SAFETY: the words of a note that nobody writes meanwhile.
        unsafe { Chunk::from_words(self.chunk_words(chunk).words()) }
    }

    pub(crate) fn set_chunk(&mut self, chunk: u32, note: Chunk) {
        self.chunk_words(chunk).write(note.to_words());
    }

    fn record_words(&self, page: u32) -> &RecordWords {
        assert!(page / CHUNK < self.chunks);
        // SAFETY: every page has a record, and zeros are a valid one.
        unsafe { self.records.add(page as usize).as_ref() }
    }

    fn chunk_words(&self, chunk: u32) -> &ChunkWords {
        assert!(chunk < self.chunks);
        // SAFETY: every chunk has a note, and zeros are a valid one.
        unsafe { self.notes.add(chunk as usize).as_ref() }
    }

    /// The record, read by the fault handler while another thread may be writing.
    fn record_in_handler(&self, page: u32) -> Option<Record> {
        let words = self.record_words(page).read()?;
        // SAFETY: the words of one whole record.
        Some(unsafe { Record::from_words(words) })
    }

    fn chunk_in_handler(&self, chunk: u32) -> Option<Chunk> {
        let words = self.chunk_words(chunk).read()?;
        // SAFETY: the words of one whole note.
        Some(unsafe { Chunk::from_words(words) })
    }

    /// The place of the block that begins at page `start`.
    fn place_of(&self, start: u32, record: Record, fence: Fence) -> Place {
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

    /// Empties the chunks and keeps their addresses reserved. Returns whether that worked.
    ///
    /// # Safety
    /// The caller owns the chunks, and nobody uses their contents.
    pub(crate) unsafe fn clear(&mut self, first: u32, chunks: u32) -> bool {
        let place = self.place(first * CHUNK);
        let size = (chunks * CHUNK) as usize * self.page;
        // SAFETY: by contract.
        NonNull::new(place).is_some_and(|place| unsafe { pages::clear(place, size) })
    }

    /// Clears the records of the chunks.
    pub(crate) fn forget(&mut self, first: u32, chunks: u32) {
        assert!(first + chunks <= self.chunks);
        let pages = first * CHUNK..(first + chunks) * CHUNK;
        let size = size_of::<RecordWords>() * pages.len();
        // SAFETY: these are the records of the chunks.
        if !unsafe { pages::give_back(self.records.add(pages.start as usize).cast(), size) } {
            pages.for_each(|page| self.record_words(page).write([0; 7]));
        }
    }

    /// Frees the addresses. Nobody may use them any more.
    pub(crate) fn give_up(self) {
        // A newer region may exist.
        let current = CURRENT.load(Ordering::Relaxed);
        // SAFETY: what is published is never freed, nor changed.
        if unsafe { current.as_ref() }.is_some_and(|current| current.base == self.base) {
            let none = ptr::null_mut();
            let _ = CURRENT.compare_exchange(current, none, Ordering::Relaxed, Ordering::Relaxed);
        }
        let pages = (self.chunks * CHUNK) as usize;
        // SAFETY: the whole range that `reserve` returned.
        unsafe {
            pages::unmap(self.base, pages * self.page);
            let notes = self.chunks as usize * size_of::<ChunkWords>();
            pages::unmap(
                self.records.cast(),
                pages * size_of::<RecordWords>() + notes,
            );
        }
    }
}

/// The place of a block.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) record: Record,
    /// The address of the block's data.
    pub(crate) data: usize,
    /// The address of its first page, and the bytes of its data pages.
    first: usize,
    size: usize,
    fence: Fence,
}

/// What the records say about an address.
#[derive(Clone, Copy)]
pub(crate) enum Found {
    Block(Place),
    /// A block that was closed long ago, and the function that returned it if known.
    Forgotten(Option<&'static Function>),
}

/// Finds the block that an address belongs to or lies behind. For the fault handler: reads only memory that is always
/// mapped.
pub(crate) fn lookup(address: usize) -> Option<Found> {
    let region = Region::current()?;
    let offset = address.checked_sub(region.base.addr().get())?;
    let page = u32::try_from(offset / region.page).ok()?;
    let chunk = page / CHUNK;
    if chunk >= region.chunks {
        return None;
    }
    let note = region.chunk_in_handler(chunk)?;
    let first = (chunk - note.behind) * CHUNK;
    // The nearest block that begins at or before this page, and whether the page is its own or the one behind it.
    let block_at = |page: u32| {
        let known = |start| Some((start, region.record_in_handler(start)?));
        let (start, record) = (first..=page)
            .rev()
            .filter_map(known)
            .find(|(_, record)| record.function.is_some())?;
        let place = region.place_of(start, record, note.fence);
        (page - start <= region.pages(place.record.len)?).then_some((start, place))
    };
    if let Some((start, place)) = block_at(page) {
        // An address in front of a block's data lies behind the next block's data, if there is no guard page between
        // them.
        let next = (address < place.data && start > first)
            .then(|| block_at(start - 1))
            .flatten()
            .filter(|(_, next)| next.data + next.record.len == place.first);
        return Some(Found::Block(next.map_or(place, |(_, next)| next)));
    }
    let function = note.function.filter(|_| !note.is_mixed);
    note.is_retired().then_some(Found::Forgotten(function))
}

/// The first bytes of a block's data, as text, if they are kept. Makes the pages readable for a moment if necessary.
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
    // SAFETY: the block's pages stay mapped, and are read while they are readable.
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;

    #[test]
    fn a_reader_in_another_thread_gets_all_of_what_was_written_or_nothing() {
        let published = Published {
            version: AtomicUsize::new(0),
            words: [const { AtomicUsize::new(0) }; 7],
        };
        let is_over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                (0..300_000).for_each(|number| published.write([number; 7]));
                is_over.store(true, Ordering::Relaxed);
            });
            while !is_over.load(Ordering::Relaxed) {
                if let Some(words) = published.read() {
                    assert!(words.iter().all(|word| *word == words[0]), "{words:?}");
                }
            }
        });
        assert_eq!(published.read(), Some([299_999; 7]));
    }
}
