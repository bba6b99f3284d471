mod inner;

pub use inner::*;

pub struct Shared;
