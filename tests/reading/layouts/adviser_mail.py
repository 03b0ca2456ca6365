"""An adviser's web mail: the form pasted as HTML tables into the message, one table for each part."""

from email.message import EmailMessage

from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "adviser-mail.eml"


def _table(title: str, *rows: tuple[str, str]) -> str:
    cells = "".join(f"<tr><td width='35%'><b>{label}</b></td><td>{value}</td></tr>" for label, value in rows)
    return f"<table border=1><tr><td colspan=2 bgcolor='#dddddd'><b>{title}</b></td></tr>{cells}</table><br>"


BODY = (
    "<p>Dear MARAC team,</p><p>Our form will not open on the new laptops so I have pasted it in. "
    "Please list for 14 May if there is space.</p>"
    + _table(
        "Details of person completing this form",
        ("Name", "Shanelle Adeyemi-Cross"),
        ("Role", "Community IDVA"),
        ("Service", "Halcyon Women's Centre, Petherick"),
        ("Direct line", "01632 960550"),
        ("Date completed", "27/04/2026"),
    )
    + _table(
        "Details of client",
        ("Name", "Nadia Berrada (née Haddou)"),
        ("Date of birth", "06/01/1999"),
        ("Where is she living now?", "Refuge. Address must not be recorded or shared: PO Box 12, Petherick ZZ51 2PO"),
        ("Last settled address", "Flat 9, Camber Court, Petherick, ZZ51 9CC"),
        ("Safe number", "07700 900551 (call or text, any time)"),
        ("Old number - not safe", "07700 900552, he still has the SIM"),
        ("Immigration status / recourse to public funds", "Spouse visa, no recourse"),
        ("Language", "Arabic and French. Interpreter needed for Arabic"),
        ("Pregnant?", "Yes, due 30/09/2026"),
    )
    + _table(
        "Details of person(s) causing harm",
        ("Name", "Youssef Berrada"),
        ("Date of birth", "18/10/1991"),
        ("Address", "Flat 9, Camber Court, Petherick, ZZ51 9CC"),
        ("Relationship to client", "Husband"),
        ("Any other person causing harm", "His mother, Khadija Berrada, same address"),
    )
    + _table(
        "Children / unborn children",
        ("Child 1", "Ilyas Berrada, 03/08/2022, with mum in refuge"),
        ("Unborn", "EDD 30/09/2026"),
    )
    + _table(
        "Referral criteria",
        ("Visible high risk (14+)", "Yes - 18"),
        ("Professional judgement", "Yes"),
        ("Potential escalation", "No"),
        ("Repeat", "No"),
        ("Is the client aware of the referral?", "Yes"),
        ("Does the client consent to information being shared?", "Yes"),
        ("Police reference", "PK/2026/004417"),
    )
    + "<p><b>What has happened:</b> Youssef and his mother kept her passport and phone. On 19 April he held a pillow "
    "over her face and she ran barefoot to a neighbour.</p>"
    "<p>Kind regards<br>Shanelle<br>Halcyon Women's Centre | 01632 960550</p>"
)


def document() -> bytes:
    message = EmailMessage()
    message["From"] = "Shanelle Adeyemi-Cross <shanelle@halcyonwomen.example.org>"
    message["To"] = "marac@petherick.example.org"
    message["Subject"] = "SECURE: MARAC referral NB"
    message["Date"] = "Mon, 27 Apr 2026 15:32:00 +0100"
    message.set_content(f"<html><body>{BODY}</body></html>", subtype="html")
    return message.as_bytes()


CAMBER = home("Flat 9, Camber Court, Petherick", "ZZ51 9CC")
TRUTH = referral(
    SOURCE,
    case_area="Petherick",
    referral_date="2026-04-27",
    referrer={
        "agency": "Halcyon Women's Centre",
        "name": "Shanelle Adeyemi-Cross",
        "role": "Community IDVA",
        "phones": ["01632960550"],
        "email": "shanelle@halcyonwomen.example.org",
    },
    victims=[
        person(
            "Nadia Berrada",
            "1999-01-06",
            home("PO Box 12, Petherick", "ZZ51 2PO", "temporary", secret=True),
            home("Flat 9, Camber Court, Petherick", "ZZ51 9CC", "previous"),
            phones=[phone("07700900551", call=True, text=True), phone("07700900552", call=False)],
            aliases=["Haddou"],
            diversity={"language": "Arabic and French", "interpreter": True, "pregnant": True},
        )
    ],
    perpetrators=[
        person("Youssef Berrada", "1991-10-18", CAMBER, relationship_to_victim="Husband"),
        person("Khadija Berrada", None, CAMBER, relationship_to_victim="Mother-in-law"),
    ],
    children=[
        child("Ilyas Berrada", "2022-08-03", lives_with="victim"),
        {**child("", None, unborn=True, edd="2026-09-30"), "forenames": None, "surname": None},
    ],
    others=[other("neighbour", "neighbour")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    crime_refs=["PK/2026/004417"],
    must_include=["held a pillow over her face"],
    accept={
        "referrer.agency": ["Halcyon Women's Centre, Petherick"],
        "victims[0].gender": ["female"],
        "victims[0].phones[1].safe_to_text": [False],
        "victims[0].phones[1].safe_to_leave_message": [False],
        "victims[0].aliases": [["Nadia Haddou"]],
        "victims[0].diversity.nationality": ["Spouse visa, no recourse"],
        "perpetrators[1].relationship_to_victim": ["His mother", "husband's mother"],
        "perpetrators[1].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "children[0].lives_with": ["mum in refuge"],
        "previous.this_marac": [False],
    },
)
