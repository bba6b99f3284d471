//! One operation: what the model expects, what the debug context does.

use std::ffi::CString;

use hpy_abi::*;

use crate::model::{Role, Value};
use crate::ops::{Action, Kind, Op, Pick};
use crate::session::Session;

/// A call of an API function through a context.
struct Api {
    session: *mut Session,
    /// The context of the running call.
    own: *mut HPyContext,
    ctx: *mut HPyContext,
    name: &'static str,
}

impl Api {
    unsafe fn begin(&mut self, name: &'static str) {
        self.name = name;
        (*self.session).model.context(name, self.ctx.addr());
    }

    unsafe fn pick(&self, pick: Pick) -> HPy {
        HPy {
            _i: (*self.session).resolve(self.own, pick),
        }
    }

    unsafe fn handle(&self, argument: &'static str, pick: Pick) -> HPy {
        let h = self.pick(pick);
        (*self.session).model.used(self.name, argument, h._i);
        h
    }

    unsafe fn nullable(&self, argument: &'static str, pick: Pick) -> HPy {
        let h = self.pick(pick);
        (*self.session)
            .model
            .used_or_null(self.name, argument, h._i);
        h
    }

    unsafe fn no_exception(&self) {
        (*self.session).model.no_exception(self.name);
    }

    unsafe fn end(&self) {
        (*self.session).verify(self.name);
    }

    unsafe fn opened(&self, h: HPy, value: Value) {
        (*self.session).opened(h._i, Role::Owned, value);
        self.end();
    }

    /// A new handle that must not be NULL.
    unsafe fn made(&self, h: HPy, value: Value) {
        let model = &mut (*self.session).model;
        if model.may_be_refused && h.is_null() {
            (model.is_refused, model.is_pending) = (true, true);
        }
        if h.is_null() != model.is_refused {
            (*self.session).fail(format!("{} failed, or did not", self.name));
        }
        self.opened(h, value);
    }
}

/// Performs an operation other than returning, and compares.
pub unsafe fn perform(session: *mut Session, own: *mut HPyContext, op: &Op) {
    let saved = &(*session).saved;
    let ctx = match op.saved_context {
        // While a call runs that was made through another context, its own stays valid: that is not tested.
        Some(n) if !saved.is_empty() && !matches!(op.action, Action::Call(..)) => {
            saved[usize::from(n) % saved.len()]
        }
        _ => own,
    };
    let mut api = Api {
        session,
        own,
        ctx,
        name: "",
    };
    match &op.action {
        Action::New(..)
        | Action::Set(..)
        | Action::Build(..)
        | Action::Cancel(..)
        | Action::Add(..)
        | Action::ForgetAll(..)
        | Action::CloseTracker(..) => resources(&mut api, &op.action),
        Action::FromInt(_)
        | Action::FromText(_)
        | Action::Dup(_)
        | Action::Close(_)
        | Action::AsInt(_)
        | Action::AsText(_)
        | Action::Access(..)
        | Action::StoreGlobal(_)
        | Action::LoadGlobal => values(&mut api, &op.action),
        Action::GetAttr(..)
        | Action::SetAttr(..)
        | Action::GetItemS(..)
        | Action::FromArray(_)
        | Action::Substring(_)
        | Action::ContextVarGet(..) => objects(&mut api, &op.action),
        _ => calls(&mut api, &op.action),
    }
}

