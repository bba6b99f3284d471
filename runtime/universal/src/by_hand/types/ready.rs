//! Prepares what types need, before any type is made.

use super::{classes, data, instance};
use crate::by_hand::errors::PyResult;

/// Prepares what types need.
///
/// # Safety
/// The thread holds the GIL.
pub(crate) unsafe fn make_ready() -> PyResult<()> {
    // SAFETY: by contract.
    unsafe {
        data::make_ready()?;
        classes::make_ready()?;
        instance::make_ready()
    }
}
