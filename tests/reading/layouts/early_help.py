"""An early help hub's Word form: columns for parent at risk, other parent and children; the children share cells."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "early-help.docx"
STRUCK_NO = (r("Y", "b"), r(" / "), r("N", "strike"))
STRUCK_YES = (r("Y", "strike"), r(" / "), r("N", "b"))


def document() -> bytes:
    people = tbl(
        tr("", tc(r("Parent at risk", "b")), tc(r("Other parent (cause for concern)", "b")), tc(r("Children", "b"))),
        tr("Called", "Magdalena Szulc", "Tomasz Bielak", "1. Kacper Bielak\n2. Hania Bielak\n3. Jan Szulc"),
        tr("d.o.b.", "16.09.1989", "28.02.1985", "1. 05.05.2012\n2. 22.08.2015\n3. 09.01.2024"),
        tr("Home", "52 Carder Street, Lower Swale, ZZ81 5CS", "As parent at risk until 1 Aug; now 8 Viaduct Row, "
           "Lower Swale, ZZ81 2VR", "All with mum"),
        tr("Phones", "07700 900191", "07700 900192", "1. has own mobile"),
        tr("Phone OK?", tc(*STRUCK_NO, r(" not between 5 and 8")), "", ""),
        tr("Voicemail OK?", tc(*STRUCK_YES), "", ""),
        tr("Speaks", "Polish, some English", "Polish", "English and Polish"),
        tr("Needs interpreter", tc(*STRUCK_NO), tc(*STRUCK_YES), ""),
        tr("Work / school", "Cleaner", "Scaffolder", "1. Swale High\n2. St Oswin's Primary\n3. at home"),
    )  # fmt: skip
    ask = tbl(
        tr("Has the parent at risk been told?", tc(*STRUCK_NO)),
        tr("Do they agree to this referral?", tc(*STRUCK_NO)),
        tr("Has this family been to MARAC before?", tc(*STRUCK_NO), "If so when", "20/03/2026"),
    )
    return word(
        p(r("Swale Valley Early Help Hub", "b")),
        p("Hub office: 1 Corn Exchange, Lower Swale, ZZ81 1CE. Hub phone 01632 960193"),
        head("Request for a family to be heard at Swale Valley MARAC"),
        p("Lead practitioner: Winifred Osei-Lamb      E: w.oseilamb@swalehub.example.org      Sent: 07.08.2026"),
        people,
        p(""),
        ask,
        p(r("Trusted adult: ", "b"), "Barbara Szulc, Magdalena's mother, 01632 960194. She knows everything and can "
          "be rung."),
        p(r("Please avoid: ", "b"), "Tomasz's brother Piotr Bielak, who passes on what he hears."),
        p(r("What has happened: ", "b"), "Tomasz kicked in the bathroom door on 1 August while Jan was in the bath. "
          "Kacper rang 999. It is the fourth call this summer."),
    )  # fmt: skip


CARDER = home("52 Carder Street, Lower Swale", "ZZ81 5CS")
TRUTH = referral(
    SOURCE,
    case_area="Swale Valley",
    referral_date="2026-08-07",
    referrer={
        "agency": "Swale Valley Early Help Hub",
        "name": "Winifred Osei-Lamb",
        "role": "Lead practitioner",
        "phones": ["01632960193"],
        "email": "w.oseilamb@swalehub.example.org",
    },
    victims=[
        person(
            "Magdalena Szulc",
            "1989-09-16",
            CARDER,
            phones=[phone("07700900191", call=True, message=False)],
            occupation="Cleaner",
            diversity={"language": "Polish", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Tomasz Bielak",
            "1985-02-28",
            home("8 Viaduct Row, Lower Swale", "ZZ81 2VR"),
            phones=[phone("07700900192")],
            occupation="Scaffolder",
            diversity={"language": "Polish", "interpreter": False},
        )
    ],
    children=[
        child("Kacper Bielak", "2012-05-05", lives_with="victim", school="Swale High"),
        child("Hania Bielak", "2015-08-22", lives_with="victim", school="St Oswin's Primary"),
        child("Jan Szulc", "2024-01-09", lives_with="victim"),
    ],
    others=[
        other("Barbara Szulc", "mother", "safe contact", [phone("01632960194", call=True)]),
        other("Piotr Bielak", "brother", "possible threat"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2026-03-20"},
    views={"safe_to_talk_to": "Barbara Szulc, Magdalena's mother", "not_safe_to_talk_to": "Piotr Bielak"},
    must_include=["kicked in the bathroom door"],
    accept={
        "criteria.repeat": [True],
        "victims[0].phones": [[]],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["other parent"],
        "perpetrators[0].addresses": [CARDER],
        "views.safe_to_talk_to": [None],
        "views.not_safe_to_talk_to": [None],
        **{f"children[{n}].address": [CARDER] for n in range(3)},
        "children[2].school": ["at home"],
    },
)
