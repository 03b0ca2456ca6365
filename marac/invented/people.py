"""Invented referrals in the shape of marac-intake/1, drawn from a seed in the proportions of `shares.toml`."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from marac.kernel.dates import age_on

_HERE = Path(__file__).parent
NAMES: dict[str, list[str]] = tomllib.loads((_HERE / "names.toml").read_text(encoding="utf-8"))
SHARES: dict[str, dict[str, Any]] = tomllib.loads((_HERE / "shares.toml").read_text(encoding="utf-8"))
_PEOPLE: dict[str, float] = SHARES["people"]
REPEAT, SERIAL = _PEOPLE["repeat"], _PEOPLE["serial"]
TOPICS = (
    *("injury", "frightened", "fears_harm", "isolated", "low_mood_suicidal", "separation", "child_contact", "stalking"),
    *("pregnancy_baby", "more_often", "getting_worse", "control_jealousy", "weapons", "threats_to_kill"),
    *("strangulation", "sexual", "other_people_hba", "hurt_others", "animals", "money", "drugs_alcohol_mh"),
    *("abuser_suicidal", "breach", "criminal_record"),
)
ETHNICITIES = (
    *("Asian or Asian British", "Pakistani", "Indian", "Black British", "Black African", "Caribbean"),
    *("Mixed white and Black Caribbean", "White other", "Any other white background", "Arab"),
)
LANGUAGES = ("Polish", "Urdu", "Romanian", "Arabic", "Punjabi", "British Sign Language")
DISABILITIES = ("Long-term back pain", "Hearing loss", "Epilepsy", "Learning disability", "Depression and anxiety")
CALL_NOTES = ("Weekday mornings only", "Between 10 and 2, when alone", "Text first: reads messages at work", None)
OTHERS = (
    ("Sister", "Safe contact"),
    ("Mother", "Safe contact"),
    ("Friend", "Support"),
    ("Perpetrator's mother", "Possible threat"),
    ("Perpetrator's brother", "Possible threat: passes messages on"),
)
FEMALE_WORDS = {"Husband": "Wife", "Ex-husband": "Ex-wife", "Son": "Daughter", "Brother": "Sister", "Father": "Mother"}
THRESHOLD = 14


def referral_content(chance: Random, *, area: str, agency: str, on: date) -> dict[str, Any]:
    """One referral, complete enough to be decided; every phone is from the range set aside for drama."""
    male = chance.random() < _PEOPLE["male_victim"]
    home = _address(chance)
    home["confidential"] = True if chance.random() < _PEOPLE["confidential"] else None
    pregnant = not male and chance.random() < _PEOPLE["pregnant"]
    victim = _victim(chance, "male" if male else "female", on, home, pregnant)
    children = _children(chance, victim, home, on, pregnant)
    answers = _answers(chance, children=bool(children), pregnant=pregnant)
    perpetrator = _perpetrator(chance, male, on)
    return {
        "schema": "marac-intake/1",
        "source": None,
        "kind": "referral",
        "case_area": area,
        "referral_date": on.isoformat(),
        "referrer": {
            "agency": agency,
            "name": invented_name(chance),
            "role": None,
            "phones": [f"01632960{chance.randrange(1000):03d}"],
            "email": None,
        },
        "victims": [victim],
        "perpetrators": [perpetrator],
        "children": children,
        "others": _others(chance, victim),
        **_grounds(chance, answers, again=False),
        "previous": dict.fromkeys(("this_marac", "last_date", "last_ref", "other_marac", "other_marac_detail")),
        "views": {"afraid_of": perpetrator["forenames"], "safe_to_talk_to": None, "not_safe_to_talk_to": None},
        "crime_refs": [f"FP/{chance.randrange(10_000, 99_999)}/{on:%y}"] if chance.random() < 0.6 else [],
        "narrative": {"present": True, "text": "An invented account for the demonstration."},
    }


def fresh_account(chance: Random, before: dict[str, Any], on: date) -> dict[str, Any]:
    """A further referral about the same people: another day, another checklist."""
    pregnant = bool(before["victims"][0]["diversity"]["pregnant"])
    answers = _answers(chance, children=bool(before["children"]), pregnant=pregnant)
    return before | {
        "referral_date": on.isoformat(),
        "referrer": before["referrer"] | {"name": invented_name(chance)},
        "narrative": {"present": True, "text": ""},
        "previous": before["previous"] | {"this_marac": True},
        **_grounds(chance, answers, again=True),
    }


def invented_name(chance: Random) -> str:
    return f"{chance.choice(NAMES[chance.choice(('female', 'male'))])} {chance.choice(NAMES['surnames'])}"


def _grounds(chance: Random, answers: dict[str, str], *, again: bool) -> dict[str, Any]:
    """The checklist, the grounds that follow from it, and whether the victim agreed."""
    yes = sum(answer == "yes" for answer in answers.values())
    agreed = chance.random() < 0.8
    return {
        "criteria": {
            "visible_high_risk": yes >= THRESHOLD,
            "professional_judgement": yes < THRESHOLD,
            "potential_escalation": answers["more_often"] == "yes",
            "repeat": again,
        },
        "checklist": {
            "included": True,
            "variant": "adult",
            "answers": answers,
            "score_stated": yes,
            "score_counted": yes,
            "extra_stalking_yes": None,
        },
        "consent": {
            "victim_aware": True,
            "consent_given": agreed,
            "reason": None if agreed else "The risk is too high not to share.",
        },
    }


def _victim(chance: Random, sex: str, on: date, home: dict[str, Any], pregnant: bool) -> dict[str, Any]:
    young = chance.random() < _PEOPLE["aged_16_17"]
    years = chance.choice((16, 17)) if young else _years(chance, "victim")
    victim = _person(chance, sex=sex, years=years, on=on, address=home)
    victim["diversity"]["pregnant"] = pregnant
    return victim


def _perpetrator(chance: Random, male_victim: bool, on: date) -> dict[str, Any]:
    sex = "female" if male_victim or chance.random() > _PEOPLE["perpetrator_male"] else "male"
    young = chance.random() < _PEOPLE["perpetrator_under_18"]
    years = chance.choice((15, 16, 17)) if young else _years(chance, "perpetrator")
    made = _person(chance, sex=sex, years=years, on=on, address=_address(chance))
    kinds = list(SHARES["relationships"].values())
    word = chance.choices([kind for kind, _share in kinds], weights=[share for _kind, share in kinds])[0]
    made["relationship_to_victim"] = FEMALE_WORDS.get(word, word) if sex == "female" else word
    if young:
        made["relationship_to_victim"] = "Son" if sex == "male" else "Daughter"
    if chance.random() < _PEOPLE["no_fixed_abode"]:
        made["no_fixed_abode"], made["addresses"] = True, []
    return made


def _years(chance: Random, who: str) -> int:
    bands = SHARES["ages"][who]
    first, last, _share = chance.choices(bands, weights=[band[2] for band in bands])[0]
    return chance.randrange(first, last + 1)


def _person(chance: Random, *, sex: str, years: int, on: date, address: dict[str, Any]) -> dict[str, Any]:
    born = on - timedelta(days=round(years * 365.25) + chance.randrange(20, 340))
    minoritised = chance.random() < _PEOPLE["minoritised"]
    disabled = chance.random() < _PEOPLE["disabled"]
    interpreter = minoritised and chance.random() < _PEOPLE["interpreter"] / _PEOPLE["minoritised"]
    return {
        "surname": chance.choice(NAMES["surnames"]),
        "forenames": chance.choice(NAMES[sex]),
        "aliases": [chance.choice(NAMES["surnames"])] if chance.random() < 0.06 else [],
        "dob": born.isoformat(),
        "dob_raw": f"{born:%d/%m/%Y}",
        "age_stated": None,
        "gender": sex,
        "relationship_to_victim": None,
        "addresses": [address],
        "no_fixed_abode": None,
        "phones": [_phone(chance)],
        "nhs_number": None,
        "gp": chance.choice(NAMES["surgeries"]),
        "housing": chance.choice(("Council tenant", "Housing association tenant", "Private rented", "Owner")),
        "occupation": chance.choice(NAMES["occupations"]),
        "diversity": {
            "ethnicity": chance.choice(ETHNICITIES) if minoritised else "White British",
            "bme": minoritised,
            "disabled": disabled,
            "disability_detail": chance.choice(DISABILITIES) if disabled else None,
            "lgbt": chance.random() < _PEOPLE["lgbt"],
            "pregnant": False,
            "language": chance.choice(LANGUAGES) if interpreter else "English",
            "interpreter": interpreter,
            **dict.fromkeys(("nationality", "religion")),
        },
    }


def _children(
    chance: Random, victim: dict[str, Any], home: dict[str, Any], on: date, pregnant: bool
) -> list[dict[str, Any]]:
    (count,) = chance.choices(range(len(SHARES["children"]["number"])), weights=SHARES["children"]["number"])
    found = [_child(chance, victim, home, on) for _each in range(count)]
    if pregnant and chance.random() < _PEOPLE["unborn"] / _PEOPLE["pregnant"]:
        due = on + timedelta(days=chance.randrange(20, 200))
        unborn = _child(chance, victim, home, on)
        nothing = {"surname": None, "forenames": None, "dob": None, "dob_raw": None, "school": None}
        found.append(unborn | nothing | {"unborn": True, "edd": due.isoformat()})
    return found


def _child(chance: Random, victim: dict[str, Any], home: dict[str, Any], on: date) -> dict[str, Any]:
    born = on - timedelta(days=chance.randrange(200, 6000))
    return {
        "surname": victim["surname"],
        "forenames": chance.choice(NAMES[chance.choice(("female", "male"))]),
        "dob": born.isoformat(),
        "dob_raw": f"{born:%d/%m/%Y}",
        "age_stated": None,
        "unborn": False,
        "edd": None,
        "gender": None,
        "relationship_to_victim": "Child",
        "relationship_to_perpetrator": chance.choice(("Child", "Child", "Stepchild", None)),
        "lives_with": "victim",
        "address": home,
        "school": _school(chance, age_on(born, on)),
    }


def _school(chance: Random, age: int) -> str | None:
    for kind, until in (("nurseries", 5), ("primary_schools", 11), ("secondary_schools", 17)):
        if 3 <= age < until:
            return str(chance.choice(NAMES[kind]))
    return None


def _others(chance: Random, victim: dict[str, Any]) -> list[dict[str, Any]]:
    if chance.random() >= _PEOPLE["somebody_else"]:
        return []
    relationship, role = chance.choice(OTHERS)
    name = f"{chance.choice(NAMES['female'])} {chance.choice([victim['surname'], *NAMES['surnames'][:20]])}"
    return [
        {
            "name": name,
            "relationship": relationship,
            "role": role,
            "phones": [_phone(chance)],
            "address": None,
            "note": None,
        }
    ]


def _answers(chance: Random, *, children: bool, pregnant: bool) -> dict[str, str]:
    """Nobody without a child answers yes about contact, nor without a pregnancy or a baby about that."""
    told = SHARES["answers"]
    shares = {topic: told.get(topic, told["other"]) for topic in TOPICS}
    shares |= {"child_contact": 0.6 if children else 0.0, "pregnancy_baby": 0.97 if pregnant else 0.05 * children}
    unsure = told["not_known"]
    return {
        topic: chance.choices(("yes", "no", "dont_know"), (share, max(0.0, 1 - share - unsure), unsure))[0]
        for topic, share in shares.items()
    }


def _address(chance: Random) -> dict[str, Any]:
    return {
        "text": f"{chance.randrange(1, 180)} {chance.choice(NAMES['streets'])}, {chance.choice(NAMES['towns'])}",
        "postcode": f"ZZ{chance.randrange(1, 9)} {chance.randrange(1, 9)}{''.join(chance.choices('ABDEFGHJLN', k=2))}",
        "type": "current",
        "confidential": None,
    }


def _phone(chance: Random) -> dict[str, Any]:
    safe = chance.choice((True, False, None))
    return {
        "number": f"07700900{chance.randrange(1000):03d}",
        "whose": "own",
        "safe_to_call": safe,
        "safe_to_leave_message": False,
        "safe_to_text": None,
        "note": chance.choice(CALL_NOTES) if safe else None,
    }
