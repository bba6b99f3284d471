//! What is mapped where, as the kernel tells it: no lock of the loader is needed.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// The file that is mapped at an address, and where its first byte is mapped.
pub(crate) fn file_at(address: usize) -> Option<(PathBuf, usize)> {
    let mut text = Vec::new();
    let mut file = File::open("/proc/self/maps").ok()?;
    file.read_to_end(&mut text).ok()?;
    // A library has several mappings, one after the other, whose first is that of the start of the file.
    let mut library: Option<Mapping<'_>> = None;
    for line in text.split(|byte| *byte == b'\n') {
        library = match (library, Mapping::parse(line)) {
            (Some(first), Some(next)) if next.offset != 0 && first.file == next.file => {
                let end = next.end;
                Some(Mapping { end, ..first })
            }
            (_, next) => next,
        };
        if let Some(found) = &library
            && (found.start..found.end).contains(&address)
        {
            return Some((found.path(), found.start));
        }
    }
    None
}

struct Mapping<'a> {
    start: usize,
    end: usize,
    offset: usize,
    /// Device, number and path.
    file: (&'a [u8], &'a [u8], &'a [u8]),
}

impl<'a> Mapping<'a> {
    /// Reads `start-end access offset device inode path`; none where no file is mapped.
    fn parse(line: &'a [u8]) -> Option<Self> {
        let mut fields = line.splitn(6, |byte| *byte == b' ');
        let mut range = fields.next()?.split(|byte| *byte == b'-');
        let (start, end) = (number(range.next()?)?, number(range.next()?)?);
        let offset = number(fields.nth(1)?)?;
        let (device, inode) = (fields.next()?, fields.next()?);
        let path = fields.next()?.trim_ascii_start();
        (!path.is_empty() && inode != b"0").then_some(Self {
            start,
            end,
            offset,
            file: (device, inode, path),
        })
    }

    fn path(&self) -> PathBuf {
        // SAFETY: the bytes are whole, as the kernel wrote them; there is nothing else that a path must be here.
        unsafe { OsStr::from_encoded_bytes_unchecked(self.file.2) }.into()
    }
}

fn number(digits: &[u8]) -> Option<usize> {
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
