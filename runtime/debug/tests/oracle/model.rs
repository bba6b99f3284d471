//! What is known of the program: its handles, builders, trackers, and the calls that run. A few maps, no cleverness.

use std::collections::HashMap;

use hpy_abi::HPy;

use crate::places::Stores;

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub check: &'static str,
    pub function: &'static str,
    pub argument: Option<&'static str>,
}

/// The low bits of a handle tell what it is.
const KIND: isize = 0xf;
/// The kind of the first type of builders and trackers.
const FIRST_RESOURCE: isize = 4;

/// What a handle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Owned = 1,
    Argument = 2,
    Constant = 3,
}

/// A handle that was seen.
#[derive(Clone, Copy, Debug)]
pub struct Handle {
    key: isize,
    pub role: Role,
    pub is_open: bool,
    /// The handle below.
    pub below: HPy,
    /// The outermost call that it was opened in; the context that a constant belongs to.
    home: usize,
    /// Its use in a later call was reported.
    was_warned: bool,
}

/// A builder or tracker that was seen.
#[derive(Clone, Debug)]
pub struct Resource {
    pub key: isize,
    pub kind: usize,
    pub is_open: bool,
    pub items: Vec<bool>,
    pub kept: Vec<isize>,
    /// What it stands for below.
    pub below: usize,
}

/// A running call of the extension.
#[derive(Clone, Debug)]
pub struct Frame {
    pub ctx: usize,
    pub args: Vec<isize>,
    pub has_left: bool,
    /// What leaving the interpreter returned last.
    pub left: usize,
    /// It began with a pending exception, which it has not cleared.
    pub is_tolerant: bool,
}

/// What a value means where a handle is expected.
pub enum Meaning {
    Open(Handle),
    Closed(Role),
    Wild,
}

/// All that is known of the program so far.
#[derive(Default)]
pub struct Model {
    handles: HashMap<isize, Handle>,
    /// Every handle that was seen, in order.
    pub seen: Vec<isize>,
    /// Open handles of the extension.
    pub open: Vec<isize>,
    pub resources: Vec<Resource>,
    by_key: HashMap<isize, usize>,
    pub frames: Vec<Frame>,
    pub is_pending: bool,
    outermost: usize,
    /// Misuse becomes an exception where it can.
    pub raises: bool,
    pub stores: Stores,
    /// What must be said now.
    pub expected: Vec<Said>,
    /// What may be said too.
    pub possible: Vec<Said>,
}

impl Model {
    /// Nothing has been done yet; misuse becomes an exception where `raises`.
    pub fn new(raises: bool) -> Self {
        Self {
            raises,
            ..Self::default()
        }
    }

    /// A handle that came to be, of this object below. Says what is wrong where it cannot be new.
    pub fn opened(&mut self, key: isize, role: Role, below: HPy) -> Result<(), String> {
        let home = match role {
            Role::Constant => self.frames.last().map_or(0, |frame| frame.ctx),
            _ => self.outermost,
        };
        let handle = Handle {
            key,
            role,
            is_open: true,
            below,
            home,
            was_warned: false,
        };
        if key & KIND != role as isize {
            return Err(format!("{key:#x} is not marked as {role:?}"));
        }
        if self.handles.insert(key >> 4, handle).is_some() {
            return Err(format!("{key:#x} was given out twice"));
        }
        self.seen.push(key);
        if role == Role::Owned {
            self.open.push(key);
        }
        Ok(())
    }

    /// What is known of a handle that was seen.
    pub fn handle(&self, key: isize) -> Option<&Handle> {
        let handle = self.handles.get(&(key >> 4));
        handle.filter(|handle| handle.key == key)
    }

    /// The handle below an open handle.
    pub fn below(&self, key: isize) -> Option<HPy> {
        let open = self.handle(key).filter(|handle| handle.is_open);
        open.map(|handle| handle.below)
    }

    pub fn meaning(&self, key: isize) -> Meaning {
        match self.handles.get(&(key >> 4)) {
            Some(handle) if handle.key == key && handle.is_open => Meaning::Open(*handle),
            // Of a closed handle the kind is not remembered: who forges that is told what the bits say.
            Some(handle) if !handle.is_open => match key & KIND {
                1 => Meaning::Closed(Role::Owned),
                2 => Meaning::Closed(Role::Argument),
                3 => Meaning::Closed(Role::Constant),
                _ => Meaning::Wild,
            },
            _ => Meaning::Wild,
        }
    }

    /// A handle is not open any longer.
    pub fn close(&mut self, key: isize) {
        if let Some(handle) = self.handles.get_mut(&(key >> 4)) {
            handle.is_open = false;
        }
        if let Some(position) = self.open.iter().rposition(|open| *open == key) {
            self.open.remove(position);
        }
    }

