"""UK postcodes: read however they were typed, shown with their space, cut to the district."""

import re
from dataclasses import dataclass

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

# The shapes and letters of BS 7666 (Royal Mail, PAF Programmers' Guide): the outward code, then a figure and two
# letters without C I K M O V. In ZZ, an area that does not exist, lie invented addresses and the NHS's stand-ins such
# as ZZ99 3VZ, no fixed abode (NHS Data Dictionary, "postcode"), which may use any letter.
OUTWARD = (
    "(?:GIR|ZZ[0-9]{1,2}"
    "|[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRVWXY])"
    "|BF[0-9]|BFPO)"
)
INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"
ZZ_INWARD = "[0-9][A-Z]{2}"
WHOLE = re.compile(f"(?P<outward>{OUTWARD})(?P<inward>{INWARD})|(?P<zz>ZZ[0-9]{{1,2}})(?P<zz_inward>{ZZ_INWARD})")
DISTRICT = re.compile(OUTWARD)
IN_TEXT = re.compile(r"\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[\s\u00a0]{0,2}[0-9OoIiLl][A-Za-z]{2}\b")
NOT_LETTER_OR_FIGURE = re.compile("[^A-Z0-9]")
FIGURES_FOR_LETTERS = str.maketrans("OIL", "011")


@dataclass(frozen=True, order=True)
class Postcode:
    """ "KA1 2AB": `outward` is the district KA1, `inward` the street's 2AB."""

    outward: str
    inward: str

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}"

    @property
    def area(self) -> str:
        """The letters in front: "KA"."""
        return re.split("[0-9]", self.outward, maxsplit=1)[0]

    @property
    def sector(self) -> str:
        """ "KA1 2": some thousands of addresses."""
        return f"{self.outward} {self.inward[0]}"


def read_postcode(text: str) -> Postcode | None:
    """The postcode that the whole of `text` is, or None. A letter O or I where only a figure can stand is put right."""
    letters = NOT_LETTER_OR_FIGURE.sub("", text.upper())
    if len(letters) > 3:
        letters = letters[:-3] + letters[-3].translate(FIGURES_FOR_LETTERS) + letters[-2:]
    match = WHOLE.fullmatch(letters)
    if match is None:
        return None
    return Postcode(match["outward"] or match["zz"], match["inward"] or match["zz_inward"])


def parse_postcode(text: str) -> Postcode:
    """As `read_postcode`, for a form: what cannot be read is refused."""
    postcode = read_postcode(text)
    if postcode is None:
        raise Refusal(_("Enter a full UK postcode, such as ZZ1 2AB. Leave it blank if you do not know it."))
    return postcode


def format_postcode(text: str) -> str:
    """With capitals and its space; text that is no postcode is returned as it came, without space at the ends."""
    postcode = read_postcode(text)
    return str(postcode) if postcode else text.strip()


def outward(text: str) -> str:
    """The district, from a whole postcode or from a district alone; empty when `text` is neither."""
    postcode = read_postcode(text)
    if postcode:
        return postcode.outward
    district = NOT_LETTER_OR_FIGURE.sub("", text.upper())
    return district if DISTRICT.fullmatch(district) else ""


def postcodes_in(text: str) -> tuple[Postcode, ...]:
    """Every postcode that stands in a longer text, in order."""
    return tuple(postcode for postcode, _start, _end in postcode_places(text))


def postcode_places(text: str) -> list[tuple[Postcode, int, int]]:
    """As `postcodes_in`, each with where it starts and ends."""
    read = [(read_postcode(match.group()), match.start(), match.end()) for match in IN_TEXT.finditer(text)]
    return [(postcode, start, end) for postcode, start, end in read if postcode]
