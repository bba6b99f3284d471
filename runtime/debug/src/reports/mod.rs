//! Reports: how a misuse is described, to whom, and where it happened.
//!
//! A report is data with a text and a JSON form. Each stack is stored once, and resolved to names only when somebody
//! reads it. The sink writes to the place that the options name. This room imports none above it: what happens after
//! a misuse is decided elsewhere.

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
