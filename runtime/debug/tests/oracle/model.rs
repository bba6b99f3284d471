//! Which operations are wrong, and what must be said of them: a few maps, no cleverness.

use std::collections::HashMap;

use crate::ops::Kind;

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub check: &'static str,
    pub function: &'static str,
    pub argument: Option<&'static str>,
}

/// The low bits of a handle tell what it is.
const KIND: isize = 0xf;

/// What a handle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Owned = 1,
    Argument = 2,
    Constant = 3,
}

/// What a handle's object is, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Int(i64),
    Text(usize),
    /// Neither of them.
    Other,
    /// Not known: it came from a misuse, or nobody asks.
    Any,
}

/// A handle that was seen.
#[derive(Clone, Copy, Debug)]
pub struct Handle {
    key: isize,
    pub role: Role,
    pub is_open: bool,
    pub value: Value,
    /// The outermost call that it was opened in; the context that a constant belongs to.
    home: usize,
    /// Its use in a later call was reported.
    was_warned: bool,
}

/// A builder or tracker that was seen.
#[derive(Clone, Debug)]
pub struct Resource {
    pub key: isize,
    pub kind: Kind,
    pub is_open: bool,
    pub items: Vec<bool>,
    kept: Vec<isize>,
}

/// A running call of the extension.
#[derive(Clone, Debug)]
pub struct Frame {
    pub ctx: usize,
    pub args: Vec<isize>,
    pub has_left: bool,
    /// It began with a pending exception and cannot tell of one.
    is_tolerant: bool,
}

/// What a value means where a handle is expected.
enum Meaning {
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
    raises: bool,
    /// The call that runs is not made.
    pub is_refused: bool,
    /// That is not known: what the call was given may or may not be of the right type.
    pub may_be_refused: bool,
    /// What must be said of the operation that runs.
    pub expected: Vec<Said>,
    /// What may be said too: a wrong handle may also be of the wrong type, and the call of another context may or
    /// may not have begun with an exception.
    pub possible: Vec<Said>,
}

fn kind_bits(kind: Kind) -> isize {
    match kind {
        Kind::List => 4,
        Kind::Tuple => 5,
        Kind::Tracker => 6,
    }
}

/// Functions that cannot tell of an exception.
const CANNOT_FAIL: [&str; 18] = [
    "HPy_Dup",
    "HPy_Close",
    "HPyErr_Clear",
    "HPy_LeavePythonExecution",
    "HPy_ReenterPythonExecution",
    "HPyField_Load",
    "HPyField_Store",
    "HPyGlobal_Load",
    "HPyGlobal_Store",
    "HPyListBuilder_New",
    "HPyTupleBuilder_New",
    "HPyListBuilder_Set",
    "HPyListBuilder_Cancel",
    "HPyTupleBuilder_Set",
    "HPyTupleBuilder_Cancel",
    "HPyTracker_ForgetAll",
    "HPyTracker_Close",
    "HPyFunc_DESTRUCTOR",
];
/// What is never passed on.
const REFUSED: [&str; 2] = ["null-argument", "wrong-type"];

impl Model {
    /// Nothing has been done yet; misuse becomes an exception where `raises`.
    pub fn new(raises: bool) -> Self {
        Self {
            raises,
            ..Self::default()
        }
    }

