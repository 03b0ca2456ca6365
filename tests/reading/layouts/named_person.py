"""A Scottish council's form: 'the named person', 'the adult', CHI, controls that hold whole cells and rows."""

from tests.reading.markup import SPACES, check, head, p, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "named-person.docx"
assert SPACES


def held(words: str) -> str:
    """A content control around a whole cell."""
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tc><w:tcPr/>{p(words)}</w:tc></w:sdtContent></w:sdt>"


def row(*pairs: str) -> str:
    cells = "".join(
        f"<w:tc><w:tcPr/>{p(piece)}</w:tc>" if not number % 2 else held(piece) for number, piece in enumerate(pairs)
    )
    return f"<w:tr>{cells}</w:tr>"


def document() -> bytes:
    return word(
        head("Glenorrin Health and Social Care Partnership"),
        p("Request for a MARAC discussion (Glenorrin MARAC)"),
        head("Worker making the request"),
        tbl(
            row("Worker", "Catriona Baird", "Designation", "Social Worker"),
            row("Locality team", "Glenorrin East", "Tel no", "01632 960929"),
            row("Date of request", "17/06/2026", "Email", "c.baird@glenorrin.example.org"),
        ),
        head("Adult experiencing abuse"),
        tbl(
            row("Forename", "Roza", "Surname", "Kowalczyk"),
            row("CHI no", "943 476 5919", "Date of birth", "12 April 1986"),
            row("Permanent address", "8 Kirk Wynd, Glenorrin ZZ38 3KW", "Phone no", "07700 900345"),
            row("First language", "Polish", "GP practice", "Kirk Wynd Medical Practice"),
        ),
        p("Safe to phone?  ", check(False), " Yes  ", check(False), " No  ", check(True), " Not known"),
        p("Interpreter required?  ", check(True), " Yes  ", check(False), " No"),
        head("Named person (the person said to be causing harm)"),
        tbl(
            row("Forename", "Marek", "Surname", "Zielinski"),
            row("CHI no", "", "Date of birth", "03 November 1982"),
            row("Permanent address", "21 Station Brae, Glenorrin ZZ38 9SB", "Phone no", "07700 900346"),
            row("Relationship to adult", "Former partner", "Employment", "Fish farm worker"),
        ),
        head("Child or children"),
        tbl(
            tr("Forename", "Surname", "Date of birth", "Nursery/School"),
            tr("Ola", "Zielinska", "19 February 2021", "Glenorrin Nursery"),
        ),
        head("Summary of concern"),
        p("Marek put his hand over her mouth until she passed out, and says the child will go to Gdansk."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Glenorrin",
    referral_date="2026-06-17",
    referrer={
        "agency": "Glenorrin Health and Social Care Partnership",
        "name": "Catriona Baird",
        "role": "Social Worker",
        "phones": ["01632960929"],
        "email": "c.baird@glenorrin.example.org",
    },
    victims=[
        person(
            "Roza Kowalczyk",
            "1986-04-12",
            home("8 Kirk Wynd, Glenorrin", "ZZ38 3KW"),
            phones=[phone("07700900345")],
            nhs_number="9434765919",
            gp="Kirk Wynd Medical Practice",
            diversity={"language": "Polish", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Marek Zielinski",
            "1982-11-03",
            home("21 Station Brae, Glenorrin", "ZZ38 9SB"),
            phones=[phone("07700900346")],
            occupation="Fish farm worker",
            relationship_to_victim="Former partner",
        )
    ],
    children=[child("Ola Zielinska", "2021-02-19", school="Glenorrin Nursery")],
    must_include=["until she passed out"],
    accept={"referrer.agency": ["Glenorrin East", None]},
)
