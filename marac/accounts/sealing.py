"""Secrets as columns and sessions keep them: sealed with the key for columns, in base 64."""

from base64 import b64decode, b64encode

from django.conf import settings

from marac.kernel.sealed import seal, unseal


def closed(plain: bytes, context: bytes) -> str:
    return b64encode(seal(plain, key=settings.SEALING_KEY, context=context)).decode()


def opened(kept: str, context: bytes) -> bytes:
    """Raises Broken."""
    return unseal(b64decode(kept), key=settings.SEALING_KEY, context=context)
