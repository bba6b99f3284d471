//! The commands print what stands in `commands/`, and exit as they say they do.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn audit_of_functions() {
    let functions = ["HPyUnicode_AsUTF8AndSize", "HPyTracker_Close", "HPy_Call"];
    for format in ["text", "json", "markdown"] {
        let args = ["audit", "--spec", "golden/api.toml", "--format", format];
        expect(
            &[&args[..], &functions].concat(),
            0,
            &format!("audit-functions.{format}"),
        );
    }
}

#[test]
fn audit_of_the_whole_api() {
    for format in ["text", "json"] {
        let args = ["audit", "--spec", "golden/api.toml", "--format", format];
        expect(&args, 0, &format!("audit-whole.{format}"));
    }
}

#[test]
fn audit_of_an_unknown_function_suggests_another() {
    let args = ["audit", "--spec", "golden/api.toml", "HPy_Cal"];
    let (status, stdout, stderr) = run(&args);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert_eq!(
        stderr,
        "error: there is no function `HPy_Cal`, did you mean `HPy_Call`?\n"
    );
}

#[test]
fn audit_lists_what_conditions_hold_for() {
    let spec = ["audit", "--spec", "golden/api.toml"];
    let all: [(&str, &[&str]); 6] = [
        ("consumes", &["--consumes"]),
        ("unchecked", &["--unchecked"]),
        ("check", &["--check", "wrong-type"]),
        ("check-of-results", &["--check", "return-closed"]),
        (
            "glob",
            &["HPyUnicode_*", "HPyUnicode_Check", "HPyIter_?heck"],
        ),
        (
            "all-conditions",
            &["--consumes", "--check", "double-close", "HPyT*"],
        ),
    ];
    for (name, args) in all {
        expect(&[&spec, args].concat(), 0, &format!("audit-{name}.text"));
    }
    for format in ["json", "markdown"] {
        let args = ["--unchecked", "HPyIter_*", "--format", format];
        let expected = format!("audit-unchecked.{format}");
        expect(&[&spec[..], &args].concat(), 0, &expected);
    }
}

#[test]
fn audit_of_what_there_is_not_is_an_error() {
    for (args, expected) in [
        (
            ["--check", "wrong-tipe"],
            "no check `wrong-tipe`, did you mean `wrong-type`?",
        ),
        (["--unchecked", "HPyLisp_*"], "no function `HPyLisp_*`"),
    ] {
        let args = [&["audit", "--spec", "golden/api.toml"][..], &args].concat();
        let (status, stdout, stderr) = run(&args);
        assert_eq!((status, stdout.as_str()), (2, ""), "{args:?}");
        assert!(stderr.contains(expected), "{stderr}");
    }
}

#[test]
fn every_listed_argument_is_one_of_the_whole_audit() {
    let (_, whole, _) = run(&["audit", "--spec", "../../api.toml", "--format", "json"]);
    let whole: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let functions = whole["functions"].as_array().unwrap();
    let count = |key: &str| {
        let arguments = functions
            .iter()
            .flat_map(|f| f["arguments"].as_array().unwrap());
        arguments
            .filter(|a| {
                !matches!(
                    a[key],
                    serde_json::Value::Null | serde_json::Value::Bool(false)
                )
            })
            .count()
    };
    for (option, key) in [
        ("--consumes", "consumed"),
        ("--unchecked", "unchecked_because"),
    ] {
        let (_, listed, _) = run(&[
            "audit",
            "--spec",
            "../../api.toml",
            "--format",
            "json",
            option,
        ]);
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        assert_eq!(listed.as_array().unwrap().len(), count(key), "{option}");
        assert!(count(key) > 5);
    }
}

