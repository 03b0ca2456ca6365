"""A school's narrative form: a few headed questions, and the people told in sentences under them."""

from docx import Document

from tests.reading.documents import saved
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "head-teacher.docx"
PARTS = (
    ("#", "St Wilfrid's Primary School"),
    ("", "Referral to Marlscar MARAC by Henrietta Bowes, Designated Safeguarding Lead, on 9 March 2026."),
    ("", "Telephone 01632 960811. Email h.bowes@stwilfrids.example.org"),
    ("#", "Who is the victim?"),
    ("", "The victim is Latoya Edwards, born 18 January 1990, who lives at 34 Marl Street, Marlscar, ZZ49 3MS. Her "
         "mobile is 07700 900812. It is safe to call her during school hours. Please do not leave voicemails."),
    ("#", "Who is the perpetrator?"),
    ("", "The perpetrator is Dwayne Clarke, born 6 June 1986. He is her former partner and lives at 2 Pit Lane, "
         "Marlscar, ZZ49 9PL."),
    ("#", "Which children are involved?"),
    ("", "Shay Clarke (born 12/10/2016) and Amara Clarke (born 30/07/2019), both pupils at St Wilfrid's Primary "
         "School. They live with their mother. Latoya is expecting another baby on 2 August 2026."),
    ("#", "Why are you referring now?"),
    ("", "On Friday Dwayne came to the gate with a dog and told Shay that his mum would be buried in the garden. "
         "He has breached his non-molestation order twice."),
    ("", "We are referring on professional judgement. The checklist score was 12."),
    ("#", "Does the victim know and agree?"),
    ("", "Yes, Latoya knows about the referral and agrees to it."),
    ("#", "Anyone else we should know about?"),
    ("", "Her mother, Sonia Edwards, collects the children (07700 900813)."),
)  # fmt: skip


def document() -> bytes:
    made = Document()
    for kind, text in PARTS:
        if kind:
            made.add_heading(text, 2)
        else:
            made.add_paragraph(text)
    return saved(made)


TRUTH = referral(
    SOURCE,
    case_area="Marlscar",
    referral_date="2026-03-09",
    referrer={
        "agency": "St Wilfrid's Primary School", "name": "Henrietta Bowes", "role": "Designated Safeguarding Lead",
        "phones": ["01632960811"], "email": "h.bowes@stwilfrids.example.org",
    },
    victims=[
        person("Latoya Edwards", "1990-01-18", home("34 Marl Street, Marlscar", "ZZ49 3MS"),
               phones=[phone("07700900812", call=True, message=False)], diversity={"pregnant": True})
    ],
    perpetrators=[
        person("Dwayne Clarke", "1986-06-06", home("2 Pit Lane, Marlscar", "ZZ49 9PL"),
               relationship_to_victim="former partner")
    ],
    children=[
        child("Shay Clarke", "2016-10-12", lives_with="victim", school="St Wilfrid's Primary School"),
        child("Amara Clarke", "2019-07-30", lives_with="victim", school="St Wilfrid's Primary School"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-08-02"},
    ],
    others=[other("Sonia Edwards", "mother", "named", [phone("07700900813")])],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 12},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["came to the gate with a dog", "breached his non-molestation order twice"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].diversity.pregnant": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].lives_with": ["mother"],
        "children[1].lives_with": ["mother"],
        "checklist.score_stated": [None],
        "others": [[]],
    },
)  # fmt: skip
