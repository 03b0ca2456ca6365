"""A hospital IDVA's form: one table with a shaded column of questions, people under full rows, notes in italics."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "idva-hospital.docx"
PARTS = (
    [
        ["Part 1: Your details"],
        ["Your name", "Rosalind Achike"],
        ["Your role", "Hospital IDVA"],
        ["Your agency", "Calverley Hospital Trust"],
        ["Your phone number", "01632 960811"],
        ["Today's date", "15 April 2026"],
        ["Part 2: The victim"],
        ["Full name and any other names", "Amy Louise Cotter, previously Amy Briggs"],
        ["DOB", "29.01.1987"],
        ["Where is she living now?", "18 Fuller Court, Calverley ZZ68 8FC"],
        ["Is that address known to the perpetrator?", "No. Please keep confidential."],
        ["Her telephone number", "07700 900812"],
        ["Is it safe to call her on that number?", "Yes"],
        ["Her GP", "Fuller Lane Surgery"],
        ["Part 3: The perpetrator"],
        ["Full name and any other names", "Mark Cotter"],
        ["DOB", "04.05.1984"],
        ["Where is he living now?", "6 Teasel Drive, Calverley ZZ68 6TD"],
        ["His relationship to her", "Husband, separated"],
        ["Part 4: Any children"],
        ["Name and date of birth", "Jack Cotter 02.03.2015\nMillie Cotter 25.08.2018"],
        ["Part 5: About the referral"],
        ["Does she know about the referral?", "Yes"],
        ["Has she given consent?", "Yes"],
        [
            "Why are you making this referral?",
            "Mark drove into her car on the ring road and then rang the ward as her brother.",
        ],
    ],
)


def document() -> bytes:
    return form(*PARTS, title="Calverley MARAC: referral form")


TRUTH = referral(
    SOURCE,
    case_area="Calverley",
    referral_date="2026-04-15",
    referrer={
        "agency": "Calverley Hospital Trust",
        "name": "Rosalind Achike",
        "role": "Hospital IDVA",
        "phones": ["01632960811"],
    },
    victims=[
        person(
            "Amy Louise Cotter",
            "1987-01-29",
            home("18 Fuller Court, Calverley", "ZZ68 8FC", secret=True),
            phones=[phone("07700900812", call=True)],
            aliases=["Amy Briggs"],
            gp="Fuller Lane Surgery",
        )
    ],
    perpetrators=[
        person(
            "Mark Cotter",
            "1984-05-04",
            home("6 Teasel Drive, Calverley", "ZZ68 6TD"),
            relationship_to_victim="Husband, separated",
        )
    ],
    children=[child("Jack Cotter", "2015-03-02"), child("Millie Cotter", "2018-08-25")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["drove into her car"],
    accept={"perpetrators[0].relationship_to_victim": ["Husband"], "victims[0].aliases": [["Briggs"]]},
)
