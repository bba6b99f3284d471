//! The text of lines of source code.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use hpy_platform::lines;

use crate::reports::line::Line;

/// Characters that are shown of a line.
const SHOWN: usize = 200;

static IS_READ: AtomicBool = AtomicBool::new(true);

/// Sets whether source code is read.
pub(crate) fn set(is_read: bool) {
    IS_READ.store(is_read, Ordering::Relaxed);
}

/// Adds the text of each line, where the file can be read and is no newer than the library. Each file is read once.
pub(crate) fn read(stack: &mut [Line]) {
    if !IS_READ.load(Ordering::Relaxed) {
        return;
    }
    for at in 0..stack.len() {
        let (before, rest) = stack.split_at_mut(at);
        let Some((file, _)) = rest[0].place.clone() else {
            continue;
        };
        let is_in_file = |line: &Line| line.place.as_ref().is_some_and(|(other, _)| *other == file);
        if before.iter().any(is_in_file) {
            continue;
        }
        let numbers: Vec<u32> = rest
            .iter()
            .filter(|line| is_in_file(line))
            .filter_map(|line| Some(line.place.as_ref()?.1))
            .collect();
        let library = rest[0].library.clone();
        lines::read(
            Path::new(&file),
            library.as_deref().map(Path::new),
            |number| numbers.contains(&number),
            |number, bytes| {
                let text = shown(bytes);
                let is_it = |line: &&mut Line| {
                    line.place
                        .as_ref()
                        .is_some_and(|(other, known)| *other == file && *known == number)
                };
                for line in rest.iter_mut().filter(is_it) {
                    line.source.clone_from(&text);
                }
            },
        );
    }
}

/// A line in one piece, without what would change the lines around it; `None` where nothing is to be read.
fn shown(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let visible = text
        .trim()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c });
    let text: String = visible.take(SHOWN).collect();
    // A function begins with a brace, which says nothing.
    text.contains(char::is_alphanumeric).then_some(text)
}
