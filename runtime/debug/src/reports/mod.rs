//! Reports: what a misuse is told as, to whom, and where it happened.
//!
//! A report is data, with a text and a JSON form. Stacks are stored once each and made readable when
//! somebody reads them. The sink writes to where the options say. This room knows nobody above it: what
//! becomes of a misuse is decided elsewhere.

pub(crate) mod catalogue;
pub(crate) mod findings;
pub(crate) mod formats;
pub(crate) mod line;
pub(crate) mod members;
pub(crate) mod names;
pub(crate) mod options;
pub(crate) mod report;
pub(crate) mod sink;
pub(crate) mod source;
pub(crate) mod stacks;
pub(crate) mod suppressions;
pub(crate) mod symbols;
