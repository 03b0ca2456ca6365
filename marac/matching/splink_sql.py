"""What each level of each comparison is in the SQL of Splink, over the columns of `splink.as_row`.

The levels stand in the order in which they are tried: the first that holds counts. The last, that two differ, needs no
words. `l` and `r` are the two records of a pair; what is not known of one of them makes a condition fail.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import product
from typing import NamedTuple

from marac.weighing.compare import ADDRESSES_ALIKE, FEMALE, FORENAMES_ALIKE, SURNAMES_ALIKE
from marac.weighing.fields import Born, Forename, Home, Middle, Phone, Sex, Surname
from marac.weighing.spelling import SHORTEST_BEGINNING, SHORTEST_END

JARO_WINKLER = "jaro_winkler_similarity"  # as DuckDB calls it; Spark says jaro_winkler
ONE_SLIP = "damerau_levenshtein"
FIGURES_OF_A_DATE, FIGURES_OF_A_PHONE = 8, 10
WORDS, FORMS = 3, 4  # columns of a surname's words, and of the names that a forename may stand for


class Said(NamedTuple):
    level: IntEnum
    condition: str
    rare_by: str = ""  # the column by whose frequency an agreement counts


class Compared(NamedTuple):
    null: str
    levels: Sequence[Said]


def comparisons(homes: int, phones: int) -> dict[str, Compared]:
    """By the name of the field; of homes and phones somebody may have so many."""
    return {
        "forename": Compared(_missing("forename"), _forenames()),
        "surname": Compared(f"{_missing('surname')} OR (surname_l <> surname_r AND {EXCHANGED})", _surnames()),
        "born": Compared(_missing("earliest"), BIRTHS),
        "home": Compared(f"({_missing('postcode_1')}) AND ({_missing('address_1')})", _homes(homes)),
        "phone": Compared(_missing("phone_1"), _phones(phones)),
        "sex": Compared(_missing("sex"), [Said(Sex.SAME, "sex_l = sex_r")]),
        "middle": Compared(_missing("middle"), MIDDLES),
    }


def _missing(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


def _either(condition: str) -> str:
    """With {a} and {b} as the two records, or the other way round."""
    return f"({condition.format(a='l', b='r')} OR {condition.format(a='r', b='l')})"


def _any(conditions: Sequence[str]) -> str:
    return f"({' OR '.join(conditions)})"


def _word_among(columns: Sequence[str], words: str, a: str = "{a}", b: str = "{b}") -> str:
    """Whether one of the columns of the one is a word of the other's, which has spaces round each."""
    return _any([f"{words}_{b} LIKE '% ' || {column}_{a} || ' %'" for column in columns])


def _numbered(column: str, count: int) -> list[str]:
    return [f"{column}_{number}" for number in range(1, count + 1)]


AS_SURNAME, SURNAMES, OTHERS = (_numbered(name, WORDS) for name in ("as_surname", "surname", "other"))
FORMAL_KEYS, PARTS = _numbered("formal_key", FORMS), _numbered("part", WORDS)
IS_A_SURNAME = _any([_word_among(AS_SURNAME, words) for words in ("surname_words", "other_surnames")])
SOUNDS_LIKE_SURNAME = _word_among(FORMAL_KEYS, "surname_keys")
NOT_BESIDE = "forename_beside_l = '0' AND forename_beside_r = '0'"
TURNED = "(middle_{a} = forename_{b} AND surname_words_{b} LIKE '% ' || forename_{a} || ' %')"
EXCHANGED = _any(
    [
        " AND ".join(IS_A_SURNAME.format(a=one, b=two) for one, two in ("lr", "rl")),
        _either(f"({IS_A_SURNAME} AND {SOUNDS_LIKE_SURNAME.format(a='{b}', b='{a}')})"),
        _either(TURNED),
    ]
)
INITIAL = "(length({column}_l) = 1 OR length({column}_r) = 1)"
SAME_LETTER = "substr({column}_l, 1, 1) = substr({column}_r, 1, 1)"


def _forenames() -> list[Said]:
    words = "length(forename_l) > 1 AND length(forename_r) > 1"
    short = (
        f"((length(forename_{{a}}) >= {SHORTEST_BEGINNING} AND forename_{{b}} LIKE forename_{{a}} || '%') OR "
        f"(length(forename_{{a}}) >= {SHORTEST_END} AND forename_{{b}} LIKE '%' || forename_{{a}}))"
    )
    formal = _word_among(_numbered("formal", FORMS), "formal_names", "l", "r")
    keys = _word_among(FORMAL_KEYS, "formal_keys", "l", "r")
    initial = f"{INITIAL} AND {SAME_LETTER}".format(column="forename")
    return [
        Said(Forename.SAME, "forename_l = forename_r", "forename"),
        Said(Forename.INITIAL, initial),
        Said(Forename.NICKNAME, f"{words} AND ({_either(short)} OR {formal})"),
        Said(Forename.EXCHANGED, EXCHANGED),
        Said(Forename.MIDDLE, _either("forename_{a} = middle_{b}")),
        Said(Forename.LIKE, f"{words} AND {_any([_spelt_or_sounding('forename', FORENAMES_ALIKE), keys])}"),
        Said(Forename.ALIAS, _either(_word_among(["forename"], "other_forenames"))),
        Said(Forename.SURNAME, f"{NOT_BESIDE} AND {_either(IS_A_SURNAME)}"),
    ]


