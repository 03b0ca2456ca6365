"""A stalking advocacy service's Word form: numbered boxes, the checklist as Y N DK to cross out, two phones."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "stalking-service.docx"
ASKED = (
    ("Have you been hurt in the latest incident?", "injury", "no"),
    ("Are you very frightened?", "frightened", "yes"),
    ("What are you afraid of: further violence?", "fears_harm", "yes"),
    ("Do you feel cut off from family or friends?", "isolated", "no"),
    ("Feeling depressed or thinking of suicide?", "low_mood_suicidal", "dont_know"),
    ("Have you separated or tried to separate in the past year?", "separation", "yes"),
    ("Is there conflict over child contact?", "child_contact", "no"),
    ("Does this person constantly text, call, follow or stalk you?", "stalking", "yes"),
    ("Are you pregnant or have you had a baby in the past 18 months?", "pregnancy_baby", "no"),
    ("Is the abuse happening more often?", "more_often", "yes"),
    ("Is the abuse getting worse?", "getting_worse", "yes"),
    ("Does this person try to control everything you do, or is he excessively jealous?", "control_jealousy", "yes"),
    ("Has a weapon or object ever been used to hurt you?", "weapons", "no"),
    ("Has he ever threatened to kill you or someone else?", "threats_to_kill", "yes"),
    ("Ever tried to strangle, choke or drown you?", "strangulation", "no"),
    ("Does he say or do things of a sexual nature that hurt you?", "sexual", "no"),
    ("Is there any other person who has threatened you?", "other_people_hba", "no"),
    ("Has he hurt anybody else?", "hurt_others", "yes"),
    ("Has he ever mistreated an animal or the family pet?", "animals", "yes"),
    ("Any money problems; are you dependent on him for money?", "money", "no"),
    ("Problems with drugs, alcohol or mental health?", "drugs_alcohol_mh", "yes"),
    ("Has he threatened or attempted suicide?", "abuser_suicidal", "dont_know"),
    ("Has he ever breached bail, an injunction or a contact agreement?", "breach", "yes"),
    ("Has he been in trouble with the police or have a criminal history?", "criminal_record", "yes"),
)
YES = (r("Y"), r(" / "), r("N", "strike"))
NO = (r("Y", "strike"), r(" / "), r("N"))


def crossed(answer: str) -> str:
    keys = (("yes", "Y"), ("no", "N"), ("dont_know", "DK"))
    pieces = [r(letter) if key == answer else r(letter, "strike") for key, letter in keys]
    return tc(pieces[0], r(" / "), pieces[1], r(" / "), pieces[2])


def document() -> bytes:
    boxes = tbl(
        tr("A1 Who is being stalked", "Verity Ann Holloway-Stone", "A2 DOB", "24 Feb 1984"),
        tr("A3 Where", "Moved on 2 March. The new place is between her, us and the police and goes nowhere else: "
           "Flat 1, 60 Hatter Street, Kingsbarrow, ZZ17 6HS", "A4 Before", "2 Thistle Bank, Kingsbarrow, ZZ17 2TB"),
        tr("A5 On what number?", "07700 900211 - new SIM, he does not have it, ring or text as you like. Old number "
           "07700 900212 is kept on only so that evidence comes in: do not answer or use it.", "A6 Works as",
           "Optician"),
        tr("B1 Who is stalking", "Marcus Dell aka 'Dellboy'", "B2 DOB", "unknown, thought to be 40"),
        tr("B3 Where", "Lodges over The Packhorse, Kingsbarrow, ZZ17 0PH", "B4 How known",
           "Former colleague, dated twice"),
        tr("B5 Car", "Silver Corsa, ZZ17 DEL", "B6 On bail?", tc(*YES)),
        tr("C1 Told?", tc(*YES), "C2 Signed consent?", tc(*YES)),
        tr("C3 URN", "17BD/4410/26", "C4 Been to a MARAC?", tc(*NO)),
    )  # fmt: skip
    answers = tbl(
        tr("D. Risk checklist", "Cross out what does not apply"),
        *(tr(question, crossed(answer)) for question, _, answer in ASKED),
        tr("Number of Ys", "13"),
    )
    return word(
        head("Footstep Stalking Advocacy: request to be heard by Kingsbarrow MARAC"),
        p("Advocate: Ngozi Tremlett   Mobile: 07700 900213   Sent in: 9/3/26   Why now: professional judgement"),
        boxes,
        p(""),
        answers,
        head("E. Account"),
        p("He left a dead blackbird in her coat pocket at work. On 1 March he was in her loft when she came home."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Kingsbarrow",
    referral_date="2026-03-09",
    referrer={
        "agency": "Footstep Stalking Advocacy",
        "name": "Ngozi Tremlett",
        "role": "Advocate",
        "phones": ["07700900213"],
    },
    victims=[
        person(
            "Verity Ann Holloway-Stone",
            "1984-02-24",
            home("Flat 1, 60 Hatter Street, Kingsbarrow", "ZZ17 6HS", secret=True),
            home("2 Thistle Bank, Kingsbarrow", "ZZ17 2TB", "previous"),
            phones=[phone("07700900211", call=True, text=True), phone("07700900212", call=False)],
            occupation="Optician",
        )
    ],
    perpetrators=[
        person(
            "Marcus Dell",
            None,
            home("over The Packhorse, Kingsbarrow", "ZZ17 0PH"),
            aliases=["Dellboy"],
            age_stated=40,
            relationship_to_victim="Former colleague, dated twice",
        )
    ],
    crime_refs=["17BD/4410/26"],
    criteria={"professional_judgement": True},
    checklist={
        "included": True,
        "variant": "adult",
        "answers": {key: answer for _, key, answer in ASKED},
        "score_stated": 13,
        "score_counted": 13,
    },
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": False},
    must_include=["left a dead blackbird in her coat pocket"],
    accept={
        "victims[0].phones[1].safe_to_leave_message": [False],
        "victims[0].gender": ["female"],
        "victims[0].phones[1].safe_to_text": [False],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].age_stated": [None],
        "criteria.repeat": [False],
        "previous.this_marac": [None],
        "previous.other_marac": [False],
    },
)
