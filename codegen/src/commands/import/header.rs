//! What the C header of a context says.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use hpy_codegen::ctype::CType;
use hpy_codegen::facts::{Fact, Item};
use hpy_codegen::model::Spec;
use lang_c::ast::*;
use lang_c::driver;
use lang_c::span::Node;
use lang_c::visit::Visit;

/// The struct of the context.
const CONTEXT: &str = "_HPyContext_s";
/// Its fields that are no members: a name, the implementation's own, the version.
const LEADING_FIELDS: usize = 3;
/// The header that includes all others.
const MAIN: &str = "hpy.h";
/// Constants that bring the macros of the version into the parsed text.
const VERSION: [&str; 2] = ["hpy_import_major", "hpy_import_minor"];

/// What a header says of the ABI.
pub struct Header {
    /// The context's members in order; the position is the index.
    pub members: Vec<Member>,
    /// Major and minor version.
    pub version: Option<(i64, i64)>,
    /// Each enum's constants and their values.
    enums: Vec<BTreeMap<String, i64>>,
    /// The functions of the API by the context's functions that they call.
    api_names: BTreeMap<String, String>,
}

/// A member of the context.
pub struct Member {
    /// Its name in the struct.
    pub name: String,
    /// Result and parameters after the context; none where it is a handle.
    pub signature: Option<(CType, Vec<(CType, String)>)>,
}

impl Header {
    /// Reads a header through the C preprocessor.
    pub fn read(path: &Path, include: &[PathBuf]) -> Result<Self> {
        let source = preprocess(path, include)?;
        let parsed = driver::parse_preprocessed(&driver::Config::with_gcc(), source)
            .map_err(|error| anyhow!("cannot parse {}: {error}", path.display()))?;
        let mut collector = Collector {
            source: &parsed.source,
            members: None,
            enums: Vec::new(),
            api_names: BTreeMap::new(),
            problem: None,
        };
        collector.visit_translation_unit(&parsed.unit);
        if let Some(problem) = collector.problem {
            return Err(problem.context(format!("in {}", path.display())));
        }
        let members = collector
            .members
            .with_context(|| format!("{} declares no struct {CONTEXT}", path.display()))?;
        let enums = collector.enums;
        let version_of = |name| {
            enums
                .iter()
                .find_map(|e: &BTreeMap<_, _>| e.get(name).copied())
        };
        Ok(Self {
            members,
            version: version_of(VERSION[0]).zip(version_of(VERSION[1])),
            enums,
            api_names: collector.api_names,
        })
    }

    /// The name of the API's function that calls this member; none where the headers have no such function.
    pub fn api_name(&self, member: &str) -> Option<&str> {
        self.api_names.get(member).map(String::as_str)
    }

    /// What the header says of what the spec knows, as `ours` says it of the spec, and what it has more.
    pub fn items(&self, ours: &[Item], spec: &Spec) -> Vec<Item> {
        let mut items = Vec::new();
        if let Some((major, _)) = self.version {
            items.push(Item {
                kind: "version",
                name: "HPY_ABI_VERSION".to_owned(),
                facts: vec![Fact::fixed("major", major)],
            });
        }
        items.extend(self.member_items(spec));
        for constants in self.relevant_enums(ours) {
            for (name, value) in constants {
                let known = ours.iter().find(|item| item.name == *name);
                items.push(Item {
                    kind: known.map_or("enum constant", |item| item.kind),
                    name: name.clone(),
                    facts: vec![Fact::fixed("value", value)],
                });
            }
        }
        // A header does not say more than the value of a slot or a signature.
        for item in &mut items {
            if let Some(known) = ours.iter().find(|ours| ours.name == item.name) {
                let said: Vec<String> = item.facts.iter().map(|fact| fact.label.clone()).collect();
                let unsaid = known
                    .facts
                    .iter()
                    .filter(|fact| !said.contains(&fact.label));
                item.facts.extend(unsaid.map(|fact| Fact {
                    label: fact.label.clone(),
                    value: fact.value.clone(),
                    abi: fact.abi.clone(),
                }));
            }
        }
        items
    }

    /// The name of the API's function that calls this member, or what it probably is.
    pub fn name_of(&self, member: &str) -> String {
        let known = self.api_name(member).map(str::to_owned);
        known.unwrap_or_else(|| member.replacen("ctx_", "HPy_", 1))
    }

    /// How many enum constants have been compared.
    pub fn constants_compared(&self) -> usize {
        let of_hpy = |name: &&String| name.contains("HPy");
        self.enums
            .iter()
            .flat_map(BTreeMap::keys)
            .filter(of_hpy)
            .count()
    }

