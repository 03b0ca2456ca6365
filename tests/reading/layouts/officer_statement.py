"""A force's Word report: short labels in capitals with tabs, warning markers."""

from docx import Document

from tests.reading.documents import saved
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "officer-statement.docx"
LINES = """#WEST FELL POLICE
#DOMESTIC ABUSE REPORT AND MARAC REFERRAL
REPORTING OFFICER:\tPS 1180 Gethin Rowe
STATION:\tFellgate
CONTACT:\t01632 960131
DATE OF REPORT:\t08/02/2026
CRIME NO:\tWF/26/01442
#AGGRIEVED
NAME:\tLorna Jane STEELE
DOB:\t17/08/1976
ADDRESS:\t2 Beacon Row, Fellgate, ZZ68 2BR
TEL:\t07700 900132
SAFE TO CALL:\tYES
OCCUPATION:\tTeaching assistant
#SUSPECT
NAME:\tMark STEELE
DOB:\t01/11/1974
ADDRESS:\tAS ABOVE
RELATIONSHIP:\tHusband
WARNING MARKERS:\tFirearms, violent to police
#CHILDREN PRESENT
NAME:\tConnor STEELE
DOB:\t23/05/2011
NAME:\tMegan STEELE
DOB:\t14/12/2013
#WITNESS
NAME:\tAlan BRIGGS
TEL:\t07700 900133
#RISK
DASH:\tHIGH, 18 ticks
REPEAT MARAC:\tNo
AGGRIEVED INFORMED OF MARAC:\tYes
AGGRIEVED CONSENTS:\tNo
#CIRCUMSTANCES
The suspect struck the aggrieved with a dog lead and locked her in the garage. The witness heard her and called police.
The suspect was arrested and bailed not to go to 2 Beacon Row."""


def document() -> bytes:
    made = Document()
    for line in LINES.split("\n"):
        if line.startswith("#"):
            made.add_paragraph().add_run(line[1:]).bold = True
        else:
            made.add_paragraph(line)
    return saved(made)


TRUTH = referral(
    SOURCE,
    case_area="West Fell",
    referral_date="2026-02-08",
    referrer={"agency": "West Fell Police", "name": "Gethin Rowe", "role": "PS", "phones": ["01632960131"]},
    victims=[
        person("Lorna Jane Steele", "1976-08-17", home("2 Beacon Row, Fellgate", "ZZ68 2BR"),
               phones=[phone("07700900132", call=True)], occupation="Teaching assistant")
    ],
    perpetrators=[
        person("Mark Steele", "1974-11-01", home("2 Beacon Row, Fellgate", "ZZ68 2BR"),
            relationship_to_victim="Husband")
    ],
    children=[child("Connor Steele", "2011-05-23"), child("Megan Steele", "2013-12-14")],
    others=[other("Alan Briggs", None, "witness", [phone("07700900133")])],
    criteria={"repeat": False},
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": False},
    crime_refs=["WF/26/01442"],
    must_include=["struck the aggrieved with a dog lead"],
    accept={
        "case_area": [None, "Fellgate"], "referrer.name": ["PS 1180 Gethin Rowe"], "referrer.role": [None],
        "referrer.agency": ["Fellgate", "Fellgate, West Fell Police"], "previous.this_marac": [False],
        "criteria.visible_high_risk": [True], "checklist.score_stated": [None],
    },
)  # fmt: skip
