//! Which files of a crate import which, from their sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, ItemUse, UseTree};

/// What each file of a crate imports, by paths below `src`. The name of a re-exported item leads to the file that defines
/// it; a `mod.rs` imports what it re-exports.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// A path, as its segments.
type Names = Vec<String>;

/// A module, with its file.
struct Module {
    path: Names,
    file: String,
    /// What it defines.
    items: BTreeSet<String>,
    /// What `use` brings in: the name here, and the path.
    uses: Vec<(String, Names)>,
    globs: Vec<Names>,
    /// Paths in its code, macros included.
    mentions: BTreeSet<Names>,
}

/// A crate's modules, by the crate's name in paths.
struct Crate<'a> {
    name: &'a str,
    modules: Vec<Module>,
}

/// Reads the sources below `src`, and what they include from `generated`. `name` is what paths call the crate.
pub fn imports(src: &Path, generated: &Path, name: &str) -> Imports {
    let mut modules = Vec::new();
    for file in files(src, "") {
        let path = file.trim_end_matches(".rs").split('/');
        let path = path.filter(|part| !["lib", "main", "mod"].contains(part));
        let path = path.map(str::to_owned).collect();
        let items = items(&src.join(&file));
        read(&mut modules, path, &file, items, generated);
    }
    let krate = Crate { name, modules };
    let mut imports = Imports::new();
    for module in &krate.modules {
        let used = module.uses.iter().map(|(_, path)| path);
        let named = used.chain(&module.mentions).filter_map(|path| {
            match krate.find(module, path, 0)? {
                Place::Item(file) => Some(file),
                // What is used of it is named elsewhere.
                Place::Module(_) => None,
            }
        });
        let whole = module.globs.iter().filter_map(|path| {
            Some(match krate.find(module, path, 0)? {
                Place::Item(file) => file,
                Place::Module(module) => &module.file,
            })
        });
        let files = named.chain(whole).filter(|file| *file != module.file);
        let files: BTreeSet<_> = files.map(str::to_owned).collect();
        imports
            .entry(module.file.clone())
            .or_default()
            .extend(files);
    }
    imports
}

fn items(file: &Path) -> Vec<Item> {
    let source = std::fs::read_to_string(file).unwrap();
    let parsed = syn::parse_file(&source);
    parsed
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        .items
}

/// The Rust files below a folder, `lib.rs` before `main.rs`.
fn files(src: &Path, below: &str) -> Vec<String> {
    let entries = std::fs::read_dir(src.join(below)).unwrap();
    let mut names: Vec<_> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut found = Vec::new();
    for name in names {
        let path = if below.is_empty() {
            name
        } else {
            format!("{below}/{name}")
        };
        if src.join(&path).is_dir() {
            found.extend(files(src, &path));
        } else if path.ends_with(".rs") {
            found.push(path);
        }
    }
    found
}

/// Adds a module and those inside it.
fn read(modules: &mut Vec<Module>, path: Names, file: &str, items: Vec<Item>, generated: &Path) {
    let mut module = Module {
        path,
        file: file.to_owned(),
        items: BTreeSet::new(),
        uses: Vec::new(),
        globs: Vec::new(),
        mentions: BTreeSet::new(),
    };
    module.read(modules, items, generated);
    modules.push(module);
}

/// What an item defines. A macro may define whatever it is given the name of.
fn names_of(item: &Item) -> Names {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => match &item.ident {
            Some(ident) => ident,
            None => return identifiers(item.mac.tokens.clone()),
        },
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return Names::new(),
    };
    vec![ident.to_string()]
}

fn identifiers(tokens: TokenStream) -> Names {
    let named = |token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        _ => Names::new(),
    };
    tokens.into_iter().flat_map(named).collect()
}

/// The name of the generated file that is included here, if this is that.
fn included(item: &Item) -> Option<String> {
    let Item::Macro(item) = item else {
        return None;
    };
    let text = item.mac.tokens.to_string();
    let (_, name) = text.split_once("\"/")?;
    let name = name.split('"').next()?;
    item.mac.path.is_ident("include").then(|| name.to_owned())
}

impl Module {
    fn read(&mut self, modules: &mut Vec<Module>, items: Vec<Item>, generated: &Path) {
        for item in items {
            if let Some(name) = included(&item) {
                self.read(modules, self::items(&generated.join(name)), generated);
                continue;
            }
            match item {
                Item::Mod(inner) => {
                    let Some((_, items)) = inner.content else {
                        continue;
                    };
                    let path = [&self.path[..], &[inner.ident.to_string()]].concat();
                    let mut files = items.iter().filter_map(included);
                    // Generated code is a file of its own, wherever it is included.
                    let file = files.next().map(|name| format!("generated/{name}"));
                    read(
                        modules,
                        path,
                        file.as_ref().unwrap_or(&self.file),
                        items,
                        generated,
                    );
                }
                item => {
                    self.items.extend(names_of(&item));
                    self.mention(item.into_token_stream());
                }
            }
        }
    }

