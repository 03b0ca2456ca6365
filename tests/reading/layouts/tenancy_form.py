"""A housing association's Word form: tenant and household as the landlord knows them, a grown son among them."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "tenancy-form.docx"
STAFF = [
    ["Part 1 – Officer completing"],
    ["Officer", "Bartholomew Quince"],
    ["Position", "Neighbourhood Officer"],
    ["Landlord", "Larkfield Homes"],
    ["Officer contact", "01632 960761 / b.quince@larkfield.example.org"],
    ["Date completed", "8th October 2026"],
]
TENANT = [
    ["Part 2 – Tenant (victim)"],
    ["Tenant name", "Ms Shanice Powell-Brown"],
    ["Date of birth", "07/07/1985"],
    ["Tenancy address", "61 Larkfield Rise, Hexton, ZZ46 1LR"],
    ["Tenancy type", "Assured, joint with perpetrator"],
    ["Contact telephone", "07700 900762"],
    ["Is this number safe?", "No. Perpetrator answers it"],
    ["Safe number", "07700 900763 (own, second phone kept at work, 9am-1pm)"],
    ["Ethnic origin", "Black Caribbean"],
    ["Vulnerabilities / disability", "Depression"],
]
HIM = [
    ["Part 3 – Person alleged to be causing the abuse"],
    ["Name", "Curtis Brown"],
    ["Date of birth", "21/03/1982"],
    ["Does this person live at the property?", "Yes"],
    ["Other known address", "His mother's, 15 Canal Row, Hexton, ZZ46 5CR"],
    ["Relationship to tenant", "Husband"],
]
HOUSEHOLD = [
    ["Part 4 – Household members"],
    ["Name", "Date of birth", "Relationship to tenant", "School or work"],
    ["Jerome Powell", "12/04/2006", "Son", "Hexton Garage"],
    ["Tia Brown", "23/08/2014", "Daughter", "Larkfield Juniors"],
    ["Micah Brown", "01/03/2026", "Son", ""],
]
REST = [
    ["Part 5 – The referral"],
    ["Which threshold is met?", "Professional judgement"],
    ["Number of yes answers on the RIC", "11"],
    ["Previously discussed at MARAC?", "Yes – Hexton MARAC, 20/11/2024"],
    ["Tenant informed?", "Yes"],
    ["Tenant's consent obtained?", "Yes"],
    ["Police reference", "HX/26/55120"],
    ["Circumstances",
     "Curtis removed the bathroom door and timed her in the shower. He has the only key to the front door."],
]  # fmt: skip


def document() -> bytes:
    made = Document()
    made.add_heading("Larkfield Homes – MARAC referral (Hexton and District MARAC)")
    for rows in (STAFF, TENANT, HIM, HOUSEHOLD, REST):
        table(made, rows)
        made.add_paragraph("")
    return saved(made)


RISE = home("61 Larkfield Rise, Hexton", "ZZ46 1LR")
TRUTH = referral(
    SOURCE,
    case_area="Hexton and District",
    referral_date="2026-10-08",
    referrer={
        "agency": "Larkfield Homes", "name": "Bartholomew Quince", "role": "Neighbourhood Officer",
        "phones": ["01632960761"], "email": "b.quince@larkfield.example.org",
    },
    victims=[
        person(
            "Shanice Powell-Brown", "1985-07-07", RISE,
            phones=[phone("07700900762", call=False), phone("07700900763", call=True)],
            housing="Assured, joint with perpetrator",
            diversity={"ethnicity": "Black Caribbean", "disabled": True, "disability_detail": "Depression"},
        )
    ],
    perpetrators=[
        person("Curtis Brown", "1982-03-21", RISE, home("15 Canal Row, Hexton", "ZZ46 5CR", "other"),
               relationship_to_victim="Husband")
    ],
    children=[
        child("Tia Brown", "2014-08-23", relationship_to_victim="Daughter", school="Larkfield Juniors"),
        child("Micah Brown", "2026-03-01", relationship_to_victim="Son"),
    ],
    others=[other("Jerome Powell", "Son")],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 11},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2024-11-20"},
    crime_refs=["HX/26/55120"],
    must_include=["removed the bathroom door and timed her in the shower"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].diversity.bme": [True],
        "victims[0].diversity.disabled": [None],
        "victims[0].diversity.disability_detail": [None],
        "victims[0].phones[1].safe_to_call": [None],
        "perpetrators[0].addresses": [RISE],
        "children[0].gender": ["female"],
        "children[1].gender": ["male"],
        "children[0].lives_with": ["victim", "parents"],
        "children[1].lives_with": ["victim", "parents"],
        "children[0].address": [RISE],
        "children[1].address": [RISE],
        "case_area": ["Hexton"],
        "criteria.visible_high_risk": [False],
        "criteria.potential_escalation": [False],
        "criteria.repeat": [False],
        "previous.other_marac": [False],
    },
)  # fmt: skip
