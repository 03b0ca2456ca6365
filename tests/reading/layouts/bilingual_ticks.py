"""A Welsh health board's bilingual Word form: both languages in each label, answers ticked under Ie/Yes and Na/No."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "bilingual-ticks.docx"


def _both(welsh: str, english: str) -> str:
    return tc(p(r(welsh)), p(r(english, "i")))


def _people() -> list[str]:
    return [
        p(r("Bwrdd Iechyd Cwm Glas / Cwm Glas Health Board", "b")),
        p(r("Ffurflen atgyfeirio MARAC / MARAC referral form", "b")),
        tbl(
            tr(_both("Asiantaeth sy'n atgyfeirio", "Referring agency"), "Cwm Glas Health Board, Health Visiting"),
            tr(_both("Enw'r atgyfeiriwr", "Name of referrer"), "Nia Prydderch"),
            tr(_both("Swydd", "Job title"), "Ymwelydd iechyd / Health visitor"),
            tr(_both("Ffôn", "Telephone"), "01632 960751"),
            tr(_both("E-bost", "Email"), "nia.prydderch@cwmglas.example.org"),
            tr(_both("Dyddiad", "Date"), "15/01/2026"),
        ),
        p(r("Manylion y dioddefwr / Details of victim", "b")),
        tbl(
            tr(_both("Enw llawn", "Full name"), "Carys Elin MORSE",
               _both("Dyddiad geni", "Date of birth"), "29/05/1994"),
            tr(_both("Cyfeiriad", "Address"), tc("8 Heol y Nant, Cwm Glas, ZZ45 8HN", span=3)),
            tr(_both("Ffôn symudol", "Mobile"), "07700 900752",
               _both("Iaith ddewisol", "Preferred language"), "Cymraeg / Welsh"),
            tr(_both("Meddyg teulu", "GP"), tc("Meddygfa'r Nant", span=3)),
        ),
        p(r("Manylion y cyflawnwr honedig / Details of alleged perpetrator", "b")),
        tbl(
            tr(_both("Enw llawn", "Full name"), "Dewi MORSE", _both("Dyddiad geni", "Date of birth"), "03/02/1991"),
            tr(_both("Cyfeiriad", "Address"), tc("Yr un cyfeiriad / Same address", span=3)),
            tr(_both("Perthynas â'r dioddefwr", "Relationship to victim"), tc("Gŵr / Husband", span=3)),
        ),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        p(r("Plant / Children", "b")),
        tbl(
            tr(_both("Enw", "Name"), _both("Dyddiad geni", "Date of birth"), _both("Ysgol", "School")),
            tr("Gwenno Morse", "11/11/2023", "-"),
            tr("Ifan Morse", "04/09/2020", "Ysgol y Nant"),
        ),
        p(""),
        tbl(
            tr(tc(""), tc("Ie / Yes"), tc("Na / No")),
            tr(_both("A yw'n ddiogel ffonio'r dioddefwr?", "Is it safe to phone the victim?"), "", "✓"),
            tr(_both("A yw'n ddiogel gadael neges?", "Is it safe to leave a message?"), "", "✓"),
            tr(_both("A yw'r dioddefwr yn gwybod am yr atgyfeiriad?", "Is the victim aware of the referral?"), "✓", ""),
            tr(_both("A yw'r dioddefwr wedi cydsynio?", "Has the victim consented?"), "✓", ""),
            tr(_both("Risg uchel weladwy", "Visible high risk"), "", "✓"),
            tr(_both("Barn broffesiynol", "Professional judgement"), "✓", ""),
            tr(_both("Achos sy'n ailadrodd", "Repeat case"), "", "✓"),
        ),
        p(r("Cefndir / Background", "b")),
        p("Dewi has taken the pushchair wheels off so that she cannot walk to clinic. He sits in on every visit."),
    )  # fmt: skip


NANT = home("8 Heol y Nant, Cwm Glas", "ZZ45 8HN")
TRUTH = referral(
    SOURCE,
    case_area="Cwm Glas",
    referral_date="2026-01-15",
    referrer={
        "agency": "Cwm Glas Health Board, Health Visiting", "name": "Nia Prydderch",
        "role": "Ymwelydd iechyd / Health visitor", "phones": ["01632960751"],
        "email": "nia.prydderch@cwmglas.example.org",
    },
    victims=[
        person("Carys Elin Morse", "1994-05-29", NANT, phones=[phone("07700900752", call=False, message=False)],
               gp="Meddygfa'r Nant", diversity={"language": "Cymraeg / Welsh"})
    ],
    perpetrators=[person("Dewi Morse", "1991-02-03", NANT, relationship_to_victim="Gŵr / Husband")],
    children=[
        child("Gwenno Morse", "2023-11-11"),
        child("Ifan Morse", "2020-09-04", school="Ysgol y Nant"),
    ],
    criteria={"visible_high_risk": False, "professional_judgement": True, "repeat": False},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["taken the pushchair wheels off"],
    accept={
        "case_area": [None],
        "victims[0].diversity.language": ["Welsh", "Cymraeg"],
        "perpetrators[0].relationship_to_victim": ["Husband"],
        "previous.this_marac": [False],
        "perpetrators[0].gender": ["male"],
        "referrer.role": ["Health visitor"],
        "referrer.agency": ["Cwm Glas Health Board"],
    },
)  # fmt: skip
