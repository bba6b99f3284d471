//! Blocks of memory that fault when they are misused.
//!
//! A block is a number of pages with an inaccessible page (the guard page) behind them. It is readable while it is
//! open, and inaccessible after it is closed. Its addresses are reused only when the region has no others left. Its
//! memory is reused earlier: a chunk, which holds many blocks, has a second, writable mapping (see [`Alias`]). When
//! all its blocks are gone, that memory moves to other addresses.
//!
//! A chunk is readable at first, and blocks are taken from its end downwards. The pages behind a block belong to the
//! block before it. If that one is closed, its pages guard the new one, so opening needs no system call. Otherwise
//! one page is left free and made inaccessible.

use std::collections::VecDeque;
use std::ffi::c_char;

use hpy_abi::HPy;
use hpy_platform::alias::Alias;
use hpy_platform::fence::Fence;

use crate::buffers::by_number::ByNumber;
use crate::buffers::region::{CHUNK, Chunk, Closer, Record, Region, State};
use crate::reports::report::Function;

/// Retired chunks whose records are kept: 131,072 small blocks, 7 MiB.
const REMEMBERED: usize = 256;
/// Chunks of unused memory to keep.
const SPARE: usize = 2;
/// The newest chunks. In older ones, the memory of each block is freed by itself.
const RECENT: usize = 16;
/// Pages to allocate at once, to avoid a page fault for each.
const READY: u32 = 32;
/// Open blocks that may have a guard page of their own where each needs two mappings: Linux allows 65,530 by default.
/// Later blocks have none.
const PROTECTED_MAX: usize = 16_000;
/// Chunks that may be mapped at a time; each needs up to four mappings.
const MAPPED_MAX: usize = 8_000;

/// A block, named by its first page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block(u32);

/// Chunks that are mapped together.
struct Mapped {
    alias: Alias,
    chunks: u32,
    /// Pages at the end that were used, for blocks or guards.
    used: u32,
    /// Pages at the end that are allocated.
    ready: u32,
    /// The newest block.
    last: Option<Block>,
    /// Blocks that were made, and pages that were left out to guard them.
    blocks: u32,
    guards: u32,
    /// Blocks whose data are kept.
    kept: u32,
    /// Whether the memory of a block is freed as soon as its data are gone.
    is_old: bool,
}

impl Mapped {
    /// Takes pages for a block, and allocates more if these were not allocated yet.
    fn take(&mut self, pages: u32, page: usize) {
        self.used += pages;
        self.blocks += 1;
        if self.used > self.ready {
            let all = self.chunks * CHUNK;
            let ready = all.min(self.used.next_multiple_of(READY));
            let (first, count) = (all - ready, ready - self.ready);
            self.alias
                .make_ready(first as usize * page, count as usize * page);
            self.ready = ready;
        }
    }
}

/// All blocks, and where the next one goes.
pub(crate) struct Arena {
    region: Region,
    /// The ways to make pages inaccessible, best first.
    fences: &'static [Fence],
    mapped: ByNumber<Mapped>,
    /// The chunk for small blocks.
    current: Option<u32>,
    /// Whether most small blocks have guard pages around them: to make one inaccessible that was never mapped takes less than
    /// half as long.
    is_scattered: bool,
    /// Where the search for unused chunks starts.
    next: u32,
    recent: VecDeque<u32>,
    /// Retired chunks whose records are kept, each with its number of chunks.
    remembered: VecDeque<(u32, u32)>,
    spare: Vec<Alias>,
    /// Open blocks with mappings of their own.
    protected: usize,
}

impl Arena {
    /// `None` where there is no room for a region.
    pub(crate) fn new(fences: &'static [Fence]) -> Option<Self> {
        Some(Self {
            fences,
            region: Region::new()?,
            mapped: ByNumber::default(),
            current: None,
            is_scattered: true,
            next: 0,
            recent: VecDeque::new(),
            remembered: VecDeque::new(),
            spare: Vec::new(),
            protected: 0,
        })
    }

