use crate::all::made_by_a_macro;
