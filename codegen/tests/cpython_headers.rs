//! What is by hand has a function in the headers of the CPython ABI.

use std::path::Path;

use hpy_codegen::model::Cpython;

#[test]
fn functions_by_hand_are_in_the_headers_of_the_cpython_abi() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let spec = hpy_codegen::load(&root).unwrap_or_else(|error| panic!("{error}"));
    let header = root.join("python/hpy/devel/include/hpy/cpython/functions.h");
    let text = std::fs::read_to_string(header).unwrap();
    // Made by a macro, one for each shape.
    let defined = |name: &str| {
        text.contains(&format!("{name}("))
            || name
                .split_once("_AsStruct_")
                .is_some_and(|(_, shape)| text.contains(&format!("AS_STRUCT({shape})")))
    };
    let by_hand = spec
        .functions
        .iter()
        .filter(|function| function.cpython == Cpython::ByHand && !function.trampoline);
    let missing: Vec<_> = by_hand
        .map(|function| &function.name)
        .filter(|name| !defined(name))
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}