    fn member_items(&self, spec: &Spec) -> impl Iterator<Item = Item> {
        self.members.iter().enumerate().map(|(index, member)| {
            let index = Fact::fixed("index", index);
            let Some((result, params)) = &member.signature else {
                return Item {
                    kind: "constant",
                    name: member.name.clone(),
                    facts: vec![index],
                };
            };
            let known = spec.functions.iter().find(|f| f.member() == member.name);
            let types = params.iter().map(|(ctype, _)| ctype);
            Item {
                kind: "function",
                name: known.map_or_else(|| self.name_of(&member.name), |f| f.name.clone()),
                facts: vec![index, Fact::signature(result, types, true)],
            }
        })
    }

    /// Enums with a constant that the spec knows.
    fn relevant_enums(&self, ours: &[Item]) -> impl Iterator<Item = &BTreeMap<String, i64>> {
        let known = |name: &String| ours.iter().any(|item| item.name == *name);
        self.enums
            .iter()
            .filter(move |constants| constants.keys().any(known))
    }
}

/// Runs the C preprocessor on the main header that stands above `path`, or on `path` itself.
fn preprocess(path: &Path, include: &[PathBuf]) -> Result<String> {
    let path = path
        .canonicalize()
        .with_context(|| format!("cannot read {}", path.display()))?;
    let main = path
        .ancestors()
        .skip(1)
        .find(|directory| directory.join(MAIN).is_file());
    let mut source = format!("#include \"{}\"\n", path.display());
    let mut command = Command::new("cc");
    // In C23, which newer compilers default to, `bool` is a keyword that the parser does not know.
    command.args(["-std=c11", "-E", "-DHPY", "-DHPY_ABI_UNIVERSAL"]);
    for directory in include {
        command.arg("-I").arg(directory);
    }
    if let Some(directory) = main {
        command.arg("-I").arg(directory);
        source = format!(
            "#include <{MAIN}>\nenum {{ {} = HPY_ABI_VERSION, {} = HPY_ABI_VERSION_MINOR }};\n",
            VERSION[0], VERSION[1]
        );
    }
    let mut child = command
        .args(["-x", "c", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start `cc`: install a C compiler (Debian: apt install gcc libc6-dev)")?;
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(source.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!(
            "the preprocessor refuses {}:\n{}",
            path.display(),
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8(output.stdout).context("the preprocessed header is not UTF-8")
}

struct Collector<'a> {
    source: &'a str,
    members: Option<Vec<Member>>,
    enums: Vec<BTreeMap<String, i64>>,
    api_names: BTreeMap<String, String>,
    problem: Option<anyhow::Error>,
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_struct_type(&mut self, node: &'ast StructType, span: &'ast lang_c::span::Span) {
        let is_context = node
            .identifier
            .as_ref()
            .is_some_and(|name| name.node.name == CONTEXT);
        match &node.declarations {
            Some(fields) if is_context => match members(fields) {
                Ok(members) => self.members = Some(members),
                Err(problem) => self.problem = Some(problem),
            },
            _ => lang_c::visit::visit_struct_type(self, node, span),
        }
    }

    fn visit_enum_type(&mut self, node: &'ast EnumType, _: &'ast lang_c::span::Span) {
        self.enums.push(constants(node));
    }

    fn visit_function_definition(
        &mut self,
        node: &'ast FunctionDefinition,
        _: &'ast lang_c::span::Span,
    ) {
        let body = &self.source[node.statement.span.start..node.statement.span.end];
        let Some((_, after)) = body.split_once("ctx->ctx_") else {
            return;
        };
        let end = after.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        let member = format!("ctx_{}", &after[..end.unwrap_or(after.len())]);
        // Several functions may call one member; the one that is called like it is the one that is meant.
        if let Some(name) = name(&node.declarator.node)
            && name
                .replace('_', "")
                .ends_with(&member["ctx_".len()..].replace('_', ""))
        {
            self.api_names.insert(member, name);
        }
    }
}

fn members(fields: &[Node<StructDeclaration>]) -> Result<Vec<Member>> {
    let fields = fields.iter().filter_map(|field| match &field.node {
        StructDeclaration::Field(field) => Some(&field.node),
        StructDeclaration::StaticAssert(_) => None,
    });
    fields.skip(LEADING_FIELDS).map(member).collect()
}

fn member(field: &StructField) -> Result<Member> {
    let declarator = field
        .declarators
        .first()
        .and_then(|d| d.node.declarator.as_ref());
    let declarator = &declarator
        .context("a member of the context has no name")?
        .node;
    let name = name(declarator).context("a member of the context has no name")?;
    let base = base(field.specifiers.iter().map(|specifier| &specifier.node));
    let base = base.with_context(|| format!("the type of {name} is not understood"))?;
    let function = declarator
        .derived
        .iter()
        .find_map(|derived| match &derived.node {
            DerivedDeclarator::Function(function) => Some(&function.node),
            _ => None,
        });
    let signature = match function {
        None => None,
        Some(function) => {
            let params = function
                .parameters
                .iter()
                .skip(1)
                .map(|param| parameter(&param.node));
            let params: Option<Vec<_>> = params.collect();
            let params =
                params.with_context(|| format!("an argument of {name} is not understood"))?;
            Some((pointed(base, declarator), params))
        }
    };
    Ok(Member { name, signature })
}

fn parameter(param: &ParameterDeclaration) -> Option<(CType, String)> {
    let specifiers = param
        .specifiers
        .iter()
        .filter_map(|specifier| match &specifier.node {
            DeclarationSpecifier::TypeSpecifier(found) => {
                Some(SpecifierQualifier::TypeSpecifier(found.clone()))
            }
            DeclarationSpecifier::TypeQualifier(found) => {
                Some(SpecifierQualifier::TypeQualifier(found.clone()))
            }
            _ => None,
        });
    let specifiers: Vec<_> = specifiers.collect();
    let base = base(specifiers.iter())?;
    let declarator = &param.declarator.as_ref()?.node;
    Some((pointed(base, declarator), name(declarator)?))
}

fn name(declarator: &Declarator) -> Option<String> {
    match &declarator.kind.node {
        DeclaratorKind::Identifier(name) => Some(name.node.name.clone()),
        DeclaratorKind::Declarator(inner) => name(&inner.node),
        DeclaratorKind::Abstract => None,
    }
}

/// The type before the declarator.
fn base<'a>(specifiers: impl Iterator<Item = &'a SpecifierQualifier>) -> Option<CType> {
    let (mut words, mut is_const) = (Vec::new(), false);
    for specifier in specifiers {
        match specifier {
            SpecifierQualifier::TypeSpecifier(found) => words.push(match &found.node {
                TypeSpecifier::TypedefName(name) => name.node.name.clone(),
                TypeSpecifier::Void => "void".to_owned(),
                TypeSpecifier::Char => "char".to_owned(),
                TypeSpecifier::Int => "int".to_owned(),
                TypeSpecifier::Long => "long".to_owned(),
                TypeSpecifier::Unsigned => "unsigned".to_owned(),
                TypeSpecifier::Float => "float".to_owned(),
                TypeSpecifier::Double => "double".to_owned(),
                TypeSpecifier::Bool => "bool".to_owned(),
                _ => return None,
            }),
            SpecifierQualifier::TypeQualifier(found) => {
                is_const |= found.node == TypeQualifier::Const;
            }
            SpecifierQualifier::Extension(_) => {}
        }
    }
    (!words.is_empty()).then(|| CType {
        base: words.join(" "),
        is_const,
        pointers: 0,
    })
}

/// The type with the declarator's pointers; an array is a pointer, as in C.
fn pointed(base: CType, declarator: &Declarator) -> CType {
    let is_pointer = |derived: &&Node<DerivedDeclarator>| {
        matches!(
            derived.node,
            DerivedDeclarator::Pointer(_) | DerivedDeclarator::Array(_)
        )
    };
    CType {
        pointers: declarator.derived.iter().filter(is_pointer).count(),
        ..base
    }
}

/// Constants whose value is a number; HPy computes none.
fn constants(node: &EnumType) -> BTreeMap<String, i64> {
    let mut next = Some(0);
    let mut values = BTreeMap::new();
    for enumerator in &node.enumerators {
        let written = enumerator.node.expression.as_ref();
        let value = written.map_or(next, |expression| number(&expression.node));
        next = value.map(|value| value + 1);
        if let Some(value) = value {
            values.insert(enumerator.node.identifier.node.name.clone(), value);
        }
    }
    values
}

fn number(expression: &Expression) -> Option<i64> {
    match expression {
        Expression::Constant(constant) => match &constant.node {
            Constant::Integer(integer) => match integer.base {
                IntegerBase::Decimal => integer.number.parse().ok(),
                IntegerBase::Octal => i64::from_str_radix(&integer.number, 8).ok(),
                IntegerBase::Hexadecimal => i64::from_str_radix(&integer.number, 16).ok(),
                IntegerBase::Binary => i64::from_str_radix(&integer.number, 2).ok(),
            },
            _ => None,
        },
        Expression::UnaryOperator(operation)
            if operation.node.operator.node == UnaryOperator::Minus =>
        {
            Some(-number(&operation.node.operand.node)?)
        }
        _ => None,
    }
}
