//! Random sequences of API calls through the debug context, beside a simple model that knows which are wrong:
//! every wrong one must be reported with its check, function and argument, and no right one may be.
//!
//! `HPY_ORACLE_OPERATIONS` says how many operations there are. A sequence that fails shrinks to a minimal one.

#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "an extension and a context below: C in all but name"
)]
#![allow(unsafe_op_in_unsafe_fn, reason = "the same")]

mod below;
#[path = "../fake/mod.rs"]
mod fake;
mod memory;
mod model;
mod ops;
mod perform;
mod session;

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const OPERATIONS: usize = 20_000;

/// Operations of one program: some are far more than handles are remembered for.
const LENGTH: usize = 6_000;

#[test]
fn wrong_operations_are_reported_and_right_ones_are_not() {
    let wanted = std::env::var("HPY_ORACLE_OPERATIONS").map_or(OPERATIONS, |text| {
        text.parse()
            .expect("HPY_ORACLE_OPERATIONS must be a number")
    });
    let (operations, reports) = (Cell::new(0), Cell::new(0));
    let program = (
        prop_oneof![
            vec(ops::op(), 1..100),
            vec(ops::op(), 1..LENGTH / 6),
            vec(ops::op(), 1..LENGTH),
        ],
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.3),
    );
    while operations.get() < wanted {
        let mut runner = TestRunner::new(Config {
            cases: 1,
            failure_persistence: None,
            max_shrink_iters: 20_000,
            max_shrink_time: 20_000,
            ..Config::default()
        });
        let outcome = runner.run(&program, |(ops, stacks, raises)| {
            operations.set(operations.get() + ops.len());
            let outcome = session::run(ops, stacks, raises);
            reports.set(reports.get() + outcome.reports);
            outcome
                .failure
                .map_or(Ok(()), |failure| Err(TestCaseError::fail(failure)))
        });
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
    }
    println!("{} operations, {} reports", operations.get(), reports.get());
}
