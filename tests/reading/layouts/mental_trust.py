"""A mental health trust's record print as Word: patient banner in one row."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "mental-trust.docx"


def _people() -> list[str]:
    return [
        p(r("Pennine Vale Mental Health NHS Trust", "b")),
        p(r("Multi-Agency Risk Assessment Conference (MARAC) – Pennine Vale – Referral", "b")),
        tbl(
            tr("Patient: FAIRWEATHER, Rosalind (Mrs)", "Born: 03-Mar-1968 (58y)", "NHS No: 401 023 2137"),
            tr("Address: 9 Weavers Fold, Hebdon, ZZ54 9WF", "Phone: 07700 900861",
                "GP: Dr Anand, Hebdon Group Practice"),
        ),
        p(""),
        tbl(
            tr("Referring clinician", "Tobias Wren, Community Psychiatric Nurse"),
            tr("Team", "Hebdon Community Mental Health Team"),
            tr("Team telephone", "01632 960860"),
            tr("Referral date", "28-Apr-2026"),
        ),
        p(""),
        tbl(
            tr("Alleged abuser", tc(p("Neville FAIRWEATHER (husband)"), p("DOB 22-Nov-1964"),
                p("Lives at 9 Weavers Fold, Hebdon, ZZ54 9WF"),
                                     p("Mobile 07700 900862"))),
            tr("Other people of concern", tc(p("Grant Fairweather, adult son, DOB 01-Jun-1995, supplies "
                "cannabis to Neville"))),
            tr("Dependent children", tc(p("Kit Fairweather, DOB 14-Dec-2011, lives with patient, attends Hebdon "
                "High"))),
            tr("Safe contact", tc(p("Patient's mobile is monitored by husband: do not call or text."),
                                   p("Ring CMHT duty desk 01632 960863 who will pass messages on."))),
        ),
        p(""),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        tbl(
            tr("Does the patient have capacity to consent to this referral?", "Yes"),
            tr("Patient informed of this referral?", "Yes"),
            tr("Patient consent to this referral?", "No – frightened of Neville finding out"),
            tr("SafeLives DASH total", "16"),
            tr("Referral threshold", "☒ High risk   ☐ Professional judgement   ☐ Escalation   ☐ Repeat"),
            tr("Previous MARAC (this area)", "No"),
        ),
        p(r("Formulation and current concerns", "b")),
        p("Neville counts her tablets out and has told her to take the lot. He nailed the bedroom window shut "
            "at Easter."),
    )  # fmt: skip


FOLD = home("9 Weavers Fold, Hebdon", "ZZ54 9WF")
TRUTH = referral(
    SOURCE,
    case_area="Pennine Vale",
    referral_date="2026-04-28",
    referrer={"agency": "Hebdon Community Mental Health Team", "name": "Tobias Wren",
              "role": "Community Psychiatric Nurse", "phones": ["01632960860"]},
    victims=[
        person("Rosalind Fairweather", "1968-03-03", FOLD, phones=[phone("07700900861", call=False, text=False)],
               nhs_number="4010232137", gp="Dr Anand, Hebdon Group Practice", age_stated=58)
    ],
    perpetrators=[
        person("Neville Fairweather", "1964-11-22", FOLD, phones=[phone("07700900862")],
               relationship_to_victim="husband")
    ],
    children=[child("Kit Fairweather", "2011-12-14", lives_with="victim", school="Hebdon High")],
    others=[other("Grant Fairweather", "adult son", "possible threat")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False,
              "repeat": False},
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": False, "reason": "frightened of Neville finding out"},
    previous={"this_marac": False},
    must_include=["counts her tablets out"],
    accept={
        "referrer.agency": ["Pennine Vale Mental Health NHS Trust"], "victims[0].age_stated": [None],
        "victims[0].gender": ["female"], "perpetrators[0].gender": ["male"], "consent.reason": [None],
        "victims[0].phones[0].safe_to_text": [None], "victims[0].phones[0].safe_to_leave_message": [False],
        "children[0].lives_with": ["patient"], "children[0].address": [FOLD],
        "others": [["Grant Fairweather", "CMHT duty desk"], []],
        "victims[0].phones": [],
    },
)  # fmt: skip
