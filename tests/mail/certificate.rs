//! Certificates for the time of a test.

use std::path::PathBuf;

use crate::rig::{Scratch, shell, tool};
use crate::skip::skipped;

/// An authority, and a server's certificate of it.
pub struct Certificate(Scratch);

const MAKING: &str = r#"
cd "$0"
key='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
openssl req -x509 $key -days 30 -subj '/CN=test authority' -keyout ca.key -out ca.pem
openssl req $key -subj '/CN=test server' -keyout key -out request
printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\n' "$1" >extensions
openssl x509 -req -days 30 -in request -CA ca.pem -CAkey ca.key -CAcreateserial \
    -extfile extensions -out certificate
"#;

impl Certificate {
    /// One for this machine; without openssl the test says that it is skipped.
    pub fn new() -> Option<Certificate> {
        Certificate::of("IP:127.0.0.1,DNS:localhost")
    }

    /// One for other names.
    pub fn of(names: &str) -> Option<Certificate> {
        if tool("openssl").is_none() {
            skipped("openssl is missing");
            return None;
        }
        let folder = Scratch::new();
        let words = ["-ec", MAKING, &folder.path().to_string_lossy(), names];
        assert!(shell("sh", &words), "openssl made no certificate");
        Some(Certificate(folder))
    }

    /// The authority's own certificate.
    pub fn authority(&self) -> PathBuf {
        self.0.path().join("ca.pem")
    }

    /// The server's certificate.
    pub fn file(&self) -> PathBuf {
        self.0.path().join("certificate")
    }

    /// The server's key.
    pub fn key(&self) -> PathBuf {
        self.0.path().join("key")
    }
}
