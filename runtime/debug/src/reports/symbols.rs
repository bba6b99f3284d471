//! Names, files and lines of addresses.

use std::borrow::Cow;
use std::cell::{RefCell, UnsafeCell};
use std::ffi::c_void;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use addr2line::gimli::{Dwarf, EndianSlice, Reader, RunTimeEndian, SectionId};
use addr2line::{Context, FrameIter, Loader};
use hpy_platform::faults::is_reporting;
use hpy_platform::library::{Image, contents};
use object::read::{SymbolMap, SymbolMapName};
use object::{File, Object, ObjectSection};

/// A function that contains an address.
pub(crate) struct Symbol {
    pub(crate) name: String,
    /// File and line, where there is debug information.
    pub(crate) place: Option<(String, u32)>,
}

/// The functions at an address of a library, inlined ones first; empty if unknown.
///
/// `backtrace` lists the loaded libraries once and never finds an extension that is imported later. Those are read
/// here. So are copies of libraries, which `backtrace` cannot find, and all libraries while a fault is reported,
/// because `backtrace` takes the loader's lock.
pub(crate) fn at(address: usize, library: &Image) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    if !is_reporting() && !library.is_copy {
        // `backtrace` expects a return address and looks at the byte before.
        backtrace::resolve((address + 1) as *mut c_void, |symbol| {
            let Some(name) = symbol.name() else { return };
            let file = symbol.filename().map(|file| file.display().to_string());
            symbols.push(Symbol {
                name: format!("{name:#}"),
                place: file.zip(symbol.lineno()),
            });
        });
    }
    if symbols.is_empty() && !library.is_changed {
        symbols = in_library(&library.path, address - library.bias);
    }
    symbols
}

/// The same from the file.
fn in_library(path: &Path, offset: usize) -> Vec<Symbol> {
    thread_local! {
        static LOADERS: RefCell<Read<Loader>> = RefCell::default();
    }

    /// For threads that must not use thread-local variables, as `Loader` does.
    struct OfFault(UnsafeCell<Read<Sections>>);

    // SAFETY: one thread reports a fault at a time.
    unsafe impl Sync for OfFault {}

    static OF_FAULT: OfFault = OfFault(UnsafeCell::new(Read(Vec::new())));

    let offset = offset as u64;
    if is_reporting() {
        // SAFETY: this thread reports the fault, and nothing below calls this function again.
        let read = unsafe { &mut *OF_FAULT.0.get() };
        let sections = read.get(path, Sections::new);
        return sections.map_or_else(Vec::new, |sections| {
            let frames = sections.context.find_frames(offset).skip_all_loads();
            let name = || Some(sections.symbols.containing(offset)?.name().to_owned());
            symbols(frames.ok(), name)
        });
    }
    LOADERS.with_borrow_mut(|read| {
        let loader = read.get(path, |path| Loader::new(path).ok());
        loader.map_or_else(Vec::new, |loader| {
            let name = || loader.find_symbol(offset).map(str::to_owned);
            symbols(loader.find_frames(offset).ok(), name)
        })
    })
}

/// Libraries that were read, or could not be.
struct Read<T>(Vec<(PathBuf, Option<T>)>);

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Read<T> {
    fn get(&mut self, path: &Path, read: impl FnOnce(&Path) -> Option<T>) -> Option<&T> {
        let known = self.0.iter().position(|(known, _)| known == path);
        let at = known.unwrap_or_else(|| {
            self.0.push((path.to_owned(), read(path)));
            self.0.len() - 1
        });
        self.0[at].1.as_ref()
    }
}

pub(crate) type Bytes = EndianSlice<'static, RunTimeEndian>;

/// The debug sections of a library.
struct Sections {
    context: Context<Bytes>,
    symbols: SymbolMap<SymbolMapName<'static>>,
}

impl Sections {
    fn new(path: &Path) -> Option<Self> {
        let (file, dwarf) = debug_information(path)?;
        let context = Context::from_dwarf(dwarf).ok()?;
        let symbols = file.symbol_map();
        Some(Self { context, symbols })
    }
}

/// The debug information of a library that was read once and stays.
pub(crate) fn dwarf(path: &Path) -> Option<Rc<Dwarf<Bytes>>> {
    thread_local! {
        static KNOWN: RefCell<Read<Rc<Dwarf<Bytes>>>> = RefCell::default();
    }
    let read = |path: &Path| Some(Rc::new(debug_information(path)?.1));
    KNOWN.with_borrow_mut(|known| known.get(path, read).cloned())
}

fn debug_information(path: &Path) -> Option<(File<'static>, Dwarf<Bytes>)> {
    let file = File::parse(contents(path)?).ok()?;
    let endian = match file.is_little_endian() {
        true => RunTimeEndian::Little,
        false => RunTimeEndian::Big,
    };
    let section = |id: SectionId| -> Result<Bytes, object::Error> {
        let data = match file.section_by_name(id.name()) {
            Some(section) => match section.uncompressed_data()? {
                Cow::Borrowed(data) => data,
                // A library is read once: what is unpacked stays.
                Cow::Owned(data) => data.leak(),
            },
            None => &[],
        };
        Ok(EndianSlice::new(data, endian))
    };
    let dwarf = Dwarf::load(section).ok()?;
    Some((file, dwarf))
}

/// The functions of these frames, or the one with this name if there are none.
fn symbols<R: Reader>(
    mut frames: Option<FrameIter<'_, R>>,
    name: impl FnOnce() -> Option<String>,
) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    while let Some(Ok(Some(frame))) = frames.as_mut().map(FrameIter::next) {
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
    if symbols.is_empty() {
        symbols.extend(name().map(|name| Symbol {
            name: addr2line::demangle_auto(Cow::Owned(name), None).into_owned(),
            place: None,
        }));
    }
    symbols
}
