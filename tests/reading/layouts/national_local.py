"""The national template as an area changed it: two columns, Y / N struck through, diversity in boxes."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "national-local.docx"


def _struck(answer: str) -> str:
    return tc(
        p(r("Y", *(() if answer == "Y" else ("strike",))), " / ", r("N", *(() if answer == "N" else ("strike",))))
    )


def _people() -> list[str]:
    return [
        p(r("RESTRICTED WHEN COMPLETE", "b")),
        p(r("Stourbank MARAC referral form", "b")),
        tbl(
            tr("Referring agency", tc("Stourbank Children and Family Services", span=3)),
            tr("Contact name(s)", tc("Perpetua Gray (Social Worker) / Anil Rao (Team Manager)", span=3)),
            tr("Telephone / Email", tc("01632 960831  perpetua.gray@stourbank.example.org", span=3)),
            tr("Date", tc("17/08/2026", span=3)),
            tr("Victim name", "Chantelle ROWBOTHAM", "Victim DOB", "24/03/1995"),
            tr("Address", tc("5 Tanyard Row, Stourbank, ZZ51 5TR", span=3)),
            tr("Telephone number", "07700 900832", "Is this number safe to call?", _struck("Y")),
            tr("Please insert any relevant contact information e.g. times to call",
               tc("Before 4pm. Says she is Chantelle's cousin if a man answers", span=3)),
            tr("Diversity data (if known)", tc("B&ME ☐   Disabled ☒   LGBT ☐   Gender: M / F  F", span=3)),
            tr("Perpetrator(s) name", "Jason Leslie TULLOCH", "Perpetrator(s) DOB", "08/08/1990"),
            tr("Perpetrator(s) address", tc("NFA – sofa surfing in Stourbank", span=3)),
            tr("Relationship to victim", tc("Ex-partner", span=3)),
        ),
        p(""),
        tbl(
            tr("Children (please add extra rows if necessary)", "DOB", "Relationship to victim",
               "Relationship to perpetrator", "Address", "School (if known)"),
            tr("Ellie Rowbotham", "14/02/2015", "Daughter", "None", "As above", "Tanyard Primary"),
            tr("Mason Tulloch", "30/06/2022", "Son", "Son", "As above", ""),
            tr("", "", "", "", "", ""),
            tr("", "", "", "", "", ""),
        ),
        p(""),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        tbl(
            tr(tc(p(r("Reason for referral / additional information", "b")), span=2)),
            tr("Professional judgement", _struck("N")),
            tr("Visible high risk (14 ticks or more on SafeLives - Dash risk checklist)", _struck("Y")),
            tr("Potential escalation (3 or more incidents reported to the police in the past 12 months)", _struck("N")),
            tr("MARAC repeat (further incident identified within twelve months from the date of the last referral)",
               _struck("N")),
            tr("If yes, please provide the date listed / case number (if known)", ""),
            tr("Background and risk issues:", "Jason climbed through the bathroom window on 14 August and waited for "
               "her in the dark. He broke two of her fingers."),
            tr("Is the victim aware of MARAC referral?", _struck("Y")),
            tr("If no, why not?", ""),
            tr("Who is the victim afraid of? (to include all potential threats, and not just primary perpetrator)",
               "Jason and his father Len"),
            tr("Who does the victim believe it safe to talk to?", "Social worker"),
            tr("Who does the victim believe it not safe to talk to?", "Jason's sister"),
            tr("Has the victim been referred to any other MARAC previously?", _struck("Y")),
            tr("If yes where / when?", "Eastbrook, spring 2023"),
        ),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Stourbank",
    referral_date="2026-08-17",
    referrer={"agency": "Stourbank Children and Family Services", "name": "Perpetua Gray", "role": "Social Worker",
              "phones": ["01632960831"], "email": "perpetua.gray@stourbank.example.org"},
    victims=[
        person("Chantelle Rowbotham", "1995-03-24", home("5 Tanyard Row, Stourbank", "ZZ51 5TR"),
               phones=[phone("07700900832", call=True)], gender="female",
               diversity={"bme": False, "disabled": True, "lgbt": False})
    ],
    perpetrators=[
        person("Jason Leslie Tulloch", "1990-08-08", no_fixed_abode=True, relationship_to_victim="Ex-partner")
    ],
    children=[
        child("Ellie Rowbotham", "2015-02-14", relationship_to_victim="Daughter", school="Tanyard Primary",
              address=home("5 Tanyard Row, Stourbank", "ZZ51 5TR")),
        child("Mason Tulloch", "2022-06-30", relationship_to_victim="Son", relationship_to_perpetrator="Son",
              address=home("5 Tanyard Row, Stourbank", "ZZ51 5TR")),
    ],
    others=[other("Len", "father of perpetrator", "possible threat")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False,
              "repeat": False},
    consent={"victim_aware": True},
    previous={"other_marac": True, "other_marac_detail": "Eastbrook, spring 2023"},
    views={"afraid_of": "Jason and his father Len", "safe_to_talk_to": "Social worker",
           "not_safe_to_talk_to": "Jason's sister"},
    must_include=["climbed through the bathroom window"],
    accept={
        "referrer.name": ["Perpetua Gray / Anil Rao", "Perpetua Gray (Social Worker) / Anil Rao (Team Manager)"],
        "perpetrators[0].addresses": [home("sofa surfing in Stourbank")],
        "previous.this_marac": [False],
        "victims[0].diversity.bme": [None], "victims[0].diversity.lgbt": [None],
        "children[0].gender": ["female"], "children[1].gender": ["male"],
        "children[0].relationship_to_perpetrator": ["None"],
        "children[0].lives_with": ["victim"], "children[1].lives_with": ["victim"],
        "others": [[], ["Anil Rao"], ["Anil Rao", "Len"]],
    },
)  # fmt: skip
