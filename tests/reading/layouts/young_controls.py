"""A children's charity's Word form with content controls: pick lists, dates and check boxes, in two columns."""

from tests.reading.markup import check, control, dropdown, head, p, picked_date, prompt, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "young-controls.docx"


def yes_no(yes: bool | None) -> str:
    return tc(p(check(yes is True), " Yes   ", check(yes is False), " No"))


def experiencing() -> str:
    return tbl(
            tr("Given name(s)", tc(control("Chloe Rose"))),
            tr("Family name", tc(control("Tamplin"))),
            tr("Born on", tc(picked_date("2009-01-30", "30/01/2009"))),
            tr("Gender", tc(dropdown("Female", "Male", "Non-binary"))),
            tr("Lives at", tc(control("15 Cob Lane, Branscombe, ZZ22 5CL"))),
            tr("Phone", tc(control("07700 900631"))),
            tr("Safe to phone?", yes_no(True)),
            tr("Safe to text?", yes_no(False)),
            tr("Safe to leave voicemail?", yes_no(False)),
            tr("Ethnicity", tc(dropdown("White British", "Mixed", "Asian"))),
            tr("Disability or additional need", tc(control("Autism"))),
            tr("Religion", tc(prompt())),
            tr("School or college", tc(control("Branscombe Sixth Form"))),
        )  # fmt: skip


def threshold() -> str:
    return tbl(
            tr("Checklist used", tc(dropdown("Young people's version", "Adult version"))),
            tr("Number of ticks", tc(control("15"))),
            tr("Visible high risk", yes_no(True)),
            tr("Professional judgement", yes_no(False)),
            tr("Escalation", yes_no(True)),
            tr("Repeat", yes_no(False)),
            tr("Does the young person know about this referral?", yes_no(True)),
            tr("Do they agree with it?", yes_no(True)),
            tr("Trusted adult it is safe to talk to", tc(control("Her nan, Sheila Tamplin, 01632 960632"))),
            tr("Police involvement or crime number", tc(control("BR/2026/7741"))),
        )  # fmt: skip


def document() -> bytes:
    return word(
        head("Branscombe MARAC – Referral Form (version 7)"),
        p("Please return by secure email. Do not send to the person causing harm."),
        head("Agency details"),
        tbl(
            tr("Agency", tc(dropdown("Branscombe Young People's Project", "Police", "Housing"))),
            tr("Person referring", tc(control("Dominic Yeo"))),
            tr("Their job", tc(control("Young Persons Violence Adviser"))),
            tr("Best number", tc(control("01632 960630"))),
            tr("E-mail address", tc(control("dominic.yeo@bypp.example.org"))),
            tr("Today's date", tc(picked_date("2026-08-18", "18/08/2026"))),
        ),
        head("Young person / adult experiencing abuse"),
        experiencing(),
        head("Person causing harm"),
        tbl(
            tr("Given name(s)", tc(control("Kyle"))),
            tr("Family name", tc(control("Brimble"))),
            tr("Known as", tc(control("Brim"))),
            tr("Born on", tc(picked_date("2006-05-22", "22/05/2006"))),
            tr("Gender", tc(dropdown("Male", "Female", "Non-binary"))),
            tr("Lives at", tc(control("Flat 3, 80 Fore Street, Branscombe, ZZ22 8FS"))),
            tr("Phone", tc(prompt())),
            tr("How do they know each other?", tc(control("Ex-boyfriend"))),
        ),
        head("Brothers, sisters and children"),
        tbl(
            tr("Name", "Born on", "Relationship", "School"),
            tr(tc(control("Mia Tamplin")), tc(control("14/02/2014")), tc(control("Sister of Chloe")),
               tc(control("Cob Lane Primary"))),
            tr(tc(prompt()), tc(prompt()), tc(prompt()), tc(prompt())),
        ),
        head("Threshold"),
        threshold(),
        head("Tell us what has happened"),
        p(control("Kyle tracked her through a shared app and pushed her off the sea wall on 11 August.")),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Branscombe",
    referral_date="2026-08-18",
    referrer={
        "agency": "Branscombe Young People's Project",
        "name": "Dominic Yeo",
        "role": "Young Persons Violence Adviser",
        "phones": ["01632960630"],
        "email": "dominic.yeo@bypp.example.org",
    },
    victims=[
        person(
            "Chloe Rose Tamplin",
            "2009-01-30",
            home("15 Cob Lane, Branscombe", "ZZ22 5CL"),
            phones=[phone("07700900631", call=True, text=False, message=False)],
            gender="female",
            diversity={"ethnicity": "White British", "disabled": True, "disability_detail": "Autism"},
        )
    ],
    perpetrators=[
        person(
            "Kyle Brimble",
            "2006-05-22",
            home("Flat 3, 80 Fore Street, Branscombe", "ZZ22 8FS"),
            aliases=["Brim"],
            gender="male",
            relationship_to_victim="Ex-boyfriend",
        )
    ],
    children=[child("Mia Tamplin", "2014-02-14", relationship_to_victim="Sister", school="Cob Lane Primary")],
    others=[other("Sheila Tamplin", "nan", "safe contact", [phone("01632960632")])],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 15},
    consent={"victim_aware": True, "consent_given": True},
    views={"safe_to_talk_to": "Her nan, Sheila Tamplin, 01632 960632"},
    crime_refs=["BR/2026/7741"],
    must_include=["pushed her off the sea wall"],
    accept={
        "victims[0].diversity.disabled": [None],
        "victims[0].diversity.bme": [False],
        "victims[0].occupation": ["Branscombe Sixth Form"],
        "children[0].gender": ["female"],
        "children[0].relationship_to_victim": ["Sister of Chloe"],
    },
)
