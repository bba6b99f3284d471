//! Whether a call of an API function is right, by the roles of its arguments: what must be reported of it, whether it
//! is made, and what is passed on.

use hpy_abi::{HPy, HPyType_SpecParam};
use hpy_codegen::model::{Function, Interpreter, Param, Returns, Role};

use crate::model::{self, Meaning, Model, Said};
use crate::resolve;
use crate::spec::{self, API, WORDS, Words, length_of, position};
use crate::world;

/// What is never passed on.
const REFUSED: [&str; 6] = [
    "null-argument",
    "wrong-type",
    "too-few",
    "wrong-value",
    "builder-index",
    "builder-item-twice",
];

/// A call as the extension makes it, and what is known of it so far.
pub struct Judge<'a> {
    model: &'a mut Model,
    function: &'static Function,
    words: &'a Words,
    /// Not made for certain.
    pub is_refused: bool,
    /// Whether it is made is not known: what stands in for a wrong handle may or may not be of the right type.
    pub may_be_refused: bool,
    /// What is passed on, as far as that is known.
    pub below: [Option<usize>; WORDS],
    pub items: Vec<Option<HPy>>,
    /// The description of a type contradicts itself, which was told.
    pub is_known: bool,
    /// What the interpreter was left with that is re-entered.
    left: Option<usize>,
}

impl<'a> Judge<'a> {
    /// A call through the context `ctx`.
    pub fn new(
        model: &'a mut Model,
        function: &'static Function,
        words: &'a Words,
        ctx: usize,
    ) -> Self {
        let mut judge = Self {
            model,
            function,
            words,
            is_refused: false,
            may_be_refused: false,
            below: words.map(Some),
            items: Vec::new(),
            is_known: false,
            left: None,
        };
        judge.context(ctx);
        judge.each(Self::null);
        judge.each(Self::handle);
        judge.each(Self::type_or_shape);
        judge.each(Self::structure);
        judge.each(Self::bases);
        if !function.pending_allowed {
            judge.no_exception(ctx);
        }
        judge
    }

