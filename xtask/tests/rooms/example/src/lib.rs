mod all;
mod by_glob;
mod by_macro;
mod by_module;
mod by_path;
mod by_the_name_of_the_crate;
mod data;
mod emits;
mod in_a_function;
mod of_a_macro;
mod of_generated;
mod re_exported;
mod room;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/made.rs"));
}

pub use data::Data;
