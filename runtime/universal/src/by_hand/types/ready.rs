//! What has to be there before any type is made.

use super::{classes, data, instance};
use crate::by_hand::errors::PyResult;

/// Readies what types need.
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
