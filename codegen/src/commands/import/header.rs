//! Reads what the C header of a context declares.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use hpy_codegen::ctype::CType;
use hpy_codegen::facts::{Fact, Item};
use hpy_codegen::model::Spec;
use lang_c::ast::*;
use lang_c::driver;
use lang_c::span::Span;
use lang_c::visit::{Visit, visit_declaration, visit_struct_type};

use super::preprocessor::{VERSION, preprocess};
use super::syntax::{Member, constants, members, name, typedef};
use super::texts::Texts;

/// The C name of the context's struct.
const CONTEXT: &str = "_HPyContext_s";

/// What a header says about the ABI.
pub struct Header {
    /// The members of the context in order. A member's index is its position.
    pub members: Vec<Member>,
    /// Major and minor version.
    pub version: Option<(i64, i64)>,
    /// The enums.
    pub enums: Vec<Enum>,
    /// The typedefs that give a type another name.
    pub typedefs: BTreeMap<String, CType>,
    /// The functions of the API, by the member of the context that they call.
    api_names: BTreeMap<String, String>,
    /// What only the text of the headers says, not the preprocessed C.
    pub texts: Texts,
}

/// An enum.
pub struct Enum {
    /// Its name, if a typedef gives it one.
    pub name: Option<String>,
    /// Its constants and their values.
    pub constants: BTreeMap<String, i64>,
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
            typedefs: BTreeMap::new(),
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
                .find_map(|e: &Enum| e.constants.get(name).copied())
        };
        Ok(Self {
            members,
            version: version_of(VERSION[0]).zip(version_of(VERSION[1])),
            enums,
            typedefs: collector.typedefs,
            api_names: collector.api_names,
            texts: Texts::read(path)?,
        })
    }

    /// The API function that calls this member. `None` if the headers have no such function.
    pub fn api_name(&self, member: &str) -> Option<&str> {
        self.api_names.get(member).map(String::as_str)
    }

    /// The facts of the header about what is in `ours`, in the same form, and what only the header has.
    pub fn items(&self, ours: &[Item], spec: &Spec) -> Vec<Item> {
        let mut items = Vec::new();
        if let Some((major, _)) = self.version {
            let facts = vec![Fact::fixed("major", major)];
            items.push(Item::new("version", "HPY_ABI_VERSION", facts));
        }
        items.extend(self.member_items(spec));
        items.extend(spec.types.iter().filter_map(|alias| {
            let ctype = self.typedefs.get(&alias.name)?;
            let facts = vec![Fact::fixed("C type", ctype)];
            Some(Item::new("type", &alias.name, facts))
        }));
        for e in self.relevant_enums(ours) {
            for (name, value) in &e.constants {
                let known = ours.iter().find(|item| item.name == *name);
                let kind = known.map_or("enum constant", |item| item.kind);
                items.push(Item::new(kind, name, vec![Fact::fixed("value", value)]));
            }
        }
        // For slots and signatures, a header says nothing but the value.
        for item in &mut items {
            if let Some(known) = ours.iter().find(|ours| ours.name == item.name) {
                let said: Vec<String> = item.facts.iter().map(|fact| fact.label.clone()).collect();
                let unsaid = known
                    .facts
                    .iter()
                    .filter(|fact| !said.contains(&fact.label));
                item.facts.extend(unsaid.cloned());
            }
        }
        items
    }

    /// The API function that calls this member. If no function does, the likely name.
    pub fn name_of(&self, member: &str) -> String {
        let known = self.api_name(member).map(str::to_owned);
        known.unwrap_or_else(|| member.replacen("ctx_", "HPy_", 1))
    }

    /// How many enum constants have been compared.
    pub fn constants_compared(&self) -> usize {
        let of_hpy = |name: &&String| name.contains("HPy");
        self.enums
            .iter()
            .flat_map(|e| e.constants.keys())
            .filter(of_hpy)
            .count()
    }

    fn member_items(&self, spec: &Spec) -> impl Iterator<Item = Item> {
        self.members.iter().enumerate().map(|(index, member)| {
            let index = Fact::fixed("index", index);
            let Some((result, params)) = &member.signature else {
                return Item::new("constant", &member.name, vec![index]);
            };
            let known = spec.functions.iter().find(|f| f.member() == member.name);
            let types = params.iter().map(|(ctype, _)| ctype);
            let name = known.map_or_else(|| self.name_of(&member.name), |f| f.name.clone());
            let facts = vec![index, Fact::signature(result, types, true)];
            Item::new("function", &name, facts)
        })
    }

    /// Enums whose name begins with HPy, and enums that have a constant of the spec.
    fn relevant_enums(&self, ours: &[Item]) -> impl Iterator<Item = &Enum> {
        let known = |name: &String| ours.iter().any(|item| item.name == *name);
        self.enums.iter().filter(move |e| {
            let of_hpy = |name: &String| name.trim_start_matches('_').starts_with("HPy");
            e.name.as_ref().is_some_and(of_hpy) || e.constants.keys().any(known)
        })
    }
}

struct Collector<'a> {
    source: &'a str,
    members: Option<Vec<Member>>,
    enums: Vec<Enum>,
    typedefs: BTreeMap<String, CType>,
    api_names: BTreeMap<String, String>,
    problem: Option<anyhow::Error>,
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_struct_type(&mut self, node: &'ast StructType, span: &'ast Span) {
        let is_context = node
            .identifier
            .as_ref()
            .is_some_and(|name| name.node.name == CONTEXT);
        match &node.declarations {
            Some(fields) if is_context => match members(fields) {
                Ok(members) => self.members = Some(members),
                Err(problem) => self.problem = Some(problem),
            },
            _ => visit_struct_type(self, node, span),
        }
    }

    fn visit_declaration(&mut self, node: &'ast Declaration, span: &'ast Span) {
        let before = self.enums.len();
        visit_declaration(self, node, span);
        if let Some((name, ctype)) = typedef(node) {
            if let Some(e) = self.enums.get_mut(before) {
                e.name = Some(name);
            } else if let Some(ctype) = ctype {
                self.typedefs.insert(name, ctype);
            }
        }
    }

    fn visit_enum_type(&mut self, node: &'ast EnumType, _: &'ast Span) {
        self.enums.push(Enum {
            name: None,
            constants: constants(node),
        });
    }

    fn visit_function_definition(&mut self, node: &'ast FunctionDefinition, _: &'ast Span) {
        let body = &self.source[node.statement.span.start..node.statement.span.end];
        let Some((_, after)) = body.split_once("ctx->ctx_") else {
            return;
        };
        let end = after.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        let member = format!("ctx_{}", &after[..end.unwrap_or(after.len())]);
        // Several functions may call one member. Prefer the one of the same name.
        if let Some(name) = name(&node.declarator.node)
            && name
                .replace('_', "")
                .ends_with(&member["ctx_".len()..].replace('_', ""))
        {
            self.api_names.insert(member, name);
        }
    }
}
