use std::mem;

pub struct Data;

pub fn data() -> Data {
    mem::take(&mut Some(Data)).unwrap()
}

macro_rules! empty {
    () => {
        $crate::data::Data
    };
}
pub(crate) use empty;

make!(made_by_a_macro);
