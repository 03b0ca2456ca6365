"""A district council's form made of content controls: typed, drop-down, date, check box and repeating rows."""

from tests.reading.markup import check, control, dropdown, head, p, picked_date, prompt, repeating, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "controls.docx"


def _people() -> list[str]:
    return [
        head("Person at risk"),
        tbl(
            tr("First name(s)", tc(control("Marisol")), "Last name", tc(control("Etxeberria"))),
            tr("Born", tc(picked_date("1988-03-12", "12/03/1988")), "Gender", tc(dropdown("Female", "Male", "Other"))),
            tr("Lives at", tc(control("17 Quarry Rise, Thornaby Vale ZZ4 7QR"), span=3)),
            tr("Keep address private from others?", tc(check(True), " Yes  ", check(False), " No", span=3)),
            tr("Mobile", tc(control("07700 900315")), "Safe to ring?", tc(check(False), " Yes ", check(True), " No")),
            tr("Safe to text?", tc(check(True), " Yes ", check(False), " No"), "Language", tc(control("Spanish"))),
            tr("Interpreter needed?", tc(check(True), " Yes ", check(False), " No"), "Job", tc(prompt())),
        ),
        head("Person causing harm"),
        tbl(
            tr("First name(s)", tc(control("Kester")), "Last name", tc(control("Boyle"))),
            tr("Born", tc(picked_date("1985-11-30", "30/11/1985")), "Gender", tc(dropdown("Male", "Female"))),
            tr("Lives at", tc(control("Flat 2, 80 Dock Street, Thornaby Vale ZZ4 1AA"), span=3)),
            tr("Relationship to person at risk", tc(dropdown("Ex-husband", "Husband", "Partner"), span=3)),
        ),
        head("Children"),
        tbl(
            tr("Child's name", "Date of birth", "School"),
            repeating(
                tr(
                    tc(control("Ander Boyle")),
                    tc(picked_date("2015-05-04", "04/05/2015")),
                    tc(control("Quarry Primary")),
                ),
                tr(
                    tc(control("Nerea Boyle")),
                    tc(picked_date("2018-08-19", "19/08/2018")),
                    tc(control("Quarry Primary")),
                ),
            ),
        ),
    ]


def document() -> bytes:
    return word(
        head("Thornaby Vale MARAC: request to discuss a case"),
        p("Sent by: ", control("Priya Anand"), "    Job: ", control("Tenancy Sustainment Officer")),
        p("Organisation: ", dropdown("Thornaby Vale Council Housing", "Police", "Health")),
        p("Work phone: ", control("01632 960417"), "    Secure e-mail: ", control("p.anand@thornabyvale.example.org")),
        p("Date sent: ", picked_date("2025-09-08", "08/09/2025")),
        *_people(),
        head("Grounds"),
        p(check(True), " Visible high risk (score 14 or more)"),
        p(check(True), " Professional judgement"),
        p(check(False), " Escalation"),
        p(check(False), " Repeat"),
        p("Checklist score: ", control("16")),
        p("Does the person at risk know about this referral? ", check(True), " Yes ", check(False), " No"),
        p("Do they agree to it? ", check(True), " Yes ", check(False), " No"),
        head("What has happened"),
        p(
            control(
                "He forced the back door on 3 September and took her phone. She has changed the locks twice.",
                "<w:richText/>",
            )
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Thornaby Vale",
    referral_date="2025-09-08",
    referrer={
        "agency": "Thornaby Vale Council Housing",
        "name": "Priya Anand",
        "role": "Tenancy Sustainment Officer",
        "phones": ["01632960417"],
        "email": "p.anand@thornabyvale.example.org",
    },
    victims=[
        person(
            "Marisol Etxeberria",
            "1988-03-12",
            home("17 Quarry Rise, Thornaby Vale", "ZZ4 7QR", secret=True),
            phones=[phone("07700 900315", call=False, text=True)],
            gender="female",
            diversity={"language": "Spanish", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Kester Boyle",
            "1985-11-30",
            home("Flat 2, 80 Dock Street, Thornaby Vale", "ZZ4 1AA"),
            gender="male",
            relationship_to_victim="Ex-husband",
        )
    ],
    children=[
        child("Ander Boyle", "2015-05-04", school="Quarry Primary"),
        child("Nerea Boyle", "2018-08-19", school="Quarry Primary"),
    ],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["forced the back door on 3 September", "changed the locks twice"],
    accept={"previous.this_marac": [False]},
)
