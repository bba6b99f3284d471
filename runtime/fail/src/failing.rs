//! The state of a failing context.

use core::ffi::c_void;
use std::collections::HashMap;

use hpy_abi::{FUNCTION_NAMES, HPyCFunction, HPyContext, HPyDef, HPyFunc_Signature};
use hpy_platform::places::Places;

use crate::facts::{self, Returned};
use crate::functions::{Functions, Known};
use crate::host::Host;
use crate::plan::{After, Plan, Target};
use crate::sites::{Site, SiteId, Sites, nearest, site_of};

/// A failure that the extension hid: it cleared the exception without testing its type, and its function reported no
/// other.
#[derive(Clone, Debug)]
pub struct Lost {
    /// The API function that failed.
    pub function: &'static str,
    /// Whether the result says only whether the call failed.
    pub is_effect: bool,
    /// The extension's return addresses where the exception was cleared.
    pub frames: Vec<usize>,
    /// The result of the extension's function, as text.
    pub returned: String,
}

/// A running call of the extension.
#[derive(Clone, Copy)]
pub(crate) struct Outer {
    /// The number of the enclosing call; 0 for none.
    outer: u64,
    /// Its own number.
    number: u64,
    signature: HPyFunc_Signature,
    args: *mut c_void,
}

/// The exception of a failed call.
struct Pending {
    function: &'static str,
    is_effect: bool,
}

/// The same after the extension cleared it.
struct Cleared {
    pending: Pending,
    frames: Vec<usize>,
    /// The number of the extension's call.
    call: u64,
}

/// The state of a failing context. It lives as long as the process, because extensions may keep pointers to it.
pub struct Failing {
    pub(crate) uctx: *mut HPyContext,
    context: HPyContext,
    host: Box<dyn Host>,
    plan: Plan,
    places: Places,
    functions: Functions,
    run: Run,
    /// The number of calls of the extension so far.
    entered: u64,
    /// The number of the innermost running call; 0 for none.
    running: u64,
}

/// What was seen since the plan started.
#[derive(Default)]
struct Run {
    sites: Sites,
    /// The number of calls of functions that can fail.
    calls: u64,
    failed: Option<Site>,
    pending: Option<Pending>,
    cleared: Option<Cleared>,
    lost: Option<Lost>,
    /// The results, as text, of the calls in which sites were first seen.
    returned: HashMap<u64, Option<String>>,
}

impl Failing {
    /// A state whose context has these wrappers over `uctx`.
    pub(crate) fn with_wrappers(
        uctx: *mut HPyContext,
        host: Box<dyn Host>,
        context: HPyContext,
    ) -> *mut Self {
        let places = Places::new(host.code().addr());
        let failing = Box::leak(Box::new(Self {
            uctx,
            context,
            host,
            plan: Plan::NONE,
            places,
            functions: Functions::default(),
            run: Run::default(),
            entered: 0,
            running: 0,
        }));
        let this = &raw mut *failing;
        failing.context._private = this.cast();
        this
    }

    /// The context, to be used in place of the one below.
    pub fn context(&mut self) -> *mut HPyContext {
        &raw mut self.context
    }

    /// A new life of the interpreter begins: no plan is left of the last, and no call of it returns.
    pub fn begin_life(&mut self) {
        self.start(Plan::NONE);
        self.running = 0;
    }

    /// Starts a plan. Calls are counted from 0, and sites are forgotten.
    pub fn start(&mut self, plan: Plan) {
        self.plan = plan;
        self.run = Run::default();
    }

    /// Ends the plan. The sites seen so far can still be read.
    pub fn stop(&mut self) {
        self.plan.target = Target::Nothing;
        self.plan.after = After::Nothing;
        self.plan.learns = false;
        self.run.pending = None;
    }

    /// Calls of functions that can fail.
    pub fn calls(&self) -> u64 {
        self.run.calls
    }

    /// The site of the first call that failed, with the number of that call.
    pub fn failed(&self) -> Option<&Site> {
        self.run.failed.as_ref()
    }

    /// The failure that the extension hid.
    pub fn lost(&self) -> Option<&Lost> {
        self.run.lost.as_ref()
    }

    /// The sites in the order of their first calls, each with the result, as text, of the extension's call in which
    /// it was first seen.
    pub fn sites(&self) -> impl Iterator<Item = (&Site, Option<&str>)> {
        self.run.sites.all.iter().map(|site| {
            let returned = self.run.returned.get(&site.seen_in);
            (site, returned.and_then(Option::as_deref))
        })
    }

    /// The functions of the extensions.
    pub fn functions(&self) -> Vec<Known> {
        self.functions.known()
    }

    /// Notes the functions of a module or a type.
    ///
    /// # Safety
    /// `defines` is NULL, or a list that NULL ends.
    pub unsafe fn define(&mut self, defines: *mut *mut HPyDef) {
        // SAFETY: by contract.
        unsafe { self.functions.define(defines) }
    }

