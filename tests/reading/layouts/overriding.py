"""A mail whose words change its form: another number, the address now secret, consent withdrawn, a new address."""

from tests.reading.documents import form, mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "overriding.eml"
FORM = form(
    [
        ["Referring agency", "Harbour Trust"],
        ["Referrer name", "Sam Okoro"],
        ["Referral date", "30/05/2025"],
        ["Client"],
        ["Name", "Verity MOFFAT"],
        ["Date of birth", "17/12/1990"],
        ["Address", "2 Pump Court, Westmoor, ZZ1 2PC"],
        ["Contact number", "07700 900440"],
        ["Safe to call?", "Yes"],
        ["Alleged perpetrator"],
        ["Name", "Craig MOFFAT"],
        ["Date of birth", "18/01/1987"],
        ["Address", "2 Pump Court, Westmoor, ZZ1 2PC"],
        ["Has consent been given?", "Yes"],
        ["Background", "Craig has kept her bank cards since March and took the car keys on Monday."],
    ],
    title="Westmoor MARAC referral form",
)
BODY = """Dear all

Please see the form from Friday. Three things have changed since I wrote it:

Verity is now at a friend's flat, 6 Lark House, Westmoor ZZ1 6LH. Craig does not know this address, do not share it.
Do not use 07700 900440 any more, Craig has taken the phone. She can be called safely on 07700 900451.
Craig was bailed this morning to 40 Union Street, Westmoor ZZ1 4US.

Kind regards
Sam Okoro
IDVA
Harbour Trust
01632 960 880
"""


def document() -> bytes:
    return mail(BODY, ("referral.docx", FORM))


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-05-30",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "IDVA",
        "phones": ["01632960880"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Verity Moffat",
            "1990-12-17",
            home("6 Lark House, Westmoor", "ZZ1 6LH", "temporary", secret=True),
            home("2 Pump Court, Westmoor", "ZZ1 2PC"),
            phones=[phone("07700900440", call=False, message=False), phone("07700900451", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Craig Moffat",
            "1987-01-18",
            home("40 Union Street, Westmoor", "ZZ1 4US", "bail"),
            home("2 Pump Court, Westmoor", "ZZ1 2PC"),
        )
    ],
    consent={"consent_given": True},
    must_include=["kept her bank cards since March"],
    accept={"victims[0].phones[0].safe_to_leave_message": [None], "victims[0].phones[0].safe_to_text": [False]},
)
