"""A county of two cities: long questions, the manager who agreed, the wish for the police."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "manager-agreed.docx"
PARTS = (
    (
        ["Details of person making this referral"],
        ["Name of practitioner", "Sorcha Dunleavy"],
        ["Practitioner's role", "Health Visitor"],
        ["Agency / organisation", "Crouchmarsh Community Health"],
        ["Contact telephone number of practitioner", "01632 960841"],
        ["Secure email address of practitioner", "sorcha.dunleavy@crouchhealth.example.org"],
        ["Name of manager who agreed this referral", "Ingrid Fell"],
        ["Date referral made", "05 January 2026"],
    ),
    (
        ["Details of the person who is the victim of domestic abuse"],
        ["Forename(s) and surname", "Mirela Dumitrescu"],
        ["Any aliases or previous surnames", "Mirela Ionescu"],
        ["Date of birth", "19 July 1999"],
        ["Current address and postcode", "66a Saltcote Road, Crouchmarsh, ZZ52 6SR"],
        ["Is it safe to send post to this address?", "No"],
        ["Safe contact telephone number", "07700 900842"],
        ["When is it safe to call?", "Weekdays between 10am and 2pm"],
        ["Can a voicemail or text message be left?", "No"],
        ["Ethnicity", "White Romanian"],
        ["Is an interpreter required and if so which language?", "Yes – Romanian"],
        ["Immigration status / recourse to public funds", "Pre-settled status"],
        ["Is the victim pregnant? If yes, what is the due date?", "Yes, 22 March 2026"],
    ),
    (
        ["Details of the person alleged to be responsible for the abuse"],
        ["Forename(s) and surname", "Florin Dumitrescu"],
        ["Date of birth", "02 February 1994"],
        ["Current address and postcode", "As above"],
        ["Relationship to victim", "Husband"],
        ["Is the person responsible aware of this referral?", "No"],
        ["Any known risks to staff", "Keeps a machete behind the front door"],
    ),
    (
        ["Details of all children in the household or connected to either party"],
        ["Child 1 – full name", "Sofia Dumitrescu"],
        ["Child 1 – date of birth", "11 May 2022"],
        ["Child 1 – lives with", "Both parents"],
        ["Child 2 – full name", ""],
        ["Child 2 – date of birth", ""],
        ["Child 2 – lives with", ""],
    ),
    (
        ["Reason for this referral"],
        ["Number of ticks on the DASH", "13"],
        ["Are you referring on the basis of visible high risk (14 or more ticks)?", "No"],
        ["Are you referring on the basis of professional judgement?", "Yes"],
        ["Are you referring because of an escalation in incidents?", "No"],
        ["Is this a repeat (heard at this MARAC within the last 12 months)?", "No"],
        ["Summary of the abuse, including the most recent incident",
         "Florin holds her bank card and documents. On New Year's Eve he knelt on her stomach until she could "
             "not breathe."],
        ["Has the victim been told about this referral?", "Yes"],
        ["Has the victim given their consent to this referral?", "Yes"],
        ["Does the victim want to be contacted by the police about any crimes disclosed?", "No"],
        ["Who is the victim afraid of?", "Florin and his brother Costel"],
    ),
)  # fmt: skip


def document() -> bytes:
    made = Document()
    made.add_heading("Crouchmarsh and Saltings MARAC – referral form")
    made.add_paragraph(
        "Please complete every box. Incomplete forms will be returned. Official-sensitive when complete."
    )
    for rows in PARTS:
        table(made, [list(row) for row in rows])
        made.add_paragraph("")
    return saved(made)


SALT = home("66a Saltcote Road, Crouchmarsh", "ZZ52 6SR")
TRUTH = referral(
    SOURCE,
    case_area="Crouchmarsh and Saltings",
    referral_date="2026-01-05",
    referrer={"agency": "Crouchmarsh Community Health", "name": "Sorcha Dunleavy", "role": "Health Visitor",
              "phones": ["01632960841"], "email": "sorcha.dunleavy@crouchhealth.example.org"},
    victims=[
        person("Mirela Dumitrescu", "1999-07-19", SALT,
               phones=[phone("07700900842", call=True, text=False, message=False)], aliases=["Mirela Ionescu"],
               diversity={"ethnicity": "White Romanian", "language": "Romanian", "interpreter": True,
                          "pregnant": True})
    ],
    perpetrators=[person("Florin Dumitrescu", "1994-02-02", SALT, relationship_to_victim="Husband")],
    children=[
        child("Sofia Dumitrescu", "2022-05-11", lives_with="parents"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-03-22"},
    ],
    others=[other("Costel", "brother of perpetrator", "possible threat")],
    criteria={"visible_high_risk": False, "professional_judgement": True, "potential_escalation": False,
              "repeat": False},
    checklist={"score_stated": 13},
    consent={"victim_aware": True, "consent_given": True},
    views={"afraid_of": "Florin and his brother Costel"},
    must_include=["knelt on her stomach"],
    accept={
        "victims[0].phones[0].safe_to_text": [None], "victims[0].phones[0].safe_to_leave_message": [None],
        "victims[0].gender": ["female"], "victims[0].diversity.bme": [True, False],
        "previous.this_marac": [False],
        "others": [[], ["Costel", "Ingrid Fell"], ["Ingrid Fell"]],
        "children[0].lives_with": ["Both parents"],
    },
)  # fmt: skip
