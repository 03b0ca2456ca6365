"""A veterans' charity's Word form: 'the veteran' is at risk, 'the household member of concern', boxes as characters."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "veterans-form.docx"


TABLES = [
    [
        ["Charity", "Homefront Veterans' Aid"],
        ["Caseworker and contact", "Lt Cdr (Retd) Piers Ashdown, 07700 900351, piers@homefront.example.org"],
        ["Form dated", "30-06-2026"],
        ["Going to which MARAC", "Trentham Vale"],
    ],
    [
        ["THE VETERAN (at risk)"],
        ["Name", "Gareth Ioan Beddoe"],
        ["Service number", "R/25514407"],
        ["Date of birth", "17-05-1981"],
        ["Gender", "☑ Male ☐ Female"],
        ["Home address", "The Lodge, Quarry Bank, Trentham, ZZ95 1QB"],
        ["Best number", "07700 900352"],
        ["Can this number be used safely?", "☑ Yes ☐ No ☐ Not sure"],
        ["Can a message be left?", "☐ Yes ☑ No ☐ Not sure"],
        ["Injuries or conditions from service", "Hearing loss, PTSD"],
    ],
    [
        ["THE HOUSEHOLD MEMBER OF CONCERN"],
        ["Name", "Kerry-Ann Beddoe (née Stagg)"],
        ["Date of birth", "02-09-1983"],
        ["Gender", "☐ Male ☑ Female"],
        ["Home address", "☑ As for the veteran ☐ Other:"],
        ["Relation to the veteran", "Wife"],
    ],
    [
        ["DEPENDANTS"],
        ["Name", "Date of birth", "Relation to the veteran"],
        ["Ellis Beddoe", "11-11-2012", "son"],
        ["Nansi Beddoe", "04-04-2019", "daughter"],
    ],
    [
        ["☐ Visible high risk   ☐ Repeat   ☑ Professional judgement   ☐ Escalation"],
        ["The veteran is aware of this form   ☑ Yes ☐ No"],
        ["The veteran consents   ☑ Yes ☐ No"],
        ["Concerns", "She has hit him with a claw hammer while he slept and hides his hearing aids so that he "
         "cannot use the phone. He has left twice and been brought back by threats over the children."],
    ],
]  # fmt: skip


def document() -> bytes:
    return form(*TABLES, title="Concern for a veteran")


LODGE = home("The Lodge, Quarry Bank, Trentham", "ZZ95 1QB")
TRUTH = referral(
    SOURCE,
    case_area="Trentham Vale",
    referral_date="2026-06-30",
    referrer={
        "agency": "Homefront Veterans' Aid",
        "name": "Piers Ashdown",
        "role": "Caseworker",
        "phones": ["07700900351"],
        "email": "piers@homefront.example.org",
    },
    victims=[
        person(
            "Gareth Ioan Beddoe",
            "1981-05-17",
            LODGE,
            phones=[phone("07700900352", call=True, message=False)],
            gender="male",
            diversity={"disability_detail": "Hearing loss, PTSD"},
        )
    ],
    perpetrators=[
        person(
            "Kerry-Ann Beddoe",
            "1983-09-02",
            LODGE,
            gender="female",
            aliases=["Stagg"],
            relationship_to_victim="Wife",
        )
    ],
    children=[
        child("Ellis Beddoe", "2012-11-11", relationship_to_victim="son"),
        child("Nansi Beddoe", "2019-04-04", relationship_to_victim="daughter"),
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["hides his hearing aids"],
    accept={
        "referrer.name": ["Lt Cdr (Retd) Piers Ashdown"],
        "referrer.role": [None],
        "victims[0].diversity.disability_detail": [None],
        "victims[0].diversity.disabled": [True],
        "previous.this_marac": [False],
        **{f"children[{n}].lives_with": ["victim", "parents"] for n in range(2)},
        **{f"children[{n}].address": [LODGE] for n in range(2)},
    },
)