def _surnames() -> list[Said]:
    parts, middle = _word_among(PARTS, "parts", "l", "r"), _either("parts_{a} LIKE '% ' || middle_key_{b} || ' %'")
    part, former = _word_among(SURNAMES, "surname_words", "l", "r"), _word_among(OTHERS, "other_surnames", "l", "r")
    return [
        Said(Surname.SAME, "surname_l = surname_r", "surname"),
        Said(Surname.PART, _any([part, _either("surname_words_{a} LIKE '% ' || middle_{b} || ' %'")])),
        Said(Surname.FORMER, _any([_either(_word_among(SURNAMES, "other_surnames")), former])),
        Said(Surname.LIKE, _spelt("surname", SURNAMES_ALIKE)),
        Said(Surname.SOUND, _any([_sounding("surname"), parts, middle])),
        Said(Surname.BESIDE, "beside_l <> beside_r"),
        Said(Surname.WOMANS, f"(sex_l = '{FEMALE}' OR sex_r = '{FEMALE}')"),
    ]


def _spelt(column: str, least: float) -> str:
    both = f"({column}_l, {column}_r)"
    return _any([f"{JARO_WINKLER}{both} >= {least}", f"{ONE_SLIP}{both} <= 1"])


def _sounding(column: str) -> str:
    return _any([f"{column}_{kind}_l = {column}_{kind}_r" for kind in ("sound", "consonants")])


def _spelt_or_sounding(column: str, least: float) -> str:
    return _any([_spelt(column, least), _sounding(column)])


def _one_figure_differs(one: str, two: str, figures: int) -> str:
    both = ((f"substr({one}, {at}, 1)", f"substr({two}, {at}, 1)") for at in range(1, figures + 1))
    differ = " + ".join(f"CASE WHEN {figure} <> {other} THEN 1 ELSE 0 END" for figure, other in both)
    return f"({one} IS NOT NULL AND {two} IS NOT NULL AND {differ} = 1)"


PARTLY = "(exact_l IS NULL OR exact_r IS NULL) AND earliest_l <= latest_r AND earliest_r <= latest_l"
SAME_YEAR = "year_l = year_r"
FIRST_OF_JANUARY = _either("(month_{a} = '01' AND day_{a} = '01')")
BIRTHS = [
    Said(Born.SAME, "exact_l = exact_r"),
    Said(Born.TURNED, f"{SAME_YEAR} AND month_l = day_r AND day_l = month_r"),
    Said(Born.ONE_FIGURE, _one_figure_differs("exact_l", "exact_r", FIGURES_OF_A_DATE)),
    Said(Born.OTHER_YEAR, "month_l = month_r AND day_l = day_r"),
    Said(Born.FIRST_OF_JANUARY, f"{SAME_YEAR} AND {FIRST_OF_JANUARY}"),
    Said(Born.SAME_YEAR, SAME_YEAR),
    Said(Born.POSSIBLE_AGE, f"{PARTLY} AND (born_wide_l = '1' OR born_wide_r = '1')"),
    Said(Born.POSSIBLE_YEAR, PARTLY),
]
MIDDLES = [
    Said(Middle.SAME, "middle_l = middle_r"),
    Said(Middle.INITIAL, f"{INITIAL} AND {SAME_LETTER}".format(column="middle")),
]


def _homes(count: int) -> list[Said]:
    """Of each home of the one with each of the other: the nearest two count."""

    def of_any(condition: Callable[[str, str], str]) -> str:
        return _any([condition(f"{one}_l", f"{two}_r") for one, two in product(range(1, count + 1), repeat=2)])

    def same_address(i: str, j: str) -> str:
        return (
            f"(address_{i} = address_{j} OR (house_{i} = house_{j} AND "
            f"{JARO_WINKLER}(address_{i}, address_{j}) >= {ADDRESSES_ALIKE}))"
        )

    def same_postcode(i: str, j: str) -> str:
        return f"postcode_{i} = postcode_{j}"

    def near(i: str, j: str) -> str:
        return f"(postcode_{i} <> postcode_{j} AND {ONE_SLIP}(postcode_{i}, postcode_{j}) <= 1)"

    def without_address(i: str, j: str) -> str:
        return f"({same_postcode(i, j)} AND (address_{i} IS NULL OR address_{j} IS NULL))"

    return [
        Said(Home.SAME, of_any(lambda i, j: f"({same_postcode(i, j)} AND {same_address(i, j)})"), "postcode_1"),
        Said(Home.POSTCODE, of_any(without_address), "postcode_1"),
        Said(Home.NEIGHBOURS, of_any(same_postcode), "postcode_1"),
        Said(Home.SLIP, of_any(lambda i, j: f"({near(i, j)} AND {same_address(i, j)})")),
        Said(Home.ADDRESS, of_any(same_address)),
        Said(Home.NEAR, of_any(near)),
        Said(Home.DISTRICT, of_any(lambda i, j: f"district_{i} = district_{j}")),
    ]


def _phones(count: int) -> list[Said]:
    both = [(f"phone_{one}_l", f"phone_{two}_r") for one, two in product(range(1, count + 1), repeat=2)]
    slips = [_one_figure_differs(one, two, FIGURES_OF_A_PHONE) for one, two in both]
    return [Said(Phone.SAME, _any([f"{one} = {two}" for one, two in both])), Said(Phone.ONE_FIGURE, _any(slips))]
