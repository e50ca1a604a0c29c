//! Power cuts on a real ext4: what was acknowledged before the cut began is there after it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::job::make_home;
use crate::rig::{Files, Findings, Scratch, TODAY, care, files, first, shell, tool, torture};
use crate::standing::gained;

/// `EXT4_IOC_SHUTDOWN`: nothing more reaches the disk.
const CUT: &str = "import fcntl,os,struct,sys
fd=os.open(sys.argv[1],os.O_RDONLY)
sys.stdout.write('r');sys.stdout.flush();sys.stdin.read(1)
fcntl.ioctl(fd,0x8004587d,struct.pack('I',int(sys.argv[2])))";

/// An ext4 in a file.
struct Rig {
    image: PathBuf,
    mount: PathBuf,
    _scratch: Scratch,
}

impl Rig {
    fn new() -> Option<Rig> {
        let scratch = Scratch::under_a_mount();
        let (image, mount) = (scratch.path().join("image"), scratch.path().join("mount"));
        fs::create_dir(&mount).unwrap();
        fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
        tool("python3")?;
        let rig = Rig { image, mount, _scratch: scratch };
        let made = shell("mkfs.ext4", &["-q", &rig.image.to_string_lossy()]);
        (made && rig.mount("loop")).then_some(rig)
    }

    fn mount(&self, options: &str) -> bool {
        let (image, mount) = (self.image.to_string_lossy(), self.mount.to_string_lossy());
        shell("mount", &["-o", options, &image, &mount])
    }

    fn unmount(&self) {
        for _ in 0..50 {
            if shell("umount", &[&self.mount.to_string_lossy()]) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("somebody holds the file system: it cannot be taken off");
    }

    /// A process that waits for a byte and then cuts.
    fn knife(&self, flag: usize) -> Child {
        let mut command = Command::new(tool("python3").unwrap());
        command.args(["-c", CUT]).arg(&self.mount).arg(flag.to_string());
        let mut knife = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        knife.stdout.as_mut().unwrap().read_exact(&mut [0]).unwrap();
        knife
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        shell("umount", &["-l", &self.mount.to_string_lossy()]);
    }
}

/// Writes until the disk is gone; each acknowledged name with the instant of its acknowledgement.
fn write(home: &Path, writer: usize, cut: usize) -> Vec<(String, Instant)> {
    let mut acknowledged = Vec::new();
    for row in 0.. {
        let mark = format!("c{cut}w{writer}r{row}.");
        let month = format!("2024-{:02}-20", 9 + row % 2);
        let words = match (writer, row % 3) {
            (0, _) => vec!["log-talk", "C00001", "--date", &month, "--note", &mark],
            (1, 0) => vec!["add-staff", &mark, "--role", "principal"],
            (1, _) => vec!["add-child", &mark, "--class", "2021-2"],
            _ => vec!["log-visit", "C00001", "--date", &month, "--note", &mark],
        };
        let rest = ["-q", "--wait", "60", "--today", TODAY];
        let ran = care(home, &[words, rest.to_vec()].concat());
        if ran.code != Some(0) {
            break;
        }
        acknowledged.push((mark, Instant::now()));
    }
    acknowledged
}

/// The files of a home, without the temporary ones that a cut may leave and the next write takes.
fn records(home: &Path) -> Files {
    let mut files = files(home);
    files.retain(|name, _| !name.to_string_lossy().contains(".tmp"));
    files
}

/// All records of a home in one text.
fn text_of(home: &Path) -> String {
    let all = records(home).into_iter().filter(|(name, _)| !name.starts_with(".care"));
    all.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

#[test]
fn what_was_acknowledged_before_a_power_cut_is_there_after_it() {
    let Some(rig) = Rig::new() else {
        println!("skipped: no ext4 can be mounted from a file here");
        return;
    };
    let home = rig.mount.join("home");
    make_home(&home);
    shell("sync", &["-f", &home.to_string_lossy()]);
    let (mut total, mut findings) = (0, Findings::default());
    let cuts = 5 * torture();
    for cut in first()..first() + cuts {
        let mut knife = rig.knife(1 + cut % 2);
        let before = records(&home);
        let pause = Duration::from_millis(60 + (cut as u64 * 37) % 240);
        let (acknowledged, began) = std::thread::scope(|scope| {
            let home = &home;
            let writers: Vec<_> =
                (0..3).map(|writer| scope.spawn(move || write(home, writer, cut))).collect();
            std::thread::sleep(pause);
            let began = Instant::now();
            knife.stdin.take().unwrap().write_all(b"x").unwrap();
            let all = writers.into_iter().flat_map(|writer| writer.join().unwrap());
            (all.collect::<Vec<_>>(), began)
        });
        assert!(knife.wait().unwrap().success(), "the cut itself failed");
        rig.unmount();
        let options = if cut % 4 < 2 { "loop" } else { "loop,noauto_da_alloc" };
        assert!(rig.mount(options), "cut {cut}: the file system does not mount");
        let place = format!("cut {cut}");
        if let Err(why) = gained(&before, &records(&home)) {
            findings.add(&format!("after a cut: {why}"), &place);
        }
        let text = text_of(&home);
        let kept: BTreeSet<&str> = acknowledged
            .iter()
            .filter(|(_, at)| *at < began)
            .map(|(mark, _)| mark.as_str())
            .collect();
        total += kept.len();
        for mark in kept {
            let count = text.matches(mark).count();
            if count != 1 {
                findings.add(&format!("an acknowledged record stands {count} times"), mark);
            }
        }
        let check = care(&home, &["check", "--today", TODAY]);
        if check.code != Some(0) {
            findings.add(&format!("after a cut check gives {}", check.end()), &check.out);
        }
    }
    println!("power cuts {cuts}: {total} records acknowledged before them");
    findings.end();
}