unsafe fn values(api: &mut Api, action: &Action) {
    let (session, ctx) = (api.session, api.ctx);
    match *action {
        Action::FromInt(value) => {
            api.begin("HPyLong_FromInt64_t");
            api.no_exception();
            api.made(((*ctx).ctx_Long_FromInt64_t)(ctx, value), Value::Int(value));
        }
        Action::FromText(len) => {
            api.begin("HPyUnicode_FromString");
            api.no_exception();
            let text = CString::new(vec![b'x'; len.into()]).expect("no NUL among them");
            let h = ((*ctx).ctx_Unicode_FromString)(ctx, text.as_ptr());
            api.made(h, Value::Text(len.into()));
        }
        Action::Dup(pick) => {
            api.begin("HPy_Dup");
            let h = api.nullable("h", pick);
            let value = (*session).model.value(h._i);
            let copy = ((*ctx).ctx_Dup)(ctx, h);
            if copy.is_null() != h.is_null() {
                (*session).fail("HPy_Dup gave no copy".to_owned());
            }
            api.opened(copy, value);
        }
        Action::Close(pick) => {
            api.begin("HPy_Close");
            let h = api.pick(pick);
            (*session).model.closed(api.name, "h", h._i);
            ((*ctx).ctx_Close)(ctx, h);
            api.end();
        }
        Action::AsInt(pick) => {
            api.begin("HPyLong_AsInt64_t");
            let h = api.handle("h", pick);
            api.no_exception();
            let value = ((*ctx).ctx_Long_AsInt64_t)(ctx, h);
            if let Value::Int(expected) = (*session).model.value(h._i)
                && value != expected
                && !(*session).model.is_refused
            {
                (*session).fail(format!("{value} was read, not {expected}"));
            }
            api.end();
        }
        Action::AsText(pick) => as_text(api, pick),
        Action::Access(which, access) => {
            if let Err(problem) = (*session).copies.access(&(*session).model, which, access) {
                (*session).fail(problem);
            }
        }
        Action::StoreGlobal(pick) => {
            api.begin("HPyGlobal_Store");
            let h = api.nullable("h", pick);
            ((*ctx).ctx_Global_Store)(ctx, &raw mut (*session).global, h);
            api.end();
        }
        Action::LoadGlobal => {
            api.begin("HPyGlobal_Load");
            let global = (*session).global;
            (*session).model.pointer(api.name, "global", global._i == 0);
            api.opened(((*ctx).ctx_Global_Load)(ctx, global), Value::Any);
        }
        _ => {}
    }
}

unsafe fn as_text(api: &mut Api, pick: Pick) {
    let (session, ctx) = (api.session, api.ctx);
    api.begin("HPyUnicode_AsUTF8AndSize");
    let h = api.handle("h", pick);
    api.no_exception();
    let mut size = -1;
    let text = ((*ctx).ctx_Unicode_AsUTF8AndSize)(ctx, h, &raw mut size);
    if let Value::Text(len) = (*session).model.value(h._i)
        && !(*session).model.is_refused
    {
        let bytes = std::slice::from_raw_parts(text.cast::<u8>(), len + 1);
        if size as usize != len || bytes[len] != 0 || bytes[..len].iter().any(|b| *b != b'x') {
            (*session).fail("another text was read".to_owned());
        }
        (*session).copies.add(text.addr(), len + 1, h);
    }
    api.end();
}

unsafe fn objects(api: &mut Api, action: &Action) {
    let (session, ctx) = (api.session, api.ctx);
    match action {
        Action::GetAttr(obj, name) => {
            api.begin("HPy_GetAttr");
            let obj = api.handle("obj", *obj);
            let name = api.handle("name", *name);
            api.no_exception();
            api.made(((*ctx).ctx_GetAttr)(ctx, obj, name), Value::Int(1));
        }
        Action::SetAttr(obj, name, value) => {
            api.begin("HPy_SetAttr");
            let obj = api.handle("obj", *obj);
            let name = api.handle("name", *name);
            let value = api.nullable("value", *value);
            api.no_exception();
            ((*ctx).ctx_SetAttr)(ctx, obj, name, value);
            api.end();
        }
        Action::GetItemS(obj, null) => {
            api.begin("HPy_GetItem_s");
            let key = if *null {
                std::ptr::null()
            } else {
                c"key".as_ptr()
            };
            (*session).model.pointer(api.name, "utf8_key", *null);
            let obj = api.handle("obj", *obj);
            api.no_exception();
            api.made(((*ctx).ctx_GetItem_s)(ctx, obj, key), Value::Int(2));
        }
        Action::FromArray(items) => {
            api.begin("HPyTuple_FromArray");
            let mut handles = Vec::new();
            for item in items {
                handles.push(api.handle("items", *item));
            }
            api.no_exception();
            let n = handles.len() as isize;
            let h = ((*ctx).ctx_Tuple_FromArray)(ctx, handles.as_ptr(), n);
            api.made(h, Value::Other);
        }
        Action::Substring(text) => {
            api.begin("HPyUnicode_Substring");
            let text = api.handle("str", *text);
            (*session).model.text(api.name, "str", text._i);
            api.no_exception();
            let h = ((*ctx).ctx_Unicode_Substring)(ctx, text, 0, 1);
            api.made(h, Value::Text(0));
        }
        Action::ContextVarGet(var, default) => {
            api.begin("HPyContextVar_Get");
            let var = api.handle("context_var", *var);
            let default = api.nullable("default_value", *default);
            api.no_exception();
            let value = (*session).model.value(default._i);
            let mut result = HPy::NULL;
            ((*ctx).ctx_ContextVar_Get)(ctx, var, default, &raw mut result);
            api.opened(result, value);
        }
        _ => {}
    }
}

