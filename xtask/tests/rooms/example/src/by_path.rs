fn take(_: crate::data::Data) {}
