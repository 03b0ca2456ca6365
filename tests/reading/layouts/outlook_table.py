"""A children's centre's mail in HTML: a pasted table with two columns of people, then sentences that add to it."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "outlook-table.eml"


def _row(*cells: str) -> str:
    inside = "".join(f'<td style="border:solid windowtext 1.0pt"><p class=MsoNormal>{cell}</p></td>' for cell in cells)
    return f"<tr>{inside}</tr>"


HTML = (
    "<html><body><div class=WordSection1><p class=MsoNormal>Dear MARAC coordinator,</p>"
    "<p class=MsoNormal>Please see below our referral to Westmoor MARAC, sent 3 June 2025.</p>"
    "<table class=MsoNormalTable>"
    + _row("", "<b>Adult victim</b>", "<b>Alleged perpetrator</b>")
    + _row("Name", "Hafsa Rahmani", "Yusuf Rahmani")
    + _row("D.O.B.", "30/09/1992", "12/12/1987")
    + _row("Address", "5 Sorrel Close, Westmoor, ZZ1 5SC", "As victim")
    + _row("Tel", "07700 900781", "07700 900782")
    + _row("Gender", "Female", "Male")
    + _row("Ethnicity", "Afghan", "Afghan")
    + _row("Language", "Dari (interpreter required)", "Dari")
    + _row("Relationship", "", "Husband")
    + "</table><p class=MsoNormal>&nbsp;</p><table class=MsoNormalTable>"
    + _row("<b>Child</b>", "<b>D.O.B.</b>", "<b>Nursery/school</b>")
    + _row("Maryam Rahmani", "20/02/2021", "Sorrel Children&#8217;s Centre")
    + _row("Idris Rahmani", "15/10/2018", "Westmoor C of E Primary")
    + "</table>"
    "<p class=MsoNormal><b>Is it safe to call the victim?</b> Only while she is at the centre, Tuesdays and Thursdays "
    "9.30 to 11.30.</p>"
    "<p class=MsoNormal><b>Is the victim aware of this referral?</b> Yes</p>"
    "<p class=MsoNormal><b>Consent:</b> No. She is frightened of what the community will say.</p>"
    "<p class=MsoNormal><b>Referral criteria:</b> Professional judgement</p>"
    "<p class=MsoNormal><b>Risk checklist score:</b> 10</p>"
    "<p class=MsoNormal><b>Concerns:</b> Yusuf took her passport and the children&#8217;s red books. He told her that "
    "he has bought three one-way tickets. Her brother-in-law Nasir drives her everywhere and reports back.</p>"
    "<p class=MsoNormal>Kind regards</p><p class=MsoNormal>Sam Okoro<br>Family Support Worker<br>Sorrel "
    "Children&#8217;s Centre<br>Tel 01632 960222</p></div></body></html>"
)


def document() -> bytes:
    return mail("", html=HTML)


SORREL = home("5 Sorrel Close, Westmoor", "ZZ1 5SC")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Sorrel Children's Centre", "name": "Sam Okoro", "role": "Family Support Worker",
        "phones": ["01632960222"], "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person("Hafsa Rahmani", "1992-09-30", SORREL, phones=[phone("07700900781", call=True)], gender="female",
               diversity={"ethnicity": "Afghan", "language": "Dari", "interpreter": True})
    ],
    perpetrators=[
        person("Yusuf Rahmani", "1987-12-12", SORREL, phones=[phone("07700900782")], gender="male",
               relationship_to_victim="Husband", diversity={"ethnicity": "Afghan", "language": "Dari"})
    ],
    children=[
        child("Maryam Rahmani", "2021-02-20", school="Sorrel Children's Centre"),
        child("Idris Rahmani", "2018-10-15", school="Westmoor C of E Primary"),
    ],
    others=[other("Nasir", "brother-in-law", "possible threat")],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 10},
    consent={"victim_aware": True, "consent_given": False,
             "reason": "She is frightened of what the community will say"},
    must_include=["took her passport and the children's red books"],
    accept={
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].diversity.bme": [True],
        "perpetrators[0].diversity.bme": [True],
        "others": [[]],
        "criteria.visible_high_risk": [False],
        "criteria.potential_escalation": [False],
        "criteria.repeat": [False],
    },
)  # fmt: skip
