"""A women's organisation's Word form: each question above its content control, in the words of survivors."""

from tests.reading.markup import check, control, dropdown, head, p, picked_date, prompt, r, repeating, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "survivor-controls.docx"


def _ask(question: str, *answer: str) -> list[str]:
    return [p(r(question, "b")), p(*answer)]


def _people() -> list[str]:
    return [
        head("Referral to Tamar Valley MARAC"),
        head("About the worker making this referral"),
        *_ask("Your full name", control("Jocasta Penhale")),
        *_ask("Your job title", control("Community Outreach Worker")),
        *_ask("Name of your organisation", control("Haven Women's Collective")),
        *_ask("Best number to reach you on", control("01632 960720")),
        *_ask("Your email address", control("jocasta@havencollective.example.org")),
        *_ask("Date of this referral", picked_date("2026-06-11", "11/06/2026")),
        head("About the survivor"),
        *_ask("Survivor's full name", control("Ottoline Berryman")),
        *_ask("Any previous names or names they are known by", control("Lena Hosking")),
        *_ask("Survivor's date of birth", picked_date("1977-02-19", "19/02/1977")),
        *_ask("Where is the survivor living now?",
              control("Staying with her sister at 12 Weir Head, Calstow ZZ42 2WH")),
        *_ask("Must this address be kept from the person using abusive behaviour?", check(True), " Yes  ", check(False),
              " No"),
        *_ask("Phone number for the survivor", control("07700 900721")),
        *_ask("Is it safe for agencies to phone this number?", check(False), " Yes  ", check(True), " No"),
        *_ask("Is it safe to text this number?", check(True), " Yes  ", check(False), " No"),
        *_ask("How do they describe their ethnicity?", control("White Cornish")),
        *_ask("What is their first language?", control("English")),
        *_ask("Do they consider themselves disabled?", check(True), " Yes  ", check(False), " No  ", check(False),
              " Not known"),
        *_ask("If yes please give details", control("Multiple sclerosis, walks with a stick")),
        head("About the person using abusive behaviour"),
        *_ask("Full name of the person", control("Gareth Berryman")),
        *_ask("Their date of birth", picked_date("1974-08-30", "30/08/1974")),
        *_ask("Where do they live?", control("Mill Cottage, Calstow ZZ42 1MC")),
        *_ask("What is their relationship to the survivor?", dropdown("Husband", "Partner", "Ex-partner", "Family")),
        *_ask("What work do they do?", prompt()),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        head("Children and young people"),
        tbl(
            tr("Full name", "Date of birth", "Who do they live with?", "Education setting"),
            repeating(
                tr(tc(control("Piran Berryman")), tc(picked_date("2011-03-05", "05/03/2011")),
                   tc(dropdown("Perpetrator", "Survivor", "Other")), tc(control("Tamar Academy"))),
            ),
        ),
        head("Why you are referring"),
        p(check(False), " The risk checklist scored 14 or more"),
        p(check(True), " My professional judgement is that the risk is high"),
        p(check(False), " There has been an escalation in incidents"),
        p(check(False), " This is a repeat referral"),
        *_ask("What has happened?", control("Gareth hid her walking stick and locked the cottage from outside for two "
                                            "days. He told her that nobody would look for her.")),
        head("Consent"),
        *_ask("Does the survivor know about this referral?", dropdown("Yes", "No")),
        *_ask("Have they consented?", dropdown("Yes", "No")),
        *_ask("Who is the survivor frightened of?", control("Gareth and his brother Alan")),
        *_ask("Who can we safely talk to?", control("Her sister Tegen Hosking, 07700 900722")),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Tamar Valley",
    referral_date="2026-06-11",
    referrer={
        "agency": "Haven Women's Collective", "name": "Jocasta Penhale", "role": "Community Outreach Worker",
        "phones": ["01632960720"], "email": "jocasta@havencollective.example.org",
    },
    victims=[
        person(
            "Ottoline Berryman", "1977-02-19", home("12 Weir Head, Calstow", "ZZ42 2WH", "temporary", secret=True),
            phones=[phone("07700900721", call=False, text=True)], aliases=["Lena Hosking"],
            diversity={"ethnicity": "White Cornish", "language": "English", "disabled": True,
                       "disability_detail": "Multiple sclerosis, walks with a stick"},
        )
    ],
    perpetrators=[
        person("Gareth Berryman", "1974-08-30", home("Mill Cottage, Calstow", "ZZ42 1MC"),
               relationship_to_victim="Husband")
    ],
    children=[child("Piran Berryman", "2011-03-05", lives_with="perpetrator", school="Tamar Academy")],
    others=[
        other("Tegen Hosking", "sister", "safe contact", [phone("07700900722")]),
        other("Alan", "brother of perpetrator", "possible threat"),
    ],
    criteria={"visible_high_risk": False, "professional_judgement": True, "potential_escalation": False,
              "repeat": False},
    consent={"victim_aware": True, "consent_given": True},
    views={"afraid_of": "Gareth and his brother Alan", "safe_to_talk_to": "Her sister Tegen Hosking, 07700 900722"},
    must_include=["hid her walking stick and locked the cottage from outside"],
    accept={
        "previous.this_marac": [False],
        "others": [["Tegen Hosking"], ["Tegen Hosking", "Alan Berryman"]],
        "victims[0].addresses": [home("Staying with her sister at 12 Weir Head, Calstow", "ZZ42 2WH")],
        "victims[0].gender": ["female"],
        "victims[0].diversity.bme": [True, False],
        "children[0].address": [home("Mill Cottage, Calstow", "ZZ42 1MC")],
    },
)  # fmt: skip
