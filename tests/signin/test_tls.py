"""A public installation over TLS, on a real socket: what its cookies are, and what it tells the browser."""

import base64
import http.client
import re
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlencode

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests import make
from tests.signin.test_workers import free_port, prepared, server

HOST = "127.0.0.1"
CLOSED = {"secure", "httponly", "path=/", "samesite=lax"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def certificate(folder):
    """One of our own for this machine, and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(hours=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.sign(key, SHA256()).public_bytes(Encoding.PEM))
    files[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return files


class Caller:
    """Sends forms as a browser does, and keeps every cookie as it was set."""

    def __init__(self, port, trusted):
        self.site, self.cookies, self.set = f"https://{HOST}:{port}", {}, []
        self.line = http.client.HTTPSConnection(HOST, port, context=ssl.create_default_context(cafile=trusted))

    def ask(self, method, path, body=None):
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": self.site}
        self.line.request(method, path, body, told | {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self.line.getresponse()
        answer.page = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
            self.set.append((name, {part.strip().lower() for part in cookie.split(";")[1:]}))
        return answer

    def send(self, path, **typed):
        token = TOKEN.search(self.ask("GET", path).page)[1]
        return self.ask("POST", path, urlencode(typed | {"csrfmiddlewaretoken": token}))


def test_over_tls_cookies_are_closed_and_bound_to_the_host_and_the_browser_is_told_to_stay(tmp_path):
    environment, email, secret = prepared(tmp_path)
    files, port = certificate(tmp_path), free_port()
    public = environment | {"MARAC_HOSTS": HOST}

    with server(public, port, "--certfile", str(files[0]), "--keyfile", str(files[1])):
        caller = Caller(port, files[0])
        caller.send("/account/sign-in/", email=email, password=make.PASSWORD)
        entered = caller.send("/account/sign-in/second/", code=make.code_of(base64.b32decode(secret)))
        today = caller.ask("GET", "/")

    assert (entered.status, entered.headers["Location"], today.status) == (302, "/", 200)
    assert {name for name, _how in caller.set} == {"__Host-session", "__Host-csrf"}
    assert [
        how for _name, how in caller.set if not how >= CLOSED or any(each.startswith("domain") for each in how)
    ] == []
    assert today.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
