"""A programme for men who use abuse: the participant comes first, and the partner or ex is whom MARAC is for."""

from tests.reading.markup import check, control, dropdown, head, p, picked_date, prompt, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "programme-partner.docx"


PARTICIPANT = tbl(
    tr(tc(r("1. Participant on the programme (person using abusive behaviour)", "b"), span=4)),
    tr("First", tc(control("Leighton")), "Last", tc(control("Fairbrass"))),
    tr("Nicknames", tc(control("Leggy")), "Born", tc(picked_date("1990-07-14", "14/07/1990"))),
    tr("Lives", tc(control("19 Cobbler's Hill, Ansty Green, ZZ92 9CH"), span=3)),
    tr("Phone", tc(control("07700 900201")), "Ethnic group", tc(dropdown("White British", "Asian", "Black"))),
    tr("Sessions attended", tc(control("4 of 12")), "Facilitator", tc(control("Hugo Prentice"))),
)
PARTNER = tbl(
    tr(tc(r("2. Partner / ex-partner (person to be kept safe)", "b"), span=4)),
    tr("First", tc(control("Shanice")), "Last", tc(control("Boateng"))),
    tr("Nicknames", tc(prompt()), "Born", tc(picked_date("1993-01-02", "02/01/1993"))),
    tr("Lives", tc(control("Lives apart from participant who believes she is in Leeds. Address held by us: "
                           "5 Sorrel Mews, Ansty Green, ZZ92 4SM. For the eyes of MARAC core members only"),
                   span=3)),
    tr("Phone", tc(control("07700 900202")), "Ethnic group",
       tc(dropdown("Black British", "White British", "Asian"))),
    tr("Is it safe to phone?", tc(dropdown("Safe at set times", "Safe", "Not safe")), "Times",
       tc(control("Wed and Fri after 6pm"))),
    tr("Is it safe to text?", tc(dropdown("Not safe", "Safe", "Safe at set times")), "She is his",
       tc(dropdown("Ex-partner", "Partner", "Wife"))),
)  # fmt: skip
OURS = tbl(
    tr(tc(r("3. Partner support worker making this referral", "b"), span=4)),
    tr("Name", tc(control("Ottoline Fisk")), "Phone", tc(control("01632 960203"))),
    tr("E-mail", tc(control("ottoline@turningpoints.example.org")), "Date",
       tc(picked_date("2026-06-18", "18/06/2026"))),
    tr("Area", tc(dropdown("Ansty and Vale", "Northside", "Southside")), "Organisation",
       tc(control("Turning Points"))),
)  # fmt: skip
CHILDREN = tbl(
    tr("Children of either", "Born", "Lives with", "Whose"),
    tr(tc(control("Marley Fairbrass")), tc(picked_date("2021-03-30", "30/03/2021")), tc(control("Shanice")),
       tc(control("both"))),
    tr(tc(control("Ava-Rose Fairbrass")), tc(picked_date("2014-11-11", "11/11/2014")), tc(control("his nan")),
       tc(control("participant only"))),
)  # fmt: skip


def document() -> bytes:
    return word(
        head("Turning Points - partner support - MARAC referral"),
        PARTICIPANT,
        p(""),
        PARTNER,
        p(""),
        CHILDREN,
        p(""),
        OURS,
        p(check(True), " Partner has been told     ", check(False), " Partner consents     ", check(True),
          " Shared without consent because: ", control("in session he described buying petrol")),
        p(check(False), " High on checklist     ", check(True), " Worker's judgement     ", check(False),
          " More frequent / more severe     ", check(False), " Previously at MARAC"),
        head("4. What was said in the group"),
        p(control("On 16 June he told the group that if she brings another man home he will burn the house with both "
                  "of them in it.")),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Ansty and Vale",
    referral_date="2026-06-18",
    referrer={
        "agency": "Turning Points",
        "name": "Ottoline Fisk",
        "role": "Partner support worker",
        "phones": ["01632960203"],
        "email": "ottoline@turningpoints.example.org",
    },
    victims=[
        person(
            "Shanice Boateng",
            "1993-01-02",
            home("5 Sorrel Mews, Ansty Green", "ZZ92 4SM", secret=True),
            phones=[phone("07700900202", call=True, text=False)],
            diversity={"ethnicity": "Black British"},
        )
    ],
    perpetrators=[
        person(
            "Leighton Fairbrass",
            "1990-07-14",
            home("19 Cobbler's Hill, Ansty Green", "ZZ92 9CH"),
            phones=[phone("07700900201")],
            aliases=["Leggy"],
            relationship_to_victim="Ex-partner",
            diversity={"ethnicity": "White British"},
        )
    ],
    children=[
        child("Marley Fairbrass", "2021-03-30", lives_with="victim"),
        child("Ava-Rose Fairbrass", "2014-11-11", lives_with="his nan"),
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": False, "reason": "in session he described buying petrol"},
    must_include=["burn the house with both"],
    accept={
        "children[0].address": [home("5 Sorrel Mews, Ansty Green", "ZZ92 4SM", secret=True)],
        "referrer.role": [None],
        "victims[0].gender": ["female"],
        "victims[0].diversity.bme": [True],
        "perpetrators[0].gender": ["male"],
        "previous.this_marac": [False],
        "children[0].relationship_to_victim": ["child", "both", "son"],
        "children[0].relationship_to_perpetrator": ["child", "both", "son"],
        "children[0].lives_with": ["Shanice"],
        "children[1].relationship_to_perpetrator": ["participant only", "child", "daughter"],
        "others": [["Hugo Prentice"]],
    },
)
