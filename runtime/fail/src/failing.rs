//! What a failing context knows.

use core::ffi::c_void;
use std::collections::HashMap;

use hpy_abi::{HPyCFunction, HPyContext, HPyDef, HPyFunc_Signature, cpy_PyObject};
use hpy_platform::places::Places;

use crate::facts::{self, NAMES, Returned};
use crate::functions::{Functions, Known};
use crate::host::Host;
use crate::plan::{After, Plan, Target};
use crate::sites::{Site, SiteId, Sites, nearest, site_of};

/// The first call that failed.
#[derive(Clone, Debug)]
pub struct Failed {
    /// Where it was made.
    pub site: Site,
    /// Its number.
    pub number: u64,
}

/// A failure that an extension has hidden: it cleared the exception without asking which one it is, and its function
/// told of no other.
#[derive(Clone, Debug)]
pub struct Lost {
    /// The API function that failed.
    pub function: &'static str,
    /// Whether nothing but an effect was asked for.
    pub is_effect: bool,
    /// The return addresses of the extension's frames where the exception was cleared.
    pub frames: Vec<usize>,
    /// What the extension's function returned, in words.
    pub returned: String,
}

/// A call of the extension that is running.
#[derive(Clone, Copy)]
pub(crate) struct Outer {
    /// The number of the call that it was made in; 0 is none.
    outer: u64,
    /// Its own number.
    number: u64,
    signature: HPyFunc_Signature,
    args: *mut c_void,
}

/// The exception that was set by a call that failed.
struct Pending {
    function: &'static str,
    is_effect: bool,
}

/// The same, once the extension has cleared it.
struct Cleared {
    pending: Pending,
    frames: Vec<usize>,
    /// The number of the extension's call.
    call: u64,
}

/// A failing context's state. Lives as long as the process, because extensions may keep pointing to it.
pub struct Failing {
    pub(crate) uctx: *mut HPyContext,
    context: HPyContext,
    host: Box<dyn Host>,
    plan: Plan,
    places: Places,
    sites: Sites,
    functions: Functions,
    /// Calls of functions that can fail.
    calls: u64,
    failed: Option<Failed>,
    pending: Option<Pending>,
    cleared: Option<Cleared>,
    lost: Option<Lost>,
    /// Calls of the extension, by which they are numbered.
    entered: u64,
    /// The number of the innermost that is running; 0 is none.
    running: u64,
    /// What the calls returned in which sites were seen first, in words.
    returned: HashMap<u64, Option<String>>,
    /// In which call each site was seen first.
    seen_in: Vec<u64>,
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
            sites: Sites::default(),
            functions: Functions::default(),
            calls: 0,
            failed: None,
            pending: None,
            cleared: None,
            lost: None,
            entered: 0,
            running: 0,
            returned: HashMap::new(),
            seen_in: Vec::new(),
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

    /// From now on calls fail by this plan. Calls are counted from 0, and sites are forgotten.
    pub fn start(&mut self, plan: Plan) {
        self.plan = plan;
        self.sites = Sites::default();
        self.calls = 0;
        self.failed = None;
        self.pending = None;
        self.cleared = None;
        self.lost = None;
        self.returned.clear();
        self.seen_in.clear();
    }

    /// No call fails any more, and no site is remembered. What was seen stays.
    pub fn stop(&mut self) {
        self.plan.target = Target::Nothing;
        self.plan.after = After::Nothing;
        self.plan.learns = false;
        self.pending = None;
    }

    /// Calls of functions that can fail.
    pub fn calls(&self) -> u64 {
        self.calls
    }

    /// The first call that failed.
    pub fn failed(&self) -> Option<&Failed> {
        self.failed.as_ref()
    }

    /// A failure that the extension has hidden.
    pub fn lost(&self) -> Option<&Lost> {
        self.lost.as_ref()
    }

