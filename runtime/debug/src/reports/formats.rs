//! Reports for other tools, made from their JSON form: SARIF 2.1.0, and the workflow commands of GitHub.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::reports::catalogue::checks;

/// The directory that paths are relative to in reports, and the one that the process started in.
static ROOT: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();

/// Finds the repository that the process runs in; otherwise paths are relative to the current directory.
pub(crate) fn find_root() {
    ROOT.get_or_init(|| {
        let current = std::env::current_dir().unwrap_or_default();
        let given = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
        let here = given.map_or_else(|| current.clone(), |given| current.join(given));
        let root = here
            .ancestors()
            .find(|directory| directory.join(".git").exists());
        (root.unwrap_or(&here).to_owned(), current)
    });
}

/// What is wrong where something leaks, in one line.
pub const LEAK_TITLE: &str = "handles, builders or trackers were never closed";

/// What a SARIF file ends with, behind its results.
pub(crate) const SARIF_END: &str = "]}]}\n";

/// A SARIF file without results, up to [`SARIF_END`].
pub(crate) fn sarif_start() -> String {
    let rule = |id: &str, title: &str, help: &str, level: &str| {
        json!({
            "id": id,
            "shortDescription": { "text": title },
            "help": { "text": help },
            "defaultConfiguration": { "level": level },
        })
    };
    let rules = checks::ALL.iter().map(|check| {
        let level = if check.is_warning { "warning" } else { "error" };
        rule(check.id, check.title, check.help, level)
    });
    let leak = rule(
        "leak",
        LEAK_TITLE,
        "close every handle that your code opens",
        "error",
    );
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "HPy debug",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://docs.hpyproject.org/",
                "rules": rules.chain([leak]).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": [],
        }],
    });
    // Its end has no newline.
    let mut text = log.to_string();
    text.truncate(text.len() + 1 - SARIF_END.len());
    text
}

/// The results of a report, with commas between them.
pub(crate) fn sarif_results(record: &Value) -> String {
    let results = findings(record);
    let results: Vec<String> = results
        .iter()
        .map(|finding| finding.to_sarif().to_string())
        .collect();
    results.join(",")
}

/// The workflow commands of a report, a line each.
pub(crate) fn github_commands(record: &Value) -> String {
    findings(record).iter().map(Finding::to_github).collect()
}

/// What was found at one place.
struct Finding<'a> {
    record: &'a Value,
    message: String,
    /// Where it was found first, then what led to it: each with the frames of C.
    events: Vec<(String, &'a [Value])>,
    python: &'a [Value],
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value[key].as_str()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// What a record tells of: a misuse, or groups of leaks.
fn findings(record: &Value) -> Vec<Finding<'_>> {
    let leaks = list(record, "handles")
        .iter()
        .chain(list(record, "resources"));
    let mut found: Vec<_> = leaks.map(|group| leak(record, group)).collect();
    if found.is_empty() {
        found.push(misuse(record));
    }
    found
}

fn leak<'a>(record: &'a Value, group: &'a Value) -> Finding<'a> {
    let event = format!(
        "opened by {}",
        text(group, "function").unwrap_or("an unknown function")
    );
    let handles = if group["count"] == 1 {
        "handle"
    } else {
        "handles"
    };
    let what = text(group, "type").unwrap_or(handles);
    let module = text(group, "module").map(|module| format!(" in {module}"));
    Finding {
        record,
        message: format!(
            "{} {what} {event}{}, and never closed",
            group["count"],
            module.unwrap_or_default()
        ),
        events: vec![(event, list(group, "frames"))],
        python: list(group, "python"),
    }
}

fn misuse(record: &Value) -> Finding<'_> {
    let function = text(record, "function").unwrap_or_default();
    let name = text(record, "name").unwrap_or(function);
    let subject = match text(record, "callee") {
        Some(callee) if callee != name => format!("{name} in {callee}"),
        _ => name.to_owned(),
    };
    let more = [text(record, "detail"), text(record, "help")];
    let mut message = format!("{subject}: {}", text(record, "title").unwrap_or_default());
    for line in more.into_iter().flatten() {
        message.push('\n');
        message.push_str(line);
    }
    let mut events = vec![(format!("used by {function}"), list(record, "used_frames"))];
    for key in ["opened", "closed", "raised"] {
        let event = &record[key];
        if let Some(function) = text(event, "function") {
            events.push((format!("{key} by {function}"), list(event, "frames")));
        }
    }
    Finding {
        record,
        message,
        events,
        python: list(record, "python"),
    }
}

