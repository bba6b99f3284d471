//! C stacks on which calls are made.

use std::collections::HashMap;

use hpy_platform::places::Places;

/// The stacks that were captured, each once.
pub(crate) struct Stacks {
    places: Places,
    /// How many frames are kept; 0 captures nothing.
    pub(crate) depth: usize,
    seen: Vec<Vec<usize>>,
    numbers: HashMap<Vec<usize>, u32>,
}

impl Stacks {
    /// `interpreter` is the address of any function of it.
    pub(crate) fn new(interpreter: usize) -> Self {
        Self {
            places: Places::new(interpreter),
            depth: 0,
            // Number 0 is no stack.
            seen: vec![Vec::new()],
            numbers: HashMap::new(),
        }
    }

    /// The number of the current stack, as far as it is the extension's; 0 where none is to be captured.
    pub(crate) fn capture(&mut self) -> u32 {
        if self.depth == 0 {
            return 0;
        }
        let frames = self.places.frames();
        let frames = frames.iter().take(self.depth).map(|frame| frame.address);
        let frames: Vec<usize> = frames.collect();
        let Self { seen, numbers, .. } = self;
        *numbers.entry(frames).or_insert_with_key(|frames| {
            seen.push(frames.clone());
            (seen.len() - 1) as u32
        })
    }

    /// The return addresses of a stack, nearest first.
    pub(crate) fn frames(&self, number: u32) -> &[usize] {
        self.seen.get(number as usize).map_or(&[], Vec::as_slice)
    }
}
