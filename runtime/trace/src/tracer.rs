//! The state of trace contexts.

use std::collections::HashMap;
use std::ptr;

use hpy_abi::{FUNCTION_NAMES, HPy, HPyContext, MEMBER_NAMES};
use hpy_platform::clock::Clock;
use hpy_platform::thread;

use crate::nodes::{Count, Key, Node, Nodes, Place};
use crate::stacks::Stacks;
use crate::threads::Thread;
use crate::timeline::Timeline;

/// Which of the two functions that tracing calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// Before each call.
    Enter,
    /// After each call.
    Exit,
}

/// An extension: its context, and where its calls were counted last.
pub(crate) struct Extension {
    pub(crate) tracer: *mut Tracer,
    pub(crate) name: String,
    number: u32,
    pub(crate) context: HPyContext,
    /// For each function, the node of its last call and that of the call around it.
    recent: [(*mut Node, *mut Node); MEMBER_NAMES.len()],
}

/// What trace contexts count in. Lives as long as the process, because extensions keep pointing to it.
pub struct Tracer {
    pub(crate) uctx: *mut HPyContext,
    /// What calls are timed with.
    pub clock: Clock,
    /// What is called at each call, by [`Hook`]; NULL for nothing.
    pub(crate) hooks: [HPy; 2],
    /// The thread that made the last call, by the number that it has here, and what belongs to it.
    current: (usize, *mut Thread),
    /// The last calls.
    pub timeline: Timeline,
    threads: HashMap<usize, *mut Thread>,
    nodes: Nodes,
    stacks: Stacks,
    extensions: Vec<*mut Extension>,
    /// What contexts are copied from.
    wrappers: HPyContext,
}

impl Tracer {
    pub(crate) fn with_wrappers(
        uctx: *mut HPyContext,
        interpreter: usize,
        wrappers: HPyContext,
    ) -> *mut Self {
        Box::into_raw(Box::new(Self {
            uctx,
            clock: Clock::default(),
            hooks: [HPy::NULL; 2],
            current: (0, ptr::null_mut()),
            timeline: Timeline::default(),
            threads: HashMap::new(),
            nodes: Nodes::default(),
            stacks: Stacks::new(interpreter),
            extensions: Vec::new(),
            wrappers,
        }))
    }

    /// The context to initialise the extension of this name with.
    ///
    /// # Safety
    /// `this` is a tracer, and the interpreter's lock is held.
    pub unsafe fn context(this: *mut Self, name: &str) -> *mut HPyContext {
        // SAFETY: by contract; extensions live as long as the process.
        unsafe {
            let known = &(*this).extensions;
            let known = known.iter().copied().find(|known| (**known).name == name);
            let extension = known.unwrap_or_else(|| {
                let extension = Box::into_raw(Box::new(Extension {
                    tracer: this,
                    name: name.to_owned(),
                    number: (*this).extensions.len() as u32,
                    context: (*this).wrappers,
                    recent: [NEVER; MEMBER_NAMES.len()],
                }));
                (*extension).context._private = extension.cast();
                (*this).extensions.push(extension);
                extension
            });
            &raw mut (*extension).context
        }
    }

