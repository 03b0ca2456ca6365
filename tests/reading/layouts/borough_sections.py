"""A London borough's Word form: numbered sections in four columns, perpetrators side by side, a grid of children."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "borough-sections.docx"
REFERRER = [
    ["1. REFERRING PROFESSIONAL"],
    ["Name and job title", "Odette Ramsay, Senior Housing Officer", "Agency / team", "Fenwater Homes"],
    ["Work telephone", "01632 960510", "Secure email", "odette.r@fenwaterhomes.example.org"],
    ["Date form completed", "4 February 2026", "Has your manager seen this?", "Yes"],
]
AT_RISK = [
            ["2. PERSON AT RISK"],
            ["First name(s)", "Marisol", "Family name", "Quintero"],
            ["D.O.B / age", "17.05.1990 (35)", "Gender identity", "Female"],
            ["Home address inc. postcode", "Flat 22, Teal House, Fenwater ZZ14 2TE",
             "Is the address known to the alleged perpetrator?", "Yes"],
            ["Contact number", "07700 900511", "Safe to contact on this number? Best times?",
             "Yes, weekdays 10 to 2 only. Do not leave voicemails"],
            ["Ethnic origin", "Latin American", "First language / interpreter needed?",
             "Spanish, interpreter required"],
            ["Disability or health needs", "None known", "Sexual orientation", "Heterosexual"],
            ["Tenure", "Secure council tenant, sole", "GP surgery", "Fenwater Road Practice"],
        ]  # fmt: skip
ALLEGED = [
    ["3. ALLEGED PERPETRATOR(S)"],
    ["", "Perpetrator 1", "Perpetrator 2"],
    ["Full name", "Darren Stokoe", "Lisa Stokoe"],
    ["D.O.B / age", "30.11.1986", "Not known"],
    ["Address", "5 Heron Walk, Fenwater ZZ14 7HW", "As perpetrator 1"],
    ["Relationship to person at risk", "Ex-partner", "Sister of ex-partner"],
]
CHILDREN = [
    ["Child's full name", "D.O.B", "M/F", "Lives with", "School / nursery"],
    ["Mateo Stokoe", "09.09.2018", "M", "Mother", "Teal Road Primary"],
    ["Lucia Quintero", "21.01.2014", "F", "Mother", "St Brannoc's Academy"],
    ["", "", "", "", ""],
]
REASONS = [
    ["5. WHY IS THIS BEING REFERRED? (please check all that apply)"],
    ["☒ Visible high risk – number of ticks on the risk checklist: 15"],
    ["☐ Professional judgement (set out your reasons in section 7)"],
    ["☒ Potential escalation – number of police call outs in the last 12 months: 4"],
    ["☐ Repeat – a further incident within 12 months of the last MARAC"],
]
KNOWLEDGE = [
    ["6. KNOWLEDGE AND AGREEMENT"],
    ["Is the person at risk aware of this referral?", "☒ Yes ☐ No"],
    ["Have they agreed to it?", "☐ Yes ☒ No"],
    ["If no, lawful basis for sharing", "Serious harm to her and the children is likely"],
    ["Who is the person at risk afraid of?", "Darren, his sister Lisa and his friend Kev"],
    ["Who is it safe to speak to?", "Her colleague Bea Lomax on 07700 900512"],
]


def document() -> bytes:
    made = Document()
    made.add_paragraph("OFFICIAL SENSITIVE WHEN COMPLETE")
    made.add_heading("Royal Borough of Fenwater – Referral to the MARAC", 1)
    made.add_paragraph("Send to marac@fenwater.example.org by noon eight working days before the meeting.")
    table(made, REFERRER)
    made.add_paragraph("")
    table(made, AT_RISK)
    made.add_paragraph("")
    table(made, ALLEGED)
    made.add_paragraph("4. CHILDREN in either household")
    table(made, CHILDREN)
    made.add_paragraph("")
    table(made, REASONS)
    made.add_paragraph("")
    table(made, KNOWLEDGE)
    made.add_paragraph("7. SUMMARY OF CONCERNS")
    table(
        made, [["On 1 February Darren forced the door of the flat and cut up her passport. Lisa kept watch outside."]]
    )
    return saved(made)


HERON = home("5 Heron Walk, Fenwater", "ZZ14 7HW")
TRUTH = referral(
    SOURCE,
    case_area="Fenwater",
    referral_date="2026-02-04",
    referrer={
        "agency": "Fenwater Homes",
        "name": "Odette Ramsay",
        "role": "Senior Housing Officer",
        "phones": ["01632960510"],
        "email": "odette.r@fenwaterhomes.example.org",
    },
    victims=[
        person(
            "Marisol Quintero",
            "1990-05-17",
            home("Flat 22, Teal House, Fenwater", "ZZ14 2TE"),
            phones=[phone("07700900511", call=True, message=False)],
            gender="female",
            age_stated=35,
            gp="Fenwater Road Practice",
            housing="Secure council tenant, sole",
            diversity={"ethnicity": "Latin American", "language": "Spanish", "interpreter": True, "lgbt": False},
        )
    ],
    perpetrators=[
        person("Darren Stokoe", "1986-11-30", HERON, relationship_to_victim="Ex-partner"),
        person("Lisa Stokoe", None, HERON, relationship_to_victim="Sister of ex-partner"),
    ],
    children=[
        child("Mateo Stokoe", "2018-09-09", gender="male", lives_with="victim", school="Teal Road Primary"),
        child("Lucia Quintero", "2014-01-21", gender="female", lives_with="victim", school="St Brannoc's Academy"),
    ],
    others=[
        other("Bea Lomax", "colleague", "safe contact", [phone("07700900512")]),
        other("Kev", "friend of perpetrator", "possible threat"),
    ],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 15},
    consent={
        "victim_aware": True,
        "consent_given": False,
        "reason": "Serious harm to her and the children is likely",
    },
    views={
        "afraid_of": "Darren, his sister Lisa and his friend Kev",
        "safe_to_talk_to": "Her colleague Bea Lomax on 07700 900512",
    },
    must_include=["forced the door of the flat and cut up her passport"],
    accept={
        "case_area": ["Royal Borough of Fenwater"],
        "victims[0].diversity.lgbt": [None],
        "victims[0].diversity.disabled": [False],
        "victims[0].age_stated": [None],
        "referrer.agency": ["Fenwater Homes, Tenancy"],
        "previous.this_marac": [False],
        "perpetrators[1].gender": ["female"],
        "victims[0].diversity.bme": [True],
        "children[0].address": [home("Flat 22, Teal House, Fenwater", "ZZ14 2TE")],
        "children[1].address": [home("Flat 22, Teal House, Fenwater", "ZZ14 2TE")],
        "children[0].lives_with": ["Mother"],
        "children[1].lives_with": ["Mother"],
        "children[0].relationship_to_victim": ["Son"],
        "children[1].relationship_to_victim": ["Daughter"],
    },
)
