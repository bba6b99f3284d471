//! What is measured.

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    Universal,
    Debug,
    Trace,
}

impl Mode {
    pub const ALL: [Mode; 3] = [Mode::Universal, Mode::Debug, Mode::Trace];

    pub fn name(self) -> &'static str {
        match self {
            Mode::Universal => "universal",
            Mode::Debug => "debug",
            Mode::Trace => "trace",
        }
    }
}

/// What was measured of one operation.
pub struct Row {
    pub name: String,
    pub unit: String,
    /// By mode; empty where the row does not exist in it.
    pub samples: [Vec<Pair>; 3],
}

impl Row {
    /// Its samples in a mode.
    pub fn of(&self, mode: Mode) -> &[Pair] {
        &self.samples[mode as usize]
    }
}

/// A sample. Both sides' are taken one right after the other.
#[derive(Clone, Copy)]
pub struct Pair {
    pub reference: f64,
    pub ours: f64,
}
