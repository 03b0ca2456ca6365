"""A sexual health clinic's fillable PDF: fields named by part and fact, two columns, one lodging for both."""

from tests.reading.layouts.pdfs import check_field, choice_field, page, pdf, text_field, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "clinic-fields.pdf"
LEFT = (
    ("Clinic attender", None, None),
    ("First name", "attender_first", "Theo"),
    ("Last name", "attender_last", "Wickens"),
    ("Born (dd/mm/yy)", "attender_dob", "30/01/98"),
    ("Pronouns", "attender_pronoun", "he/him"),
    ("Lodging at", "attender_addr", "Room 4, 77 Spire Road,\nMarlhurst ZZ71 7SR"),
    ("Mob", "attender_mob", "07700 900181"),
    ("OK to phone?", "attender_ok", "NO - Kit answers it"),
    ("Other way in", "attender_alt", "e-mail only"),
)
RIGHT = (
    ("The one they fear", None, None),
    ("First name", "feared_first", "Christopher (Kit)"),
    ("Last name", "feared_last", "Oyelaran"),
    ("Born (dd/mm/yy)", "feared_dob", "11/04/92"),
    ("Relation", "feared_rel", "boyfriend"),
    ("Lodging at", "feared_addr", "as opposite"),
    ("Mob", "feared_mob", "07700 900182"),
)
BASE = 700


def document() -> bytes:
    drawing = [
        words(40, 800, "Marlhurst Integrated Sexual Health", 14, bold=True),
        words(40, 780, "Notification to Marlhurst MARAC", 11),
        words(40, 750, "Health adviser"),
        words(320, 750, "Ring me on"),
        words(40, 728, "Today"),
    ]
    fields = [
        text_field(130, 747, "ha_name", "Perpetua Lunn"),
        text_field(380, 747, "ha_tel", "01632 960183"),
        text_field(130, 725, "form_date", "22/12/2026"),
    ]
    for x, column in ((40, LEFT), (320, RIGHT)):
        for number, (label, name, value) in enumerate(column):
            y = BASE - 24 * number
            drawing.append(words(x, y, label, bold=name is None))
            if name:
                fields.append(text_field(x + 90, y - 3, name, value))
    low = [
        ("Scored 14+ on the risk checklist", "g1", True),
        ("Gut feeling (professional judgement)", "g2", False),
        ("Getting worse or more often (escalation)", "g3", False),
        ("Heard before within a year", "g4", False),
        ("Attender knows this is being sent", "k1", True),
        ("Attender agrees", "k2", True),
    ]
    for number, (label, name, full) in enumerate(low):
        y = 460 - 20 * number
        drawing.append(words(62, y, label))
        fields.append(check_field(44, y - 2, name, None, full=full))
    drawing += [words(40, 320, "Total"), words(40, 296, "Orientation"), words(40, 272, "Any child, anywhere?")]
    drawing.append(words(40, 248, "In a few lines"))
    fields += [
        text_field(160, 317, "ric_total", "16"),
        choice_field(160, 293, "attender_orient", "Gay man", "Straight", "Bisexual"),
        text_field(160, 269, "dependants", "Kit's daughter Bonnie Oyelaran, 5 yrs, with her mother"),
        text_field(160, 245, "lines", "Kit films him asleep and has put a cable round his neck twice since October."),
    ]
    return pdf(page(*drawing), fields={0: fields})


SPIRE = home("Room 4, 77 Spire Road, Marlhurst", "ZZ71 7SR")
TRUTH = referral(
    SOURCE,
    case_area="Marlhurst",
    referral_date="2026-12-22",
    referrer={
        "agency": "Marlhurst Integrated Sexual Health",
        "name": "Perpetua Lunn",
        "role": "Health adviser",
        "phones": ["01632960183"],
    },
    victims=[
        person(
            "Theo Wickens",
            "1998-01-30",
            SPIRE,
            phones=[phone("07700900181", call=False)],
            diversity={"lgbt": True},
        )
    ],
    perpetrators=[
        person(
            "Christopher Oyelaran",
            "1992-04-11",
            SPIRE,
            phones=[phone("07700900182")],
            aliases=["Kit"],
            relationship_to_victim="boyfriend",
        )
    ],
    children=[child("Bonnie Oyelaran", age_stated=5, relationship_to_perpetrator="daughter", lives_with="her mother")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["put a cable round his neck twice"],
    accept={
        "victims[0].gender": ["male"],
        "victims[0].diversity.lgbt": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].gender": ["female"],
        "previous.this_marac": [False],
    },
)
