"""An SMTP server that keeps what it accepts and misbehaves as it is told.

One argument, JSON: `folder` (where a file for each mail goes), `security` (none, starttls, tls),
`certificate`, `key`, `user`, `password`, `refused` (recipients answered with 550), `data` (what
becomes of a mail whose last dot has come: accept, busy: 451, hang: nothing for an hour, drop: kept
and never answered).
It prints its port, and ends with its standard input; each line of that is answered when no session
is open.
"""

import asyncio
import json
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

OPTIONS = json.loads(sys.argv[1])
SECURITY = OPTIONS.get("security", "none")


class Keeper:
    """Answers for each recipient and each mail."""

    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in OPTIONS.get("refused", []):
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 good"

    async def handle_DATA(self, server, session, envelope):
        data = OPTIONS.get("data", "accept")
        if data == "busy":
            return "451 4.3.0 come back later"
        if data == "hang":
            await asyncio.sleep(3600)
        self.keep(session, envelope)
        if data == "drop":
            server.transport.abort()
        return "250 2.0.0 kept"

    def keep(self, session, envelope):
        self.count += 1
        mail = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or SECURITY == "tls",
            "user": session.auth_data.login.decode() if session.authenticated else None,
            "helo": session.host_name,
            "raw": envelope.original_content.decode("latin-1"),
        }
        name = os.path.join(OPTIONS["folder"], f"{self.count:04}")
        with open(name, "x", encoding="utf-8") as file:
            json.dump(mail, file)
        os.rename(name, name + ".json")


class Server(SMTP):
    """Knows which sessions there are."""

    sessions = set()

    def connection_made(self, transport):
        self.sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error):
        self.sessions.discard(self)
        super().connection_lost(error)


def is_known(server, session, envelope, mechanism, data):
    login, password = OPTIONS["user"].encode(), OPTIONS["password"].encode()
    success = data.login == login and data.password == password
    return AuthResult(success=success, handled=False, auth_data=data)


async def answer_when_quiet():
    # Whoever knocked before is let in first.
    await asyncio.sleep(0.02)
    while Server.sessions:
        await asyncio.sleep(0.002)
    print("quiet", flush=True)


def listen(loop):
    for _ in sys.stdin:
        asyncio.run_coroutine_threadsafe(answer_when_quiet(), loop)
    os._exit(0)


def tls():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(OPTIONS["certificate"], OPTIONS["key"])
    return context


async def main():
    logging.disable()
    warnings.simplefilter("ignore")
    has_user = "user" in OPTIONS
    keeper = Keeper()

    def session():
        return Server(
            keeper,
            hostname="localhost",
            tls_context=tls() if SECURITY == "starttls" else None,
            require_starttls=SECURITY == "starttls",
            auth_required=has_user,
            auth_require_tls=SECURITY == "starttls",
            authenticator=is_known if has_user else None,
        )

    loop = asyncio.get_running_loop()
    ready = tls() if SECURITY == "tls" else None
    server = await loop.create_server(session, "127.0.0.1", 0, ssl=ready, backlog=200)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, listen, loop)


asyncio.run(main())
