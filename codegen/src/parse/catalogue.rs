//! Checks that the catalogue holds exactly those checks that debug mode can report.

use super::raw::Parser;
use crate::diagnostics::Problem;
use crate::model::Spec;
use crate::plan::{Shim, Wrapper, checks};

impl Parser<'_> {
    pub(super) fn check_catalogue(&self, spec: &Spec) {
        let Some(catalogue) = self.root.table("check") else {
            return;
        };
        let mut known = checks::all();
        known.extend(
            spec.resources
                .iter()
                .map(|resource| resource.ended.as_str()),
        );
        for (id, span) in catalogue.keys() {
            if !known.contains(&id) {
                let problem =
                    Problem::new(span, format!("unknown check id `{id}`: nothing reports it"));
                catalogue.problem(problem.suggest(id, known.iter().copied()));
            }
        }
        let wrappers = spec.functions.iter().flat_map(|function| {
            let plan = Wrapper::new(function, spec);
            plan.steps
                .iter()
                .flat_map(|step| step.checks())
                .collect::<Vec<_>>()
        });
        let shims = spec.signatures.iter().filter_map(Shim::new);
        let shims = shims.flat_map(|shim| {
            shim.steps
                .iter()
                .flat_map(|step| step.checks())
                .collect::<Vec<_>>()
        });
        let mut reported: Vec<&str> = wrappers.chain(shims).collect();
        reported.sort_unstable();
        reported.dedup();
        for id in reported {
            if !catalogue.keys().any(|(known, _)| known == id) {
                let message = format!("[check.{id}] is missing: functions of this spec report it");
                catalogue.problem(Problem::new(catalogue.span.clone(), message));
            }
        }
    }
}