    /// What belongs to this thread.
    ///
    /// # Safety
    /// `this` is a tracer, and the interpreter's lock is held.
    #[inline(always)]
    pub(crate) unsafe fn thread(this: *mut Self) -> *mut Thread {
        // SAFETY: by contract.
        unsafe {
            let here = thread::current();
            match (*this).current {
                (number, thread) if number == here => thread,
                _ => (*this).switch(here),
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn switch(&mut self, here: usize) -> *mut Thread {
        let make = || Box::into_raw(Box::<Thread>::default());
        let thread = *self.threads.entry(here).or_insert_with(make);
        self.current = (here, thread);
        thread
    }

    /// The node of a call of the function of this index, made in the call of `parent`.
    ///
    /// # Safety
    /// `extension` is one of this tracer, and the interpreter's lock is held.
    #[inline(always)]
    pub(crate) unsafe fn node(
        extension: *mut Extension,
        function: usize,
        parent: *mut Node,
    ) -> *mut Node {
        // SAFETY: by contract; the index is that of a function.
        unsafe {
            match (*extension).recent[function] {
                (around, node) if around == parent => node,
                _ => Self::find_node(extension, function, parent),
            }
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn find_node(
        extension: *mut Extension,
        function: usize,
        parent: *mut Node,
    ) -> *mut Node {
        // SAFETY: the contract of `node`.
        unsafe {
            let tracer = &mut *(*extension).tracer;
            let stack = tracer.stacks.capture();
            let node = tracer.nodes.find(Key {
                parent,
                extension: (*extension).number,
                function: function as u32,
                stack,
            });
            // The next call from there may be made on another stack.
            if tracer.stacks.depth == 0 {
                (*extension).recent[function] = (parent, node);
            }
            node
        }
    }

    /// Captures so many frames of the stack of each call from now on; 0 captures none.
    pub fn capture_stacks(&mut self, depth: usize) {
        self.stacks.depth = depth;
        for extension in &self.extensions {
            // SAFETY: extensions live as long as the process.
            unsafe { (**extension).recent = [NEVER; MEMBER_NAMES.len()] };
        }
    }

    /// How many frames are captured.
    pub fn stack_depth(&self) -> usize {
        self.stacks.depth
    }

    /// The return addresses of the stack of this number, nearest first.
    pub fn stack(&self, number: u32) -> &[usize] {
        self.stacks.frames(number)
    }

    /// What was counted, by extension, function, and the calls around: by the numbers of the nodes.
    pub fn nodes(&self) -> impl Iterator<Item = (Place, Count)> {
        self.nodes.counted()
    }

    /// The name of the extension of this number.
    pub fn extension(&self, number: u32) -> &str {
        let extension = self.extensions.get(number as usize);
        // SAFETY: extensions live as long as the process, and their names do not change.
        extension.map_or("", |extension| unsafe { &(**extension).name })
    }

    /// The name of the function of this index, in C.
    pub fn function(index: u32) -> &'static str {
        FUNCTION_NAMES[index as usize]
    }

    /// Every function of the API by the name of its context member, with what was counted. The time of a call in a call of
    /// the same function counts twice.
    pub fn counters(&self) -> impl Iterator<Item = (&'static str, Count)> {
        let mut counts = [Count::default(); MEMBER_NAMES.len()];
        for (place, count) in self.nodes() {
            let sum = &mut counts[place.function as usize];
            sum.calls += count.calls;
            sum.ticks += count.ticks;
            sum.own += count.own;
        }
        let counters = MEMBER_NAMES.iter().copied().zip(counts);
        counters.filter(|(name, _)| !name.is_empty())
    }

    /// Sets what is called with the function's name; NULL for nothing. The handle is of the context below, and the caller's: it
    /// must be taken back before it is closed.
    pub fn set_hook(&mut self, hook: Hook, callable: HPy) {
        self.hooks[hook as usize] = callable;
    }

    /// This is a new process, in which only this thread goes on.
    pub fn begin_in_child(&mut self) {
        self.current = (0, ptr::null_mut());
    }

    /// The interpreter has begun anew, and the constants of the context below are those of its new life.
    pub fn begin_life(&mut self) {
        self.hooks = [HPy::NULL; 2];
        let extensions = self.extensions.iter();
        // SAFETY: extensions live as long as the process.
        let contexts = extensions.map(|extension| unsafe { &raw mut (**extension).context });
        for context in contexts.chain([&raw mut self.wrappers]) {
            for offset in HPyContext::CONSTANTS {
                // SAFETY: both are complete contexts, and have a handle there.
                unsafe {
                    let handle = self.uctx.byte_add(offset).cast::<HPy>().read();
                    context.byte_add(offset).cast::<HPy>().write(handle);
                }
            }
        }
    }
}

/// No call has this around it.
const NEVER: (*mut Node, *mut Node) = (ptr::dangling_mut(), ptr::null_mut());