    /// Whether the call of this function that begins must fail.
    pub(crate) fn fails(&mut self, index: usize) -> bool {
        self.run.calls += 1;
        let has_failed = self.run.failed.is_some();
        let at_target = match &self.plan.target {
            _ if has_failed => false,
            Target::Nothing => false,
            Target::Number(number) => *number == self.run.calls,
            Target::Site(site) => site.is_of(index) && self.is_at(site.clone()),
        };
        if self.plan.learns || at_target {
            let frames = self.places.frames();
            let frames = match &self.plan.target {
                // Comparing the frames' addresses is enough.
                Target::Site(site) if !self.plan.learns => {
                    frames.get(..site.depth()).unwrap_or(&frames)
                }
                _ => nearest(&frames, self.plan.depth, |frame| {
                    self.places
                        .is_helper(frame, |address| self.host.is_helper(address))
                }),
            };
            let (number, running) = (self.run.calls, self.running);
            let site = || site_of(index, frames, number, running, &self.places);
            if self.plan.learns && self.run.sites.add(index, frames, site) {
                self.run.returned.entry(self.running).or_insert(None);
            }
            if at_target {
                self.run.failed = Some(site());
                self.host.fails();
            }
        }
        at_target || (has_failed && self.fails_again(index))
    }

    fn fails_again(&mut self, index: usize) -> bool {
        match (self.plan.after, &self.run.failed) {
            (After::Everything, Some(_)) => true,
            (After::Site, Some(failed)) if failed.id.is_of(index) => self.is_at(failed.id.clone()),
            _ => false,
        }
    }

    fn is_at(&mut self, site: SiteId) -> bool {
        let frames = self.places.frames();
        site.matches(&frames, &self.places)
    }

    /// Notes the exception of a failed call.
    pub(crate) fn raised(&mut self, index: usize, is_effect: bool) {
        self.run.pending = Some(Pending {
            function: FUNCTION_NAMES[index],
            is_effect,
        });
    }

    /// Notes that the pending exception was replaced, or that the extension tested its type.
    pub(crate) fn replaced(&mut self) {
        self.run.pending = None;
    }

    /// The extension clears the pending exception.
    pub(crate) fn cleared(&mut self) {
        if let Some(pending) = self.run.pending.take() {
            let frames = self.places.frames();
            self.run.cleared = Some(Cleared {
                pending,
                frames: frames.iter().map(|frame| frame.address).collect(),
                call: self.running,
            });
        }
    }

    /// A function of the extension is called.
    pub(crate) fn enters(
        &mut self,
        signature: HPyFunc_Signature,
        function: HPyCFunction,
        args: *mut c_void,
    ) -> Outer {
        let callee = self.host.callee();
        let given = function.map_or(0, |function| function as *const () as usize);
        self.functions
            .enter(if callee == 0 { given } else { callee });
        self.entered += 1;
        let outer = std::mem::replace(&mut self.running, self.entered);
        Outer {
            outer,
            number: self.entered,
            signature,
            args,
        }
    }

    /// Notes that it has returned. Returns whether its result is needed.
    pub(crate) fn leaves(&mut self, outer: Outer) -> bool {
        self.running = outer.outer;
        self.run.pending = None;
        let hides = self.run.cleared.as_ref();
        hides.is_some_and(|cleared| cleared.call == outer.number)
            || self.run.returned.contains_key(&outer.number)
    }

    /// Notes its result. `has_failed`: an exception is pending.
    ///
    /// # Safety
    /// `this` is a failing context's state, and the interpreter's lock is held.
    pub(crate) unsafe fn returned(this: *mut Self, outer: Outer, has_failed: bool) {
        // SAFETY: by contract. The arguments are those of the trampoline that the call came from.
        let returned = unsafe { facts::returned(outer.signature, outer.args) };
        let returned = match returned {
            _ if has_failed => None,
            Returned::Nothing => None,
            Returned::Number(number) => Some(number.to_string()),
            Returned::Object(object) if object.is_null() => None,
            // SAFETY: by contract.
            Returned::Object(object) => Some(unsafe { (*this).host.describe(object) }),
        };
        // SAFETY: by contract.
        let this = unsafe { &mut *this };
        if let Some(seen) = this.run.returned.get_mut(&outer.number) {
            seen.clone_from(&returned);
        }
        let is_it = |cleared: &mut Cleared| cleared.call == outer.number;
        if let (Some(cleared), Some(returned)) = (this.run.cleared.take_if(is_it), returned) {
            this.run.lost.get_or_insert(Lost {
                function: cleared.pending.function,
                is_effect: cleared.pending.is_effect,
                frames: cleared.frames,
                returned,
            });
        }
    }
}
