//! The bytes to and from a mail server: until a time is up, and no more than a reply may have.
//! Nothing that a server sends is relied on.

use std::fmt::Display;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;

use lettre::transport::smtp::response::{Response, Severity};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::deadline::Deadline;
use super::fault::Fault;

/// A line of a reply: RFC 5321, 4.5.3.1.5 allows 512 octets, and some servers send more.
const LONGEST_LINE: usize = 2048;

/// The lines of a reply; the longest, to EHLO, has some twenty.
const MOST_LINES: usize = 64;

/// How many bytes are taken at a time.
const SIP: usize = 4096;

/// A connection to a mail server.
pub struct Wire {
    stream: Stream,
    /// What came and was not read as a reply yet.
    heard: Vec<u8>,
}

enum Stream {
    Clear(Timed),
    Tls(Box<StreamOwned<ClientConnection, Timed>>),
}

/// A socket on which nothing is waited for longer than until a time.
struct Timed {
    socket: TcpStream,
    until: Deadline,
}

impl Wire {
    /// Connects in the clear.
    pub fn connect(server: &str, port: u16, until: Deadline) -> Result<Wire, Fault> {
        let mut last = io::Error::from(ErrorKind::AddrNotAvailable);
        for address in (server, port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, until.left()?) {
                Ok(socket) => {
                    let stream = Stream::Clear(Timed { socket, until });
                    return Ok(Wire { stream, heard: Vec::new() });
                }
                Err(error) => last = error,
            }
        }
        let named = format!("{server}:{port}: {last}");
        Err(io::Error::new(last.kind(), named).into())
    }

    /// The same connection under TLS. What came before in the clear may be anybody's.
    pub fn secured(self, config: Arc<ClientConfig>, server: &str) -> Result<Wire, Fault> {
        if !self.heard.is_empty() {
            return Err(Fault::Unasked);
        }
        let Stream::Clear(mut socket) = self.stream else { return Ok(self) };
        let invalid = |error| Fault::Connection(io::Error::new(ErrorKind::InvalidInput, error));
        let name =
            ServerName::try_from(server.to_owned()).map_err(|error| invalid(error.to_string()))?;
        let connection = ClientConnection::new(config, name);
        let mut connection = connection.map_err(|error| invalid(error.to_string()))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut socket)?;
        }
        let stream = Stream::Tls(Box::new(StreamOwned::new(connection, socket)));
        Ok(Wire { stream, heard: Vec::new() })
    }

    /// Nothing is waited for after this time.
    pub fn set_until(&mut self, until: Deadline) {
        match &mut self.stream {
            Stream::Clear(socket) => socket.until = until,
            Stream::Tls(stream) => stream.sock.until = until,
        }
    }

    /// Asks something, and gives the reply unless it refuses.
    pub fn ask(&mut self, command: &impl Display) -> Result<Response, Fault> {
        // A reply that was there before the question answers another one.
        if !self.heard.is_empty() {
            return Err(Fault::Unasked);
        }
        self.write(command.to_string().as_bytes())?;
        self.reply()
    }

    /// Sends bytes.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let stream: &mut dyn Write = match &mut self.stream {
            Stream::Clear(socket) => socket,
            Stream::Tls(stream) => stream,
        };
        stream.write_all(bytes)?;
        Ok(stream.flush()?)
    }

    /// The next reply, all its lines, unless it refuses.
    pub fn reply(&mut self) -> Result<Response, Fault> {
        let mut text = String::new();
        for _ in 0..MOST_LINES {
            let line = self.line()?;
            let (code, rest) = line.split_at_checked(3).ok_or(Fault::Garbled)?;
            let mut words = rest.chars();
            let mark = match words.next() {
                None => ' ',
                Some(mark @ (' ' | '-')) => mark,
                Some(_) => return Err(Fault::Garbled),
            };
            text.extend([code, mark.encode_utf8(&mut [0; 4]), words.as_str(), "\r\n"]);
            if mark == ' ' {
                let reply: Response = text.parse().map_err(|_| Fault::Garbled)?;
                return if reply.is_positive() { Ok(reply) } else { Err(Fault::Said(reply)) };
            }
        }
        Err(Fault::Endless)
    }

    /// A line of a reply. Its words may be in any old encoding, and are for people alone.
    fn line(&mut self) -> Result<String, Fault> {
        let mut looked = 0;
        loop {
            if let Some(end) = self.heard[looked..].iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.heard.drain(..=looked + end).collect();
                let line = line.strip_suffix(b"\n").unwrap_or(&line);
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                let has_control = line.iter().any(|byte| byte.is_ascii_control() && *byte != b'\t');
                return match line.len() {
                    length if length > LONGEST_LINE => Err(Fault::Endless),
                    _ if has_control => Err(Fault::Garbled),
                    _ => Ok(String::from_utf8_lossy(line).into_owned()),
                };
            }
            looked = self.heard.len();
            if looked > LONGEST_LINE {
                return Err(Fault::Endless);
            }
            let mut sip = [0; SIP];
            let stream: &mut dyn Read = match &mut self.stream {
                Stream::Clear(socket) => socket,
                Stream::Tls(stream) => stream,
            };
            match stream.read(&mut sip)? {
                0 => return Err(Fault::Closed),
                count => self.heard.extend_from_slice(&sip[..count]),
            }
        }
    }
}

/// A reply that says it is done; any other one allows nothing.
pub fn done(reply: Response) -> Result<(), Fault> {
    match reply.code().severity {
        Severity::PositiveCompletion => Ok(()),
        _ => Err(Fault::Unfit(reply)),
    }
}

impl Read for Timed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            self.socket.set_read_timeout(Some(self.until.left()?))?;
            match self.socket.read(bytes) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => return other,
            }
        }
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            self.socket.set_write_timeout(Some(self.until.left()?))?;
            match self.socket.write(bytes) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => return other,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}
