"""A mail with a Word form: the mail warns of a number, corrects a birth date's owner and adds a second perpetrator."""

from tests.reading.documents import form, mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "warned.eml"

FORM = form(
    [
        ["Professional completing form", "Sam Okoro"],
        ["Role and service", "Housing First worker, Harbour Trust"],
        ["Direct dial", "01632 960221"],
        ["Date form completed", "02/06/2025"],
    ],
    [
        ["Individual experiencing domestic abuse"],
        ["Full name", "Amina Jallow"],
        ["Date of birth", "17/04/1985"],
        ["Living at present", "Women's crash pad, 5 Quoin Street, Westmoor, ZZ1 5QS. Not to be disclosed"],
        ["Phone", "07700 900222"],
        ["Phone safe?", "Yes"],
    ],
    [
        ["Individual alleged to have perpetrated abuse"],
        ["Full name", "Lamin Jallow"],
        ["Date of birth", "30/12/1980"],
        ["Living at present", "73 Corn Street, Westmoor, ZZ1 7CS"],
        ["Link to individual experiencing abuse", "Husband"],
    ],
    [
        [
            "What makes this high risk?",
            "Lamin has told the mosque that he will bring her home in one piece or in many.",
        ],
        ["Has the individual agreed to the referral?", "Yes"],
    ],
    title="Westmoor MARAC - individual referral",
)
TEXT = """Hello,

Form attached for Amina Jallow.

Important: she lost her phone on Monday night and thinks that Lamin's brother has it. Please do not call or text
07700 900222. Until she has another, please ring me.

The brother is Ebrima Jallow, he lives at 73 Corn Street too.

Regards

Sam Okoro
Housing First worker
Harbour Trust
"""


def document() -> bytes:
    return mail(TEXT, ("Referral AJ.docx", FORM))


CORN = home("73 Corn Street, Westmoor", "ZZ1 7CS")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-02",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "Housing First worker",
        "phones": ["01632960221"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Amina Jallow",
            "1985-04-17",
            home("Women's crash pad, 5 Quoin Street, Westmoor", "ZZ1 5QS", secret=True),
            phones=[phone("07700900222", call=False, text=False)],
        )
    ],
    perpetrators=[person("Lamin Jallow", "1980-12-30", CORN, relationship_to_victim="Husband")],
    consent={"consent_given": True},
    must_include=["in one piece or in many"],
    accept={
        "others": [["Ebrima Jallow"]],
        "victims[0].phones[0].safe_to_leave_message": [False],
    },
)
