"""An out-of-hours team's mail: a word or two over each person's rows in its form, and a new address to be kept."""

from tests.reading.documents import form, mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "out-of-hours.eml"

FORM = form(
    [
        ["Duty worker", "Sam Okoro", "Rota", "Westmoor Emergency Duty Team"],
        ["Duty phone", "01632 960371", "Logged", "01/06/2025 02:15"],
    ],
    [
        ["SUBJECT (adult at risk)"],
        ["Name", "Yusra Haddad", "Born", "20/11/1992"],
        ["Whereabouts", "17 Foundry Lane, Westmoor, ZZ1 7FL", "Phone", "07700 900372"],
        ["Interpreter", "Arabic"],
    ],
    [
        ["ALLEGED"],
        ["Name", "Karim Haddad", "Born", "04/04/1985"],
        ["Whereabouts", "In custody, Westmoor police station", "Tie", "Husband"],
    ],
    [
        ["MINORS IN THE HOUSE"],
        ["Name", "Born", "Now with"],
        ["Lina Haddad", "09/09/2016", "Subject"],
        ["Omar Haddad", "23/03/2019", "Subject"],
    ],
    [
        ["NARRATIVE LOG"],
        ["Neighbour rang at 01:40. Karim had locked the gas on and was holding a lighter at the cooker."],
    ],
    title="Emergency Duty Team - MARAC notification - Westmoor",
)
TEXT = """Morning,

Notification attached from the night.

Since I wrote it: Yusra and the children have gone to a place of safety, 90 Abbot's Way, Overmoor, ZZ60 9AW. Please
keep this address off anything that is sent to Karim or his solicitor. She can be called on her own phone, it is safe.

She knows that we have told you and she agrees.

Thanks
Sam Okoro
"""


def document() -> bytes:
    return mail(TEXT, ("EDT notification.docx", FORM))


ABBOT = home("90 Abbot's Way, Overmoor", "ZZ60 9AW", secret=True)
FOUNDRY = home("17 Foundry Lane, Westmoor", "ZZ1 7FL", "previous")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-01",
    referrer={
        "agency": "Westmoor Emergency Duty Team",
        "name": "Sam Okoro",
        "role": "Duty worker",
        "phones": ["01632960371"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Yusra Haddad",
            "1992-11-20",
            ABBOT,
            FOUNDRY,
            phones=[phone("07700900372", call=True)],
            diversity={"language": "Arabic", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Karim Haddad",
            "1985-04-04",
            home("In custody, Westmoor police station", None, "other"),
            relationship_to_victim="Husband",
        )
    ],
    children=[
        child("Lina Haddad", "2016-09-09", lives_with="victim"),
        child("Omar Haddad", "2019-03-23", lives_with="victim"),
    ],
    must_include=["holding a lighter at the cooker"],
    accept={
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "victims[0].phones[0].safe_to_call": [None],
        "children[0].lives_with": ["Subject"],
        "children[1].lives_with": ["Subject"],
        "children[0].address": [ABBOT, FOUNDRY],
        "children[1].address": [ABBOT, FOUNDRY],
        "victims[0].diversity.interpreter": [None],
        "perpetrators[0].addresses[0]": [None],
        "referral_date": ["2025-06-03"],
        "referrer.role": [None],
    },
)