unsafe fn calls(api: &mut Api, action: &Action) {
    let (session, ctx, own) = (api.session, api.ctx, api.own);
    match *action {
        Action::SetError(kind) => {
            api.begin("HPyErr_SetString");
            let kind = api.handle("h_type", kind);
            ((*ctx).ctx_Err_SetString)(ctx, kind, c"message".as_ptr());
            (*session).model.is_pending = true;
            api.end();
        }
        Action::ClearError => {
            api.begin("HPyErr_Clear");
            ((*ctx).ctx_Err_Clear)(ctx);
            (*session).model.is_pending = false;
            api.end();
        }
        Action::SaveContext => (*session).saved.push(own),
        Action::Leave => {
            api.begin("HPy_LeavePythonExecution");
            ((*ctx).ctx_LeavePythonExecution)(ctx);
            (*session).model.frame().has_left |= ctx == own;
            api.end();
        }
        Action::Reenter => {
            let has_left = ctx == own && (*session).model.frame().has_left;
            if has_left {
                (*session).model.frame().has_left = false;
            }
            let name = "HPy_ReenterPythonExecution";
            if !has_left {
                // Nothing was left, or it was left through another context.
                (*session).model.context(name, 0);
            }
            ((*ctx).ctx_ReenterPythonExecution)(ctx, HPyThreadState { _i: 1 });
            (*session).verify(name);
        }
        Action::Call(callable, callee) if (*session).may_call() => {
            api.begin("HPy_CallTupleDict");
            let callable = api.handle("callable", callable);
            api.no_exception();
            (*session).callee = callee;
            let h = ((*ctx).ctx_CallTupleDict)(ctx, callable, HPy::NULL, HPy::NULL);
            api.opened(h, Value::Any);
        }
        _ => {}
    }
}

unsafe fn resources(api: &mut Api, action: &Action) {
    let (session, ctx, own) = (api.session, api.ctx, api.own);
    match *action {
        Action::New(kind, size) => create(api, kind, size),
        Action::Set(pick, taken_for, item, value) => {
            let key = (*session).resolve_resource(own, pick);
            let kind = (*session).kind(key, taken_for);
            let index = (*session).index(key, kind, item);
            if kind == Kind::Tracker {
                return;
            }
            api.begin(match kind {
                Kind::List => "HPyListBuilder_Set",
                _ => "HPyTupleBuilder_Set",
            });
            let value = api.nullable("h_item", value);
            let model = &mut (*session).model;
            if model.used_resource(api.name, "builder", key, kind) {
                model.set(api.name, key, kind, index);
            }
            match kind {
                Kind::List => {
                    let builder = HPyListBuilder { _i: key };
                    ((*ctx).ctx_ListBuilder_Set)(ctx, builder, index, value);
                }
                _ => {
                    let builder = HPyTupleBuilder { _i: key };
                    ((*ctx).ctx_TupleBuilder_Set)(ctx, builder, index, value);
                }
            }
            api.end();
        }
        Action::Build(pick, taken_for) => {
            let key = (*session).resolve_resource(own, pick);
            build(api, key, (*session).kind(key, taken_for));
        }
        Action::Cancel(pick, taken_for) => {
            let key = (*session).resolve_resource(own, pick);
            cancel(api, key, (*session).kind(key, taken_for));
        }
        Action::Add(tracker, h) => {
            let key = (*session).resolve_resource(own, tracker);
            api.begin("HPyTracker_Add");
            (*session).model.pointer(api.name, "ht", key == 0);
            let h = api.nullable("h", h);
            let model = &mut (*session).model;
            model.used_resource(api.name, "ht", key, Kind::Tracker);
            model.kept(key, h._i);
            ((*ctx).ctx_Tracker_Add)(ctx, HPyTracker { _i: key }, h);
            api.end();
        }
        Action::ForgetAll(tracker) => {
            let key = (*session).resolve_resource(own, tracker);
            api.begin("HPyTracker_ForgetAll");
            let model = &mut (*session).model;
            model.pointer(api.name, "ht", key == 0);
            model.used_resource(api.name, "ht", key, Kind::Tracker);
            model.forgotten(key);
            ((*ctx).ctx_Tracker_ForgetAll)(ctx, HPyTracker { _i: key });
            api.end();
        }
        Action::CloseTracker(tracker) => {
            let key = (*session).resolve_resource(own, tracker);
            close_tracker(api, key);
        }
        _ => {}
    }
}

