"""A fillable PDF whose fields have numbers for names: what each asks is printed above it, in three columns."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "coded-fillable.pdf"

ASKED = (
    (50, 760, "Referral made on", "24/03/2026"),
    (230, 760, "By (name)", "Hamza Siddique"),
    (410, 760, "Of (agency)", "Bridgewick Law Centre"),
    (50, 716, "Referrer's telephone", "01632 960811"),
    (50, 660, "First name", "Charlotte Rose"),
    (230, 660, "Surname", "Penhale"),
    (410, 660, "Date of birth", "13/08/1997"),
    (50, 616, "Address and postcode", "Caravan 12, Gull Park, Bridgewick, ZZ55 2GP"),
    (410, 616, "Contact number", "07700 900812"),
    (50, 560, "First name", "Ross"),
    (230, 560, "Surname", "Penrose"),
    (410, 560, "Date of birth", "30/05/1993"),
    (50, 516, "Address and postcode", "18 Smelter Road, Bridgewick, ZZ55 8SR"),
    (410, 516, "Relationship to the survivor", "Ex-boyfriend"),
    (50, 460, "Name", "Indie Penhale"),
    (230, 460, "Date of birth or due date", "19/12/2023"),
    (410, 460, "Who do they live with?", "Survivor"),
)
TITLES = (
    (800, "MARAC referral - Bridgewick"),
    (682, "The survivor"),
    (582, "The person causing harm"),
    (482, "Children"),
)


def document() -> bytes:
    printed = [words(50, y, title, 12, bold=True) for y, title in TITLES]
    printed += [words(x, y, label, 8) for x, y, label, _ in ASKED]
    printed += [
        words(50, 410, "Survivor has agreed to this referral", 9),
        words(50, 380, "What has happened", 9),
    ]
    fields = [text_field(x, y - 20, f"fld{n:03}", value) for n, (x, y, _, value) in enumerate(ASKED)]
    fields += [
        check_field(260, 408, "fld090", None, full=True),
        text_field(
            50, 358, "fld091", "Ross drove at the caravan with the gas bottles on that side. She got out by a window."
        ),
    ]
    return pdf(page(*printed), fields={0: fields})


PARK = home("Caravan 12, Gull Park, Bridgewick", "ZZ55 2GP")
TRUTH = referral(
    SOURCE,
    case_area="Bridgewick",
    referral_date="2026-03-24",
    referrer={"agency": "Bridgewick Law Centre", "name": "Hamza Siddique", "phones": ["01632960811"]},
    victims=[person("Charlotte Rose Penhale", "1997-08-13", PARK, phones=[phone("07700900812")])],
    perpetrators=[
        person(
            "Ross Penrose",
            "1993-05-30",
            home("18 Smelter Road, Bridgewick", "ZZ55 8SR"),
            relationship_to_victim="Ex-boyfriend",
        )
    ],
    children=[child("Indie Penhale", "2023-12-19", lives_with="victim")],
    consent={"consent_given": True},
    must_include=["gas bottles"],
    accept={"children[0].address": [PARK], "children[0].lives_with": ["Survivor"]},
)
