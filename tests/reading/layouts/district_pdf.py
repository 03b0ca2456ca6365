"""A district's PDF of two pages: labels in bold with the answers on the same line or below, boxes ticked by X."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "district-form.pdf"
FIRST = (
    ("#", "Marac Referral – Rowanfield District"),
    ("#", "1 About the referrer"),
    ("Name of referrer:", "Hollis Grantham"), ("Job role:", "Safeguarding Lead"),
    ("Organisation:", "Rowanfield Further Education College"),
    ("Contact details:", "01632 960590, h.grantham@rowanfieldcollege.example.org"),
    ("Date of referral:", "15 September 2026"),
    ("#", "2 About the victim / survivor"),
    ("Full name:", "Keisha Montrose"), ("Date of birth:", "07/03/2007"),
    ("Gender:", "Female"), ("Ethnicity:", "Black British Caribbean"),
    ("Current address:", "Room 118, Fenner Hall, College Road, Rowanfield ZZ91 1FH"),
    ("Is this address safe for post?", "No"),
    ("Preferred telephone number:", "07700 900591"),
    ("Is it safe to call?", "[ ] Yes  [X] No"),
    ("Is it safe to text?", "[X] Yes  [ ] No"),
    ("How should we make contact?", "Text only, or through student services"),
    ("Additional needs:", "Anxiety; sees the college counsellor"),
    ("#", "3 About the perpetrator"),
    ("Full name:", "Jermaine Achebe (street name Jem)"), ("Date of birth or age:", "about 24"),
    ("Address:", "Unknown, stays with friends in Rowanfield"),
    ("Relationship to victim:", "Ex-boyfriend"),
    ("Is the perpetrator aware of the referral?", "No, and must not be"),
    ("#", "4 Children of either party"),
    ("Name of child and date of birth:", "Amara Achebe, 11/10/2024"),
    ("Lives with:", "Paternal grandmother, Grace Achebe, 3 Silk Mill, Rowanfield ZZ91 3SM"),
)  # fmt: skip
SECOND = (
    ("#", "5 Reasons for the referral"),
    ("", "[X] Visible high risk (score 16)"), ("", "[X] Professional judgement"),
    ("", "[ ] Potential escalation"), ("", "[ ] Repeat referral"),
    ("#", "6 Consent"),
    ("Does the victim know about this referral?", "Yes"),
    ("Has the victim given explicit consent?", "Yes"),
    ("Whom does the victim fear?", "Jermaine and two of his friends whom she will not name"),
    ("Whom is it safe to speak to?", "Her tutor, Ms Pell"),
    ("Has the victim been to Marac before?", "Yes, Norbrook MARAC in 2024"),
    ("#", "7 Background"),
    ("", "Jermaine waits at the college gate with a dog and has threatened to post pictures of Keisha."),
    ("", "On 9 September he took her phone, read her messages and slapped her in front of the bus queue."),
)  # fmt: skip


def _drawn(rows) -> str:
    drawn, y = [], 810
    for label, said in rows:
        if label == "#":
            y -= 8
            drawn += [words(50, y, said, 12, bold=True), box(45, y - 4, 505, 16)]
        else:
            drawn.append(words(50, y, label, 9, bold=True))
            drawn.append(words(50 if not label else 260, y, said, 9))
        y -= 20
    return page(*drawn)


def document() -> bytes:
    return pdf(_drawn(FIRST), _drawn(SECOND))


TRUTH = referral(
    SOURCE,
    case_area="Rowanfield District",
    referral_date="2026-09-15",
    referrer={
        "agency": "Rowanfield Further Education College",
        "name": "Hollis Grantham",
        "role": "Safeguarding Lead",
        "phones": ["01632960590"],
        "email": "h.grantham@rowanfieldcollege.example.org",
    },
    victims=[
        person(
            "Keisha Montrose",
            "2007-03-07",
            home("Room 118, Fenner Hall, College Road, Rowanfield", "ZZ91 1FH"),
            phones=[phone("07700900591", call=False, text=True)],
            gender="female",
            diversity={"ethnicity": "Black British Caribbean"},
        )
    ],
    perpetrators=[
        person("Jermaine Achebe", None, aliases=["Jem"], age_stated=24, relationship_to_victim="Ex-boyfriend")
    ],
    children=[child("Amara Achebe", "2024-10-11", lives_with="Paternal grandmother, Grace Achebe")],
    others=[other("Grace Achebe", "Paternal grandmother"), other("Ms Pell", "tutor", "safe contact")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": True},
    previous={"other_marac": True, "other_marac_detail": "Norbrook MARAC in 2024"},
    views={
        "afraid_of": "Jermaine and two of his friends whom she will not name",
        "safe_to_talk_to": "Her tutor, Ms Pell",
    },
    must_include=["threatened to post pictures of Keisha"],
    accept={
        "case_area": ["Rowanfield"],
        "victims[0].diversity.disability_detail": ["Anxiety; sees the college counsellor", "Anxiety"],
        "victims[0].diversity.disabled": [True],
        "victims[0].diversity.bme": [True],
        "perpetrators[0].addresses": [{"text": "Unknown, stays with friends in Rowanfield"}],
        "perpetrators[0].no_fixed_abode": [True],
        "perpetrators[0].gender": ["male"],
        "children[0].address": [home("3 Silk Mill, Rowanfield", "ZZ91 3SM")],
        "previous.this_marac": [True, False],
        "previous.other_marac": [None],
        "previous.other_marac_detail": [None],
        "previous.last_date": ["2024"],
        "children[0].gender": ["female"],
    },
)