    /// The sites that were seen, in the order of their first calls, each with what the extension's function returned
    /// in which it was seen first, in words.
    pub fn sites(&self) -> impl Iterator<Item = (&Site, Option<&str>)> {
        let returned = self.seen_in.iter().map(|call| {
            let returned = self.returned.get(call);
            returned.and_then(|returned| returned.as_deref())
        });
        self.sites.seen.iter().zip(returned)
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

    /// Whether the call of the function of this index that begins must fail.
    pub(crate) fn fails(&mut self, index: usize) -> bool {
        self.calls += 1;
        let has_failed = self.failed.is_some();
        let at_target = match &self.plan.target {
            _ if has_failed => false,
            Target::Nothing => false,
            Target::Number(number) => *number == self.calls,
            Target::Site(site) => site.is_of(index) && self.is_at(site.clone()),
        };
        if self.plan.learns || at_target {
            let frames = self.places.frames();
            let frames = match &self.plan.target {
                // Its frames are known by their number: nobody has to be asked.
                Target::Site(site) if !self.plan.learns => {
                    frames.get(..site.depth()).unwrap_or(&frames)
                }
                _ => nearest(&frames, self.plan.depth, |frame| {
                    self.places
                        .is_helper(frame, |address| self.host.is_helper(address))
                }),
            };
            if self.plan.learns {
                let known = self.sites.seen.len();
                self.sites.add(index, frames, self.calls, &self.places);
                if self.sites.seen.len() > known {
                    self.seen_in.push(self.running);
                    self.returned.entry(self.running).or_insert(None);
                }
            }
            if at_target {
                self.failed = Some(Failed {
                    site: site_of(index, frames, self.calls, &self.places),
                    number: self.calls,
                });
                self.host.fails();
            }
        }
        at_target || (has_failed && self.fails_again(index))
    }

    fn fails_again(&mut self, index: usize) -> bool {
        match (self.plan.after, &self.failed) {
            (After::Everything, Some(_)) => true,
            (After::Site, Some(failed)) if failed.site.id.is_of(index) => {
                self.is_at(failed.site.id.clone())
            }
            _ => false,
        }
    }

    fn is_at(&mut self, site: SiteId) -> bool {
        let frames = self.places.frames();
        site.matches(&frames, &self.places)
    }

    /// The exception of a call that failed is pending.
    pub(crate) fn raised(&mut self, index: usize, is_effect: bool) {
        self.pending = Some(Pending {
            function: NAMES[index],
            is_effect,
        });
    }

    /// The pending exception is another one, or the extension knows which it is.
    pub(crate) fn replaced(&mut self) {
        self.pending = None;
    }

    /// The extension clears the pending exception.
    pub(crate) fn cleared(&mut self) {
        if let Some(pending) = self.pending.take() {
            let frames = self.places.frames();
            self.cleared = Some(Cleared {
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

    /// It has returned. Whether somebody wants to know what.
    pub(crate) fn leaves(&mut self, outer: Outer) -> bool {
        self.running = outer.outer;
        self.pending = None;
        let hides = self.cleared.as_ref();
        hides.is_some_and(|cleared| cleared.call == outer.number)
            || self.returned.contains_key(&outer.number)
    }

    /// What it has returned; `has_failed` is whether an exception is pending.
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
            Returned::Object(object) => Some(unsafe { (*this).describe(object) }),
        };
        // SAFETY: by contract.
        let this = unsafe { &mut *this };
        if let Some(seen) = this.returned.get_mut(&outer.number) {
            seen.clone_from(&returned);
        }
        let is_it = |cleared: &mut Cleared| cleared.call == outer.number;
        if let (Some(cleared), Some(returned)) = (this.cleared.take_if(is_it), returned) {
            this.lost.get_or_insert(Lost {
                function: cleared.pending.function,
                is_effect: cleared.pending.is_effect,
                frames: cleared.frames,
                returned,
            });
        }
    }

    fn describe(&self, object: *mut cpy_PyObject) -> String {
        self.host.describe(object)
    }
}
