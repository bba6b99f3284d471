use crate::data::Data;

pub fn made() -> Data {
    Data
}