    /// Notes the paths of some code, and what `use` says in it.
    fn mention(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let (mut is_half, mut is_joined, mut is_quoted) = (false, false, false);
        let mut tokens = tokens.into_iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) if ident == "use" => {
                    let mut statement = TokenStream::from(TokenTree::Ident(ident));
                    for token in tokens.by_ref() {
                        let is_last = matches!(&token, TokenTree::Punct(p) if p.as_char() == ';');
                        statement.extend([token]);
                        if is_last {
                            break;
                        }
                    }
                    if let Ok(statement) = syn::parse2::<ItemUse>(statement) {
                        self.bring_in(&statement.tree, &Names::new());
                    }
                }
                TokenTree::Ident(ident) => {
                    if !is_joined {
                        self.keep(&mut path);
                    }
                    path.push(ident.to_string());
                    (is_half, is_joined) = (false, false);
                }
                // Two of them join names.
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    is_joined = is_half;
                    is_half = !is_half && punct.spacing() == Spacing::Joint;
                }
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    is_quoted = path.last().is_some_and(|name| name == "quote");
                }
                token => {
                    if let TokenTree::Group(group) = token
                        // What a file emits is no part of it.
                        && !is_quoted
                    {
                        self.mention(group.stream());
                    }
                    self.keep(&mut path);
                    (is_half, is_joined, is_quoted) = (false, false, false);
                }
            }
        }
        self.keep(&mut path);
    }

    fn keep(&mut self, path: &mut Names) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.mentions.insert(path);
        }
    }

    fn bring_in(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(tree) => self.bring_in(&tree.tree, &with(&tree.ident)),
            UseTree::Name(tree) if tree.ident == "self" => {
                self.uses
                    .push((before.last().unwrap().clone(), before.to_vec()));
            }
            UseTree::Name(tree) => self.uses.push((tree.ident.to_string(), with(&tree.ident))),
            UseTree::Rename(tree) => self.uses.push((tree.rename.to_string(), with(&tree.ident))),
            UseTree::Glob(_) => self.globs.push(before.to_vec()),
            UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.bring_in(tree, before);
                }
            }
        }
    }
}

/// What a path leads to.
#[derive(Clone, Copy)]
enum Place<'a> {
    Module(&'a Module),
    /// Something that this file defines.
    Item(&'a str),
}

impl Crate<'_> {
    fn module(&self, path: &[String]) -> Option<Place<'_>> {
        let mut modules = self.modules.iter();
        modules
            .find(|module| module.path == path)
            .map(Place::Module)
    }

    /// What a path in a module leads to; none for other crates.
    fn find<'a>(&'a self, from: &'a Module, path: &[String], depth: usize) -> Option<Place<'a>> {
        let (first, rest) = path.split_first()?;
        let above =
            |module: &Module| self.module(&module.path[..module.path.len().saturating_sub(1)]);
        let mut place = match first.as_str() {
            "crate" => self.module(&[])?,
            "self" => Place::Module(from),
            "super" => above(from)?,
            name if name == self.name => self.module(&[])?,
            name => self.step(from, name, depth)?,
        };
        for name in rest {
            place = match place {
                Place::Module(module) if name == "super" => above(module)?,
                // What nobody is seen to define is made by an attribute.
                Place::Module(module) => self
                    .step(module, name, depth)
                    .unwrap_or(Place::Item(&module.file)),
                Place::Item(_) => break,
            };
        }
        Some(place)
    }

    /// What a name means in a module.
    fn step<'a>(&'a self, module: &'a Module, name: &str, depth: usize) -> Option<Place<'a>> {
        if depth > 8 {
            return None;
        }
        if let Some(child) = self.module(&[&module.path[..], &[name.to_owned()]].concat()) {
            return Some(child);
        }
        if module.items.contains(name) {
            return Some(Place::Item(&module.file));
        }
        if let Some((_, path)) = module.uses.iter().find(|(used, _)| used == name) {
            return self.find(module, path, depth + 1);
        }
        let mut globs = module.globs.iter();
        globs.find_map(|path| match self.find(module, path, depth + 1)? {
            Place::Module(module) => self.step(module, name, depth + 1),
            Place::Item(_) => None,
        })
    }
}
