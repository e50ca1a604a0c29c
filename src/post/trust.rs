//! Which mail servers are trusted: those the system trusts, and the school's own.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use super::fate::Lack;
use crate::domain::mail::Mail;
use crate::storage::disk;

/// How TLS is spoken, and which authorities may vouch for a server.
pub fn trust(root: &Path, mail: &Mail) -> Result<Arc<ClientConfig>, Lack> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(file) = &mail.ca_file {
        for own in certificates(&root.join(file))? {
            let shown = file.display();
            roots.add(own).map_err(|error| failed(format!("{shown}: {error}")))?;
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| failed(error.to_string()))?;
    Ok(Arc::new(builder.with_root_certificates(roots).with_no_client_auth()))
}

/// The certificates of a file, which must hold one.
fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Lack> {
    let shown = path.display();
    let bytes = disk::read(path).map_err(|error| failed(format!("{shown}: {}", error.source)))?;
    let bytes = bytes.ok_or_else(|| failed(format!("{shown}: -")))?;
    let own: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes).collect();
    match own {
        Ok(own) if own.is_empty() => Err(failed(format!("{shown}: no PEM"))),
        other => other.map_err(|error| failed(format!("{shown}: {error}"))),
    }
}

fn failed(reason: String) -> Lack {
    Lack::Certificate { reason }
}
