//! Reads the kernel's list of mappings, which needs no lock of the loader.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// The file mapped at an address, and the address of the file's first byte.
pub(crate) fn file_at(address: usize) -> Option<(PathBuf, usize)> {
    // Not `fs::read`, which brings a landing pad of the standard library's into this crate.
    let mut text = Vec::new();
    let mut file = File::open("/proc/self/maps").ok()?;
    file.read_to_end(&mut text).ok()?;
    // A library has several mappings; the first holds the start of the file. Other memory may be mapped in a gap between.
    let mut library: Option<Mapping<'_>> = None;
    for line in text.split(|byte| *byte == b'\n') {
        library = match (library, Mapping::parse(line)) {
            (Some(first), Some(next)) if next.offset != 0 && first.file == next.file => {
                let end = next.end;
                Some(Mapping { end, ..first })
            }
            (first, None) => first,
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
    /// Device, inode and path.
    file: (&'a [u8], &'a [u8], &'a [u8]),
}

impl<'a> Mapping<'a> {
    /// Parses `start-end access offset device inode path`; `None` for mappings without a file.
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
        // SAFETY: these are the kernel's own bytes, and a path may be any bytes.
        unsafe { OsStr::from_encoded_bytes_unchecked(self.file.2) }.into()
    }
}

fn number(digits: &[u8]) -> Option<usize> {
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