#[test]
fn diff_takes_revisions_of_git() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("revisions");
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(directory.join("below")).unwrap();
    let git = |args: &[&str]| {
        let status = Command::new("git")
            .args([
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b",
                "-c",
                "commit.gpgsign=false",
            ])
            .args(args)
            .current_dir(&directory)
            .output()
            .unwrap()
            .status;
        assert!(status.success(), "{args:?}");
    };
    let spec = std::fs::read_to_string(self::directory().join("golden/api.toml")).unwrap();
    git(&["init", "-q", "."]);
    let add = |text: &str| {
        std::fs::write(directory.join("api.toml"), text).unwrap();
        git(&["add", "api.toml"]);
        git(&["commit", "-q", "-m", "x"]);
    };
    add(&spec);
    let renamed = spec.replace("HPyTracker_ForgetAll", "HPyTracker_ForgetThem");
    assert_ne!(renamed, spec);
    add(&renamed);
    // The file in the working tree is the first version again.
    std::fs::write(directory.join("api.toml"), &spec).unwrap();
    for (args, status, expected) in [
        (
            &["HEAD~1:api.toml", "HEAD"][..],
            1,
            "removed  HPyTracker_ForgetAll",
        ),
        (
            &["HEAD~1", "HEAD:api.toml"],
            1,
            "added    HPyTracker_ForgetThem",
        ),
        (&["HEAD"], 1, "removed  HPyTracker_ForgetThem"),
        (&["HEAD~1"], 0, "no changes"),
        (&["HEAD~1", "api.toml"], 0, "no changes"),
        (&["HEAD~7"], 2, "no file HEAD~7, and git has none"),
        (
            &["nothing.toml", "api.toml"],
            2,
            "no file nothing.toml, and git has none",
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_hpy-codegen"))
            .arg("diff")
            .args(args)
            .current_dir(directory.join("below"))
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(status), "{args:?}\n{text}");
        assert!(text.contains(expected), "{args:?}\n{text}");
    }
}

#[test]
fn diff_of_compatible_specs() {
    let newer = changed_spec("newer", |spec| {
        let added =
            "[HPyDict_New]\nindex   = 45\nc       = \"HPy (void)\"\ncpython = \"PyDict_New\"\n\n";
        spec.replace(
            "# How an extension is called",
            &format!("{added}# How an extension is called"),
        )
        .replace(
            "arg.h = { kept_by = \"ht\", nullable = true }",
            "arg.h = { kept_by = \"ht\" }",
        )
    });
    for format in ["text", "json", "markdown"] {
        let args = [
            "diff",
            "golden/api.toml",
            newer.to_str().unwrap(),
            "--format",
            format,
        ];
        expect(&args, 0, &format!("diff-compatible.{format}"));
    }
}

#[test]
fn diff_of_incompatible_specs() {
    let newer = changed_spec("incompatible", |spec| {
        spec.replace(
            "HPy (HPy str, HPy_ssize_t start",
            "HPy (HPy str, size_t start",
        )
        .replace(
            "HPyType_BuiltinShape_List   = { value = 6,",
            "HPyType_BuiltinShape_List   = { value = 8,",
        )
        .replace("HPy_nb_bool = {", "HPy_nb_int = {")
    });
    let args = ["diff", "golden/api.toml", newer.to_str().unwrap()];
    expect(&args, 1, "diff-incompatible.text");
}