    fn each(&mut self, check: fn(&mut Self, usize, &'static Param)) {
        for (at, param) in self.function.params.iter().enumerate() {
            check(self, at, param);
        }
    }

    /// Of a call that is refused nothing more is said.
    fn say(&mut self, check: &'static str, argument: Option<&'static str>) {
        let said = self.said(check, argument);
        let refuses = self.refuses(check);
        if self.may_be_refused {
            self.model.possible.push(said);
        } else if !self.is_refused {
            self.model.expected.push(said);
            self.is_refused = refuses;
        }
    }

    /// It is said or not.
    fn maybe(&mut self, check: &'static str, argument: Option<&'static str>) {
        if !self.is_refused {
            let said = self.said(check, argument);
            self.model.possible.push(said);
            self.may_be_refused |= self.refuses(check);
        }
    }

    fn said(&self, check: &'static str, argument: Option<&'static str>) -> Said {
        Said {
            check,
            function: &self.function.name,
            argument,
        }
    }

    fn refuses(&self, check: &str) -> bool {
        REFUSED.contains(&check) || (self.model.raises && self.function.tells_errors())
    }

    fn context(&mut self, ctx: usize) {
        let frame = self.model.frame();
        let is_right = frame.ctx == ctx;
        match (self.function.interpreter, frame.has_left) {
            (Some(Interpreter::Reenter), true) if is_right => {
                frame.has_left = false;
                self.left = Some(frame.left);
            }
            (Some(Interpreter::Reenter), _) => {
                self.say("wrong-context", None);
                self.is_refused = true;
            }
            (_, true) if is_right => self.say("interpreter-left", None),
            _ if !is_right => self.say("wrong-context", None),
            _ => {}
        }
    }

    /// Pointers, builders, trackers and places that may not be NULL, and numbers that may not be less.
    fn null(&mut self, at: usize, param: &'static Param) {
        let is_by_value = matches!(param.role, Role::Handle { .. } | Role::Array { .. });
        let has_null =
            param.ctype.is_pointer() || param.ctype.is_handle() || param.ctype.is_resource();
        let has_null = has_null || param.ctype.is_storage();
        let is_allowed = param.nullable || spec::null_if(&self.function.params, param, self.words);
        if has_null && !is_by_value && !is_allowed && self.words[at] == 0 {
            self.say("null-argument", Some(&param.name));
        }
        if let Some(left) = self.left.filter(|left| *left != self.words[at]) {
            self.below[at] = Some(left);
            self.say("wild-handle", Some(&param.name));
        }
        let value = self.words[at] as i32;
        if spec::one_of(param).is_some_and(|values| !values.contains(&value.into())) {
            self.say("wrong-value", Some(&param.name));
        }
        if param
            .limits
            .at_least
            .is_some_and(|least| (self.words[at] as i64) < least)
        {
            self.say("too-few", Some(&param.name));
        }
    }

    fn handle(&mut self, at: usize, param: &'static Param) {
        let key = self.words[at] as isize;
        match param.role {
            Role::Handle { .. } => {
                let below = self.used(&param.name, key, param.nullable);
                self.below[at] = below.map(|h| h._i as usize);
            }
            Role::ConsumedHandle => {
                let below = self.closed(&param.name, key)._i as usize;
                self.below[at] = Some(below);
                self.is_refused |= key != 0 && below == 0 && !param.nullable;
            }
            _ => {}
        }
    }

    /// A handle that is lent. Returns the one below.
    fn used(&mut self, argument: &'static str, key: isize, is_nullable: bool) -> Option<HPy> {
        if key == 0 {
            if !is_nullable {
                self.say("null-argument", Some(argument));
            }
            return Some(HPy::NULL);
        }
        let (check, below) = match self.model.meaning(key) {
            Meaning::Open(handle) => match self.model.is_late(&handle) {
                Some(check) => (check, Some(handle.below)),
                None => return Some(handle.below),
            },
            Meaning::Closed(model::Role::Argument) => ("use-after-call", None),
            Meaning::Closed(_) => ("use-after-close", None),
            Meaning::Wild => ("wild-handle", None),
        };
        self.say(check, Some(argument));
        below
    }

    /// A handle that the call closes, whatever becomes of it. Returns the one below.
    fn closed(&mut self, argument: &'static str, key: isize) -> HPy {
        let check = match self.model.meaning(key) {
            _ if key == 0 => return HPy::NULL,
            Meaning::Open(handle) => match handle.role {
                model::Role::Owned => {
                    self.model.close(key);
                    return handle.below;
                }
                model::Role::Argument => "close-argument",
                model::Role::Constant => "close-constant",
            },
            Meaning::Closed(model::Role::Argument) => "use-after-call",
            Meaning::Closed(_) => "double-close",
            Meaning::Wild => "wild-handle",
        };
        self.say(check, Some(argument));
        HPy::NULL
    }

    fn type_or_shape(&mut self, at: usize, param: &'static Param) {
        let expects = match &param.role {
            Role::Handle { expects, .. } => expects.as_ref(),
            _ => return,
        };
        if param.limits.made {
            match self.model.meaning(self.words[at] as isize) {
                _ if self.words[at] == 0 => {}
                Meaning::Open(handle) if handle.role == model::Role::Constant => {
                    self.say("wrong-type", Some(&param.name));
                }
                Meaning::Open(_) => {}
                // What stands in for it is judged by what the value says of itself.
                Meaning::Closed(_) | Meaning::Wild => self.maybe("wrong-type", Some(&param.name)),
            }
        }
        let kind = |word: usize| (word != 0).then(|| world::kind(HPy { _i: word as isize }));
        let kind = self.below[at].map(kind);
        if let Some(name) = expects {
            let is_asked = API.is_judged_while_pending(name) || !self.model.is_pending;
            match kind {
                Some(Some(kind)) if is_asked && !API.is_expected(kind, name) => {
                    self.say("wrong-type", Some(&param.name));
                }
                None => self.maybe("wrong-type", Some(&param.name)),
                _ => {}
            }
        }
        if let Returns::Struct { shape, owner } = &self.function.returns
            && *owner == param.name
        {
            match kind {
                Some(Some(kind)) if world::shape(kind) != API.shape(shape) => {
                    self.say("wrong-shape", Some(&param.name));
                }
                None => self.maybe("wrong-shape", Some(&param.name)),
                _ => {}
            }
        }
    }

    /// What is behind pointers and builders.
    fn structure(&mut self, at: usize, param: &'static Param) {
        let word = self.words[at];
        match &param.role {
            Role::Array { .. } => self.array(param, word as *const HPy),
            Role::HandleList { .. } if word != 0 => {
                let mut next = word as *const HPyType_SpecParam;
                // SAFETY: `resolve` ends every list.
                while let HPyType_SpecParam { kind: 1.., object } = unsafe { *next } {
                    let below = self.used(&param.name, object._i, false);
                    self.items.push(below);
                    next = next.wrapping_add(1);
                }
            }
            Role::TypeSpec if word != 0 => {
                if let Some(is_nameless) = resolve::contradiction(word) {
                    self.say("type-spec", Some(&param.name));
                    self.is_refused |= is_nameless && !self.may_be_refused;
                    self.is_known = true;
                }
            }
            Role::Resource {
                consumed,
                closes,
                complete,
                ..
            } => {
                let kind = API.resource(&param.ctype);
                let key = word as isize;
                if *closes && let Some(tracker) = self.model.resource(key, kind) {
                    for kept in std::mem::take(&mut tracker.kept) {
                        self.closed(&param.name, kept);
                    }
                }
                let open = self.model.resource(key, kind);
                if *complete && open.is_some_and(|builder| builder.items.contains(&false)) {
                    self.say("builder-incomplete", Some(&param.name));
                }
                let is_refused = self.is_refused;
                let open = self.model.resource(key, kind);
                self.below[at] = Some(open.map_or(0, |open| {
                    open.is_open = !consumed || is_refused;
                    open.below
                }));
                if key != 0 && self.below[at] == Some(0) && !(*consumed && self.is_refused) {
                    let check = match self.model.has_ended(key, kind) {
                        true => API.resources[kind].1,
                        false => "wild-handle",
                    };
                    self.say(check, Some(&param.name));
                    // There is nothing to pass on, and NULL may not be.
                    self.is_refused |= !param.nullable;
                }
            }
            Role::Item { of } => self.item(&param.name, position(&self.function.params, of), word),
            _ => {}
        }
    }

    /// A description of a type must agree with the bases that are listed; it is not asked while an exception is pending.
    fn bases(&mut self, at: usize, param: &'static Param) {
        let is_asked = !(self.is_known || self.is_refused || self.model.is_pending);
        if param.role != Role::TypeSpec || self.words[at] == 0 || !is_asked {
            return;
        }
        let has_struct = resolve::has_struct(self.words[at]);
        // The first of a list is a base.
        match self.items.first() {
            Some(Some(base)) if has_struct && world::has_shape(*base) => {
                self.is_known = true;
                self.say("type-spec", Some(&param.name));
            }
            Some(None) if has_struct => self.maybe("type-spec", Some(&param.name)),
            _ => {}
        }
    }

    fn array(&mut self, param: &'static Param, items: *const HPy) {
        let params = &self.function.params;
        let Some(terms) = length_of(params, &param.role) else {
            return;
        };
        let (mut certain, mut is_known) = (0, true);
        for (at, is_handle) in terms {
            match self.below[at] {
                Some(word) if !is_handle => certain += word,
                Some(0) => {}
                // A call that is refused asks for no length.
                _ if self.is_refused => {}
                _ if self.may_be_refused => is_known = false,
                Some(word) => certain += world::length(HPy { _i: word as isize }),
                None => is_known = false,
            }
        }
        if items.is_null() {
            if certain > 0 {
                self.say("null-argument", Some(&param.name));
            } else if !is_known {
                self.maybe("null-argument", Some(&param.name));
            }
            return;
        }
        for at in 0..certain {
            // SAFETY: `resolve` makes room for as many.
            let below = self.used(&param.name, unsafe { *items.add(at) }._i, false);
            self.items.push(below);
        }
    }

    /// An item of the builder that is this argument is set.
    fn item(&mut self, argument: &'static str, builder_at: usize, index: usize) {
        let kind = API.resource(&self.function.params[builder_at].ctype);
        let Some(builder) = self.model.resource(self.words[builder_at] as isize, kind) else {
            return;
        };
        let check = match builder.items.get_mut(index) {
            None => "builder-index",
            Some(true) => "builder-item-twice",
            Some(item) => {
                *item = true;
                return;
            }
        };
        self.below[builder_at] = Some(0);
        self.say(check, Some(argument));
    }

    fn no_exception(&mut self, ctx: usize) {
        if !self.model.is_pending {
            return;
        }
        let is_tolerant = self.model.frame().is_tolerant;
        if ctx != self.model.frame().ctx {
            // Whether the call of another context began with an exception is not known.
            self.maybe("exception-pending", None);
        } else if !is_tolerant {
            self.say("exception-pending", None);
        }
    }
}
