//! `hpy.universal._fail`: the failing context seen from Python.

use hpy_debug::{
    HandleId, LeakGroup, Line, Options, Runtime, frames_json, read_frames, stack_json,
};
use hpy_fail::{After, Failing, Plan, Site, SiteId, Target};
use hpy_universal::h2py;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::contexts;
use crate::fail_host;

/// Makes the module.
pub(crate) fn new(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    let module = PyModule::new(py, "hpy.debug._fail")?;
    module.setattr("__doc__", "Calls of the HPy API that fail")?;
    add_functions! { module: start stop calls failed lost sites leaks functions }
    Ok(module)
}

/// Calls `f` with the state. `f` must not run Python code.
fn with_failing<T>(py: Python<'_>, f: impl FnOnce(&mut Failing) -> T) -> T {
    // SAFETY: it lives as long as the process; the GIL is held, and by contract no other code reaches it meanwhile.
    f(unsafe { &mut *contexts::failing(py) })
}

fn begin(py: Python<'_>, plan: Plan) {
    let below = with_failing(py, |failing| {
        failing.start(plan);
        failing.context()
    });
    fail_host::forget();
    // SAFETY: the context lives as long as the process and is complete; the GIL is held.
    unsafe { (*contexts::debug(py)).pass_on_to(below) };
}

fn end(py: Python<'_>) {
    with_failing(py, Failing::stop);
    // SAFETY: the GIL is held.
    unsafe { (*contexts::debug(py)).pass_on_to(std::ptr::null_mut()) };
}

/// A life of Python begins, with these settings: nothing is left of the plan of the last.
pub(crate) fn begin_life(py: Python<'_>, options: &Options) {
    if contexts::failing_if_made(py).is_some() {
        with_failing(py, Failing::begin_life);
        end(py);
    }
    apply(py, &Options::default(), options);
}

/// Applies settings that differ from the last.
pub(crate) fn apply(py: Python<'_>, last: &Options, new: &Options) {
    if (last.fail, last.fail_depth) == (new.fail, new.fail_depth) {
        return;
    }
    if new.fail == 0 {
        if last.fail != 0 {
            end(py);
        }
        return;
    }
    begin(
        py,
        Plan {
            target: Target::Number(new.fail),
            after: After::Nothing,
            learns: false,
            depth: new.fail_depth,
        },
    );
}

/// Start a plan: which call fails (None, a number, or a site's id), what becomes of later ones ("nothing", "site" or
/// "everything"), whether every site is remembered, and how many frames tell sites apart (None is what the settings say)
#[pyfunction]
#[pyo3(signature = (target = None, after = "nothing", learn = false, depth = None))]
fn start(
    py: Python<'_>,
    target: Option<&Bound<'_, PyAny>>,
    after: &str,
    learn: bool,
    depth: Option<usize>,
) -> PyResult<()> {
    let after = match after {
        "nothing" => After::Nothing,
        "site" => After::Site,
        "everything" => After::Everything,
        _ => {
            return Err(PyValueError::new_err(format!(
                "{after:?} is no plan for later calls"
            )));
        }
    };
    let depth = match depth {
        Some(0) => return Err(PyValueError::new_err("the depth is at least 1")),
        Some(depth) => depth,
        // SAFETY: the GIL is held.
        None => unsafe { (*contexts::debug(py)).options().fail_depth },
    };
    let target = match target {
        None => Target::Nothing,
        Some(target) => read_target(target)?,
    };
    begin(
        py,
        Plan {
            target,
            after,
            learns: learn,
            depth,
        },
    );
    Ok(())
}

fn read_target(target: &Bound<'_, PyAny>) -> PyResult<Target> {
    if let Ok(number) = target.extract::<u64>() {
        return match number {
            0 => Err(PyValueError::new_err("calls are numbered from 1")),
            number => Ok(Target::Number(number)),
        };
    }
    let id: String = target
        .extract()
        .map_err(|_| PyTypeError::new_err("expected the number of a call, or the id of a site"))?;
    let site = SiteId::parse(&id);
    let site = site.ok_or_else(|| PyValueError::new_err(format!("{id:?} is no id of a site")))?;
    Ok(Target::Site(site))
}

