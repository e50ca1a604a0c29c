//! `care backup`: the whole home in one file, elsewhere; and back.

use std::path::{Path, PathBuf};

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::wizard::command_line;
use crate::cli::{mark, passphrase};
use crate::domain::look::Look;
use crate::domain::privacy::{PRIVACY_NAMES, Privacy, Reveal};
use crate::lang::backup_words::BackupSaid;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::words_in;
use crate::storage::archive::{Archive, Damage, TooLong};
use crate::storage::locked::{self, Unlocking};
use crate::storage::{backup_file, disk, layout, machine};

pub const ABOUT: Purpose = Purpose {
    name: "备份",
    says: (
        "把全部记录备份成一个文件，或从备份恢复",
        "Back all records up into one file, or restore them",
    ),
    examples: &[
        Example { typed: ("/media/usb", "/media/usb"), does: ("备份到 U 盘", "Onto a stick") },
        Example {
            typed: ("/media/usb --密码", "/media/usb --passphrase"),
            does: ("带密码", "Under a passphrase"),
        },
        Example {
            typed: (
                "新文件夹 --恢复 /media/usb/home.care-backup",
                "new-folder --restore /media/usb/home.care-backup",
            ),
            does: ("恢复到空文件夹", "Restore into an empty folder"),
        },
    ],
    see: &["doctor", "check"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueDir),
          help = said(("备份放到哪个文件夹，如 U 盘；恢复时是一个空文件夹",
                       "The folder for the backup, as on a stick; to restore, an empty folder")))]
    folder: PathBuf,
    #[arg(long, value_name = say(Help::ValueFile),
          help = said(("从这个备份恢复（- 是标准输入）",
                       "Restore this backup (- is standard input)")))]
    restore: Option<PathBuf>,
    #[arg(long, help = said(("设密码，在窗口里输入", "Under a passphrase, which is asked for")))]
    passphrase: bool,
    #[arg(long, value_name = say(Help::ValueFile),
          help = said(("密码写在这个文件的第一行（- 是标准输入）",
                       "A file whose first line is the passphrase (- is standard input)")))]
    passphrase_file: Option<PathBuf>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    match &args.restore {
        Some(file) => restore(context, args, file),
        None => make(context, args),
    }
}

fn refused(context: &Context, why: &BackupSaid) -> Failure {
    Failure::Refused(vec![why.text(context.lang)])
}

/// A place or a file that cannot be meant.
fn misnamed(context: &Context, why: &BackupSaid) -> Failure {
    Failure::Usage(vec![why.text(context.lang)])
}

fn make(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let folder = place(context, &args.folder)?;
    let is_locked = args.passphrase || args.passphrase_file.is_some();
    let name = backup_file::name(context.now, is_locked);
    let path = folder.join(&name);
    let shown = disk::shown(&path);
    if disk::exists(&path) {
        return Err(refused(context, &BackupSaid::Stands { path: &shown }));
    }
    let secret = match is_locked {
        true => Some(passphrase::new_one(context, args.passphrase_file.as_deref())?),
        false => None,
    };
    if context.dry_run {
        let files = context.files_to_back_up()?.len();
        let said = BackupSaid::WouldMake { path: &shown, files };
        return Ok(Answer::default().with_talk([said.text(context.lang)]));
    }
    if !is_locked && !machine::disk_traits(&folder)?.keeps_for_owner {
        context.sure(|| open_to_all(context, &folder)).map_err(|failure| match failure {
            Failure::Ask(lines) if context.ask.is_none() => Failure::Usage(lines),
            failure => failure,
        })?;
    }
    let head = context.record(&look(context, name)?)?;
    let files = context.files_to_back_up()?;
    let made = context.now.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let archive = Archive { made, entry: format!("{} {}", head.lines, head.hash), files };
    let bytes = write(context, &path, &archive, secret.as_deref())?;
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    context.backed_up(&name)?;
    let keep = if is_locked { BackupSaid::KeepPassphrase } else { BackupSaid::Open };
    let lines = [
        BackupSaid::Made { path: &shown, files: archive.files.len(), bytes },
        keep,
        BackupSaid::HowToRestore { path: &shown },
    ];
    let talk = lines.map(|line| line.text(context.lang)).into_iter();
    Ok(Answer::default().with_talk(talk.chain([mark::entry(&head, context.lang)])))
}

/// That a backup would be open to whoever finds it; where nobody is asked, what to type.
fn open_to_all(context: &Context, folder: &Path) -> Vec<String> {
    let lang = context.lang;
    let why = BackupSaid::NoModes { folder: &disk::shown(folder) }.text(lang);
    if context.ask.is_some() {
        return vec![why, BackupSaid::Anyway.text(lang)];
    }
    let with = |more: &[&str]| {
        let more = more.iter().map(|word| (*word).to_owned());
        let words: Vec<String> = context.words.iter().cloned().chain(more).collect();
        format!("care {}", command_line(&words))
    };
    let file = words_in(("密码.txt", "passphrase.txt"), lang);
    let anyway = BackupSaid::TypeAnyway { line: &with(&["-y"]) }.text(lang);
    let locked = with(&["--passphrase-file", file]);
    vec![why, anyway, BackupSaid::TypeLocked { line: &locked }.text(lang)]
}

