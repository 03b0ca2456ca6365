"""A health visitor's mail with a small Word form attached, and a covering line that says nothing new."""

from tests.reading.documents import form, mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "health-visitor.eml"
FORM = form(
    [
        ["Health visitor", "Sam Okoro"],
        ["Base", "Harbour Trust Children's Centre"],
        ["Contact number", "01632 960677"],
        ["Date", "02/06/2025"],
    ],
    [
        ["Mother (victim)", ""],
        ["Name", "Zara Whitlock"],
        ["D.O.B", "17/07/1999"],
        ["Address", "4 Cobbler Lane, Westmoor, ZZ1 4CO"],
        ["Mobile", "07700 900678"],
        ["Safe contact number?", "Yes, texts only"],
    ],
    [["Partner (perpetrator)", ""], ["Name", "Connor Bell"], ["D.O.B", "12/03/1996"], ["Address", "As mother"]],
    [["Child's name", "D.O.B", "Lives with"], ["Theo Bell", "30/11/2023", "Both parents"]],
    [["Concerns", "Connor stands over her while she feeds Theo, and threw the pram down the steps on 30 May."]],
    title="MARAC referral - health visiting",
)
BODY = "Hi,\n\nForm attached for Westmoor MARAC.\n\nBest wishes\nSam Okoro\nHealth Visitor\n"


def document() -> bytes:
    return mail(BODY, ("form.docx", FORM))


COBBLER = home("4 Cobbler Lane, Westmoor", "ZZ1 4CO")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-02",
    referrer={
        "agency": "Harbour Trust Children's Centre",
        "name": "Sam Okoro",
        "role": "Health Visitor",
        "phones": ["01632960677"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[person("Zara Whitlock", "1999-07-17", COBBLER, phones=[phone("07700900678", call=False, text=True)])],
    perpetrators=[person("Connor Bell", "1996-03-12", COBBLER, relationship_to_victim="Partner")],
    children=[child("Theo Bell", "2023-11-30", lives_with="parents", address=COBBLER)],
    must_include=["threw the pram down the steps"],
    accept={
        "children[0].lives_with": ["Both parents"],
        "children[0].address": [None],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].safe_to_text": [None],
        "perpetrators[0].relationship_to_victim": [None],
    },
)