    /// Makes a block with a copy of `len` bytes; `None` where there is no memory left.
    ///
    /// # Safety
    /// `source` is readable for `len` bytes.
    pub(crate) unsafe fn copy(
        &mut self,
        source: *const c_char,
        len: usize,
        function: &'static Function,
        owner: HPy,
    ) -> Option<Block> {
        let pages = self.region.pages(len)?;
        let chunk = self.chunk_with(pages)?;
        let is_guarded = self.guard(chunk);
        let mapped = self.mapped.get_mut(&chunk)?;
        mapped.take(pages, self.region.page());
        let end = (mapped.chunks * CHUNK - mapped.used + pages) as usize * self.region.page();
        // SAFETY: the block is inside the chunk, and `source` is readable by contract.
        unsafe { mapped.alias.write(end - len, source, len) };
        let block = Block(chunk * CHUNK + mapped.chunks * CHUNK - mapped.used);
        mapped.kept += 1;
        mapped.last = Some(block);
        let record = Record {
            len,
            function: Some(function),
            closer: None,
            owner,
            state: State::Open,
            is_guarded,
        };
        self.region.set_record(block.0, record);
        self.note_function(chunk, function);
        Some(block)
    }

    /// Makes a guard page behind the next block of a chunk, unless the newest block serves as one. Returns whether it
    /// made one.
    fn guard(&mut self, chunk: u32) -> bool {
        let Some(last) = self.mapped.get(&chunk).and_then(|mapped| mapped.last) else {
            return false;
        };
        let record = self.region.record(last.0);
        // An address in front of a block's data is behind the data of the next block, so a next block is needed.
        if record.state != State::Open && !record.len.is_multiple_of(self.region.page()) {
            return false;
        }
        let fence = self.fence(last);
        if fence == Fence::Protection && self.protected >= PROTECTED_MAX {
            return false;
        }
        if let Some(mapped) = self.mapped.get_mut(&chunk) {
            mapped.used += 1;
            mapped.guards += 1;
        }
        // SAFETY: the page before the last block belongs to no block.
        let is_guarded = unsafe { fence.forbid(self.region.place(last.0 - 1), self.region.page()) };
        self.protected += usize::from(is_guarded && fence == Fence::Protection);
        is_guarded
    }

    fn note_function(&mut self, chunk: u32, function: &'static Function) {
        let chunks = self.mapped.get(&chunk).map_or(0, |mapped| mapped.chunks);
        for chunk in chunk..chunk + chunks {
            let mut note = self.region.chunk(chunk);
            match note.function {
                Some(known) => note.is_mixed |= known.index != function.index,
                None => note.function = Some(function),
            }
            self.region.set_chunk(chunk, note);
        }
    }

    /// A mapped chunk with `pages` unused pages and one more for a guard.
    fn chunk_with(&mut self, pages: u32) -> Option<u32> {
        if pages >= CHUNK {
            return self.map((pages + 1).div_ceil(CHUNK));
        }
        let has_room = |chunk: &u32| {
            let mapped = self.mapped.get(chunk);
            mapped.is_some_and(|mapped| mapped.used + pages < CHUNK && mapped.alias.is_ours())
        };
        if let Some(chunk) = self.current.filter(has_room) {
            return Some(chunk);
        }
        // Memory that is freed now is still in the processor's cache.
        if let Some(full) = self.current.take() {
            if let Some(mapped) = self.mapped.get(&full) {
                self.is_scattered = mapped.guards > mapped.blocks / 2;
            }
            self.retire_if_empty(full);
        }
        self.current = self.map(1);
        self.current
    }

    /// Maps memory to unused chunks; the last page is inaccessible.
    fn map(&mut self, chunks: u32) -> Option<u32> {
        if self.mapped.len() >= MAPPED_MAX {
            return None;
        }
        let first = self.find(chunks)?;
        let size = (chunks * CHUNK) as usize * self.region.page();
        self.spare.retain(Alias::is_ours);
        let spare = if chunks == 1 { self.spare.pop() } else { None };
        let alias = spare.or_else(|| Alias::new(size))?;
        let place = self.region.place(first * CHUNK);
        let page = self.region.page();
        let is_scattered = self.is_scattered && chunks == 1;
        // SAFETY: the chunks are not used.
        let fence = unsafe {
            alias
                .show(place, is_scattered)
                .then(|| Fence::around(place.byte_add(size - page), page, self.fences))
        }
        .flatten();
        let Some(fence) = fence else {
            // SAFETY: as above.
            unsafe { self.region.clear(first, chunks) };
            return None;
        };
        if (first..first + chunks).any(|chunk| self.region.chunk(chunk).is_retired()) {
            self.region.forget(first, chunks);
            let is_other =
                |(chunk, count): &(u32, u32)| chunk + count <= first || first + chunks <= *chunk;
            self.remembered.retain(is_other);
        }
        for behind in 0..chunks {
            let note = Chunk {
                is_mapped: true,
                fence,
                behind,
                function: None,
                is_mixed: false,
            };
            self.region.set_chunk(first + behind, note);
        }
        let mapped = Mapped {
            alias,
            chunks,
            used: 1,
            ready: 0,
            last: None,
            blocks: 0,
            guards: 0,
            kept: 0,
            is_old: false,
        };
        self.mapped.insert(first, mapped);
        self.recent.push_back(first);
        if self.recent.len() > RECENT {
            let oldest = self.recent.pop_front();
            oldest.into_iter().for_each(|chunk| self.grow_old(chunk));
        }
        Some(first)
    }