/// The folder for a backup, links followed: it is there, and outside the home. Whoever makes one
/// may see all that is in it.
fn place(context: &Context, named: &Path) -> Result<PathBuf, Failure> {
    let root = disk::whole_path(context.root()?);
    let mut closed = PRIVACY_NAMES.into_iter().filter_map(Privacy::parse);
    if !context.viewer.is_of_all() || !closed.all(|class| context.viewer.may_see(class)) {
        return Err(refused(context, &BackupSaid::NotAll));
    }
    let folder = context.directory.join(named);
    let shown = named.display().to_string();
    if !disk::exists(&folder) {
        return Err(misnamed(context, &BackupSaid::NoFolder { folder: &shown }));
    }
    let folder = disk::whole_path(&folder);
    match folder.starts_with(root) {
        true => Err(misnamed(context, &BackupSaid::InHome { folder: &shown })),
        false => Ok(folder),
    }
}

/// What the log of access keeps of a backup.
fn look(context: &Context, file: String) -> Result<Look, Failure> {
    let all = PRIVACY_NAMES.into_iter().filter_map(Privacy::parse);
    let classes = all.fold(Reveal::NOTHING, Reveal::and);
    let children = context.children_to_back_up()?;
    Ok(Look { classes, children, file: Some(file), ..Look::default() })
}

/// Writes the backup, reads it back, and says how many bytes it has. One that is not read back as
/// it was written is none, and does not stay.
fn write(
    context: &Context,
    path: &Path,
    archive: &Archive,
    secret: Option<&str>,
) -> Result<usize, Failure> {
    let packed = archive
        .pack()
        .map_err(|TooLong(file)| refused(context, &BackupSaid::TooLong { file: &file }))?;
    let bytes = match secret {
        Some(secret) => locked::lock(packed, secret),
        None => packed,
    };
    disk::put_out(path, &bytes)?;
    let read = disk::read(path).ok().flatten().unwrap_or_default();
    let opened = match secret {
        Some(secret) => locked::unlock(&read, secret).unwrap_or_default(),
        None => read,
    };
    if Archive::unpack(&opened).is_ok_and(|own| own == *archive) {
        return Ok(bytes.len());
    }
    disk::remove(path)?;
    Err(refused(context, &BackupSaid::NotAsWritten { path: &disk::shown(path) }))
}

fn restore(context: &Context, args: &Args, file: &Path) -> Result<Answer, Failure> {
    let to = context.directory.join(&args.folder);
    let folder = args.folder.display().to_string();
    if !disk::list_all(&to)?.is_empty() {
        return Err(misnamed(context, &BackupSaid::NotEmpty { folder: &folder }));
    }
    let archive = open(context, args, file)?;
    let (files, made) = (archive.files.len(), archive.made.as_str());
    let lines = match context.dry_run {
        true => vec![BackupSaid::WouldRestore { folder: &folder, files, made }],
        false => {
            backup_file::restore(&to, &archive.files)?;
            vec![BackupSaid::Restored { folder: &folder, files, made }, BackupSaid::NotInIt]
        }
    };
    Ok(Answer::default().with_talk(lines.iter().map(|line| line.text(context.lang))))
}

/// What a backup holds, every byte of it checked.
fn open(context: &Context, args: &Args, file: &Path) -> Result<Archive, Failure> {
    let path = file.display().to_string();
    let path = path.as_str();
    let refuse = |why: BackupSaid| refused(context, &why);
    let mut bytes =
        context.bytes_of(file)?.ok_or_else(|| misnamed(context, &BackupSaid::NoFile { path }))?;
    if locked::is_locked(&bytes) {
        let secret = passphrase::old_one(context, args.passphrase_file.as_deref())?;
        bytes = locked::unlock(&bytes, &secret).map_err(|why| match why {
            Unlocking::Damaged => refuse(BackupSaid::Damaged { path }),
            Unlocking::WrongPassphrase => refuse(BackupSaid::WrongPassphrase),
        })?;
    }
    let archive = Archive::unpack(&bytes).map_err(|Damage { file }| match &file {
        Some(file) => refuse(BackupSaid::DamagedFile { path, file }),
        None => refuse(BackupSaid::Damaged { path }),
    })?;
    let is_home = archive.files.iter().any(|(name, _)| name == layout::SETTINGS)
        && archive.files.iter().all(|(name, _)| backup_file::belongs(name));
    if is_home { Ok(archive) } else { Err(refuse(BackupSaid::NoBackup { path })) }
}
