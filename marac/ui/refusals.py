"""How words of a rule are said on a page: translated, with what was put in."""

from django.utils.translation import gettext

from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence


def said(words: Refusal | str) -> str:
    return words.said(gettext) if isinstance(words, Refusal | Sentence) else gettext(words)