    /// The next `chunks` unmapped chunks in a row.
    fn find(&mut self, chunks: u32) -> Option<u32> {
        for start in [self.next, 0] {
            let mut run = 0;
            for chunk in start..self.region.chunks {
                let is_mapped = self.region.chunk(chunk).is_mapped;
                run = if is_mapped { 0 } else { run + 1 };
                if run == chunks {
                    self.next = chunk + 1;
                    return Some(chunk + 1 - chunks);
                }
            }
        }
        None
    }

    /// Frees the memory of gone blocks in a chunk, now and later.
    fn grow_old(&mut self, chunk: u32) {
        let Some(mapped) = self.mapped.get_mut(&chunk) else {
            return;
        };
        mapped.is_old = true;
        let end = (chunk + mapped.chunks) * CHUNK;
        for page in end - mapped.used..end {
            let record = self.region.record(page);
            if record.function.is_some() && record.state == State::Gone {
                self.give_back(Block(page));
            }
        }
    }

    fn give_back(&mut self, block: Block) {
        let size = self.region.whole_pages(self.region.record(block.0).len);
        let offset = (block.0 % CHUNK) as usize * self.region.page();
        if let Some(mapped) = self.mapped.get_mut(&(block.0 / CHUNK)) {
            mapped.alias.give_back(offset, size);
        }
    }

    /// The block's bytes.
    pub(crate) fn data(&self, block: Block) -> *const c_char {
        let len = self.region.record(block.0).len;
        let first = self.region.place(block.0);
        // SAFETY: the data are the last `len` bytes of these pages.
        unsafe { first.byte_add(self.region.whole_pages(len) - len).cast() }
    }

    /// Makes every access fault. The data are kept.
    pub(crate) fn close(&mut self, block: Block, closer: Closer) {
        self.forbid(block, State::Closed, Some(closer));
    }

    /// Makes every access fault, and drops the data.
    pub(crate) fn release(&mut self, block: Block, closer: Option<Closer>) {
        self.forbid(block, State::Gone, closer);
        let chunk = block.0 / CHUNK;
        let Some(mapped) = self.mapped.get_mut(&chunk) else {
            return;
        };
        mapped.kept -= 1;
        if mapped.kept > 0 && mapped.is_old {
            self.give_back(block);
        }
        self.retire_if_empty(chunk);
    }

    fn forbid(&mut self, block: Block, state: State, closer: Option<Closer>) {
        let mut record = self.region.record(block.0);
        if record.state == State::Open {
            let (first, size) = (
                self.region.place(block.0),
                self.region.whole_pages(record.len),
            );
            let fence = self.fence(block);
            self.protected -= usize::from(record.is_guarded && fence == Fence::Protection);
            // SAFETY: the pages belong to this block. On failure they stay readable, which only weakens the check.
            unsafe { fence.forbid(first, size) };
        }
        record.state = state;
        record.closer = record.closer.or(closer);
        self.region.set_record(block.0, record);
    }

    fn retire_if_empty(&mut self, chunk: u32) {
        let is_empty = |mapped: &Mapped| mapped.kept == 0;
        if self.current == Some(chunk) || !self.mapped.get(&chunk).is_some_and(is_empty) {
            return;
        }
        let Some(mapped) = self.mapped.remove(&chunk) else {
            return;
        };
        // SAFETY: nothing in the chunk is kept. If it cannot be cleared, it stays unused.
        if !unsafe { self.region.clear(chunk, mapped.chunks) } {
            return;
        }
        for retired in chunk..chunk + mapped.chunks {
            let note = Chunk {
                is_mapped: false,
                ..self.region.chunk(retired)
            };
            self.region.set_chunk(retired, note);
        }
        self.remembered.push_back((chunk, mapped.chunks));
        if self.remembered.len() > REMEMBERED
            && let Some((chunk, chunks)) = self.remembered.pop_front()
        {
            self.region.forget(chunk, chunks);
        }
        if mapped.chunks == 1 && self.spare.len() < SPARE {
            self.spare.push(mapped.alias);
        }
    }

    fn fence(&self, block: Block) -> Fence {
        self.region.chunk(block.0 / CHUNK).fence
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        self.region.give_up();
    }
}
