"""A bulk run in the words of Splink, so that a nation can use the databases that Splink works on.

Splink (https://moj-analytical-services.github.io/splink) takes a table of records, whose columns are all text here, and
settings in JSON. It knows two classes of pairs where we know three, so it has no word for two of one family.
"""

from datetime import date

from marac.kernel.names import BESIDE_SURNAMES
from marac.matching.linking import possible_pairs
from marac.matching.splink_sql import FIGURES_OF_A_PHONE, FORMS, WORDS, Compared, comparisons
from marac.weighing.births import YEARS_ARE_CLOSE
from marac.weighing.columns import Codes, People, Vocabulary, district, house_number
from marac.weighing.fields import FIELDS, NAMES
from marac.weighing.spelling import consonants, formal_names, sound, sounding_part
from marac.weighing.weights import SAME, STRANGER, Weights

Row = dict[str, str]
DIALECT = "duckdb"
# What must be the same of both, for a pair to be compared: as in a bulk run, but for what somebody may have several of.
BLOCKS = (
    *(("forename_key", "surname_key"), ("first_word", "last_word"), ("forename_key", "day", "month")),
    *(("surname_key", "day", "month"), ("surname_key", "year", "initial"), ("exact", "initial")),
    *(("exact", "surname_key"), ("exact", "district_1"), ("postcode_1", "forename_key"), ("postcode_1", "surname_key")),
    *(("phone_1",), ("address_1", "initial")),
)


def settings(people: People, weights: Weights, left: int | None = None) -> dict[str, object]:
    """With `left`, the first so many people are compared with the rest only, as two lists."""
    return {
        "link_type": "dedupe_only" if left is None else "link_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": weights.rates(len(people), possible_pairs(len(people), left))[0],
        "comparisons": [_comparison(name, each, weights) for name, each in comparisons_of(people).items()],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": " AND ".join(f"l.{name} = r.{name}" for name in block), "sql_dialect": DIALECT}
            for block in BLOCKS
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def comparisons_of(people: People) -> dict[str, Compared]:
    """By the name of the field."""
    return comparisons(_most_homes(people), people.phone.shape[1])


def _comparison(name: str, compared: Compared, weights: Weights) -> dict[str, object]:
    at = NAMES.index(name)
    same, stranger = weights.shares[SAME][at], weights.shares[STRANGER][at]
    different = FIELDS[at].levels.DIFFERENT  # type: ignore[attr-defined]
    levels: list[dict[str, object]] = [
        {"sql_condition": compared.null, "label_for_charts": "not known", "is_null_level": True}
    ]
    for level, condition, rare_by in (*compared.levels, (different, "ELSE", "")):
        levels.append(
            {
                "sql_condition": condition,
                "label_for_charts": str(FIELDS[at].words[level - 1]),
                "m_probability": float(same[level]),
                "u_probability": float(stranger[level]),
                "fix_m_probability": True,
                "fix_u_probability": True,
            }
            | ({"tf_adjustment_column": rare_by, "tf_adjustment_weight": 1.0} if rare_by else {})
        )
    return {"output_column_name": name, "comparison_description": name, "comparison_levels": levels}


def titles(people: People) -> list[str]:
    return list(as_row(people, 0)) if len(people) else ["unique_id"]


def as_row(people: People, at: int) -> Row:
    """What is compared of somebody, each value under its column; nothing where it is not known."""
    words, addresses, postcodes = people.words, people.addresses, people.postcodes
    forename, middle, surname = (words.texts[codes[at]] for codes in (people.forename, people.middle, people.surname))
    surname_words, as_surname, other_forenames, other_surnames = (
        _texts(words, codes[at])
        for codes in (people.surname_words, people.forenames_as_surname, people.other_forenames, people.other_surnames)
    )
    homes, codes = _texts(addresses, people.address[at]), _texts(postcodes, people.postcode[at])
    phones = [f"{phone:0{FIGURES_OF_A_PHONE}d}" for phone in people.phone[at] if phone]
    formal = list(formal_names(forename)) if forename else []
    return {
        "unique_id": people.ids[at],
        **_name("forename", forename),
        **_name("surname", surname),
        "middle": middle,
        "initial": forename[:1],
        "forename_key": consonants(formal[-1]) if formal else "",
        "surname_key": consonants(surname_words[0]) if surname_words else "",
        "first_word": min(forename[:4], surname[:4]) if forename and surname else "",
        "last_word": max(forename[:4], surname[:4]) if forename and surname else "",
        **_several("formal", formal, FORMS),
        "formal_names": _spaced(formal),
        **_several("surname", surname_words, WORDS),
        "surname_words": _spaced(surname_words),
        **_sounds(formal, middle, surname_words),
        "forename_beside": _is_beside([forename]),
        "beside": _is_beside(surname_words),
        **_several("as_surname", as_surname, WORDS),
        **_several("other", other_surnames, WORDS),
        "other_surnames": _spaced(other_surnames),
        "other_forenames": _spaced(other_forenames),
        **_born(people, at),
        "sex": str(people.sex[at] or ""),
        **_several("address", homes, _most_homes(people)),
        **_several("house", [house_number(home) or "none" for home in homes], _most_homes(people)),
        **_several("postcode", codes, _most_homes(people)),
        **_several("district", list(map(district, codes)), _most_homes(people)),
        **_several("phone", phones, people.phone.shape[1]),
    }


def _most_homes(people: People) -> int:
    return max(people.address.shape[1], people.postcode.shape[1])


def _texts(texts: Vocabulary, codes: Codes) -> list[str]:
    return [texts.texts[code] for code in codes if code]


def _name(column: str, name: str) -> Row:
    return {column: name, f"{column}_sound": sound(name), f"{column}_consonants": consonants(name)}


def _several(column: str, values: list[str], count: int) -> Row:
    return {f"{column}_{at + 1}": values[at] if at < len(values) else "" for at in range(count)}


def _sounds(formal: list[str], middle: str, surname_words: list[str]) -> Row:
    formal_keys, parts = list(map(consonants, formal)), list(filter(None, map(sounding_part, surname_words)))
    return {
        **_several("formal_key", formal_keys, FORMS),
        "formal_keys": _spaced(formal_keys),
        **_several("part", parts, WORDS),
        "parts": _spaced(parts),
        "surname_keys": _spaced(list(map(consonants, surname_words))),
        "middle_key": sounding_part(middle),
    }


def _is_beside(names: list[str]) -> str:
    return str(int(not BESIDE_SURNAMES.isdisjoint(names))) if any(names) else ""


def _spaced(values: list[str]) -> str:
    return f" {' '.join(values)} " if values else ""


def _born(people: People, at: int) -> Row:
    earliest, latest, exact = (int(days[at]) for days in (people.born.earliest, people.born.latest, people.born.exact))
    figures = f"{exact:08d}" if exact else ""
    return {
        "exact": figures,
        "year": figures[:4],
        "month": figures[4:6],
        "day": figures[6:],
        "earliest": date.fromordinal(earliest).isoformat() if earliest else "",
        "latest": date.fromordinal(latest).isoformat() if latest else "",
        "born_wide": "1" if latest - earliest > YEARS_ARE_CLOSE else "",
    }
