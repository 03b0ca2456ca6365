"""A Welsh council's form: every label in Welsh and English, the Welsh first."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "dwyieithog.docx"


PARTS = (
    [
        ["RHAN A: Y SAWL SY'N CYFEIRIO / PART A: THE REFERRER"],
        ["Enw / Name", "Nia Pritchard"],
        ["Asiantaeth / Agency", "Cymorth i Fenywod Aberllan"],
        ["Swydd / Job title", "Gweithiwr Cymorth / Support Worker"],
        ["Ffôn / Telephone", "01632 960512"],
        ["Dyddiad cyfeirio / Date of referral", "05/03/2026"],
    ],
    [
        ["RHAN B: Y DIODDEFWR / PART B: THE VICTIM"],
        ["Enw llawn / Full name", "Cerys Mair BEYNON"],
        ["Dyddiad geni / Date of birth", "14/08/1991"],
        ["Cyfeiriad / Address", "2 Heol y Felin, Aberllan, ZZ31 2HF"],
        ["Rhif ffôn / Telephone number", "07700 900431"],
        ["Ydy hi'n ddiogel ffonio? / Is it safe to call?", "Nac ydy / No"],
        ["Ydy hi'n ddiogel tecstio? / Is it safe to text?", "Ydy / Yes"],
        ["Iaith a ffefrir / Preferred language", "Cymraeg / Welsh"],
        ["Angen cyfieithydd? / Interpreter needed?", "Na / No"],
    ],
    [
        ["RHAN C: Y TRAMGWYDDWR / PART C: THE PERPETRATOR"],
        ["Enw llawn / Full name", "Gethin REES"],
        ["Dyddiad geni / Date of birth", "09/01/1988"],
        ["Cyfeiriad / Address", "Fferm Pen-y-bryn, Aberllan, ZZ31 7PB"],
        ["Perthynas â'r dioddefwr / Relationship to victim", "Cyn-bartner / Ex-partner"],
    ],
    [
        ["RHAN CH: PLANT / PART D: CHILDREN"],
        ["Enw / Name", "Dyddiad geni / Date of birth", "Ysgol / School"],
        ["Elin Beynon-Rees", "01/09/2017", "Ysgol Aberllan"],
        ["Macsen Beynon-Rees", "22/02/2020", "Ysgol Aberllan"],
    ],
    [
        ["Ydy'r dioddefwr yn gwybod am yr atgyfeiriad? / Is the victim aware of the referral?", "Ydy / Yes"],
        ["A roddwyd caniatâd? / Has consent been given?", "Do / Yes"],
        ["Rheswm dros gyfeirio / Reason for referral", "Mae'n torri i mewn i'r tŷ. He broke in twice in February."],
    ],
)


def document() -> bytes:
    return form(*PARTS, title="Cynhadledd Asesu Risg Amlasiantaeth / MARAC referral form: Aberllan")


TRUTH = referral(
    SOURCE,
    case_area="Aberllan",
    referral_date="2026-03-05",
    referrer={
        "agency": "Cymorth i Fenywod Aberllan",
        "name": "Nia Pritchard",
        "role": "Gweithiwr Cymorth / Support Worker",
        "phones": ["01632960512"],
    },
    victims=[
        person(
            "Cerys Mair Beynon",
            "1991-08-14",
            home("2 Heol y Felin, Aberllan", "ZZ31 2HF"),
            phones=[phone("07700900431", call=False, text=True)],
            diversity={"language": "Welsh", "interpreter": False},
        )
    ],
    perpetrators=[
        person(
            "Gethin Rees",
            "1988-01-09",
            home("Fferm Pen-y-bryn, Aberllan", "ZZ31 7PB"),
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[
        child("Elin Beynon-Rees", "2017-09-01", school="Ysgol Aberllan"),
        child("Macsen Beynon-Rees", "2020-02-22", school="Ysgol Aberllan"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["broke in twice in February"],
    accept={
        "victims[0].diversity.language": ["Cymraeg"],
        "perpetrators[0].relationship_to_victim": ["Cyn-bartner / Ex-partner"],
    },
)
