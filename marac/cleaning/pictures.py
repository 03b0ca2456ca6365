"""A picture without what its camera wrote into it: place, time, whose it is."""

import io

from PIL import Image

KINDS = ("JPEG", "PNG")
MOST_PIXELS = 60_000_000


def bare_picture(content: bytes) -> bytes:
    """The same pixels. What is not a photograph (a drawing of Word's own kinds) holds no such thing and stays."""
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return b""
            kind, made = picture.format, io.BytesIO()
            bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
            if picture.mode == "P" and picture.palette is not None:
                bare.putpalette(picture.palette)
            bare.save(made, kind, quality=92) if kind == "JPEG" else bare.save(made, kind)
            return made.getvalue()
    except (OSError, ValueError, SyntaxError):
        return content
