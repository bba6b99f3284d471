//! The arrays of C that end with a marker.

/// The elements of an array up to the one for which `is_end` holds. NULL is an empty array.
///
/// # Safety
/// `first` is NULL or points to an array with an end marker; both live and do not change for `'a`.
pub(crate) unsafe fn until<'a, T: 'a>(
    first: *const T,
    is_end: impl Fn(&T) -> bool,
) -> impl Iterator<Item = &'a T> {
    (0..).map_while(move |index| {
        if first.is_null() {
            return None;
        }
        // SAFETY: the iteration ends at the marker, so all elements up to here exist.
        let element = unsafe { &*first.add(index) };
        (!is_end(element)).then_some(element)
    })
}
