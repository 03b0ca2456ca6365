"""What stands in the trail for a text that the trail must not tell."""

import hashlib
import hmac

from django.conf import settings


def fingerprint(text: str) -> str:
    """Two texts can be compared by it and a text that is known can be proved; nothing can be read from it."""
    return hmac.new(settings.AUDIT_KEY, text.strip().lower().encode(), hashlib.sha256).hexdigest()[:24]
