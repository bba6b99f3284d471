//! One file for each generated file, with a function from the model to tokens or text.

mod abi;
pub mod audit;
#[cfg(feature = "json")]
pub mod audit_json;
mod c;
mod catalogue;
mod debug;
mod fail;
mod rust;
mod settings;
mod trace;
mod universal;

use proc_macro2::TokenStream;

use crate::model::{SPEC, Spec};

/// A generated file.
pub struct File {
    /// Its path below the directory of generated files.
    pub name: &'static str,
    content: Content,
}

/// How a file is made.
enum Content {
    /// Rust items.
    Rust(fn(&Spec) -> TokenStream),
    /// Text, with the markers that begin and end a comment in its language.
    Text(fn(&Spec) -> String, &'static str, &'static str),
}

const fn rust(name: &'static str, emit: fn(&Spec) -> TokenStream) -> File {
    let content = Content::Rust(emit);
    File { name, content }
}

const fn text(
    name: &'static str,
    emit: fn(&Spec) -> String,
    open: &'static str,
    close: &'static str,
) -> File {
    let content = Content::Text(emit, open, close);
    File { name, content }
}

/// One of the headers that extensions include.
macro_rules! header {
    ($name:literal, $emit:path) => {
        text(concat!("include/hpy/autogen/", $name), $emit, "/*", " */")
    };
}

/// All generated files.
pub const FILES: &[File] = &[
    rust("abi.rs", abi::emit),
    rust("universal.rs", universal::emit),
    rust("universal_tables.rs", universal::tables),
    rust("catalogue.rs", catalogue::emit),
    rust("debug.rs", debug::emit),
    rust("fail.rs", fail::emit),
    rust("fail_facts.rs", fail::facts),
    rust("trace.rs", trace::emit),
    header!("version.h", c::version::emit),
    header!("types.h", c::types::emit),
    header!("signatures.h", c::signatures::emit),
    header!("slots.h", c::slots::emit),
    header!("universal_ctx.h", c::context::universal),
    header!("universal_api.h", c::universal_api::emit),
    header!("universal_calls.h", c::calls::emit),
    header!("cpython_ctx.h", c::context::cpython),
    header!("cpython_constants.h", c::context::cpython_constants),
    header!("cpython_api.h", c::cpython_api::emit),
    header!("cpython_calls.h", c::cpython_calls::emit),
    header!("cpython_tables.h", c::cpython_tables::emit),
    header!("cpython_shapes.h", c::shapes::emit),
    text("settings.py", settings::emit, "#", ""),
    text("audit.md", audit::emit, "<!--", " -->"),
];

impl File {
    /// The formatted text.
    pub fn text(&self, spec: &Spec) -> String {
        let (open, close, text) = match self.content {
            Content::Rust(emit) => ("//", "", format_items(emit(spec))),
            Content::Text(emit, open, close) => (open, close, emit(spec)),
        };
        format!(
            "{open} Made by `cargo xtask generate` from {}. Do not edit.{close}\n\n{text}",
            SPEC,
        )
    }
}

/// Formats items and puts a blank line between them.
fn format_items(tokens: TokenStream) -> String {
    let mut file: syn::File = syn::parse2(tokens).expect("emitters emit whole items");
    let mut text = String::new();
    let mut after_use = false;
    for item in std::mem::take(&mut file.items) {
        let is_use = matches!(item, syn::Item::Use(_));
        let goes_together = is_use && after_use;
        if !(text.is_empty() || goes_together) {
            text.push('\n');
        }
        after_use = is_use;
        file.items = vec![item];
        text.push_str(&prettyplease::unparse(&file));
    }
    text
}
