//! Turns the C syntax tree into types of the spec.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use hpy_codegen::ctype::CType;
use lang_c::ast::*;
use lang_c::span::Node;

/// Fields of the context's struct that are not members: its name, its private data, its version.
const LEADING_FIELDS: usize = 3;

/// A member of the context.
pub struct Member {
    /// Its name in the struct.
    pub name: String,
    /// The result, and the parameters after the context. `None` if the member is a handle.
    pub signature: Option<(CType, Vec<(CType, String)>)>,
}

/// The members of the context, from the fields of its struct.
pub fn members(fields: &[Node<StructDeclaration>]) -> Result<Vec<Member>> {
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
            let mut params =
                params.with_context(|| format!("an argument of {name} is not understood"))?;
            if function.ellipsis == Ellipsis::Some {
                params.push((unnamed("..."), "TODO".to_owned()));
            }
            Some((pointed(base, declarator), params))
        }
    };
    Ok(Member { name, signature })
}

fn parameter(param: &ParameterDeclaration) -> Option<(CType, String)> {
    let specifiers: Vec<_> = qualifiers(&param.specifiers).collect();
    let base = base(specifiers.iter())?;
    let declarator = &param.declarator.as_ref()?.node;
    let is_function = |derived: &Node<DerivedDeclarator>| {
        matches!(
            derived.node,
            DerivedDeclarator::Function(_) | DerivedDeclarator::KRFunction(_)
        )
    };
    let ctype = if declarator.derived.iter().any(is_function) {
        unnamed("TODO")
    } else {
        pointed(base, declarator)
    };
    Some((ctype, name(declarator)?))
}

/// The name that a typedef declares, and its type if that is a plain name with pointers.
pub fn typedef(node: &Declaration) -> Option<(String, Option<CType>)> {
    let is_typedef = |specifier: &Node<DeclarationSpecifier>| {
        matches!(&specifier.node, DeclarationSpecifier::StorageClass(class)
            if class.node == StorageClassSpecifier::Typedef)
    };
    node.specifiers.iter().find(|found| is_typedef(found))?;
    let declarator = &node.declarators.first()?.node.declarator.node;
    let specifiers: Vec<_> = qualifiers(&node.specifiers).collect();
    let is_plain = matches!(declarator.kind.node, DeclaratorKind::Identifier(_));
    let ctype = base(specifiers.iter()).filter(|_| is_plain);
    Some((
        name(declarator)?,
        ctype.map(|base| pointed(base, declarator)),
    ))
}

/// The parts of a declaration that name its type.
fn qualifiers(
    specifiers: &[Node<DeclarationSpecifier>],
) -> impl Iterator<Item = SpecifierQualifier> {
    specifiers
        .iter()
        .filter_map(|specifier| match &specifier.node {
            DeclarationSpecifier::TypeSpecifier(found) => {
                Some(SpecifierQualifier::TypeSpecifier(found.clone()))
            }
            DeclarationSpecifier::TypeQualifier(found) => {
                Some(SpecifierQualifier::TypeQualifier(found.clone()))
            }
            _ => None,
        })
}

/// Stands for what the spec cannot express: an unnamed type, or variable arguments.
fn unnamed(base: &str) -> CType {
    CType {
        base: base.to_owned(),
        is_const: false,
        pointers: 0,
        ended: None,
        meaning: None,
    }
}

/// The declared name.
pub fn name(declarator: &Declarator) -> Option<String> {
    match &declarator.kind.node {
        DeclaratorKind::Identifier(name) => Some(name.node.name.clone()),
        DeclaratorKind::Declarator(inner) => name(&inner.node),
        DeclaratorKind::Abstract => None,
    }
}

/// The type to the left of the declarator.
fn base<'a>(specifiers: impl Iterator<Item = &'a SpecifierQualifier>) -> Option<CType> {
    let (mut words, mut is_const) = (Vec::new(), false);
    for specifier in specifiers {
        match specifier {
            SpecifierQualifier::TypeSpecifier(found) => words.push(match &found.node {
                TypeSpecifier::TypedefName(name) => name.node.name.clone(),
                TypeSpecifier::Void => "void".to_owned(),
                TypeSpecifier::Char => "char".to_owned(),
                TypeSpecifier::Short => "short".to_owned(),
                TypeSpecifier::Int => "int".to_owned(),
                TypeSpecifier::Long => "long".to_owned(),
                TypeSpecifier::Signed => "signed".to_owned(),
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
        is_const,
        ..unnamed(&words.join(" "))
    })
}

/// The type with the declarator's pointers. An array parameter counts as a pointer, as in C.
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

/// The constants whose value is a literal number. HPy's enums have no computed values.
pub fn constants(node: &EnumType) -> BTreeMap<String, i64> {
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
