"""A drug service's form: headings in capitals, and each answer in the paragraph below its heading."""

from tests.reading.documents import lines
from tests.reading.truth import home, person, phone, referral

SOURCE = "capitals.docx"


PARTS = (
    "TIDEWAY RECOVERY SERVICE",
    "REFERRAL TO TIDEWAY MARAC",
    "NAME OF REFERRER",
    "Oisin Kerrigan",
    "JOB ROLE",
    "Recovery Coordinator",
    "CONTACT NUMBER FOR REFERRER",
    "01632 960818",
    "DATE REFERRAL COMPLETED",
    "23.03.2026",
    "CLIENT NAME",
    "Tamsin Roe",
    "CLIENT DATE OF BIRTH",
    "02.12.1994",
    "CLIENT ADDRESS",
    "Room 8, The Anchorage, Pier Road, Tideway, ZZ35 8PR (this address is not to be disclosed)",
    "CLIENT PHONE",
    "07700 900835",
    "SAFE TO CONTACT BY PHONE?",
    "Yes",
    "CAN A VOICEMAIL BE LEFT?",
    "No",
    "NAME OF ABUSER",
    "Craig Stubbs",
    "DATE OF BIRTH OF ABUSER",
    "19.06.1990",
    "ADDRESS OF ABUSER",
    "52 Limekiln Street, Tideway, ZZ35 1LS",
    "RELATIONSHIP OF ABUSER TO CLIENT",
    "Ex-boyfriend",
    "CHILDREN",
    "None",
    "HAS THE CLIENT BEEN TOLD ABOUT THIS REFERRAL?",
    "Yes",
    "HAS THE CLIENT CONSENTED?",
    "No, but shared because of the risk to life",
    "WHO DOES THE CLIENT FEEL SAFE TALKING TO?",
    "Her key worker only",
    "BACKGROUND AND CONCERNS",
    "Craig found her at the pharmacy and held a syringe to her neck.",
    "He tells people that she owes him money.",
)


def document() -> bytes:
    return lines(*PARTS)


TRUTH = referral(
    SOURCE,
    case_area="Tideway",
    referral_date="2026-03-23",
    referrer={
        "agency": "Tideway Recovery Service",
        "name": "Oisin Kerrigan",
        "role": "Recovery Coordinator",
        "phones": ["01632960818"],
    },
    victims=[
        person(
            "Tamsin Roe",
            "1994-12-02",
            home("Room 8, The Anchorage, Pier Road, Tideway", "ZZ35 8PR", secret=True),
            phones=[phone("07700900835", call=True, message=False)],
        )
    ],
    perpetrators=[
        person(
            "Craig Stubbs",
            "1990-06-19",
            home("52 Limekiln Street, Tideway", "ZZ35 1LS"),
            relationship_to_victim="Ex-boyfriend",
        )
    ],
    consent={"victim_aware": True, "consent_given": False, "reason": "shared because of the risk to life"},
    views={"safe_to_talk_to": "Her key worker only"},
    must_include=["held a syringe to her neck", "owes him money"],
    accept={"referrer.agency": [None]},
)
