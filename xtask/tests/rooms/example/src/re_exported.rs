use crate::room::make;
