"""A shire county's landscape Word form: three pairs to a row under merged bars, the checklist behind it."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "shire-landscape.docx"
ASKED = (
    ("injury", "Has the current incident resulted in injury?", "Y"),
    ("frightened", "Is the victim very frightened?", "Y"),
    ("fears_harm", "What is the victim afraid of? Is it further injury or violence?", "Y"),
    ("isolated", "Does the victim feel isolated from family / friends?", "N"),
    ("low_mood_suicidal", "Is the victim depressed or having suicidal thoughts?", "N"),
    ("separation", "Has the victim separated or tried to separate within the past year?", "Y"),
    ("child_contact", "Is there conflict over child contact?", "Y"),
    ("stalking", "Does the abuser constantly text, call, contact, follow or stalk?", "Y"),
    ("pregnancy_baby", "Is the victim pregnant or has she had a baby in the last 18 months?", "Y"),
    ("more_often", "Is the abuse happening more often?", "Y"),
    ("getting_worse", "Is the abuse getting worse?", "Y"),
    ("control_jealousy", "Does the abuser try to control everything, is he excessively jealous?", "Y"),
    ("weapons", "Has the abuser ever used weapons or objects to hurt the victim?", "N"),
    ("threats_to_kill", "Has the abuser ever threatened to kill the victim or someone else?", "Y"),
    ("strangulation", "Has the abuser ever attempted to strangle, choke, suffocate or drown?", "Y"),
    ("sexual", "Does the abuser do or say things of a sexual nature that cause hurt?", "D"),
    ("other_people_hba", "Is there any other person who has threatened the victim?", "N"),
    ("hurt_others", "Do you know if the abuser has hurt anyone else?", "D"),
    ("animals", "Has the abuser ever mistreated an animal or the family pet?", "N"),
    ("money", "Are there any financial issues?", "N"),
    ("drugs_alcohol_mh", "Has the abuser had problems with drugs, alcohol or mental health?", "Y"),
    ("abuser_suicidal", "Has the abuser ever threatened or attempted suicide?", "N"),
    ("breach", "Has the abuser ever broken bail or an injunction?", "N"),
    ("criminal_record", "Has the abuser ever been in trouble with the police?", "Y"),
)
SAID = {"Y": "yes", "N": "no", "D": "dont_know"}


def _bar(words: str) -> str:
    return tr(tc(p(r(words, "b")), span=6))


def document() -> bytes:
    people = tbl(
        _bar("SECTION A – REFERRER"),
        tr("Agency", "Wolds Independent Domestic Violence Service", "Completed by", "Thandiwe Mabaso", "Role", "IDVA"),
        tr("Contact no.", "01632 960711", "E-mail", "t.mabaso@woldsidvs.example.org", "Date", "07/05/2026"),
        _bar("SECTION B – VICTIM"),
        tr("Surname", "GARRAWAY", "First name(s)", "Leanne Marie", "DOB", "22/10/1998"),
        tr(tc("Current address (inc. postcode)"), tc("3 Teasel Way, Driffold, ZZ41 3TW", span=3), "Gender", "F"),
        tr("Mobile", "07700 900712", "Safe to call?", "✔ Yes   ✘ No", "Safe to leave voicemail?", "✘ Yes   ✔ No"),
        tr("Ethnicity", "White British", "Disability", "None", "Occupation", "Care assistant"),
        tr(tc("Pregnant? If so due date"), tc("Yes – EDD 30/08/2026", span=5)),
        _bar("SECTION C – ALLEGED PERPETRATOR"),
        tr("Surname", "STAVELEY", "First name(s)", "Jordan", "DOB", "14/01/1995"),
        tr(tc("Current address (inc. postcode)"), tc("Caravan 9, Holme Farm, Driffold, ZZ41 9HF", span=3),
           "Relationship to victim", "Ex-boyfriend"),
        _bar("SECTION D – CHILDREN (include unborn)"),
        tr("Name", "DOB / age", "Gender", "Relationship to victim", "Relationship to perpetrator", "School / nursery"),
        tr("Kayden Staveley", "03/12/2020", "M", "Son", "Son", "Driffold Infants"),
        tr("Unborn baby", "due 30/08/2026", "", "Unborn child", "Unborn child", ""),
        _bar("SECTION E – CRITERIA"),
        tr(tc("Visible high risk (14+)"), "✔", tc("Professional judgement"), "", tc("Escalation"), "✔"),
        tr(tc("Repeat case"), "", tc("Police incident nos."), "HP-20260503-0188", tc("Victim consents?"), "Yes"),
    )  # fmt: skip
    rows = [
        tr(str(n), words, *("✓" if said == each else "" for each in "YND"))
        for n, (_, words, said) in enumerate(ASKED, 1)
    ]
    return word(
        p(r("Wolds MARAC referral form", "b")),
        people,
        p("SECTION F – SUMMARY OF INCIDENT(S)"),
        tbl(tr("On 3 May Jordan pinned her by the throat against the caravan while Kayden watched from the step.")),
        p("SECTION G – RISK INDICATOR CHECKLIST"),
        tbl(tr("", "Question", "Yes", "No", "D/K"), *rows, tr("", "Total", "15", "", "")),
    )


TRUTH = referral(
    SOURCE,
    case_area="Wolds",
    referral_date="2026-05-07",
    referrer={
        "agency": "Wolds Independent Domestic Violence Service", "name": "Thandiwe Mabaso", "role": "IDVA",
        "phones": ["01632960711"], "email": "t.mabaso@woldsidvs.example.org",
    },
    victims=[
        person(
            "Leanne Marie Garraway", "1998-10-22", home("3 Teasel Way, Driffold", "ZZ41 3TW"),
            phones=[phone("07700900712", call=True, message=False)],
            gender="female", occupation="Care assistant",
            diversity={"ethnicity": "White British", "disabled": False, "pregnant": True},
        )
    ],
    perpetrators=[
        person("Jordan Staveley", "1995-01-14", home("Caravan 9, Holme Farm, Driffold", "ZZ41 9HF"),
               relationship_to_victim="Ex-boyfriend")
    ],
    children=[
        child("Kayden Staveley", "2020-12-03", gender="male", relationship_to_victim="Son",
              relationship_to_perpetrator="Son", school="Driffold Infants"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-08-30"},
    ],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": True,
              "repeat": False},
    checklist={"included": True, "variant": "adult", "answers": {topic: SAID[said] for topic, _, said in ASKED},
               "score_stated": 15, "score_counted": sum(said == "Y" for _, _, said in ASKED)},
    consent={"consent_given": True},
    crime_refs=["HP-20260503-0188"],
    must_include=["pinned her by the throat against the caravan"],
    accept={
        "victims[0].diversity.disabled": [None],
        "victims[0].diversity.bme": [False],
        "previous.this_marac": [False],
        "children[1].relationship_to_victim": ["Unborn child", "child"],
        "children[1].relationship_to_perpetrator": ["Unborn child", "child"],
    },
)  # fmt: skip
