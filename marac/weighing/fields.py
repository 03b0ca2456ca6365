"""What is compared of two people, on which levels each thing may stand, and in which words that is said."""

from dataclasses import dataclass
from enum import IntEnum

from marac.kernel.text import Sentence, _


class Forename(IntEnum):
    UNKNOWN = 0
    SAME = 1
    NICKNAME = 2
    LIKE = 3
    INITIAL = 4
    MIDDLE = 5
    EXCHANGED = 6
    ALIAS = 7
    SURNAME = 8
    DIFFERENT = 9


class Surname(IntEnum):
    """Not known, too, where it stands as the forename: Forename.EXCHANGED says it once for both."""

    UNKNOWN = 0
    SAME = 1
    PART = 2
    FORMER = 3
    LIKE = 4
    SOUND = 5
    BESIDE = 6
    WOMANS = 7
    DIFFERENT = 8


class Born(IntEnum):
    UNKNOWN = 0
    SAME = 1
    TURNED = 2
    ONE_FIGURE = 3
    OTHER_YEAR = 4
    FIRST_OF_JANUARY = 5
    SAME_YEAR = 6
    POSSIBLE_YEAR = 7
    POSSIBLE_AGE = 8
    DIFFERENT = 9


class Home(IntEnum):
    """From the nearest to the farthest: of several homes the nearest two count."""

    UNKNOWN = 0
    SAME = 1
    POSTCODE = 2
    NEIGHBOURS = 3
    SLIP = 4
    ADDRESS = 5
    NEAR = 6
    DISTRICT = 7
    DIFFERENT = 8


class Phone(IntEnum):
    UNKNOWN = 0
    SAME = 1
    ONE_FIGURE = 2
    DIFFERENT = 3


class Sex(IntEnum):
    UNKNOWN = 0
    SAME = 1
    DIFFERENT = 2


class Middle(IntEnum):
    UNKNOWN = 0
    SAME = 1
    INITIAL = 2
    DIFFERENT = 3


class Number(IntEnum):
    """That the health service or the police gave to somebody."""

    UNKNOWN = 0
    SAME = 1
    ONE_FIGURE = 2
    DIFFERENT = 3


@dataclass(frozen=True)
class Field:
    """`name` is its heading in the weights; `words` say each level but the first, which says nothing."""

    name: str
    levels: type[IntEnum]
    words: tuple[Sentence, ...]

    def __len__(self) -> int:
        return len(self.levels)


FIELDS = (
    Field(
        "forename",
        Forename,
        (
            _("same forename"),
            _("forename of one is short for the other's"),
            _("forename spelt or sounding alike"),
            _("forename begins with the same letter"),
            _("forename of one is the middle name of the other"),
            _("forename and surname changed round"),
            _("forename of one is another name of the other"),
            _("forename of one is the surname of the other"),
            _("different forename"),
        ),
    ),
    Field(
        "surname",
        Surname,
        (
            _("same surname"),
            _("part of the surname is the same"),
            _("surname of one is another name of the other"),
            _("surname spelt alike"),
            _("surname or part of it sounds alike"),
            _("different surname, of which one often stands beside another, as Kaur or Begum does"),
            _("different surname, of a woman"),
            _("different surname"),
        ),
    ),
    Field(
        "born",
        Born,
        (
            _("same birth date"),
            _("same birth date with day and month changed round"),
            _("birth date differs in one figure"),
            _("same day of birth in another year"),
            _("same year of birth, one given as 1 January"),
            _("same year of birth, another day"),
            _("birth dates can both be true"),
            _("ages can both be true"),
            _("birth dates cannot both be true"),
        ),
    ),
    Field(
        "home",
        Home,
        (
            _("same address"),
            _("same postcode, an address missing"),
            _("same postcode, another address"),
            _("same address, postcode nearly the same"),
            _("same address, postcode different or missing"),
            _("postcode nearly the same"),
            _("same postcode district"),
            _("different address"),
        ),
    ),
    Field("phone", Phone, (_("same phone"), _("phone differs in one figure"), _("different phone"))),
    Field("sex", Sex, (_("same sex"), _("different sex"))),
    Field("middle", Middle, (_("same middle name"), _("same middle initial"), _("different middle name"))),
    Field(
        "health_number",
        Number,
        (_("same NHS or CHI number"), _("NHS or CHI number nearly the same"), _("different NHS or CHI number")),
    ),
    Field(
        "police_reference",
        Number,
        (_("same police reference"), _("police reference nearly the same"), _("different police reference")),
    ),
)
NAMES = tuple(field.name for field in FIELDS)
