//! Counts the reports, and keeps them for a caller that takes them.

use crate::reports::report::Report;

/// All reports since the process started.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) misuses: usize,
    /// Whether reports are kept for a caller.
    pub(crate) is_kept: bool,
    pub(crate) kept: Vec<(String, String)>,
}

impl Findings {
    /// The most reports to keep until they are taken; more are only counted.
    const KEPT: usize = 1000;

    pub(crate) fn add(&mut self, report: &Report) {
        self.misuses += 1;
        if self.is_kept && self.kept.len() < Self::KEPT {
            let report = (report.to_json().to_string(), report.to_text(false));
            self.kept.push(report);
        }
    }
}
