"""A social worker's mail: label lines with the role before each fact, two victims in one household."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "social-mail.eml"
BODY = """Hello

Could Westmoor MARAC hear this please.

Victim 1 name: Jean Ashcombe
Victim 1 DOB: 14/03/1955
Victim 1 phone: 01632 960744
Victim 2 name: Kirsty Ashcombe
Victim 2 DOB: 22/08/1989
Victim 2 phone: 07700 900745
Victims' address: 8 Kiln Rise, Westmoor, ZZ1 8KR
Perpetrator name: Dale Ashcombe
Perpetrator DOB: 30/06/1992
Perpetrator address: last known 3 Gasworks Lane, Westmoor, ZZ1 3GL
Perpetrator relationship to victim: Son of Jean, brother of Kirsty
Child name: Mason Ashcombe
Child DOB: 05/12/2013
Victim 2 safe to call: Yes
Victims aware of referral: Yes

Concerns: Dale broke in on Saturday, held Kirsty against the stove and took Jean's rent.

Regards
Sam Okoro
Adult Social Care
"""


def document() -> bytes:
    return mail(BODY)


KILN = home("8 Kiln Rise, Westmoor", "ZZ1 8KR")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={"agency": "Adult Social Care", "name": "Sam Okoro", "email": "s.okoro@harbourtrust.example.org"},
    victims=[
        person("Jean Ashcombe", "1955-03-14", KILN, phones=[phone("01632960744")]),
        person("Kirsty Ashcombe", "1989-08-22", KILN, phones=[phone("07700900745", call=True)]),
    ],
    perpetrators=[
        person(
            "Dale Ashcombe",
            "1992-06-30",
            home("3 Gasworks Lane, Westmoor", "ZZ1 3GL", "last_known"),
            relationship_to_victim="Son of Jean, brother of Kirsty",
        )
    ],
    children=[child("Mason Ashcombe", "2013-12-05")],
    consent={"victim_aware": True},
    must_include=["held Kirsty against the stove"],
    accept={
        "perpetrators[0].relationship_to_victim": ["Son of Jean", "Son"],
        "victims[1].phones[0].safe_to_call": [None],
    },
)
