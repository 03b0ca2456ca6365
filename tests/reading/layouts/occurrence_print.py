"""A police system's print in Word: NOMINAL 1, 2, 3, each with its involvement, in lines of several pairs."""

from docx import Document

from tests.reading.documents import saved
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "occurrence-print.docx"
TEXT = """NOT PROTECTIVELY MARKED UNTIL COMPLETE
NORTHMERE POLICE - VULNERABILITY UNIT - MARAC REFERRAL
Occurrence No: 26/0071884      Date/time of report: 19/07/2026 23:10
Referring officer: DC 4471 Imogen Tranter      Unit: Vulnerability Unit, Northmere Police
Officer tel: 01632 960731      Officer e-mail: imogen.tranter@northmere.police.example.org
Date of referral: 20/07/2026      MARAC: Northmere North

NOMINAL 1      Involvement: VICTIM
Surname: OYELARAN      Forename(s): Folasade Grace      Sex: Female
DOB: 08/04/1991      Ethnicity (self-defined): B2 Black African
Home address: 44 Quay View, Northmere, ZZ43 4QV
Mobile: 07700 900732      Safe to contact: YES      Leave msg: NO
Occupation: Pharmacist

NOMINAL 2      Involvement: SUSPECT
Surname: OYELARAN      Forename(s): Babatunde      Sex: Male      Alias: Tunde
DOB: 17/09/1988      Relationship to victim: Husband
Home address: 44 Quay View, Northmere, ZZ43 4QV
Bail address: 7 Harrow Court, Northmere, ZZ43 7HC
Mobile: 07700 900733

NOMINAL 3      Involvement: CHILD OF VICTIM AND SUSPECT
Surname: OYELARAN      Forename(s): Temi      Sex: Female
DOB: 25/12/2019      School: Quayside Primary

NOMINAL 4      Involvement: CHILD OF VICTIM
Surname: ADEBAYO      Forename(s): Daniel      Sex: Male
DOB: 02/06/2013      School: Northmere High

RISK ASSESSMENT
DASH completed: Yes      Ticks: 17      Grading: High
Reason: High risk [X]   Prof judgement [ ]   Escalation [ ]   Repeat [X]
Date of last MARAC: 14/01/2026
Victim informed of MARAC: Yes      Victim agrees: No
Reason for sharing without consent: Prevention of crime and protection of the children

CIRCUMSTANCES
Suspect poured boiling water toward victim in the kitchen and prevented her from calling 999 by snapping the handset.
Victim ran to a neighbour with both children."""


def document() -> bytes:
    made = Document()
    for line in TEXT.split("\n"):
        made.add_paragraph(line)
    return saved(made)


QUAY = home("44 Quay View, Northmere", "ZZ43 4QV")
TRUTH = referral(
    SOURCE,
    case_area="Northmere North",
    referral_date="2026-07-20",
    referrer={
        "agency": "Vulnerability Unit, Northmere Police", "name": "Imogen Tranter", "role": "DC",
        "phones": ["01632960731"], "email": "imogen.tranter@northmere.police.example.org",
    },
    victims=[
        person("Folasade Grace Oyelaran", "1991-04-08", QUAY,
               phones=[phone("07700900732", call=True, message=False)],
               gender="female", occupation="Pharmacist", diversity={"ethnicity": "B2 Black African"})
    ],
    perpetrators=[
        person("Babatunde Oyelaran", "1988-09-17", QUAY, home("7 Harrow Court, Northmere", "ZZ43 7HC", "bail"),
               phones=[phone("07700900733")], aliases=["Tunde"], gender="male", relationship_to_victim="Husband")
    ],
    children=[
        child("Temi Oyelaran", "2019-12-25", gender="female", school="Quayside Primary"),
        child("Daniel Adebayo", "2013-06-02", gender="male", school="Northmere High"),
    ],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False,
              "repeat": True},
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": False,
             "reason": "Prevention of crime and protection of the children"},
    previous={"this_marac": True, "last_date": "2026-01-14"},
    crime_refs=["26/0071884"],
    must_include=["poured boiling water toward victim", "ran to a neighbour with both children"],
    accept={
        "referrer.name": ["DC 4471 Imogen Tranter"],
        "referrer.role": [None, "DC 4471"],
        "victims[0].diversity.bme": [True],
        "children[0].relationship_to_victim": ["child", "daughter", "child of victim and suspect"],
        "children[0].relationship_to_perpetrator": ["child", "daughter", "child of victim and suspect"],
        "children[1].relationship_to_victim": ["child", "son", "child of victim"],
        "checklist.included": [True],
    },
)  # fmt: skip
