//! What was reported: counted, and kept for whoever takes it.

use crate::reports::report::Report;

/// What was reported since the process started.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) misuses: usize,
    /// Whether the reports are kept for somebody who takes them.
    pub(crate) is_kept: bool,
    pub(crate) kept: Vec<(String, String)>,
}

impl Findings {
    /// Reports that are kept until somebody takes them; more are only counted.
    const KEPT: usize = 1000;

    pub(crate) fn add(&mut self, report: &Report) {
        self.misuses += 1;
        if self.is_kept && self.kept.len() < Self::KEPT {
            let report = (report.to_json().to_string(), report.to_text(false));
            self.kept.push(report);
        }
    }
}
