"""Phone numbers, health numbers and mail addresses, in the one form in which they are stored and compared."""

import re
from datetime import date
from email.utils import parseaddr

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

EXTENSION = re.compile(r"(?:\bext(?:ension|n)?\b|x(?=[ .:]*[0-9]))\.?.*", re.IGNORECASE | re.DOTALL)
NOT_DIGIT = re.compile("[^0-9]")
# Ofcom, National Telephone Numbering Plan: ten figures after the 0, in a few old numbers nine, at Childline seven.
UK_PHONE = re.compile("0(?:[1-35789][0-9]{9}|[158][0-9]{8}|8001111)")
# Any ten or eleven figures from 0 or 44, however they are spaced: a slip in a number is still what somebody wrote.
PHONE_IN_TEXT = re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\))?\s?|0044\s?|\(?0)\d(?:[\s().-]{0,2}\d){7,9}(?![\d/])")
FOREIGN_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
# How many figures the area code and the next group have, longest beginning first (same plan, appendix A).
PHONE_GROUPS = (
    (re.compile("02"), (3, 4, 4)),
    (re.compile("011|01[0-9]1"), (4, 3, 4)),
    (re.compile("0[389]"), (4, 3, 4)),
    (re.compile("0"), (5, 6)),
)
HEALTH_WEIGHTS = range(10, 1, -1)


def phone_digits(text: str) -> str:
    """A number to store and search: UK numbers as figures with a leading 0, others as "+" and figures.

    +44, 0044, "(0)", spaces, brackets and extensions go, and a 0 that a spreadsheet ate comes back. Text without
    figures gives an empty string. Never refuses: see `parse_phone`.
    """
    number = EXTENSION.sub("", text).strip()
    digits = NOT_DIGIT.sub("", number)
    if digits.startswith("00"):
        number, digits = "+", digits[2:]
    abroad = number.lstrip("( ").startswith("+")
    if digits.startswith("44") and (abroad or len(digits) in (12, 13)):
        return f"0{digits[2:].lstrip('0')}"
    if abroad and digits:
        return f"+{digits}"
    return f"0{digits}" if len(digits) == 10 and digits[0] in "12378" else digits


def phones_in(text: str) -> list[tuple[str, int, int]]:
    """Every UK number that stands in a longer text, as `phone_digits` gives it, with where it starts and ends."""
    found = [(phone_digits(match.group()), match.start(), match.end()) for match in PHONE_IN_TEXT.finditer(text)]
    return [each for each in found if len(each[0]) in (10, 11)]


def is_phone(digits: str) -> bool:
    """Whether what `phone_digits` gave has the shape of a telephone number."""
    return bool(UK_PHONE.fullmatch(digits) or FOREIGN_PHONE.fullmatch(digits))


def parse_phone(text: str) -> str:
    """As `phone_digits`, for a form: what is no telephone number is refused."""
    digits = phone_digits(text)
    if not is_phone(digits):
        raise Refusal(
            _("Enter a telephone number, such as 01632 960 001 or 07700 900 982. Begin a number from abroad with +.")
        )
    return digits


def display_phone(digits: str) -> str:
    """ "01632960001" as "01632 960001": grouped as the numbering plan does; anything else as it is."""
    if not UK_PHONE.fullmatch(digits) or len(digits) != 11:
        return digits
    groups = next(groups for beginning, groups in PHONE_GROUPS if beginning.match(digits))
    starts = [sum(groups[:index]) for index in range(len(groups))]
    return " ".join(digits[start : start + length] for start, length in zip(starts, groups, strict=True))


def health_number_digits(text: str) -> str:
    return NOT_DIGIT.sub("", text)


def is_nhs_number(text: str) -> bool:
    """Ten figures whose last is the check on the others.

    NHS Data Dictionary, "NHS number": weights 10 to 2, modulus 11; a remainder that would need the check figure 10
    is never issued. Northern Ireland's Health and Care number is made in the same way.
    """
    digits = health_number_digits(text)
    if len(digits) != 10 or not re.fullmatch(r"[0-9\s-]+", text) or len(set(digits)) == 1:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(HEALTH_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def is_chi_number(text: str) -> bool:
    """Scotland's Community Health Index number: a birth date (ddmmyy), three figures and the same check.

    NHS Scotland, National Data Dictionary, "CHI number". The ninth figure is even for a woman and odd for a man when
    the number is issued; it is not relied on here.
    """
    if not is_nhs_number(text):
        return False
    digits = health_number_digits(text)
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def parse_health_number(text: str) -> str:
    """The ten figures of an NHS, Health and Care or CHI number, refused when the check figure is wrong."""
    if not is_nhs_number(text.strip()):
        raise Refusal(_("This NHS or CHI number has a mistake in it. Check its ten figures, or leave it blank."))
    return health_number_digits(text)


def display_nhs_number(digits: str) -> str:
    """ "9434765919" as "943 476 5919", as the NHS writes it; a CHI number is written without spaces."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 10 else digits


def mail_domain(address: str) -> str:
    """The part after the @, in lower case: "Kim <kim@Police.example.org>" gives "police.example.org".

    Empty when there is not exactly one address.
    """
    _name, plain = parseaddr(address)
    local, at, domain = plain.rpartition("@")
    domain = domain.strip().rstrip(".").lower()
    return domain if local and at and "@" not in local and not re.search(r"\s", plain) else ""


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
