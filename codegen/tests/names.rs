//! What one function needs that others do not is a role in the spec, not a name in the generator.

use std::path::Path;

#[test]
fn no_function_of_the_api_is_named_in_the_generator() {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    let spec = hpy_codegen::load(codegen.parent().unwrap()).unwrap_or_else(|e| panic!("{e}"));
    let named: Vec<String> = spec
        .functions
        .iter()
        .flat_map(|f| [f.name.clone(), f.member()])
        .collect();
    let mut files = 0;
    visit(&codegen.join("src"), &mut |path, text| {
        files += 1;
        for word in text.split(|c: char| !(c.is_alphanumeric() || c == '_')) {
            assert!(
                !named.iter().any(|name| name == word),
                "{} names {word}",
                path.display()
            );
        }
    });
    assert!(files > 20, "the sources have moved");
}

fn visit(directory: &Path, check: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, check);
        } else {
            check(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}
