//! Where an extension calls the API.

use std::collections::HashMap;
use std::fmt;

use hpy_platform::places::{Frame, Places};

use hpy_abi::FUNCTION_NAMES;

/// A site, named the same in every process: `FUNCTION@LIBRARY+OFFSET@…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteId {
    index: usize,
    frames: Vec<(String, usize)>,
}

impl SiteId {
    /// Parses the output of `to_string`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('@');
        let function = parts.next().filter(|name| !name.is_empty())?;
        let index = FUNCTION_NAMES.iter().position(|name| *name == function)?;
        let frames = parts.map(|part| {
            let (library, offset) = part.rsplit_once("+0x")?;
            let offset = usize::from_str_radix(offset, 16).ok()?;
            Some((library.to_owned(), offset))
        });
        let frames = frames.collect::<Option<Vec<_>>>()?;
        Some(Self { index, frames })
    }

    /// The number of frames that distinguish it.
    pub(crate) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Whether it is a site of the function of this index.
    pub(crate) fn is_of(&self, index: usize) -> bool {
        self.index == index
    }

    /// Whether a call from these frames is at the site.
    pub(crate) fn matches(&self, frames: &[Frame], places: &Places) -> bool {
        frames.len() >= self.frames.len()
            && self.frames.iter().zip(frames).all(|(mine, frame)| {
                mine.1 == frame.offset && mine.0 == places.library(frame.library)
            })
    }
}

impl fmt::Display for SiteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FUNCTION_NAMES[self.index])?;
        for (library, offset) in &self.frames {
            write!(f, "@{library}+{offset:#x}")?;
        }
        Ok(())
    }
}

/// A place where an API function that can fail is called.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub id: SiteId,
    /// The API function.
    pub function: &'static str,
    /// The extension's return addresses, nearest first.
    pub frames: Vec<usize>,
    /// The number of calls from there.
    pub calls: u64,
    /// The number of the first of them.
    pub first: u64,
    /// The number of the extension's call in which that was made.
    pub(crate) seen_in: u64,
}

/// The sites in the order of their first calls.
#[derive(Default)]
pub(crate) struct Sites {
    pub(crate) all: Vec<Site>,
    numbers: HashMap<(usize, Vec<usize>), usize>,
}

impl Sites {
    /// Counts a call. Returns whether its site is new; then `make` makes it.
    pub(crate) fn add(
        &mut self,
        index: usize,
        frames: &[Frame],
        make: impl FnOnce() -> Site,
    ) -> bool {
        let addresses: Vec<usize> = frames.iter().map(|frame| frame.address).collect();
        let next = self.all.len();
        let number = *self.numbers.entry((index, addresses)).or_insert(next);
        if number == next {
            self.all.push(make());
        }
        self.all[number].calls += 1;
        number == next
    }
}

/// A site without calls.
pub(crate) fn site_of(
    index: usize,
    frames: &[Frame],
    first: u64,
    seen_in: u64,
    places: &Places,
) -> Site {
    let names = frames
        .iter()
        .map(|frame| (places.library(frame.library).to_owned(), frame.offset));
    Site {
        id: SiteId {
            index,
            frames: names.collect(),
        },
        function: FUNCTION_NAMES[index],
        frames: frames.iter().map(|frame| frame.address).collect(),
        calls: 0,
        first,
        seen_in,
    }
}

/// The frames that distinguish a site: up to the `depth`-th one that does not belong to HPy.
pub(crate) fn nearest(
    frames: &[Frame],
    depth: usize,
    mut is_helper: impl FnMut(&Frame) -> bool,
) -> &[Frame] {
    let mut own = 0;
    let end = frames.iter().position(|frame| {
        own += usize::from(!is_helper(frame));
        own >= depth.max(1)
    });
    &frames[..end.map_or(frames.len(), |end| end + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helpers_do_not_count_as_frames() {
        let frames = [1, 2, 3, 4].map(|address| Frame {
            address,
            library: 0,
            offset: address,
        });
        for (depth, len) in [(1, 2), (2, 3), (9, 4), (0, 2)] {
            let found = nearest(&frames, depth, |frame| frame.address == 1);
            assert_eq!(found.len(), len, "{depth}");
        }
    }

    #[test]
    fn an_id_can_be_read_again() {
        let name = FUNCTION_NAMES
            .iter()
            .find(|name| !name.is_empty())
            .expect("there are functions");
        let text = format!("{name}@a+b.so+0x1f@c.so+0x2");
        let id = SiteId::parse(&text).expect("it is well-formed");
        assert_eq!(id.to_string(), text);
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "HPy_Nonsense",
            "@a.so+0x1",
            "HPy_Add@a.so",
            "HPy_Add@a.so+0xzz",
        ] {
            assert_eq!(SiteId::parse(text), None, "{text}");
        }
    }
}
