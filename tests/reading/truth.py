"""Writes down what a careful coordinator reads in a document, in the shape of tests/samples/intake."""

from typing import Any

from marac.labels.known import WORDS

DIVERSITY = WORDS["shapes"]["diversity"]
CRITERIA = ("visible_high_risk", "professional_judgement", "potential_escalation", "repeat")


def home(
    text: str, postcode: str | None = None, kind: str = "current", *, secret: bool | None = None
) -> dict[str, Any]:
    return {"text": text, "postcode": postcode, "type": kind, "confidential": secret}


def phone(number: str, call=None, *, text=None, message=None, whose: str = "own") -> dict[str, Any]:
    said = {"safe_to_call": call, "safe_to_leave_message": message, "safe_to_text": text}
    return {"number": number.replace(" ", ""), "whose": whose, **said, "note": None}


def person(name: str, dob: str | None = None, *homes, phones=(), aliases=(), diversity=None, **facts) -> dict[str, Any]:
    """`name` is "Forenames SURNAME"."""
    forenames, _, surname = name.rpartition(" ")
    blank = dict.fromkeys(
        (
            "age_stated",
            "gender",
            "relationship_to_victim",
            "no_fixed_abode",
            "nhs_number",
            "gp",
            "housing",
            "occupation",
        )
    )
    return {
        **blank,
        "surname": surname,
        "forenames": forenames,
        "dob": dob,
        "dob_raw": None,
        "aliases": list(aliases),
        "addresses": list(homes),
        "phones": list(phones),
        "diversity": dict.fromkeys(DIVERSITY) | (diversity or {}),
        **facts,
    }


def child(name: str, dob: str | None = None, **facts) -> dict[str, Any]:
    forenames, _, surname = name.rpartition(" ")
    blank = dict.fromkeys(
        ("dob_raw", "age_stated", "edd", "gender", "relationship_to_victim", "relationship_to_perpetrator",
         "lives_with",
         "address", "school")
    )  # fmt: skip
    return {**blank, "surname": surname, "forenames": forenames, "dob": dob, "unborn": False, **facts}


def other(name: str, relationship: str | None = None, role: str = "named", phones=()) -> dict[str, Any]:
    return {
        "name": name,
        "relationship": relationship,
        "role": role,
        "phones": list(phones),
        "address": None,
        "note": None,
    }


def referral(source: str, **said) -> dict[str, Any]:
    """The whole truth; what is not given the document does not say. `accept` names other right answers by path."""
    checklist = dict.fromkeys(("variant", "answers", "score_stated", "score_counted", "extra_stalking_yes"))
    lists = ("victims", "perpetrators", "children", "others", "crime_refs")
    return {
        "schema": "marac-intake/1",
        "source": source,
        "kind": "referral",
        "case_area": said.get("case_area"),
        "referral_date": said.get("referral_date"),
        "referrer": {"agency": None, "name": None, "role": None, "phones": [], "email": None}
        | said.get("referrer", {}),
        **{key: said.get(key, []) for key in lists},
        "criteria": dict.fromkeys(CRITERIA) | said.get("criteria", {}),
        "checklist": {"included": False} | checklist | said.get("checklist", {}),
        "consent": dict.fromkeys(("victim_aware", "consent_given", "reason")) | said.get("consent", {}),
        "previous": dict.fromkeys(("this_marac", "last_date", "last_ref", "other_marac", "other_marac_detail"))
        | said.get("previous", {}),
        "views": dict.fromkeys(("afraid_of", "safe_to_talk_to", "not_safe_to_talk_to")) | said.get("views", {}),
        "narrative": {"present": bool(said.get("must_include")), "must_include": said.get("must_include", [])},
        "accept": said.get("accept", {}),
    }
