"""A health and social care trust's Word form: check boxes by Wingdings, a client and a partner."""

from tests.reading.markup import head, p, tbl, tc, tr, wingding, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "trust-boxes.docx"
ON, OFF = wingding("FD"), wingding("A8")


def _choice(yes: bool) -> str:
    return tc(ON if yes else OFF, " Yes   ", OFF if yes else ON, " No")


def _people() -> list[str]:
    return [
        head("Lough Neave Health and Social Care Trust"),
        head("MARAC referral – Lough Neave"),
        tbl(
            tr("Staff member referring", "Siobhan Kerrigan", "Job title", "Midwifery Sister"),
            tr("Base", "Lough Neave Hospital, Antenatal", "Ext / mobile", "01632 960891"),
            tr("Referral date", "30/11/2025", "Line manager informed", _choice(True)),
        ),
        head("Client"),
        tbl(
            tr("Full name", "Aoife Brannigan", "H&C number", "320 004 5671"),
            tr("D.O.B.", "12/02/2003", "Marital status", "Single"),
            tr("Address", tc("51 Drumbeg Park, Lough Neave, ZZ56 5DP", span=3)),
            tr("Telephone", "07700 900892", "Safe to contact by telephone", _choice(True)),
            tr("Safe to leave a message", _choice(False), "Safe to text", _choice(False)),
            tr("Pregnant", _choice(True), "Estimated date of delivery", "25/02/2026"),
            tr("Disability", _choice(False), "Interpreter required", _choice(False)),
        ),
        head("Partner / ex-partner (alleged perpetrator)"),
        tbl(
            tr("Full name", "Cathal Devenney", "D.O.B.", "26/07/1998"),
            tr("Address", tc("Unknown, believed staying with friends", span=3)),
            tr("Telephone", "07700 900893", "Nature of relationship", "Ex-boyfriend, father of unborn"),
        ),
        head("Family composition (children only)"),
        tbl(
            tr("Name", "D.O.B.", "Lives with", "Father", "Nursery / school"),
            tr("Caoimhe Brannigan", "19/04/2022", "Client", "Cathal Devenney", "Sunbeams Nursery"),
            tr("Unborn", "EDD 25/02/2026", "", "Cathal Devenney", ""),
        ),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        head("Referral details"),
        tbl(
            tr("High risk (14 or above)", _choice(False)),
            tr("Professional concern", _choice(True)),
            tr("Repeat referral", _choice(False)),
            tr("DASH total", "12"),
            tr("Client informed of referral", _choice(True)),
            tr("Client agrees to referral", _choice(True)),
        ),
        head("Narrative"),
        p("Cathal waited at the antenatal clinic and pulled her by the hair to the car park. He said no wean of "
            "his will "
          "be born in this town."),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Lough Neave",
    referral_date="2025-11-30",
    referrer={"agency": "Lough Neave Health and Social Care Trust", "name": "Siobhan Kerrigan",
              "role": "Midwifery Sister", "phones": ["01632960891"]},
    victims=[
        person("Aoife Brannigan", "2003-02-12", home("51 Drumbeg Park, Lough Neave", "ZZ56 5DP"),
               phones=[phone("07700900892", call=True, text=False, message=False)], nhs_number="3200045671",
               diversity={"pregnant": True, "disabled": False, "interpreter": False})
    ],
    perpetrators=[
        person("Cathal Devenney", "1998-07-26", phones=[phone("07700900893")],
               relationship_to_victim="Ex-boyfriend")
    ],
    children=[
        child("Caoimhe Brannigan", "2022-04-19", lives_with="victim", school="Sunbeams Nursery"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-02-25"},
    ],
    criteria={"visible_high_risk": False, "professional_judgement": True, "repeat": False},
    checklist={"score_stated": 12},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["waited at the antenatal clinic"],
    accept={
        "referrer.agency": ["Lough Neave Hospital, Antenatal", "Lough Neave Hospital"],
        "victims[0].nhs_number": [None], "previous.this_marac": [False],
        "perpetrators[0].relationship_to_victim": ["Ex-boyfriend, father of unborn"],
        "perpetrators[0].addresses": [home("Unknown, believed staying with friends"), home("staying with friends")],
        "children[0].lives_with": ["Client"],
        "children[0].address": [home("51 Drumbeg Park, Lough Neave", "ZZ56 5DP")],
        "children[0].relationship_to_perpetrator": ["child"],
            "children[1].relationship_to_perpetrator": ["child", "father"],
    },
)  # fmt: skip
