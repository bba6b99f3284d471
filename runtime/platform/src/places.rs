//! Finds the owners of the addresses on a stack.

use std::collections::HashMap;

use crate::library::{base_of, image_of};
use crate::unwind::Walker;

/// The most frames to walk, this runtime's included.
const MAX: usize = 256;

/// The owner of an address.
#[derive(Clone, Copy)]
enum Owner {
    /// This runtime.
    Own,
    /// The interpreter.
    Interpreter,
    /// The extension or a library that it uses: the library's number, and the offset in it.
    Extension { library: u32, offset: usize },
}

/// A frame of the extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frame {
    /// The return address.
    pub address: usize,
    /// The number of the library; see [`Places::library`].
    pub library: u32,
    /// The address in the library.
    pub offset: usize,
}

/// Walks stacks and caches the owners of addresses.
pub struct Places {
    walker: Walker,
    addresses: Vec<usize>,
    known: HashMap<usize, Owner>,
    helpers: HashMap<usize, bool>,
    libraries: Vec<Box<str>>,
    own: Option<usize>,
    interpreter: Option<usize>,
}

impl Places {
    /// `interpreter` is the address of any function of it.
    pub fn new(interpreter: usize) -> Self {
        Self {
            walker: Walker::default(),
            addresses: Vec::with_capacity(MAX),
            known: HashMap::new(),
            helpers: HashMap::new(),
            libraries: Vec::new(),
            own: base_of(Self::new as *const () as usize),
            interpreter: base_of(interpreter),
        }
    }

    /// The name of a library's file.
    pub fn library(&self, number: u32) -> &str {
        &self.libraries[number as usize]
    }

    /// The extension's frames on the current stack, nearest first, up to the interpreter's call. Repeated addresses
    /// (recursion) are left out.
    pub fn frames(&mut self) -> Vec<Frame> {
        let mut addresses = std::mem::take(&mut self.addresses);
        addresses.clear();
        self.walker.walk(&mut addresses, MAX);
        let mut frames: Vec<Frame> = Vec::new();
        for &address in &addresses {
            match self.owner(address) {
                Owner::Own => {}
                Owner::Interpreter => break,
                Owner::Extension { library, offset } => {
                    if frames.iter().all(|frame| frame.address != address) {
                        frames.push(Frame {
                            address,
                            library,
                            offset,
                        });
                    }
                }
            }
        }
        self.addresses = addresses;
        frames
    }

    /// Whether a frame belongs to HPy; `ask` finds out, which is slow.
    pub fn is_helper(&mut self, frame: &Frame, ask: impl FnOnce(usize) -> bool) -> bool {
        let known = self.helpers.entry(frame.address);
        *known.or_insert_with(|| ask(frame.address))
    }

    fn owner(&mut self, address: usize) -> Owner {
        if let Some(owner) = self.known.get(&address) {
            return *owner;
        }
        let image = image_of(address);
        let base = image.as_ref().map(|image| image.base);
        let owner = match image {
            _ if base.is_some() && base == self.own => Owner::Own,
            _ if base.is_some() && base == self.interpreter => Owner::Interpreter,
            image => {
                let path = image.map(|image| image.path).unwrap_or_default();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                Owner::Extension {
                    library: self.library_of(&name),
                    offset: address - base.unwrap_or(0),
                }
            }
        };
        self.known.insert(address, owner);
        owner
    }

    fn library_of(&mut self, name: &str) -> u32 {
        let known = self.libraries.iter().position(|known| **known == *name);
        let number = known.unwrap_or_else(|| {
            self.libraries.push(name.into());
            self.libraries.len() - 1
        });
        number as u32
    }
}
