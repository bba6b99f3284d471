//! Random sequences of API calls through the debug context, beside a model that knows which are wrong: every wrong
//! one must be reported with its check, function and argument, no right one may be, and what is right must arrive in
//! the context below.
//!
//! What there is to call, and what is wrong, follows from the roles in `api.toml`: no function is listed here.
//! `HPY_ORACLE_OPERATIONS` says how many operations there are. A sequence that fails shrinks to a minimal one.

#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "an extension and a context below: C in all but name"
)]
#![allow(unsafe_op_in_unsafe_fn, reason = "the same")]

mod below;
mod invoke;
mod judge;
mod memory;
mod model;
mod ops;
mod perform;
mod places;
mod resolve;
mod session;
mod spec;
mod tally;
mod world;

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::session::Setting;

const OPERATIONS: usize = 20_000;

/// After so many operations nothing may be left that no operation has led to.
const COMPLETE: usize = 2_000_000;

/// Blocks of blocks of operations in one program, so many of each: some are far more than handles are remembered for.
/// A failing sequence shrinks by blocks first.
const BLOCKS: usize = 26;

#[test]
fn wrong_operations_are_reported_and_right_ones_are_not() {
    let wanted = std::env::var("HPY_ORACLE_OPERATIONS").map_or(OPERATIONS, |text| {
        text.parse()
            .expect("HPY_ORACLE_OPERATIONS must be a number")
    });
    let tally = RefCell::new(tally::Tally::default());
    let program = (
        prop_oneof![
            vec(vec(vec(ops::op(), 1..BLOCKS), 1..4), 1..4),
            vec(vec(vec(ops::op(), 1..BLOCKS), 1..BLOCKS), 1..4),
            vec(vec(vec(ops::op(), 1..BLOCKS), 1..BLOCKS), 1..BLOCKS),
        ],
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.3),
        prop_oneof![8 => Just(1024_usize), 1 => 0..4_usize, 1 => 4..64_usize],
    );
    while tally.borrow().operations < wanted {
        let mut runner = TestRunner::new(Config {
            cases: 1,
            failure_persistence: None,
            max_shrink_iters: 20_000,
            max_shrink_time: 20_000,
            ..Config::default()
        });
        let outcome = runner.run(&program, |(blocks, stacks, raises, waiting)| {
            let ops: Vec<_> = blocks.into_iter().flatten().flatten().collect();
            tally.borrow_mut().operations += ops.len();
            let (more, failure) = session::run(
                ops,
                Setting {
                    stacks,
                    raises,
                    waiting,
                },
            );
            tally.borrow_mut().add(more);
            failure.map_or(Ok(()), |failure| Err(TestCaseError::fail(failure)))
        });
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
    }
    let tally = tally.into_inner();
    println!("{tally}");
    let gaps = tally.gaps();
    assert!(wanted < COMPLETE || gaps.is_empty(), "{gaps:#?}");
}
