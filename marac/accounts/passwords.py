"""Which passwords are refused: what many choose, names that anybody would try here, and what is made of either."""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marac.directory.queries import names_here

LETTERS_AS_SIGNS = str.maketrans("013457@$!", "oieastasi")
PRODUCT = "OpenMARAC MARAC"
SHORT = 4  # so many letters that are nobody's password are no reason to refuse what stands around them


def made_of(password: str) -> set[str]:
    """What a long password may have been made of: itself, said once where it is said again and again, without the
    figures and signs at its ends, and with letters for the signs that stand for them."""
    found = {password.lower()}
    for change in (_said_once, _bare, lambda text: text.translate(LETTERS_AS_SIGNS), _said_once, _bare):
        found |= {change(each) for each in found}
    return {each for each in found if len(each) >= SHORT}


def without(password: str, names: Iterable[str]) -> str:
    """What is left of a password when every word of these names is out of it, also written with signs for letters."""
    plain = "".join(letter.lower()[:1] for letter in password).translate(LETTERS_AS_SIGNS)
    words = {word for name in names for word in re.findall(rf"[^\W\d_]{{{SHORT},}}", name.lower())}
    gone: set[int] = set()
    for word in words:
        for found in re.finditer(f"(?={re.escape(word)})", plain):
            gone |= set(range(found.start(), found.start() + len(word)))
    return "".join(letter for place, letter in enumerate(password) if place not in gone)


class CommonPasswordMadeLonger(CommonPasswordValidator):
    """With the 20,000 passwords of Django's list, of which hardly any has fifteen characters by itself."""

    def validate(self, password: str, user: Any = None) -> None:
        one_letter = len(set(password.lower())) < SHORT
        if one_letter or any(each in self.passwords for each in made_of(password)):
            raise ValidationError(
                _("Many people use this, or it is made of such a one. Choose four words that do not belong together.")
            )


class LongWithoutNames(CommonPasswordMadeLonger):
    """Names of the place, its agencies and domains, this product and the person themselves do not count."""

    def __init__(self, min_length: int) -> None:
        super().__init__()
        self.least = min_length

    def validate(self, password: str, user: Any = None) -> None:
        own = [user.name, user.email] if user else []
        left = without(password, [PRODUCT, *settings.HOSTS, *names_here(), *own])
        if left == password:
            return
        if len(left.strip()) < self.least:
            raise ValidationError(
                _("Anybody would try names of this place, its agencies and yourself. Choose words that are not.")
            )
        super().validate(left, user)


def _said_once(text: str) -> str:
    """password of passwordpassword, and of passwordpasswordpa."""
    again = re.fullmatch(r"(.{1,12}?)\1+(.*)", text)
    return again[1] if again and again[1].startswith(again[2]) else text


def _bare(text: str) -> str:
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text)
