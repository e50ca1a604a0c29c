//! Every help screen in Chinese is Chinese; completions answer; manual pages are written.

use crate::harness::Home;

/// The lines of the main help between its usage and its options, headings too.
pub fn listed(main: &str) -> Vec<&str> {
    let below = main.lines().skip_while(|line| !line.starts_with("日常")).collect::<Vec<_>>();
    below.into_iter().take_while(|line| !line.starts_with("通用选项")).collect()
}

/// The commands that the main help lists, and one log command for each register.
pub fn commands(home: &Home) -> Vec<String> {
    let main = home.run("--help").out;
    let lines = listed(&main).into_iter().filter(|line| line.starts_with("  "));
    let mut names: Vec<String> =
        lines.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    names.retain(|name| !name.contains('<'));
    let registers = home.run("help registers").out;
    names.extend(registers.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()));
    names
}

/// Commands, codes, formats and file names that help screens hold in both languages.
const KNOWN: &str = "
    quarantine
    care toml json jsonl csv tsv table plain markdown xlsx zh CN en CARE DIR wxm bash zsh fish
    powershell git made attempted date phone carer risk high type torn line check log help
    exit codes dates formats registers roles fields occasions requires checks class staff
    rule required advised blank sunchengsi guzhuang tingshui wangjiaba goudun national male female
    unknown low medium grandparent head teacher visit talk principal smtp sendmail eml ics wall
    mail settings notices personal sensitive restricted verify reveal reason full JSON name
    never auto always xlsx docx html xls ods tsv txt utf gb month
    office authority parents forms pair teacher school
";

/// English words that are no flag, code, command, format or file name.
fn english(help: &str) -> Vec<String> {
    let known: Vec<&str> = KNOWN.split_whitespace().collect();
    let mut found = Vec::new();
    // What is typed in an example has words of its own, such as a record's id.
    let typed = |line: &&str| !line.starts_with("  care ");
    for line in help.lines().filter(|line| !line.contains("可选：")).filter(typed) {
        let line: String =
            line.split_whitespace().filter(|w| !w.starts_with('-')).collect::<Vec<_>>().join(" ");
        let word = |c: char| !c.is_ascii_alphabetic();
        found.extend(
            line.split(word).filter(|w| w.len() > 1 && !known.contains(w)).map(str::to_owned),
        );
    }
    found
}

#[test]
fn every_help_screen_in_chinese_holds_no_english_word_outside_flags_codes_and_names() {
    let home = Home::new();
    let commands = commands(&home);
    assert!(commands.len() > 40, "{commands:?}");
    for command in std::iter::once(String::new()).chain(commands.iter().cloned()) {
        let ran = home.run(&format!("{command} --help"));
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{command}");
        let mut found = english(&ran.out);
        found.retain(|word| !commands.iter().any(|own| own.split(['-', '_']).any(|p| p == word)));
        // Wrapped lists of choices go on below their flag.
        let choices = ran.out.contains("可选：");
        found.retain(|word| !choices || !is_code(&home, word));
        assert_eq!(found, Vec::<String>::new(), "care {command} --help:\n{}", ran.out);
    }
}

/// Is the word a part of some choice's code?
fn is_code(home: &Home, word: &str) -> bool {
    let _ = home;
    let folder = crate::harness::project().join("src/domain/registers");
    let texts = std::fs::read_dir(folder).unwrap();
    texts.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).any(|text| {
        let codes = text.split("code = \"").skip(1).map(|rest| rest.split('"').next().unwrap());
        codes.into_iter().any(|code| code.split('_').any(|part| part == word))
    })
}

#[test]
fn every_command_has_help_in_english_too() {
    let home = Home::new();
    for command in commands(&home) {
        let ran = home.run(&format!("{command} --help --lang en"));
        assert_eq!(ran.code, 0);
        let prose = ran.out.lines().filter(|line| !line.contains("one of:"));
        let chinese: Vec<&str> = prose
            .filter(|line| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
            .collect();
        assert_eq!(chinese, Vec::<&str>::new(), "care {command} --help --lang en");
    }
}

#[test]
fn a_shell_completes_commands_flags_and_the_names_and_ids_of_children() {
    let home = Home::copy_of("examples/guzhuang");
    assert!(home.completes("log-guar").contains(&"log-guardian-contact".to_owned()));
    assert!(home.completes("overdue --gro").contains(&"--group-by".to_owned()));
    assert_eq!(home.completes("show 欧阳"), ["欧阳晨曦"]);
    assert_eq!(home.completes("log-visit oy"), ["欧阳晨曦"]);
    assert_eq!(home.completes("log-visit CK1K"), ["CK1K32"]);
    // Two of one name are told apart by their ids.
    let twins = home.completes("show 李小明");
    assert_eq!(twins, ["C1SW8G", "C6750A"]);
    // Whom `why` is about may be one of the staff, a class, or the school as well.
    assert_eq!(home.completes("why 欧阳"), ["欧阳晨曦"]);
    assert_eq!(home.completes("why 刘敏"), ["刘敏"]);
    assert_eq!(home.completes("why 2021-"), ["2021-1", "2021-2"]);
    assert_eq!(home.completes("why scho"), ["school"]);
    // Presets and their rules are the same for each home.
    assert_eq!(home.completes("init --preset ting"), ["tingshui"]);
    assert_eq!(home.completes("rules --against nat"), ["national"]);
    assert_eq!(home.completes("rules --suggest w"), ["wangjiaba"]);
    assert_eq!(home.completes("rules --adopt own"), ["own-plan"]);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let ran = home.run(&format!("completions {shell}"));
        assert!(ran.code == 0 && ran.out.contains("CARE_COMPLETE"), "{shell}");
    }
}