/// A file and its line, relative to the repository where it is inside.
struct Place<'a> {
    file: Cow<'a, str>,
    line: u64,
    source: Option<&'a str>,
    is_inside: bool,
}

impl<'a> Place<'a> {
    fn of(frame: &'a Value) -> Option<Self> {
        let (file, line) = (text(frame, "file")?, frame["line"].as_u64()?);
        let (root, current) = ROOT.get().cloned().unwrap_or_default();
        // A relative path is one from the current directory, if there is such a file.
        let whole = Some(current.join(file)).filter(|path| path.exists());
        let path = whole.as_deref().unwrap_or(Path::new(file));
        let inside = path.strip_prefix(root).ok().and_then(Path::to_str);
        let is_inside = inside.is_some() || Path::new(file).is_relative();
        let source = text(frame, "source");
        (line > 0 && !file.starts_with('<')).then_some(Self {
            file: inside.map_or(Cow::Borrowed(file), |inside| Cow::Owned(inside.to_owned())),
            line,
            source,
            is_inside,
        })
    }

    /// The innermost that is in the repository, or anywhere.
    fn innermost(frames: &'a [Value]) -> Option<Self> {
        let places = || frames.iter().filter_map(Self::of);
        places()
            .find(|place| place.is_inside)
            .or_else(|| places().next())
    }

    fn uri(&self) -> String {
        let mut uri = String::from(if self.is_inside { "" } else { "file://" });
        for byte in self.file.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                    uri.push(char::from(byte))
                }
                _ => uri.push_str(&format!("%{byte:02X}")),
            }
        }
        uri
    }

    fn to_sarif(&self) -> Value {
        let mut region = json!({ "startLine": self.line });
        if let Some(source) = self.source {
            region["snippet"] = json!({ "text": source });
        }
        json!({ "artifactLocation": { "uri": self.uri() }, "region": region })
    }
}

fn location(frame: &Value) -> Value {
    let mut location = json!({});
    if let Some(place) = Place::of(frame) {
        location["physicalLocation"] = place.to_sarif();
    }
    if let Some(function) = text(frame, "function") {
        location["logicalLocations"] = json!([{ "name": function, "kind": "function" }]);
    }
    location
}

fn stack(event: &str, frames: &[Value]) -> Value {
    let frames = frames
        .iter()
        .map(|frame| json!({ "location": location(frame) }));
    json!({ "message": { "text": event }, "frames": frames.collect::<Vec<_>>() })
}

impl Finding<'_> {
    fn rule(&self) -> &str {
        text(self.record, "check").unwrap_or_default()
    }

    fn level(&self) -> &str {
        text(self.record, "severity").unwrap_or("error")
    }

    /// Where it was found: in C, otherwise in Python.
    fn place(&self) -> Option<Place<'_>> {
        let frames = self.events.first().map(|(_, frames)| *frames);
        Place::innermost(frames.unwrap_or_default()).or_else(|| Place::innermost(self.python))
    }

    fn to_sarif(&self) -> Value {
        let place = self.place();
        let places = place
            .iter()
            .map(|place| json!({ "physicalLocation": place.to_sarif() }));
        let related = self.events.iter().skip(1).filter_map(|(event, frames)| {
            let place = Place::innermost(frames)?;
            Some(json!({ "physicalLocation": place.to_sarif(), "message": { "text": event } }))
        });
        let mut stacks: Vec<_> = (self.events.iter())
            .filter(|(_, frames)| !frames.is_empty())
            .map(|(event, frames)| stack(event, frames))
            .collect();
        if !self.python.is_empty() {
            stacks.push(stack("python", self.python));
        }
        json!({
            "ruleId": self.rule(),
            "level": self.level(),
            "message": { "text": self.message },
            "locations": places.collect::<Vec<_>>(),
            "relatedLocations": related.collect::<Vec<_>>(),
            "stacks": stacks,
            "properties": { "module": self.record["module"], "pid": self.record["pid"] },
        })
    }

    fn to_github(&self) -> String {
        let place = self.place();
        let place =
            place.map(|place| format!(",file={},line={}", in_property(&place.file), place.line));
        format!(
            "::{} title={}{}::{}\n",
            self.level(),
            in_property(self.rule()),
            place.unwrap_or_default(),
            in_message(&self.message),
        )
    }
}

fn in_message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn in_property(text: &str) -> String {
    in_message(text).replace(':', "%3A").replace(',', "%2C")
}
