"""A ward's Word referral: a sticker, then questions in bold with a sentence beneath each."""

from tests.reading.markup import p, r, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "ward-handover.docx"
ASKED = (
    ("Who is making this referral?", "Staff Nurse Imelda Quick, Ward 9, Eskdale Infirmary, bleep 01632 960151"),
    ("When?", "29 September 2026"),
    ("Which MARAC?", "Eskdale"),
    ("How can the patient be contacted after discharge?", "On 07700 900152, mornings only. It is safe to call then."),
    ("Who is believed to be causing harm?", "Her grandson Kieran Holt, born 8 May 2003"),
    ("Where does that person live?", "With the patient"),
    ("Are any children involved?", "No"),
    (
        "What are the concerns?",
        "She was admitted with a broken wrist. Kieran visits for her pension card and shouts at staff.",
    ),
    ("Is the patient aware that a referral is being made?", "Yes"),
    ("Has the patient given consent?", "No, she does not want him in trouble"),
    ("Why are you referring without consent?", "Risk of serious harm on discharge"),
    ("Which criteria are met?", "Professional judgement"),
)


def document() -> bytes:
    asked = [p(r(question, "b")) + p(answer) for question, answer in ASKED]
    return word(
        p(r("Eskdale Infirmary – domestic abuse referral", "b")),
        p("Patient: Mrs Nora HOLT   DOB: 12/12/1939   NHS No: 943 476 5919"),
        p("Address: 40 Mill Brow, Eskdale, ZZ69 4MB"),
        *asked,
    )


BROW = home("40 Mill Brow, Eskdale", "ZZ69 4MB")
TRUTH = referral(
    SOURCE,
    case_area="Eskdale",
    referral_date="2026-09-29",
    referrer={"agency": "Ward 9, Eskdale Infirmary", "name": "Imelda Quick", "role": "Staff Nurse",
        "phones": ["01632960151"]},
    victims=[
        person("Nora Holt", "1939-12-12", BROW, phones=[phone("07700900152", call=True)], nhs_number="9434765919")
    ],
    perpetrators=[person("Kieran Holt", "2003-05-08", BROW, relationship_to_victim="grandson")],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": False, "reason": "Risk of serious harm on discharge"},
    must_include=["visits for her pension card"],
    accept={
        "victims[0].gender": ["female"], "perpetrators[0].gender": ["male"],
        "referrer.name": ["Staff Nurse Imelda Quick"], "referrer.role": [None, "Ward 9"],
        "referrer.agency": ["Eskdale Infirmary", "Ward 9"], "criteria.visible_high_risk": [False],
        "criteria.potential_escalation": [False], "criteria.repeat": [False],
        "consent.reason": ["she does not want him in trouble"], "victims[0].phones[0].safe_to_call": [None],
    },
)  # fmt: skip