    /// Whether an open handle belongs to calls that are over; of the extension's own that is told once.
    pub fn is_late(&mut self, handle: &Handle) -> Option<&'static str> {
        match handle.role {
            Role::Constant => {
                let is_running = self.frames.iter().any(|frame| frame.ctx == handle.home);
                (!is_running).then_some("wrong-context")
            }
            _ if handle.home == self.outermost || handle.was_warned => None,
            _ => {
                self.handles.get_mut(&(handle.key >> 4))?.was_warned = true;
                Some("use-in-later-call")
            }
        }
    }

    /// A builder or tracker that came to be. Says what is wrong where it cannot be new.
    pub fn created(
        &mut self,
        key: isize,
        kind: usize,
        size: usize,
        below: usize,
    ) -> Result<(), String> {
        if key & KIND != FIRST_RESOURCE + kind as isize {
            return Err(format!("{key:#x} is not marked as of its kind, {kind}"));
        }
        let resource = Resource {
            key,
            kind,
            is_open: true,
            items: vec![false; size],
            kept: Vec::new(),
            below,
        };
        if self.by_key.insert(key >> 4, self.resources.len()).is_some() {
            return Err(format!("{key:#x} was given out twice"));
        }
        self.resources.push(resource);
        Ok(())
    }

    /// The builder or tracker of this key, if it is open and of this kind.
    pub fn resource(&mut self, key: isize, kind: usize) -> Option<&mut Resource> {
        let resource = &mut self.resources[*self.by_key.get(&(key >> 4))?];
        (resource.key == key && resource.kind == kind && resource.is_open).then_some(resource)
    }

    /// Whether this is the key of a builder or tracker of this kind that has ended.
    pub fn has_ended(&self, key: isize, kind: usize) -> bool {
        let found = self.by_key.get(&(key >> 4)).map(|at| &self.resources[*at]);
        key & KIND == FIRST_RESOURCE + kind as isize && found.is_some_and(|found| !found.is_open)
    }

    /// A function of the extension is called.
    pub fn enter(&mut self, ctx: usize, args: Vec<isize>) {
        if self.frames.is_empty() {
            self.outermost += 1;
        }
        self.frames.push(Frame {
            ctx,
            args,
            has_left: false,
            left: 0,
            is_tolerant: self.is_pending,
        });
    }

    /// The running call.
    pub fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("an operation is in a call")
    }

    /// What the extension's function returned is reported. Says whether it becomes an exception.
    fn say_of_result(&mut self, check: &'static str, signature: &'static str) -> bool {
        self.expected.push(Said {
            check,
            function: signature,
            argument: None,
        });
        self.is_pending |= self.raises;
        self.raises
    }

    /// A function of the extension returned: what it stored in fields is looked for. Its arguments end with that.
    pub fn leave(&mut self, signature: &'static str) -> Frame {
        let frame = self.frames.pop().expect("a call that returns");
        if frame.has_left {
            self.expected.push(Said {
                check: "interpreter-left",
                function: signature,
                argument: None,
            });
        }
        let of_this_call = self.stores.take(|store| store.ctx == frame.ctx);
        self.stores
            .judge(of_this_call, &mut self.expected, &mut self.possible);
        frame
    }

    /// A handle that is returned to the interpreter, and ends. Says whether that became an exception.
    pub fn returned(&mut self, signature: &'static str, key: isize) -> bool {
        if key == 0 {
            return false;
        }
        let check = match self.meaning(key) {
            Meaning::Open(handle) => match handle.role {
                Role::Owned => {
                    self.close(key);
                    return false;
                }
                Role::Argument => "return-argument",
                Role::Constant => "return-constant",
            },
            Meaning::Closed(Role::Argument) => "use-after-call",
            Meaning::Closed(_) => "return-closed",
            Meaning::Wild => "wild-handle",
        };
        self.say_of_result(check, signature)
    }

    /// A result that is an error or not; an error may go without an exception.
    pub fn outcome(
        &mut self,
        signature: &'static str,
        frame: &Frame,
        is_error: bool,
        is_optional: bool,
    ) {
        let check = match (is_error, self.is_pending) {
            (_, true) if frame.is_tolerant => return,
            (true, false) if !is_optional => "error-without-exception",
            (false, true) => "result-with-exception",
            _ => return,
        };
        self.say_of_result(check, signature);
    }

    /// A function that returns nothing returned: an exception that it set is told to nobody.
    pub fn returned_nothing(&mut self, signature: &'static str, frame: &Frame) {
        if self.is_pending && !frame.is_tolerant {
            self.expected.push(Said {
                check: "result-with-exception",
                function: signature,
                argument: None,
            });
        }
    }
}
