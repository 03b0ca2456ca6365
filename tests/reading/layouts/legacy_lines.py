"""A refuge network's old form: legacy fields on lines, sections in bold capitals, drop-downs for what is safe."""

from tests.reading.markup import listed, p, r, ticked, typed, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "refuge-network.docx"
SAFE = ("-", "Yes", "No", "Not sure")


def document() -> bytes:
    return word(
        p(r("OAKENSHAW REFUGE NETWORK - MARAC REFERRAL (OAKENSHAW)", "b")),
        p(r("REFERRER", "b")),
        p("Name: ", typed("Thea Lindqvist"), "   Organisation: ", typed("Oakenshaw Refuge Network")),
        p("Tel: ", typed("01632 960377"), "   Date: ", typed("20/07/2026")),
        p(r("WOMAN BEING REFERRED", "b")),
        p("Name: ", typed("Farida Noor"), "   Date of birth: ", typed("10/10/1996")),
        p("Current address: ", typed("Refuge, PO Box 14, Oakenshaw ZZ71 1PO")),
        p(
            "Telephone: ",
            typed("07700 900378"),
            "   Safe to call: ",
            listed(1, *SAFE),
            "   Safe to text: ",
            listed(2, *SAFE),
        ),
        p("First language: ", typed("Dari"), "   Interpreter needed: ", listed(1, *SAFE)),
        p(r("ABUSER", "b")),
        p("Name: ", typed("Javid Noor"), "   Date of birth: ", typed("01/01/1990")),
        p("Last known address: ", typed("52 Tenter Road, Oakenshaw ZZ71 5TR")),
        p("Relationship: ", typed("Husband")),
        p(r("CHILDREN", "b")),
        p("Name: ", typed("Sana Noor"), "   Date of birth: ", typed("15/05/2022")),
        p(r("GROUNDS", "b")),
        p(
            ticked(True),
            " Visible high risk   ",
            ticked(False),
            " Professional judgement   ",
            ticked(False),
            " Escalation",
        ),
        p("Woman agrees to referral: ", listed(1, *SAFE)),
        p(r("WHAT HAPPENED", "b")),
        p(typed("Javid's uncle telephoned the refuge. Javid has said that he will take Sana out of the country.")),
    )


TRUTH = referral(
    SOURCE,
    case_area="Oakenshaw",
    referral_date="2026-07-20",
    referrer={"agency": "Oakenshaw Refuge Network", "name": "Thea Lindqvist", "phones": ["01632960377"]},
    victims=[
        person(
            "Farida Noor",
            "1996-10-10",
            home("Refuge, PO Box 14, Oakenshaw", "ZZ71 1PO", secret=True),
            phones=[phone("07700900378", call=True, text=False)],
            diversity={"language": "Dari", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Javid Noor",
            "1990-01-01",
            home("52 Tenter Road, Oakenshaw", "ZZ71 5TR", "last_known"),
            relationship_to_victim="Husband",
        )
    ],
    children=[child("Sana Noor", "2022-05-15")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
    },
    consent={"consent_given": True},
    must_include=["take Sana out of the country"],
)