/// End the plan: calls are passed on as if there had been none. What was seen can still be asked for
#[pyfunction]
fn stop(py: Python<'_>) {
    end(py);
}

/// Return how many calls there were that can fail
#[pyfunction]
fn calls(py: Python<'_>) -> u64 {
    with_failing(py, |failing| failing.calls())
}

/// Return the first call that failed as JSON, None if none did
#[pyfunction]
fn failed(py: Python<'_>) -> Option<String> {
    let failed = with_failing(py, |failing| failing.failed().cloned())?;
    let mut json = site_json(&failed, None);
    json["number"] = failed.first.into();
    Some(json.to_string())
}

/// Return as JSON what the extension has hidden, None if nothing
#[pyfunction]
fn lost(py: Python<'_>) -> Option<String> {
    let lost = with_failing(py, |failing| failing.lost().cloned())?;
    let json = json!({
        "api": lost.function,
        "effect": lost.is_effect,
        "stack": frames_json(&read_frames(&lost.frames)),
        "returned": lost.returned,
    });
    Some(json.to_string())
}

/// Return the sites that were seen as JSON
#[pyfunction]
fn sites(py: Python<'_>) -> String {
    let seen: Vec<(Site, Option<String>)> = with_failing(py, |failing| {
        let seen = failing.sites();
        seen.map(|(site, returned)| (site.clone(), returned.map(str::to_owned)))
            .collect()
    });
    let json = seen.iter();
    let json = json.map(|(site, returned)| site_json(site, returned.as_deref()));
    Value::Array(json.collect()).to_string()
}

fn site_json(site: &Site, returned: Option<&str>) -> Value {
    json!({
        "id": site.id.to_string(),
        "api": site.function,
        "stack": frames_json(&read_frames(&site.frames)),
        "calls": site.calls,
        "first": site.first,
        "returned": returned,
    })
}

/// Return as JSON what is open, grouped by where it was opened: all of it, or since the call of the extension began in
/// which a call failed first
#[pyfunction]
#[pyo3(signature = (since_failure, /))]
fn leaks(py: Python<'_>, since_failure: bool) -> String {
    let runtime = contexts::debug(py);
    let began = if since_failure { fail_host::began() } else { 0 };
    // SAFETY: the runtime lives as long as the process, and the GIL is held. No Python code runs meanwhile.
    let mut groups = unsafe {
        let runtime: &Runtime = &*runtime;
        let handles = runtime.open_handles_since(began);
        let mut groups = runtime.group_leaks(&handles);
        groups.extend(runtime.open_resources_since(began));
        groups
    };
    let groups = groups.drain(..).map(|group| leak_json(py, runtime, &group));
    Value::Array(groups.collect()).to_string()
}

fn leak_json(py: Python<'_>, runtime: *mut Runtime, group: &LeakGroup) -> Value {
    let type_of = |object| {
        // SAFETY: an open handle holds a reference to its object.
        let object: Bound<'_, PyAny> = unsafe { Bound::from_borrowed_ptr(py, h2py(object)) };
        object.get_type().name().ok().map(|name| name.to_string())
    };
    // SAFETY: the runtime lives as long as the process, and the GIL is held.
    let object = |id: &HandleId| unsafe { (*runtime).handle_info(*id) }.object;
    let objects = group.examples.iter().map(object);
    let mut types: Vec<String> = objects.filter_map(type_of).collect();
    types.dedup();
    json!({
        "kind": group.resource.unwrap_or("handle"),
        "count": group.count,
        "api": group.opened.function,
        "module": group.module,
        "stack": group.opened.stack.as_deref().map(stack_json),
        "types": types,
    })
}

/// Return the functions of the extensions as JSON, and whether each was called
#[pyfunction]
fn functions(py: Python<'_>) -> String {
    let known = with_failing(py, |failing| failing.functions());
    let json = known.iter().map(|known| {
        // Looks like a return address in the function's first line.
        let lines = read_frames(&[known.address + 1]);
        let mut json = lines
            .last()
            .map_or(json!({"function": null}), Line::to_json);
        json["entered"] = known.is_entered.into();
        json
    });
    Value::Array(json.collect()).to_string()
}
