"""The picture that an authenticator app reads with its camera."""

from io import BytesIO

import segno

from marac.signin.rules import authenticator


def picture_of(secret: bytes, email: str) -> bytes:
    """As SVG, black on white, with the margin that cameras need."""
    made = BytesIO()
    words = authenticator(secret).get_provisioning_uri(email, "OpenMARAC")
    segno.make_qr(words, error="m").save(made, kind="svg", scale=5, border=4, light="#fff")
    return made.getvalue()
