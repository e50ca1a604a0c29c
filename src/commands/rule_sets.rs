//! The sets of rules that the school's own are held against: presets, files, git revisions.

use std::path::Path;

use crate::cli::context::{Context, STANDARD_INPUT};
use crate::cli::failure::Failure;
use crate::domain::nearest::nearest;
use crate::domain::rule::Rule;
use crate::lang::talk::Msg;
use crate::session::Stop;
use crate::storage::template::{PRESETS, Preset, preset};
use crate::storage::{RuleSet, Store, layout};

/// A preset that was named, or found by the rules of the home.
pub struct ChosenPreset {
    pub preset: &'static Preset,
    /// How many rule ids it shares with the home, when it was not named.
    pub shared: Option<usize>,
}

/// The rules of a preset of this name; else of a file or git revision.
pub fn other(context: &Context, name: &str) -> Result<RuleSet, Failure> {
    if let Some(preset) = preset(name) {
        return of_preset(context, preset, context.today);
    }
    let store = older(context, name)?;
    let store = store.ok_or_else(|| unknown(context, name, true))?;
    Ok(store.rule_set().map_err(Stop::from)?)
}

/// The home with the rules of a file, of standard input or of a git revision in place of its own;
/// none when there is neither file nor revision.
pub fn older(context: &Context, name: &str) -> Result<Option<Store>, Failure> {
    if name != STANDARD_INPUT {
        return Ok(context.store()?.with_rules(&context.directory, name)?);
    }
    let bytes = context.bytes_of(Path::new(name))?;
    let store = context.store()?;
    Ok(bytes.map(|bytes| store.with_text(layout::RULES, name, bytes)))
}

/// The rules of a preset, in force from a day on.
pub fn of_preset(
    context: &Context,
    preset: &Preset,
    from: chrono::NaiveDate,
) -> Result<RuleSet, Failure> {
    let store = context.store()?.with_text(layout::RULES, preset.name, preset.rules_from(from));
    Ok(store.rule_set().map_err(Stop::from)?)
}

/// The preset of a name; without one, the preset that shares most rule ids with the home.
pub fn chosen(
    context: &Context,
    name: Option<&str>,
    own: &[Rule],
) -> Result<ChosenPreset, Failure> {
    if let Some(name) = name {
        let preset = preset(name).ok_or_else(|| unknown(context, name, false))?;
        return Ok(ChosenPreset { preset, shared: None });
    }
    let shared = |preset: &Preset| {
        let ids = preset.ids();
        own.iter().filter(|rule| ids.iter().any(|id| id == rule.id.as_str())).count()
    };
    let mut counted: Vec<(usize, &'static Preset)> =
        PRESETS.iter().map(|preset| (shared(preset), preset)).collect();
    counted.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    match counted.as_slice() {
        [(most, preset), (next, _), ..] if most > next => {
            Ok(ChosenPreset { preset, shared: Some(*most) })
        }
        _ => Err(Failure::usage(&Msg::NamePreset { all: &all() }, context.lang)),
    }
}

fn all() -> String {
    PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>().join(", ")
}

/// A name that is no preset, with the nearest that is one; perhaps it was to be a file.
pub fn unknown(context: &Context, name: &str, or_file: bool) -> Failure {
    let lang = context.lang;
    let mut lines = vec![Msg::UnknownPreset { name, all: &all() }.text(lang)];
    if let Some(near) = nearest(name, PRESETS.iter().map(|preset| preset.name)) {
        lines.push(Msg::DidYouMean { names: near }.text(lang));
    }
    lines.extend(or_file.then(|| Msg::NoOldRules { old: name }.text(lang)));
    Failure::Usage(lines)
}
