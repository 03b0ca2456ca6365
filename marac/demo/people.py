"""Invented referrals in the shape of marac-intake/1, drawn from a seed in the proportions of published figures."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
TOPICS = (
    *("injury", "frightened", "fears_harm", "isolated", "low_mood_suicidal", "separation", "child_contact", "stalking"),
    *(
        "pregnancy_baby",
        "more_often",
        "getting_worse",
        "control_jealousy",
        "weapons",
        "threats_to_kill",
        "strangulation",
    ),
    *("sexual", "other_people_hba", "hurt_others", "animals", "money", "drugs_alcohol_mh", "abuser_suicidal", "breach"),
    "criminal_record",
)

# Shares of cases, from the national figures for the year to September 2024 (SafeLives) and the Fife report.
MALE_VICTIM, AGED_16_17, MINORITISED, DISABLED, LGBT, REPEAT = 0.064, 0.013, 0.141, 0.101, 0.016, 0.31
STALKING, WEAPON, PREGNANT, CHILDREN = 0.41, 0.30, 0.09, (0.45, 0.20, 0.20, 0.10, 0.05)  # 1.1 to 1.25 children a case
ETHNICITIES = ("Asian or Asian British", "Black British", "Mixed", "White Polish", "Arab")


def referral_content(chance: Random, *, area: str, agency: str, on: date) -> dict[str, Any]:
    """One referral, complete enough to be decided; every phone is from the range set aside for drama."""
    male = chance.random() < MALE_VICTIM
    home = _address(chance)
    victim = _person(chance, sex="male" if male else "female", on=on, address=home)
    perpetrator = _person(chance, sex="female" if male else "male", on=on, address=_address(chance), adult=True)
    perpetrator["relationship_to_victim"] = chance.choice(["Partner", "Ex-partner", "Husband", "Son", "Brother"])
    answers = _answers(chance)
    return {
        "schema": "marac-intake/1",
        "source": None,
        "kind": "referral",
        "case_area": area,
        "referral_date": on.isoformat(),
        "referrer": {"agency": agency, "name": _name(chance), "role": None, "phones": ["01632960100"], "email": None},
        "victims": [victim],
        "perpetrators": [perpetrator],
        "children": _children(chance, victim, home, on),
        "others": [],
        **_grounds(chance, answers),
        "previous": dict.fromkeys(("this_marac", "last_date", "last_ref", "other_marac", "other_marac_detail")),
        "views": {"afraid_of": perpetrator["forenames"], "safe_to_talk_to": None, "not_safe_to_talk_to": None},
        "crime_refs": [],
        "narrative": {"present": True, "text": "An invented account for the demonstration."},
    }


def _grounds(chance: Random, answers: dict[str, str]) -> dict[str, Any]:
    """The checklist, the grounds that follow from it, and whether the victim agreed."""
    yes = sum(answer == "yes" for answer in answers.values())
    agreed = chance.random() < 0.8
    return {
        "criteria": {
            "visible_high_risk": yes >= 14,
            "professional_judgement": yes < 14,
            "potential_escalation": answers["more_often"] == "yes",
            "repeat": False,
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


def _person(chance: Random, *, sex: str, on: date, address: dict[str, Any], adult: bool = False) -> dict[str, Any]:
    young = not adult and chance.random() < AGED_16_17
    years = chance.choice((16, 17)) if young else round(min(85, max(18, chance.gauss(34, 12))))
    born = on - timedelta(days=round(years * 365.25) + chance.randrange(20, 340))
    minoritised = chance.random() < MINORITISED
    return {
        "surname": chance.choice(NAMES["surnames"]),
        "forenames": chance.choice(NAMES[sex]),
        "aliases": [],
        "dob": born.isoformat(),
        "dob_raw": f"{born:%d/%m/%Y}",
        "age_stated": None,
        "gender": sex,
        "relationship_to_victim": None,
        "addresses": [address],
        "no_fixed_abode": None,
        "phones": [_phone(chance)],
        **dict.fromkeys(("nhs_number", "gp", "housing", "occupation")),
        "diversity": {
            "ethnicity": chance.choice(ETHNICITIES) if minoritised else "White British",
            "bme": minoritised,
            "disabled": chance.random() < DISABLED,
            "lgbt": chance.random() < LGBT,
            "pregnant": sex == "female" and chance.random() < PREGNANT,
            **dict.fromkeys(("disability_detail", "language", "interpreter", "nationality", "religion")),
        },
    }


def _children(chance: Random, victim: dict[str, Any], home: dict[str, Any], on: date) -> list[dict[str, Any]]:
    (count,) = chance.choices(range(len(CHILDREN)), weights=CHILDREN)
    found = []
    for _each in range(count):
        born = on - timedelta(days=chance.randrange(200, 6000))
        found.append(
            {
                "surname": victim["surname"],
                "forenames": chance.choice(NAMES[chance.choice(("female", "male"))]),
                "dob": born.isoformat(),
                "dob_raw": f"{born:%d/%m/%Y}",
                "age_stated": None,
                "unborn": False,
                "edd": None,
                "gender": None,
                "relationship_to_victim": "Child",
                "relationship_to_perpetrator": None,
                "lives_with": "victim",
                "address": home,
                "school": chance.choice(NAMES["schools"]),
            }
        )
    return found


def _answers(chance: Random) -> dict[str, str]:
    shares = dict.fromkeys(TOPICS, 0.66) | {"stalking": STALKING, "weapons": WEAPON, "pregnancy_baby": PREGNANT}
    return {
        topic: chance.choices(("yes", "no", "dont_know"), (share, 0.9 - share, 0.1))[0]
        for topic, share in shares.items()
    }


def _address(chance: Random) -> dict[str, Any]:
    return {
        "text": f"{chance.randrange(1, 180)} {chance.choice(NAMES['streets'])}",
        "postcode": f"ZZ{chance.randrange(1, 9)} {chance.randrange(1, 9)}{''.join(chance.choices('ABDEFGHJLN', k=2))}",
        "type": "current",
        "confidential": None,
    }


def _phone(chance: Random) -> dict[str, Any]:
    return {
        "number": f"07700900{chance.randrange(1000):03d}",
        "whose": "own",
        "safe_to_call": chance.choice((True, False, None)),
        "safe_to_leave_message": False,
        "safe_to_text": None,
        "note": None,
    }


def _name(chance: Random) -> str:
    return f"{chance.choice(NAMES['female'])} {chance.choice(NAMES['surnames'])}"
