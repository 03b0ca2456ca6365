"""How a refusal is said on a page: translated, with its values."""

from django.utils.translation import gettext

from marac.kernel.refusal import Refusal


def said(refusal: Refusal) -> str:
    return refusal.said(gettext)