unsafe fn close_tracker(api: &mut Api, key: isize) {
    let ctx = api.ctx;
    api.begin("HPyTracker_Close");
    let model = &mut (*api.session).model;
    model.pointer(api.name, "ht", key == 0);
    for kept in model.forgotten(key) {
        model.closed(api.name, "ht", kept);
    }
    model.used_resource(api.name, "ht", key, Kind::Tracker);
    model.ended(key, Kind::Tracker);
    ((*ctx).ctx_Tracker_Close)(ctx, HPyTracker { _i: key });
    api.end();
}

unsafe fn create(api: &mut Api, kind: Kind, size: u8) {
    let (session, ctx, size) = (api.session, api.ctx, size.into());
    api.begin(match kind {
        Kind::List => "HPyListBuilder_New",
        Kind::Tuple => "HPyTupleBuilder_New",
        Kind::Tracker => "HPyTracker_New",
    });
    api.no_exception();
    let key = match kind {
        Kind::List => ((*ctx).ctx_ListBuilder_New)(ctx, size)._i,
        Kind::Tuple => ((*ctx).ctx_TupleBuilder_New)(ctx, size)._i,
        Kind::Tracker => ((*ctx).ctx_Tracker_New)(ctx, size)._i,
    };
    let items = if kind == Kind::Tracker {
        0
    } else {
        size as usize
    };
    if (*session).model.is_refused {
        return api.end();
    }
    if let Err(problem) = (*session).model.created(key, kind, items) {
        (*session).fail(problem);
    }
    api.end();
}

unsafe fn build(api: &mut Api, key: isize, kind: Kind) {
    let (session, ctx) = (api.session, api.ctx);
    if kind == Kind::Tracker {
        return;
    }
    api.begin(match kind {
        Kind::List => "HPyListBuilder_Build",
        _ => "HPyTupleBuilder_Build",
    });
    let model = &mut (*session).model;
    model.complete(api.name, key, kind);
    let is_right = model.used_resource(api.name, "builder", key, kind);
    model.ended(key, kind);
    api.no_exception();
    let h = match kind {
        Kind::List => ((*ctx).ctx_ListBuilder_Build)(ctx, HPyListBuilder { _i: key }),
        _ => ((*ctx).ctx_TupleBuilder_Build)(ctx, HPyTupleBuilder { _i: key }),
    };
    let is_right = is_right && !(*session).model.is_refused;
    // What is no builder builds nothing, and that is a MemoryError.
    (*session).model.is_pending |= !is_right;
    if h.is_null() == is_right {
        (*session).fail(format!("{} built nothing, or something", api.name));
    }
    api.opened(h, Value::Any);
}

unsafe fn cancel(api: &mut Api, key: isize, kind: Kind) {
    let (session, ctx) = (api.session, api.ctx);
    if kind == Kind::Tracker {
        return;
    }
    api.begin(match kind {
        Kind::List => "HPyListBuilder_Cancel",
        _ => "HPyTupleBuilder_Cancel",
    });
    let model = &mut (*session).model;
    model.used_resource(api.name, "builder", key, kind);
    model.ended(key, kind);
    match kind {
        Kind::List => ((*ctx).ctx_ListBuilder_Cancel)(ctx, HPyListBuilder { _i: key }),
        _ => ((*ctx).ctx_TupleBuilder_Cancel)(ctx, HPyTupleBuilder { _i: key }),
    }
    api.end();
}
