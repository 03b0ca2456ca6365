"""Which passwords are refused: those that many choose, and those made of them to be long enough."""

import re
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LETTERS_AS_SIGNS = str.maketrans("013457@$!", "oieastasi")
SHORT = 4  # so many letters that are nobody's password are no reason to refuse what stands around them


def made_of(password: str) -> set[str]:
    """What a long password may have been made of: itself, said once where it is said again and again, without the
    figures and signs at its ends, and with letters for the signs that stand for them."""
    found = {password.lower()}
    for change in (_said_once, _bare, lambda text: text.translate(LETTERS_AS_SIGNS), _said_once, _bare):
        found |= {change(each) for each in found}
    return {each for each in found if len(each) >= SHORT}


class CommonPasswordMadeLonger(CommonPasswordValidator):
    """With the 20,000 passwords of Django's list, of which hardly any has fifteen characters by itself."""

    def validate(self, password: str, user: Any = None) -> None:
        one_letter = len(set(password.lower())) < SHORT
        if one_letter or any(each in self.passwords for each in made_of(password)):
            raise ValidationError(
                _("Many people use this, or it is made of such a one. Choose four words that do not belong together.")
            )


def _said_once(text: str) -> str:
    """password of passwordpassword, and of passwordpasswordpa."""
    again = re.fullmatch(r"(.{1,12}?)\1+(.*)", text)
    return again[1] if again and again[1].startswith(again[2]) else text


def _bare(text: str) -> str:
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text)
