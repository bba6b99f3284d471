//! Single lines of a file, also from within a signal handler.

use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Bytes of the largest file that is read.
const LARGEST: u64 = 4 << 20;

/// Bytes of a line that are kept.
const KEPT: usize = 400;

/// Tells `found` of each line that is `wanted`, numbered from 1. Nothing is read of what is no regular file, is too large, or
/// was changed after the file `older`.
pub fn read(
    path: &Path,
    older: Option<&Path>,
    wanted: impl Fn(u32) -> bool,
    mut found: impl FnMut(u32, &[u8]),
) -> Option<()> {
    let mut options = OpenOptions::new();
    // A pipe without a writer would wait for one.
    options
        .read(true)
        .custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    let mut file = options.open(path).ok()?;
    let about = file.metadata().ok()?;
    let changed = older.and_then(|older| older.metadata().ok()?.modified().ok());
    let is_newer = changed.is_some_and(|changed| about.modified().is_ok_and(|own| own > changed));
    if !about.is_file() || about.len() > LARGEST || is_newer {
        return None;
    }
    let mut part = [0; 8 << 10];
    let (mut line, mut len, mut number) = ([0; KEPT], 0, 1);
    let mut left = LARGEST;
    loop {
        let read = file.read(&mut part).ok()?;
        let is_end = read == 0 || left == 0;
        for byte in if is_end { b"\n" } else { &part[..read] } {
            if *byte == b'\n' {
                if wanted(number) {
                    found(number, &line[..len]);
                }
                (len, number) = (0, number + 1);
            } else if let Some(free) = line.get_mut(len) {
                *free = *byte;
                len += 1;
            }
        }
        if is_end {
            return Some(());
        }
        left = left.saturating_sub(read as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(path: &Path, number: u32) -> Option<String> {
        let mut text = None;
        read(
            path,
            None,
            |at| at == number,
            |_, bytes| {
                text = Some(String::from_utf8_lossy(bytes).into_owned());
            },
        );
        text
    }

    #[test]
    fn a_line_is_found_by_its_number() {
        let path = std::env::temp_dir().join(format!("hpy-lines-{}", std::process::id()));
        std::fs::write(&path, "one\ntwo\n\nfour").expect("a file can be written");
        let lines = [1, 2, 3, 4, 5].map(|number| line(&path, number));
        std::fs::write(&path, vec![b'x'; LARGEST as usize + 1]).expect("a file can be written");
        let of_large = line(&path, 1);
        std::fs::remove_file(&path).expect("it is there");
        let expected = [Some("one"), Some("two"), Some(""), Some("four"), None];
        assert_eq!(lines, expected.map(|line| line.map(str::to_owned)));
        assert_eq!(of_large, None);
    }

    #[test]
    fn nothing_is_read_of_what_is_no_regular_file() {
        for path in ["/dev/zero", "/dev/stdin", "/tmp", "/does/not/exist"] {
            assert_eq!(line(Path::new(path), 1), None, "{path}");
        }
    }
}
