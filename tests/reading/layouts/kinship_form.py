"""A kinship carers' service's Word form: a grandmother harmed by her grown son, small questions in italics."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "kinship-form.docx"
YES = (r("Yes", "highlight"), r(" / No"))
NO = (r("Yes / "), r("No", "highlight"))


def ask(question: str, *answer: str) -> str:
    return tr(tc(r(question, "i")), tc(*answer))


def document() -> bytes:
    return word(
        p(r("Raising Again: kinship carers' support", "b")),
        p("MARAC referral sheet, Coldharbour and district"),
        head("Carer who is at risk"),
        tbl(
            ask("Full name (and what they like to be called)", "Winifred Edna Scrimshaw (Win)"),
            ask("When were they born?", "23rd of August 1957"),
            ask("Where do they live?", "33 Almond Way, Coldharbour. ZZ73 3AW"),
            ask("Can post be sent there?", "No - he opens it"),
            ask("Phone numbers, and which are safe", "Landline 01632 960331 is not safe. Her mobile 07700 900332 is "
                "safe between 9 and 3 on school days."),
            ask("Disability or ill health", "COPD, uses oxygen at home"),
        ),
        head("Who is the risk?"),
        tbl(
            ask("Full name", "Dean Scrimshaw"),
            ask("When were they born?", "4/1/1984"),
            ask("Where do they live?", "sofa surfing, often at 33 Almond Way"),
            ask("How are they related to the carer?", "Son"),
        ),
        head("Children in the carer's care"),
        tbl(
            tr("Child", "Born", "Parent", "School"),
            tr("Ruby Scrimshaw", "15/05/2014", "Dean", "Almond Way Primary"),
            tr("Jasper Scrimshaw", "09/12/2017", "Dean", "Almond Way Primary"),
        ),
        head("The referral"),
        tbl(
            ask("Whose idea was it to refer?", "Win's"),
            ask("Has she been told what MARAC is and agreed?", *YES),
            ask("Been to MARAC in the last year?", *NO),
            ask("Why high risk in your view", "Professional judgement"),
            ask("Tell us the story", "Dean cuts the tubing of her oxygen when she will not give him money. He has sold "
                "the children's tablets. On 2 May he locked her in the shed for a night."),
        ),
        p("Sheet filled in by Rosemary Tuck, support worker, 01632 960333, rosemary@raisingagain.example.org on "
          "6/5/26"),
    )  # fmt: skip


ALMOND = home("33 Almond Way, Coldharbour", "ZZ73 3AW")
TRUTH = referral(
    SOURCE,
    case_area="Coldharbour and district",
    referral_date="2026-05-06",
    referrer={
        "agency": "Raising Again",
        "name": "Rosemary Tuck",
        "role": "support worker",
        "phones": ["01632960333"],
        "email": "rosemary@raisingagain.example.org",
    },
    victims=[
        person(
            "Winifred Edna Scrimshaw",
            "1957-08-23",
            ALMOND,
            phones=[phone("01632960331", call=False), phone("07700900332", call=True)],
            aliases=["Win"],
            diversity={"disabled": True, "disability_detail": "COPD, uses oxygen at home"},
        )
    ],
    perpetrators=[
        person("Dean Scrimshaw", "1984-01-04", home("33 Almond Way", None, "contact"), relationship_to_victim="Son")
    ],
    children=[
        child("Ruby Scrimshaw", "2014-05-15", school="Almond Way Primary"),
        child("Jasper Scrimshaw", "2017-12-09", school="Almond Way Primary"),
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": False},
    must_include=["cuts the tubing of her oxygen"],
    accept={
        "case_area": ["Coldharbour"],
        "referrer.agency": ["Raising Again: kinship carers' support", "kinship carers' support"],
        "victims[0].gender": ["female"],
        "victims[0].diversity.disabled": [None],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].no_fixed_abode": [True],
        "perpetrators[0].addresses": [ALMOND],
        "criteria.repeat": [False],
        "consent.victim_aware": [None],
        **{f"children[{n}].lives_with": ["victim"] for n in range(2)},
        **{f"children[{n}].address": [ALMOND] for n in range(2)},
    },
)
