"""A force's Word form: role, then facts, in six narrow columns; checklist answered in words; grounds by deletion."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "force-protection.docx"
ASKED = (
    ("injury", "Has the current incident resulted in injury?", "Yes"),
    ("frightened", "Are you very frightened?", "Yes"),
    ("fears_harm", "What are you afraid of? Further injury or violence?", "Yes"),
    ("isolated", "Do you feel isolated from family or friends?", "Yes"),
    ("low_mood_suicidal", "Are you feeling depressed or having suicidal thoughts?", "No"),
    ("separation", "Have you separated or tried to separate within the past year?", "No"),
    ("child_contact", "Is there conflict over child contact?", "No"),
    ("stalking", "Does the abuser constantly text, contact, follow or harass you?", "Yes"),
    ("pregnancy_baby", "Are you pregnant or have you recently had a baby (within 18 months)?", "Yes"),
    ("more_often", "Is the abuse happening more often?", "Don't know"),
    ("getting_worse", "Is the abuse getting worse?", "Yes"),
    ("control_jealousy", "Does the abuser try to control everything you do, or are they jealous?", "Yes"),
    ("weapons", "Has the abuser ever used weapons or objects to hurt you?", "No"),
    ("threats_to_kill", "Has the abuser ever threatened to kill you or someone else?", "Yes"),
    ("strangulation", "Has the abuser ever attempted to strangle, choke, suffocate or drown you?", "Yes"),
    ("sexual", "Does the abuser do or say things of a sexual nature that make you feel bad?", "Don't know"),
    ("other_people_hba", "Is there any other person who has threatened you or of whom you are afraid?", "No"),
    ("hurt_others", "Do you know if the abuser has hurt anyone else?", "No"),
    ("animals", "Has the abuser ever mistreated an animal or the family pet?", "No"),
    ("money", "Are there any financial issues? Do you depend on the abuser for money?", "Yes"),
    ("drugs_alcohol_mh", "Has the abuser had problems with drugs, alcohol or mental health?", "Yes"),
    ("abuser_suicidal", "Has the abuser ever threatened or attempted suicide?", "No"),
    ("breach", "Has the abuser ever broken bail, an injunction or a contact agreement?", "No"),
    ("criminal_record", "Has the abuser ever been in trouble with the police or has a criminal history?", "Yes"),
)
SAID = {"Yes": "yes", "No": "no", "Don't know": "dont_know"}


def bar(words: str, span: int) -> str:
    return tr(tc(r(words, "b"), span=span))


def subjects() -> str:
    return tbl(
        bar("Referring officer / agency", 6),
        tr("Name", "DS Imogen Farrant", "Unit", "Westholme Vulnerability Hub", "Ext", "01632 960580"),
        tr("E-mail", tc("imogen.farrant@westholme.example.org", span=3), "Date", "30/01/2026"),
        bar("Subject 1 – VICTIM", 6),
        tr("Surname", "Lindgren", "Forename", "Astrid", "D.O.B.", "19/02/1998"),
        tr("Gender", "Female", "Ethnicity", "White European", "Nationality", "Swedish"),
        tr("Address", tc("The Old Dairy, Back Lane, Carrow, ZZ82 4BL", span=5)),
        tr("Tel. 1", "07700 900581", "Safe?", "Yes – mornings", "Tel. 2", "none"),
        tr("GP", "Carrow Health Centre", "Disability", "None", "Interpreter?", "No"),
        bar("Subject 2 – PERPETRATOR", 6),
        tr("Surname", "Tranter", "Forename", "Lewis John", "D.O.B.", "11/06/1995"),
        tr("Gender", "Male", "Ethnicity", "White British", "Nationality", "British"),
        tr("Address", tc("The Old Dairy, Back Lane, Carrow, ZZ82 4BL", span=5)),
        tr("Tel. 1", "07700 900582", "Occupation", "Farm contractor", "Rel. to victim", "Partner"),
        bar("Subject 3 – CHILD / UNBORN", 6),
        tr("Surname", "Lindgren-Tranter", "Forename", "Otto", "D.O.B.", "01/12/2025"),
        tr("Address", tc("As victim", span=3), "School", "n/a"),
    )


def document() -> bytes:
    return word(
        p(r("WESTHOLME POLICE – NOT PROTECTIVELY MARKED UNTIL COMPLETED", "b")),
        p(r("MARAC REFERRAL – Westholme and Carrow area", "b")),
        subjects(),
        p(r("Risk identification checklist (answers of the victim)", "b")),
        tbl(
            tr("Question", "Answer", "Comment"),
            *(
                tr(f"{number}. {words}", said, "Hands round neck, 24 January" if topic == "strangulation" else "")
                for number, (topic, words, said) in enumerate(ASKED, 1)
            ),
            tr("Total Yes", "13", ""),
        ),
        p(r("Reason for referral (delete as applicable): ", "b")),
        p(
            r("Visible high risk", "strike"),
            r(" / "),
            r("Professional judgement"),
            r(" / "),
            r("Potential escalation", "strike"),
            r(" / "),
            r("Repeat", "strike"),
        ),
        p("Victim aware of referral: Yes. Victim consents: No. Reason if no: fears the baby will be removed."),
        p("Victim afraid of: Lewis"),
        p("Safe to talk to: her midwife, Carol Penhale, 01632 960583"),
        p(r("Circumstances", "b")),
        p("Lewis put both hands round her neck while she held the baby. Crime ref WH/0031877/26 refers."),
    )


DAIRY = home("The Old Dairy, Back Lane, Carrow", "ZZ82 4BL")
TRUTH = referral(
    SOURCE,
    case_area="Westholme and Carrow",
    referral_date="2026-01-30",
    referrer={
        "agency": "Westholme Police",
        "name": "Imogen Farrant",
        "role": "DS",
        "phones": ["01632960580"],
        "email": "imogen.farrant@westholme.example.org",
    },
    victims=[
        person(
            "Astrid Lindgren",
            "1998-02-19",
            DAIRY,
            phones=[phone("07700900581", call=True)],
            gender="female",
            gp="Carrow Health Centre",
            diversity={
                "ethnicity": "White European",
                "nationality": "Swedish",
                "interpreter": False,
                "disabled": False,
            },
        )
    ],
    perpetrators=[
        person(
            "Lewis John Tranter",
            "1995-06-11",
            DAIRY,
            phones=[phone("07700900582")],
            gender="male",
            occupation="Farm contractor",
            relationship_to_victim="Partner",
            diversity={"ethnicity": "White British", "nationality": "British"},
        )
    ],
    children=[child("Otto Lindgren-Tranter", "2025-12-01", address=DAIRY)],
    others=[other("Carol Penhale", "midwife", "safe contact", [phone("01632960583")])],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={
        "included": True,
        "variant": "adult",
        "answers": {topic: SAID[said] for topic, _, said in ASKED},
        "score_stated": 13,
        "score_counted": 13,
    },
    consent={"victim_aware": True, "consent_given": False, "reason": "fears the baby will be removed"},
    views={"afraid_of": "Lewis", "safe_to_talk_to": "her midwife, Carol Penhale, 01632 960583"},
    crime_refs=["WH/0031877/26"],
    must_include=["put both hands round her neck"],
    accept={
        "case_area": ["Westholme and Carrow area", "Westholme"],
        "referrer.name": ["DS Imogen Farrant"],
        "referrer.role": [None],
        "referrer.agency": ["Westholme Vulnerability Hub"],
        "victims[0].diversity.disabled": [None],
        "victims[0].diversity.bme": [False, True],
        "children[0].lives_with": ["victim", "parents"],
        "children[0].age_stated": [None],
    },
)
