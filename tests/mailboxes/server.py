"""Starts a real mail server (Dovecot) beside the tests, with TLS, passwords and tokens, and puts mail into it."""

import grp
import json
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import time
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from imapclient import IMAPClient
from joserfc import jwt
from joserfc.jwk import OctKey

ACCOUNT, PASSWORD = "box@northmoor.example.org", "an invented password of the mailbox"
CLIENT_ID, SECRET, REFRESH = "openmarac", "an invented secret of the application", "a-first-refresh-token"
SETTINGS = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
protocols = imap
ssl = required
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
listen = 127.0.0.1
default_login_user = {login}
default_internal_user = {internal}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN {home}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
  mailbox "Sent Items" {{
    special_use = \\Sent
    auto = create
  }}
  mailbox "Deleted Items" {{
    special_use = \\Trash
    auto = create
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = create
  }}
  mailbox Done {{
    auto = create
  }}
}}
"""
TOKENS = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = sub
"""


@dataclass
class Server:
    """`tls` and `starttls` are its ports; `given` counts what was asked of the service of tokens beside it."""

    home: Path
    tls: int
    starttls: int
    tokens: ThreadingHTTPServer
    given: list[dict[str, str]] = field(default_factory=list)

    @property
    def token_address(self) -> str:
        return f"http://localhost:{self.tokens.server_port}/token"

    def opened(self, account: str = ACCOUNT) -> IMAPClient:
        """As Outlook would open it."""
        safe = ssl.create_default_context(cafile=str(self.home / "cert.pem"))
        client = IMAPClient("localhost", port=self.tls, ssl_context=safe, timeout=20)
        client.login(account, PASSWORD)
        return client

    def put(self, content: bytes, folder: str = "INBOX", account: str = ACCOUNT) -> None:
        with self.opened(account) as client:
            client.append(folder, content)

    def folders(self, account: str = ACCOUNT) -> dict[str, int]:
        """How many messages stand in each folder that has any."""
        with self.opened(account) as client:
            names = [name for _flags, _between, name in client.list_folders()]
            counts = {name: client.folder_status(name, ["MESSAGES"])[b"MESSAGES"] for name in names}
        return {name: number for name, number in counts.items() if number}

    def stop(self) -> None:
        self.tokens.shutdown()
        end(self.home)


def start(home: Path) -> Server:
    """Dovecot with its own settings in a folder of ours: as whoever runs the tests, or, for root, as its own users."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        raise RuntimeError("There is no Dovecot on this machine. script/setup --tests installs it, or says what would.")
    tls, starttls = _free_port(), _free_port()
    key = os.urandom(32)
    _write_certificate(home)
    (home / "run").mkdir()
    (home / "mail").mkdir()
    (home / "keys/default/HS256").mkdir(parents=True)
    (home / "keys/default/HS256/default").write_text(b64encode(key).decode())
    (home / "oauth2.conf").write_text(TOKENS.format(home=home))
    (home / "users").write_text("".join(f"box{n or ''}@northmoor.example.org:{{PLAIN}}{PASSWORD}\n" for n in range(9)))
    (home / "dovecot.conf").write_text(SETTINGS.format(home=home, tls=tls, starttls=starttls, **_users(home)))
    with (home / "out").open("wb") as out:  # it keeps what it is given to write to
        subprocess.run(
            [program, "-c", str(home / "dovecot.conf")], stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False
        )
    server = Server(home, tls, starttls, _service_of_tokens(key))
    _wait_for(tls, home)
    return server


def end(home: Path) -> None:
    """By the number that it wrote down itself."""
    written = home / "run/master.pid"
    if not written.exists():
        return
    number = int(written.read_text())
    os.kill(number, signal.SIGTERM)
    for _attempt in range(100):
        if not written.exists():
            return
        time.sleep(0.05)


def _users(home: Path) -> dict[str, Any]:
    own = pwd.getpwuid(os.getuid())
    if own.pw_uid != 0:
        group = grp.getgrgid(os.getgid()).gr_name
        return {"login": own.pw_name, "internal": own.pw_name, "group": group, "uid": own.pw_uid, "gid": os.getgid()}
    nobody = pwd.getpwnam("nobody")
    os.chown(home / "mail", nobody.pw_uid, nobody.pw_gid)
    for folder in (home, *home.parents):
        if folder.stat().st_uid == 0 and str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    return {
        "login": "dovenull",
        "internal": "dovecot",
        "group": "dovecot",
        "uid": nobody.pw_uid,
        "gid": nobody.pw_gid,
    }


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _wait_for(port: int, home: Path) -> None:
    for _attempt in range(100):
        try:
            socket.create_connection(("localhost", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"Dovecot did not start: {(home / 'out').read_text()}")


def _write_certificate(home: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (home / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (home / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))


def _service_of_tokens(key: bytes) -> ThreadingHTTPServer:
    """Gives tokens as Microsoft Entra would; Dovecot checks their signature, their time and whose they are itself."""

    class Gives(BaseHTTPRequestHandler):
        refresh = REFRESH

        def do_POST(self) -> None:
            asked = {name: values[0] for name, values in parse_qs(self._body()).items()}
            status, said = self._answer(asked)
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _body(self) -> str:
            return self.rfile.read(int(self.headers["Content-Length"])).decode()

        def _answer(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
            if asked.get("client_id") != CLIENT_ID or asked.get("client_secret", SECRET) != SECRET:
                return 401, {"error": "invalid_client"}
            given: dict[str, Any] = {"access_token": _token(key, asked.get("scope", "")), "token_type": "Bearer"}
            if asked["grant_type"] == "refresh_token":
                if asked["refresh_token"] != Gives.refresh:
                    return 400, {"error": "invalid_grant"}
                Gives.refresh = sha256(Gives.refresh.encode()).hexdigest()
                given["refresh_token"] = Gives.refresh
            return 200, given

        def log_message(self, *_said: Any) -> None:
            return

    made = ThreadingHTTPServer(("localhost", 0), Gives)
    Thread(target=made.serve_forever, daemon=True).start()
    return made


def _token(key: bytes, scope: str) -> str:
    """For the mailbox; for nobody's where the scope says so."""
    now = int(time.time())
    claims = {"sub": "nobody" if "other" in scope else ACCOUNT, "iat": now, "exp": now + 300}
    return jwt.encode({"alg": "HS256", "typ": "JWT"}, claims, OctKey.import_key(key))
