"""A drug and alcohol team's form: client and alleged abuser one under the other, three pairs of cells to a row."""

from tests.reading.documents import form
from tests.reading.truth import home, person, phone, referral

SOURCE = "three-pairs.docx"
PARTS = (
    [
        ["Referring agency:", "Fernside Drug and Alcohol Team", "Referrer:", "Colm Reilly", "Tel:", "01632 960160"],
        ["Email:", "c.reilly@fernside.example.org", "Job title:", "Keyworker", "Date:", "30/09/2026"],
    ],
    [
        ["CLIENT"],
        ["Forename:", "Bryony", "Surname:", "Sands", "DOB:", "27/06/1990"],
        ["Address:", "Flat 9, Weir House, Fernside, ZZ63 9WH", "Mobile:", "07700 900161", "Safe to call?", "N"],
        ["Voicemail OK?", "N", "Text OK?", "Y", "Pregnant?", "N"],
    ],
    [
        ["ALLEGED ABUSER"],
        ["Forename:", "Scott", "Surname:", "Hanley", "DOB:", "15/02/1985"],
        ["Address:", "2 Sluice Lane, Fernside, ZZ63 2SL", "Mobile:", "07700 900162", "Relationship:", "Ex-partner"],
        ["AKA:", "Scotty", "Gender:", "M", "Occupation:", "Scaffolder"],
    ],
    [
        ["REASON FOR REFERRAL"],
        [
            "Scott waits for Bryony at the chemist, takes her prescription, and burned her arm with an iron on "
            "21 September."
        ],
    ],
    [["Client aware?", "Y", "Client consents?", "Y", "DASH score", "19"]],
)


def document() -> bytes:
    return form(*PARTS, title="Fernside MARAC")


TRUTH = referral(
    SOURCE,
    case_area="Fernside",
    referral_date="2026-09-30",
    referrer={
        "agency": "Fernside Drug and Alcohol Team",
        "name": "Colm Reilly",
        "role": "Keyworker",
        "phones": ["01632960160"],
        "email": "c.reilly@fernside.example.org",
    },
    victims=[
        person(
            "Bryony Sands",
            "1990-06-27",
            home("Flat 9, Weir House, Fernside", "ZZ63 9WH"),
            phones=[phone("07700900161", call=False, text=True, message=False)],
            diversity={"pregnant": False},
        )
    ],
    perpetrators=[
        person(
            "Scott Hanley",
            "1985-02-15",
            home("2 Sluice Lane, Fernside", "ZZ63 2SL"),
            phones=[phone("07700900162")],
            aliases=["Scotty"],
            gender="male",
            occupation="Scaffolder",
            relationship_to_victim="Ex-partner",
        )
    ],
    checklist={"score_stated": 19},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["burned her arm with an iron"],
)
