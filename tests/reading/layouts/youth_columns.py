"""A youth offending team's Word form: a column for each person with their part above it, codes."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "youth-columns.docx"
TOP = [
    ["Referring team", "Brackenshire Youth Justice Service"],
    ["Case manager", "Alasdair Penn"],
    ["Case manager's phone", "01632 960961"],
    ["Form date", "08/09/2026"],
    ["MARAC area", "Brackenshire South"],
]
PEOPLE = [
    ["", "Victim", "Perpetrator", "Child 1", "Child 2"],
    ["Full name", "Keeley Marr", "Brandon Ickes", "Harper Marr", "Theo Marr"],
    ["Date of birth", "19/12/1984", "07/07/2007", "22/02/2015", "04/10/2018"],
    ["Address", "10 Gorse Hill, Bracken ZZ62 1GH", "10 Gorse Hill, Bracken ZZ62 1GH", "As victim", "As victim"],
    ["Phone", "07700 900962", "07700 900963", "", ""],
    ["Sex", "F", "M", "F", "M"],
    ["Relationship to victim", "-", "Son", "Daughter", "Son"],
    ["School / work", "Supermarket", "Not in education", "Gorse Primary", "Gorse Primary"],
]
REST = [
    ["Can the victim be phoned safely?", "Only on Wednesdays when Brandon is at his appointment"],
    ["Can the victim be texted?", "No"],
    ["Has the victim been told about this referral?", "Yes"],
    ["Has the victim agreed to this referral?", "Yes"],
    ["Grounds", "Professional judgement; potential escalation"],
    ["DASH ticks", "11"],
    ["Account", "Brandon smashed the bathroom door with a hammer while Keeley was inside. Harper rang 999."],
]  # fmt: skip


def document() -> bytes:
    made = Document()
    made.add_heading("MARAC referral – youth justice")
    for rows in (TOP, PEOPLE, REST):
        table(made, rows)
        made.add_paragraph("")
    return saved(made)


GORSE = home("10 Gorse Hill, Bracken", "ZZ62 1GH")
TRUTH = referral(
    SOURCE,
    case_area="Brackenshire South",
    referral_date="2026-09-08",
    referrer={"agency": "Brackenshire Youth Justice Service", "name": "Alasdair Penn", "role": "Case manager",
              "phones": ["01632960961"]},
    victims=[
        person("Keeley Marr", "1984-12-19", GORSE, phones=[phone("07700900962", call=True, text=False)],
               gender="female", occupation="Supermarket")
    ],
    perpetrators=[
        person("Brandon Ickes", "2007-07-07", GORSE, phones=[phone("07700900963")], gender="male",
               relationship_to_victim="Son", occupation="Not in education")
    ],
    children=[
        child("Harper Marr", "2015-02-22", gender="female", relationship_to_victim="Daughter", school="Gorse Primary",
              address=GORSE),
        child("Theo Marr", "2018-10-04", gender="male", relationship_to_victim="Son", school="Gorse Primary",
              address=GORSE),
    ],
    criteria={"professional_judgement": True, "potential_escalation": True},
    checklist={"score_stated": 11},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["smashed the bathroom door with a hammer"],
    accept={
        "victims[0].phones[0].safe_to_call": [None], "referrer.role": [None],
        "victims[0].occupation": [None], "perpetrators[0].occupation": [None],
        "children[0].lives_with": ["victim"], "children[1].lives_with": ["victim"],
        "criteria.visible_high_risk": [False], "criteria.repeat": [False],
    },
)  # fmt: skip