#[test]
fn a_name_that_a_shell_would_run_is_offered_as_its_id() {
    let child = "id = \"C7K3FQ\"\nname = \"李$(reboot)\"\n[[spell]]\njoined = 2024-09-02\n";
    let home = Home::new().with("children/C7K3FQ.toml", child);
    assert_eq!(home.completes("show 李"), ["C7K3FQ"]);
    assert_eq!(home.completes("show C7"), ["C7K3FQ"]);
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let home = Home::new();
    let ran = home.run("man pages");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for name in ["care.1", "care-overdue.1", "care-add-child.1", "care-why.1"] {
        let page = home.read(&format!("pages/{name}"));
        assert!(page.contains(".TH ") && page.contains("--today") || page.contains("\\-\\-today"));
    }
}

#[test]
fn care_help_check_explains_every_check_in_both_languages() {
    let home = Home::new();
    for name in home.run("help checks").out.lines() {
        for lang in ["zh-CN", "en"] {
            let ran = home.run(&format!("help check {name} --lang {lang}"));
            assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{name}");
            assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
        }
    }
}

#[test]
fn the_version_names_the_commit_that_the_program_was_built_from() {
    let ran = Home::empty().run("--version");
    assert_eq!((ran.err.as_str(), ran.code), ("", 0));
    let version = concat!("care ", env!("CARGO_PKG_VERSION"));
    let project = crate::harness::project();
    let git = std::process::Command::new("git")
        .args(["rev-parse", "--verify", "HEAD"])
        .current_dir(project)
        .output();
    let head = git.ok().filter(|git| git.status.success() && project.join(".git").exists());
    let Some(head) = head.and_then(|git| String::from_utf8(git.stdout).ok()) else {
        assert_eq!(ran.out, format!("{version}\n"));
        return;
    };
    let named = format!("{version} ({}", &head[..12]);
    assert!([format!("{named})\n"), format!("{named}+)\n")].contains(&ran.out), "{}", ran.out);
}

#[test]
fn the_version_is_told_wherever_it_is_asked_for_even_in_a_home_that_cannot_be_read() {
    let home = Home::new().with("care.toml", "format = ").with("registers/swim.toml", "zh = ");
    let version = Home::empty().run("--version");
    for line in
        ["-V", "--lang en -V", "-qV", "——version", "-C . --version", "-V overdue", "-V 家访 x"]
    {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), (version.out.as_str(), 0), "{line}: {}", ran.err);
    }
    for line in ["overdue -V", "--lang xx -V", "-o -V", "--versions"] {
        assert_eq!(home.run(line).out, "", "{line}");
    }
}

#[test]
fn what_stands_for_all_registers_in_the_help_is_no_command_by_itself() {
    for line in ["log-<register> --lang en", "log-<登记> --lang zh-CN"] {
        let ran = Home::new().run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
        assert!(ran.err.contains("care help registers"), "{}", ran.err);
    }
}

#[test]
fn every_command_has_a_chinese_name_beside_the_english_one_listed_by_care_help() {
    let home = Home::new();
    let listed = home.run("help --lang zh-CN").out;
    let mut seen = 0;
    for line in listed.lines().filter(|line| line.contains("（care ")) {
        let english = line.split_whitespace().next().unwrap();
        let (_, chinese) = line.rsplit_once("（care ").unwrap();
        let chinese = chinese.trim_end_matches('）');
        let help = |name: &str| home.run(&format!("{name} --help --lang zh-CN")).out;
        assert!(!help(english).is_empty(), "{english}");
        assert_eq!(help(chinese), help(english), "{chinese}");
        seen += 1;
    }
    let commands = self::listed(&listed);
    assert_eq!(seen, commands.iter().filter(|line| line.starts_with("  ")).count() - 1);
    assert_eq!(home.run("名单").out, home.run("list").out);
}
