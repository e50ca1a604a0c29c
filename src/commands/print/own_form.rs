//! The school's own forms: a document or a workbook of the folder `forms`, filled in.

use std::path::Path;

use super::asked::Args;
use super::built_in::built_in_forms;
use super::children::children;
use super::own_form_files::{Filler, into_file, refused, told_unless_dry};
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::Revealed;
use crate::domain::order::{class_place, name_place};
use crate::domain::own_form::names::names_of;
use crate::lang::inspection_words::Inspecting;
use crate::lang::listed;
use crate::lang::own_form_words::OwnFormSaid;
use crate::lang::print_words::Printing;
use crate::lang::talk::Msg;
use crate::session::read::Ask;
use crate::storage::own_form::OwnForm;
use crate::storage::own_form::folder::{self, FormSought, FoundForm};
use crate::storage::{disk, layout};

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let Some((word, children)) = args.words.split_first() else {
        let forms = listed(&built_in_forms(context.lang), context.lang);
        return Err(Failure::Usage(vec![Printing::NeedsForm { forms: &forms }.text(context.lang)]));
    };
    let found = found(context, word)?;
    if args.blank {
        return blank(context, found);
    }
    let form = match OwnForm::open(&found.file, found.bytes) {
        Ok(form) => form,
        Err(fault) => return Ok(refused(context, &found.file, &[fault.into()])),
    };
    let end = form.kind.extension();
    is_placed(context, args, (&found.file, end))?;
    let registers = context.store()?.register_names();
    let registers: Vec<&str> = registers.iter().map(String::as_str).collect();
    context.read(args.whom.ask(Ask::records(&registers)), |reading| {
        let home = &reading.home;
        let names = names_of(&home.registers.values(), &home.children);
        let met = match form.met(&names) {
            Ok(met) if met.faults.is_empty() => met,
            Ok(met) => return Ok(refused(context, &found.file, &met.faults)),
            Err(fault) => return Ok(refused(context, &found.file, &[fault.into()])),
        };
        let mut whose = self::children(context, home, (args, children))?;
        whose.sort_by_cached_key(|own| {
            (class_place(own.class_on(context.today)), name_place(&own.name), own.id)
        });
        if whose.is_empty() {
            return Err(Failure::Usage(vec![OwnFormSaid::NoChildren.text(context.lang)]));
        }
        Filler { context, args, reading, opened, met: &met, names: &names, file: &found.file }
            .answer(&form, &whose)
    })
}

/// The form of a word.
fn found(context: &Context, word: &str) -> Result<FoundForm, Failure> {
    let lang = context.lang;
    let refused = |said: OwnFormSaid| vec![said.text(lang)];
    Err(Failure::Usage(match folder::sought(context.root()?, word)? {
        FormSought::Found(found) => return Ok(found),
        FormSought::Several(files) => {
            refused(OwnFormSaid::Several { text: word, files: &listed(&files, lang) })
        }
        FormSought::Unfit(file) => refused(OwnFormSaid::Unfit { file: &file }),
        FormSought::NotThere { files, near } => {
            let own = files.iter().map(|file| folder::stem(file).to_owned());
            let forms: Vec<String> = built_in_forms(lang).into_iter().chain(own).collect();
            let forms = listed(&forms, lang);
            let near = near.map(|names| Msg::DidYouMean { names: &names }.text(lang));
            let said = refused(OwnFormSaid::NotThere { text: word, forms: &forms });
            said.into_iter().chain(near).collect()
        }
    }))
}

/// The form as it is, for the school to change.
fn blank(context: &Context, found: FoundForm) -> Result<Answer, Failure> {
    let lang = context.lang;
    let Some(output) = &context.output else {
        return Err(Failure::Usage(vec![OwnFormSaid::BlankNeedsFile.text(lang)]));
    };
    ends_alike(context, output, found.file.rsplit('.').next().unwrap_or_default())?;
    let said = OwnFormSaid::Copied { path: &output.display().to_string() }.text(lang);
    Ok(into_file(context, output, found.bytes).with_talk(told_unless_dry(context, said)))
}

fn ends_alike(context: &Context, output: &Path, end: &str) -> Result<(), Failure> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    match layout::has_extension(&name, end) {
        true => Ok(()),
        false => Err(Failure::Usage(vec![OwnFormSaid::Ending { end }.text(context.lang)])),
    }
}

/// Goes on when it is said where the forms are to be put.
fn is_placed(context: &Context, args: &Args, (file, end): (&str, &str)) -> Result<(), Failure> {
    let refused = |said: OwnFormSaid| Err(Failure::Usage(vec![said.text(context.lang)]));
    match (&context.output, &args.pack) {
        (Some(_), Some(_)) => refused(OwnFormSaid::OneOfBoth),
        (None, None) => refused(OwnFormSaid::NeedsFile { end, form: folder::stem(file) }),
        (Some(output), None) => ends_alike(context, output, end),
        (None, Some(folder)) => {
            let whole = context.directory.join(folder);
            let dir = folder.display().to_string();
            match disk::list_all(&whole)?.is_empty() && !disk::is_file(&whole) {
                true => Ok(()),
                false => {
                    Err(Failure::Usage(vec![Inspecting::NotEmpty { dir: &dir }.text(context.lang)]))
                }
            }
        }
    }
}