#[test]
fn diff_of_a_wrong_spec_is_an_error() {
    let (status, _, stderr) = run(&["diff", "golden/api.toml", "bad/index_skipped.toml"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("index 2 is skipped"), "{stderr}");
}

#[test]
fn import_of_the_generated_header_finds_no_difference() {
    let header = changed_header("same", |header| header);
    let args = [
        "import",
        header.to_str().unwrap(),
        "--spec",
        "golden/api.toml",
    ];
    expect(&args, 0, "import-same.text");
}

#[test]
fn import_says_what_is_missing_too_much_and_different() {
    let header = changed_header("changed", |header| {
        header
            .replace("(*ctx_Dup)(HPyContext *ctx, HPy h)", "(*ctx_Dup)(HPyContext *ctx, HPy h, int deep)")
            .replace("(*ctx_ContextVar_Get)", "(*ctx_ContextVar_Got)")
            .replace("HPy_nb_bool = 9", "HPy_nb_bool = 9, HPy_nb_int = 26")
            .replace("HPyFunc_INQUIRY = 11", "HPyFunc_INQUIRY = 11, HPyFunc_VARIADIC = 60")
            .replace("_BuiltinShape_List = 6", "_BuiltinShape_List = 6, HPyType_BuiltinShape_Dict, HPyType_BuiltinShape_Set")
            .replace("_BuiltinShape;\n", concat!(
                "_BuiltinShape;\n",
                "typedef enum { HPy_RED = 1, HPy_BLUE, HPy_GREEN = -1 } HPy_Color;\n",
                "typedef uint8_t HPy_light_t;\n",
            ))
            .replace("};\n", concat!(
                "    HPy h_SetType;\n",
                "    HPy h_LookupError;\n",
                "    int (*ctx_List_Insert)(HPyContext *ctx, HPy list, HPy_ssize_t index, HPy item);\n",
                "    const char *(*ctx_Mix)(HPyContext *ctx, const HPy *args, size_t nargs, HPy kwnames, double *out);\n",
                "    HPy_Color (*ctx_Color)(HPyContext *ctx, HPy_light_t red);\n",
                "    HPySetBuilder (*ctx_Visit)(HPyContext *ctx, unsigned int n, int (*visit)(void *), ...);\n",
                "};\n"
            ))
    });
    for format in ["text", "json", "markdown"] {
        let path = header.to_str().unwrap();
        let args = [
            "import",
            path,
            "--spec",
            "golden/api.toml",
            "--format",
            format,
        ];
        expect(&args, 1, &format!("import-changed.{format}"));
    }
}

/// The headers of a later version, as far as this one has something to show: they bring everything along that api.toml has by
/// `since`.
#[test]
fn import_asks_only_what_headers_do_not_tell() {
    let root = directory().join("../..");
    let api = std::fs::read_to_string(root.join("api.toml")).unwrap();
    let stanzas = api
        .split("\n\n")
        .filter(|stanza| !stanza.lines().any(|line| line.starts_with("since")));
    let lines: Vec<&str> = stanzas
        .flat_map(|stanza| stanza.lines().chain([""]))
        .collect();
    let earlier: Vec<&str> = (lines.into_iter())
        .filter(|line| !line.contains("since = ") && !line.starts_with("iterator "))
        .collect();
    let earlier = earlier.join("\n");
    // Of an enum that is later as a whole nothing is left.
    let is_left = |stanza: &&str| {
        let is_constant = |line: &str| line.contains('=') && !line.starts_with("doc");
        !stanza.starts_with("[enum.") || stanza.lines().any(is_constant)
    };
    let earlier: Vec<&str> = earlier.split("\n\n").filter(is_left).collect();
    let spec = Path::new(env!("CARGO_TARGET_TMPDIR")).join("earlier.toml");
    std::fs::write(&spec, earlier.join("\n\n")).unwrap();
    let header = root.join("python/hpy/devel/include/hpy.h");
    let args = [
        "import",
        header.to_str().unwrap(),
        "--spec",
        spec.to_str().unwrap(),
    ];
    let (status, stdout, stderr) = run(&args);
    assert_eq!(status, 1, "{stderr}");
    let whole = hpy_codegen::load(&root).unwrap_or_else(|error| panic!("{error}"));
    for name in hpy_codegen::facts::later_than(&whole, whole.abi.minor) {
        assert!(stdout.contains(&name), "{name}: {stdout}");
    }
    assert!(
        stdout.contains("signature = \"ternaryfunc\", cpython = \"Py_tp_descr_get\""),
        "{stdout}"
    );
    assert!(
        stdout.contains("cpython = \"PySequence_SetSlice\""),
        "{stdout}"
    );
    assert!(
        stdout.contains("returns = { struct = \"Dict\", owner = \"h\" }"),
        "{stdout}"
    );
    assert!(
        stdout.contains("may NULL come without an exception?"),
        "{stdout}"
    );
    // Under ten for the first thirteen.
    let later = hpy_codegen::facts::later_than(&whole, whole.abi.minor).count();
    let questions = stdout.matches("TODO").count() - 1;
    assert!(
        4 * questions < 3 * later,
        "{questions} for {later}: {stdout}"
    );
}

#[test]
fn import_of_no_header_is_an_error() {
    let (status, _, stderr) = run(&["import", "commands/nothing.h", "--spec", "golden/api.toml"]);
    assert_eq!(status, 2);
    assert!(
        stderr.contains("cannot read commands/nothing.h"),
        "{stderr}"
    );
}

/// Runs the command, whose exit status and output are as expected.
fn expect(args: &[&str], status: i32, expected: &str) {
    let (actual, stdout, stderr) = run(args);
    assert_eq!(actual, status, "{args:?}\n{stdout}{stderr}");
    common::assert_same(&stdout, &directory().join("commands").join(expected));
}

fn run(args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hpy-codegen"))
        .args(args)
        .current_dir(directory())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The spec of the golden tests, changed.
fn changed_spec(name: &str, change: impl Fn(String) -> String) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.toml"));
    let spec = std::fs::read_to_string(directory().join("golden/api.toml")).unwrap();
    std::fs::write(&path, change(spec)).unwrap();
    path
}

/// A directory with the header of the golden tests, changed, and what it needs.
fn changed_header(name: &str, change: impl Fn(String) -> String) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&to).unwrap();
    let main = std::fs::read_to_string(directory().join("commands/hpy.h")).unwrap();
    std::fs::write(to.join("hpy.h"), change(main)).unwrap();
    let golden = |name| {
        std::fs::read_to_string(directory().join("golden/include/hpy/autogen").join(name)).unwrap()
    };
    let context = to.join("universal_ctx.h");
    std::fs::write(&context, change(golden("universal_ctx.h"))).unwrap();
    std::fs::write(to.join("universal_api.h"), golden("universal_api.h")).unwrap();
    context
}