    /// Of a call that is refused nothing more is said.
    fn say(&mut self, check: &'static str, function: &'static str, argument: Option<&'static str>) {
        if self.is_refused {
            return;
        }
        self.expected.push(Said {
            check,
            function,
            argument,
        });
        let is_raised = self.raises && !CANNOT_FAIL.contains(&function);
        if is_raised || REFUSED.contains(&check) {
            self.is_refused = true;
            self.is_pending |= !CANNOT_FAIL.contains(&function);
        }
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

    /// A handle that came to be. Says what is wrong where it cannot be new.
    pub fn opened(&mut self, key: isize, role: Role, value: Value) -> Result<(), String> {
        let home = match role {
            Role::Constant => self.frames.last().map_or(0, |frame| frame.ctx),
            _ => self.outermost,
        };
        let handle = Handle {
            key,
            role,
            is_open: true,
            value,
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
        self.handles
            .get(&(key >> 4))
            .filter(|handle| handle.key == key)
    }

    /// The value of an open handle.
    pub fn value(&self, key: isize) -> Value {
        self.handle(key)
            .filter(|handle| handle.is_open)
            .map_or(Value::Any, |handle| handle.value)
    }

    fn meaning(&self, key: isize) -> Meaning {
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

    fn close(&mut self, key: isize) {
        if let Some(handle) = self.handles.get_mut(&(key >> 4)) {
            handle.is_open = false;
        }
        if let Some(position) = self.open.iter().rposition(|open| *open == key) {
            self.open.remove(position);
        }
    }

    /// A function of the extension is called.
    pub fn enter(&mut self, ctx: usize, args: Vec<isize>, tells_errors: bool) {
        if self.frames.is_empty() {
            self.outermost += 1;
        }
        self.frames.push(Frame {
            ctx,
            args,
            has_left: false,
            is_tolerant: !tells_errors && self.is_pending,
        });
    }

    /// A function that returns nothing returned: an exception that it set is told to nobody.
    pub fn leave_with_nothing(&mut self, signature: &'static str) {
        let is_tolerant = self.frame().is_tolerant;
        self.leave(signature);
        if self.is_pending && !is_tolerant {
            self.expected.push(Said {
                check: "result-with-exception",
                function: signature,
                argument: None,
            });
        }
    }

    /// A function of the extension returned: its arguments end.
    pub fn leave(&mut self, signature: &'static str) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if frame.has_left {
            self.expected.push(Said {
                check: "interpreter-left",
                function: signature,
                argument: None,
            });
        }
        for arg in frame.args {
            self.close(arg);
        }
    }

    /// The running call.
    pub fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("an operation is in a call")
    }

    /// An API function is called through this context.
    pub fn context(&mut self, function: &'static str, ctx: usize) {
        (self.is_refused, self.may_be_refused) = (false, false);
        let frame = self.frame();
        if ctx != frame.ctx {
            self.say("wrong-context", function, None);
        } else if frame.has_left {
            self.say("interpreter-left", function, None);
        }
    }

    /// It may not be called with an exception pending.
    pub fn no_exception(&mut self, function: &'static str) {
        if !self.is_pending || self.is_refused {
            return;
        }
        let said = Said {
            check: "exception-pending",
            function,
            argument: None,
        };
        let is_of_another_context = self
            .expected
            .iter()
            .any(|said| said.check == "wrong-context" && said.argument.is_none());
        if self.may_be_refused || is_of_another_context {
            self.possible.push(said);
        } else if !self.frame().is_tolerant {
            self.say(said.check, function, None);
        }
    }

    /// A pointer or tracker that may not be NULL.
    pub fn pointer(&mut self, function: &'static str, argument: &'static str, is_null: bool) {
        if is_null {
            self.say("null-argument", function, Some(argument));
        }
    }

    /// A handle that may not be NULL.
    pub fn used(&mut self, function: &'static str, argument: &'static str, key: isize) {
        self.pointer(function, argument, key == 0);
        self.used_or_null(function, argument, key);
    }

    /// A handle that may be NULL.
    pub fn used_or_null(&mut self, function: &'static str, argument: &'static str, key: isize) {
        if key == 0 {
            return;
        }
        let check = match self.meaning(key) {
            Meaning::Open(handle) => match self.is_late(&handle) {
                Some(check) => check,
                None => return,
            },
            Meaning::Closed(Role::Argument) => "use-after-call",
            Meaning::Closed(_) => "use-after-close",
            Meaning::Wild => "wild-handle",
        };
        self.say(check, function, Some(argument));
    }

    /// Whether an open handle belongs to calls that are over; of the extension's own that is told once.
    fn is_late(&mut self, handle: &Handle) -> Option<&'static str> {
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

    /// A handle whose object must be a str.
    pub fn text(&mut self, function: &'static str, argument: &'static str, key: isize) {
        let said = Said {
            check: "wrong-type",
            function,
            argument: Some(argument),
        };
        match (self.meaning(key), self.value(key)) {
            (Meaning::Open(_), Value::Text(_)) => {}
            (Meaning::Open(_), Value::Int(_) | Value::Other) => {
                self.say(said.check, function, said.argument);
            }
            _ if self.is_refused => {}
            _ => {
                self.possible.push(said);
                self.may_be_refused = true;
            }
        }
    }

    /// A handle that the call closes.
    pub fn closed(&mut self, function: &'static str, argument: &'static str, key: isize) {
        if key == 0 {
            return;
        }
        let check = match self.meaning(key) {
            Meaning::Open(handle) => match handle.role {
                Role::Owned => return self.close(key),
                Role::Argument => "close-argument",
                Role::Constant => "close-constant",
            },
            Meaning::Closed(Role::Argument) => "use-after-call",
            Meaning::Closed(_) => "double-close",
            Meaning::Wild => "wild-handle",
        };
        self.say(check, function, Some(argument));
    }

    /// A handle that is returned to the interpreter.
    pub fn returned(&mut self, signature: &'static str, key: isize) {
        if key != 0 {
            let check = match self.meaning(key) {
                Meaning::Open(handle) => match handle.role {
                    Role::Owned => {
                        self.close(key);
                        return self.outcome(signature, false);
                    }
                    Role::Argument => "return-argument",
                    Role::Constant => "return-constant",
                },
                Meaning::Closed(Role::Argument) => "use-after-call",
                Meaning::Closed(_) => "return-closed",
                Meaning::Wild => "wild-handle",
            };
            if self.say_of_result(check, signature) {
                return;
            }
        }
        self.outcome(signature, key == 0);
    }

    /// A result that is an error or not.
    pub fn outcome(&mut self, signature: &'static str, is_error: bool) {
        let check = match (is_error, self.is_pending) {
            (true, false) => "error-without-exception",
            (false, true) => "result-with-exception",
            _ => return,
        };
        self.say_of_result(check, signature);
    }

    /// A builder or tracker that came to be. Says what is wrong where it cannot be new.
    pub fn created(&mut self, key: isize, kind: Kind, size: usize) -> Result<(), String> {
        if key & KIND != kind_bits(kind) {
            return Err(format!("{key:#x} is not marked as {kind:?}"));
        }
        let resource = Resource {
            key,
            kind,
            is_open: true,
            items: vec![false; size],
            kept: Vec::new(),
        };
        if self.by_key.insert(key >> 4, self.resources.len()).is_some() {
            return Err(format!("{key:#x} was given out twice"));
        }
        self.resources.push(resource);
        Ok(())
    }

    /// The builder or tracker of this key, if it is open and of this kind.
    pub fn resource(&mut self, key: isize, kind: Kind) -> Option<&mut Resource> {
        let resource = &mut self.resources[*self.by_key.get(&(key >> 4))?];
        (resource.key == key && resource.kind == kind && resource.is_open).then_some(resource)
    }

    /// A builder or tracker is used; says whether it may be. NULL is for the function to judge.
    pub fn used_resource(
        &mut self,
        function: &'static str,
        argument: &'static str,
        key: isize,
        kind: Kind,
    ) -> bool {
        if key == 0 || self.resource(key, kind).is_some() {
            return key != 0;
        }
        let was_one = self
            .by_key
            .get(&(key >> 4))
            .is_some_and(|index| !self.resources[*index].is_open);
        let check = match kind {
            _ if !was_one || key & KIND != kind_bits(kind) => "wild-handle",
            Kind::Tracker => "tracker-use-after-close",
            _ => "builder-use-after-close",
        };
        self.say(check, function, Some(argument));
        false
    }

    /// An item of an open builder is set.
    pub fn set(&mut self, function: &'static str, key: isize, kind: Kind, index: isize) {
        let Some(builder) = self.resource(key, kind) else {
            return;
        };
        let item = usize::try_from(index)
            .ok()
            .and_then(|index| builder.items.get_mut(index));
        match item {
            None => self.say("builder-index", function, Some("index")),
            Some(true) => self.say("builder-item-twice", function, Some("index")),
            Some(item) => *item = true,
        }
    }

    /// A builder is built: all items must be set.
    pub fn complete(&mut self, function: &'static str, key: isize, kind: Kind) {
        if self
            .resource(key, kind)
            .is_some_and(|builder| builder.items.contains(&false))
        {
            self.say("builder-incomplete", function, Some("builder"));
        }
    }

    /// A builder or tracker ends.
    pub fn ended(&mut self, key: isize, kind: Kind) {
        if !self.is_refused
            && let Some(resource) = self.resource(key, kind)
        {
            resource.is_open = false;
        }
    }

    /// A tracker closes this handle when it is closed.
    pub fn kept(&mut self, tracker: isize, key: isize) {
        if key != 0
            && !self.is_refused
            && let Some(tracker) = self.resource(tracker, Kind::Tracker)
        {
            tracker.kept.push(key);
        }
    }

    /// What a tracker keeps, which it does not keep any longer.
    pub fn forgotten(&mut self, tracker: isize) -> Vec<isize> {
        self.resource(tracker, Kind::Tracker)
            .map(|tracker| std::mem::take(&mut tracker.kept))
            .unwrap_or_default()
    }
}
