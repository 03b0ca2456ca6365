"""A mail that brings a form and says what has changed since: a move that is secret, and a phone given up."""

from tests.reading.documents import form, mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "moved-since.eml"
FORM = form(
    [
        ["Referring agency", "Harbour Trust", "Referring officer", "Sam Okoro"],
        ["Date of referral", "30/05/2025", "Telephone", "01632 960145"],
    ],
    [
        ["VICTIM'S DETAILS"],
        ["Name", "Priscilla Oduya", "DOB", "15/09/1990"],
        ["Address", "40 Canal Walk, Westmoor, ZZ1 4CW", "Tel", "07700 900146"],
        ["Safe to call?", "Yes", "Occupation", "Baker"],
    ],
    [
        ["PERPETRATOR'S DETAILS"],
        ["Name", "Emeka Oduya", "DOB", "03/03/1986"],
        ["Address", "40 Canal Walk, Westmoor, ZZ1 4CW", "Relationship to victim", "Husband"],
    ],
    [["Background", "He has taken her passport and counts her steps to the shop."]],
)
BODY = """Dear colleague,

Please find the form attached for Westmoor MARAC.

Since it was written Priscilla has moved to her cousin's at 7 Saddlers Yard, Westmoor ZZ1 7SY. This new
address must not be disclosed.
Please do not use 07700 900146 any more, Emeka has it. Her new number is 07700 900147 and it is safe to call.

Many thanks
Sam Okoro
Harbour Trust
"""


def document() -> bytes:
    return mail(BODY, ("referral form.docx", FORM))


CANAL = home("40 Canal Walk, Westmoor", "ZZ1 4CW")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-05-30",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "phones": ["01632960145"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Priscilla Oduya",
            "1990-09-15",
            home("7 Saddlers Yard, Westmoor", "ZZ1 7SY", secret=True),
            home("40 Canal Walk, Westmoor", "ZZ1 4CW", "previous"),
            phones=[phone("07700900146", call=False), phone("07700900147", call=True)],
            occupation="Baker",
        )
    ],
    perpetrators=[person("Emeka Oduya", "1986-03-03", CANAL, relationship_to_victim="Husband")],
    must_include=["taken her passport"],
    accept={"victims[0].phones[0].safe_to_leave_message": [False], "victims[0].phones[0].safe_to_text": [False]},
)
