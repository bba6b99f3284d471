//! Names and places of addresses.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::c_void;

use addr2line::Loader;

/// A function that an address is in.
pub(crate) struct Symbol {
    pub(crate) name: String,
    /// File and line, where there is debug information.
    pub(crate) place: Option<(String, u32)>,
}

/// The functions at an address in a library, inlined ones first; empty where nothing is known.
///
/// `backtrace` lists what is loaded when it is first asked, and never finds an extension that is imported
/// later. Those are read here.
pub(crate) fn at(address: usize, path: &str, base: usize) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    // It takes a return address, and looks at the byte before.
    backtrace::resolve((address + 1) as *mut c_void, |symbol| {
        let Some(name) = symbol.name() else { return };
        let file = symbol.filename().map(|file| file.display().to_string());
        symbols.push(Symbol {
            name: format!("{name:#}"),
            place: file.zip(symbol.lineno()),
        });
    });
    if symbols.is_empty() {
        symbols = in_library(path, address - base);
    }
    symbols
}

fn in_library(path: &str, offset: usize) -> Vec<Symbol> {
    thread_local! {
        /// What has been read, or could not be.
        static LOADERS: RefCell<HashMap<String, Option<Loader>>> = RefCell::default();
    }
    LOADERS.with_borrow_mut(|loaders| {
        let loader = loaders
            .entry(path.to_owned())
            .or_insert_with(|| Loader::new(path).ok());
        let Some(loader) = loader else {
            return Vec::new();
        };
        let offset = offset as u64;
        let symbols = frames(loader, offset).unwrap_or_default();
        if !symbols.is_empty() {
            return symbols;
        }
        let name = loader.find_symbol(offset).map(str::to_owned);
        let symbol = |name| Symbol { name, place: None };
        name.map(symbol).into_iter().collect()
    })
}

fn frames(loader: &Loader, offset: u64) -> Option<Vec<Symbol>> {
    let mut symbols = Vec::new();
    let mut frames = loader.find_frames(offset).ok()?;
    while let Ok(Some(frame)) = frames.next() {
        let Some(name) = frame.function.as_ref().and_then(|f| f.demangle().ok()) else {
            continue;
        };
        let place = frame.location.and_then(|location| {
            let file = location.file?.to_owned();
            Some((file, location.line?))
        });
        symbols.push(Symbol {
            name: name.into_owned(),
            place,
        });
    }
    Some(symbols)
}
