"""A constabulary's Word pack: aggrieved, suspect and linked people under bars, then the checklist in three columns."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "constabulary-pack.docx"
ASKED = (
    ("injury", "Did the latest incident cause an injury?", "Y"),
    ("frightened", "Is the victim very frightened?", "Y"),
    ("fears_harm", "What are they afraid of? Is it further injury or violence?", "Y"),
    ("isolated", "Does the victim feel cut off from family and friends?", "N"),
    ("low_mood_suicidal", "Is the victim depressed or having suicidal thoughts?", "D"),
    ("separation", "Has the victim separated, or tried to, in the past year?", "Y"),
    ("child_contact", "Is there conflict over contact with children?", "Y"),
    ("stalking", "Does the abuser constantly text, call, follow, stalk or harass?", "Y"),
    ("pregnancy_baby", "Is the victim pregnant, or has had a baby in the last 18 months?", "N"),
    ("more_often", "Is the abuse happening more often?", "Y"),
    ("getting_worse", "Is the abuse getting worse?", "Y"),
    ("control_jealousy", "Does the abuser try to control everything, or is very jealous?", "Y"),
    ("weapons", "Has the abuser ever used weapons or objects to hurt the victim?", "Y"),
    ("threats_to_kill", "Has the abuser ever threatened to kill the victim or someone else?", "N"),
    ("strangulation", "Has the abuser ever tried to strangle, choke, suffocate or drown the victim?", "Y"),
    ("sexual", "Does the abuser do or say sexual things that hurt or make the victim feel bad?", "N"),
    ("other_people_hba", "Is there any other person who has threatened the victim, or of whom they are afraid?", "N"),
    ("hurt_others", "Has the abuser hurt anyone else?", "Y"),
    ("animals", "Has the abuser ever mistreated an animal or the family pet?", "D"),
    ("money", "Are there money worries, or does the victim depend on the abuser for money?", "N"),
    ("drugs_alcohol_mh", "Has the abuser had problems with drugs, alcohol or mental health?", "Y"),
    ("abuser_suicidal", "Has the abuser ever threatened or attempted suicide?", "Y"),
    ("breach", "Has the abuser ever broken bail, an injunction or a contact order?", "Y"),
    ("criminal_record", "Has the abuser ever been in trouble with the police?", "Y"),
)
SAID = {"Y": "yes", "N": "no", "D": "dont_know"}
OFFICER = [
    ["Officer making referral", "PC 2217 Tamsin Yelland", "Station / dept", "Saltern Quay Response"],
    ["Contact no.", "01632 960530", "Date of referral", "19/03/2026"],
    ["Crime number", "CR/26/88312", "Incident log", "SC-20260317-0412"],
]
AGGRIEVED = [
            ["DETAILS OF AGGRIEVED"],
            ["Surname", "DEVERELL", "Forenames", "Sophie Ann"],
            ["Maiden / other names", "Rooke", "DOB", "12/12/1996"],
            ["Sex", "F", "Ethnicity (16+1)", "W1"],
            ["Home address", "31 Net Loft Lane, Saltern, ZZ31 4NL", "Postcode", "ZZ31 4NL"],
            ["Current address if different", "Staying with her aunt at an address she does NOT want disclosed: "
             "8 Cockle Close, Saltern, ZZ31 9CC"],
            ["Mobile", "07700 900531", "Safe contact instructions", "Safe to ring, text first"],
            ["Warning markers", "None", "Occupation", "Nursery assistant"],
        ]  # fmt: skip
SUSPECT = [
    ["DETAILS OF SUSPECT / OFFENDER"],
    ["Surname", "PASCOE", "Forenames", "Ryan"],
    ["Alias", "Pasty", "DOB", "03/04/1993"],
    ["Sex", "M", "PNC ID", "93/11420K"],
    ["Home address", "31 Net Loft Lane, Saltern", "Postcode", "ZZ31 4NL"],
    ["Mobile", "07700 900532", "Relationship to aggrieved", "Partner (separated)"],
    [
        "Warning markers",
        "Violent, weapons",
        "In custody / bail",
        "Bailed to 2 Chandlers Row, Saltern, ZZ31 2CR",
    ],
]
LINKED = [
    ["CHILDREN AND OTHER PERSONS LINKED TO THE ADDRESS"],
    ["Surname", "Forename", "DOB", "Relationship to aggrieved", "Relationship to suspect", "School"],
    ["Pascoe", "Ellis", "25/05/2021", "Son", "Son", "Little Oars Nursery"],
    ["Rooke", "Maureen", "14/02/1961", "Mother", "None", "n/a"],
]
GROUNDS = [
    ["GROUNDS FOR REFERRAL (mark X)"],
    ["High risk by number of ticks", "X"],
    ["Professional judgement", ""],
    ["Escalation", "X"],
    ["Repeat MARAC case", "X"],
    ["Date of previous MARAC if repeat", "09/10/2025"],
    ["Has aggrieved been told of the referral?", "Yes"],
    ["Does aggrieved consent?", "Yes"],
]


def document() -> bytes:
    made = Document()
    made.add_paragraph("SALTERN CONSTABULARY").runs[0].bold = True
    made.add_paragraph("Public Protection – MARAC referral (Form PP14)").runs[0].bold = True
    table(made, OFFICER)
    made.add_paragraph("")
    table(made, AGGRIEVED)
    made.add_paragraph("")
    table(made, SUSPECT)
    made.add_paragraph("")
    table(made, LINKED)
    made.add_paragraph("DASH RISK ASSESSMENT")
    made.add_paragraph("Completed by officer in presence of aggrieved. Y = yes, N = no, DK = don't know")
    rows = [["", "Question", "Y", "N", "DK"]]
    for number, (_, question, said) in enumerate(ASKED, 1):
        rows.append([str(number), question, *("✓" if said == each else "" for each in "YND")])
    table(made, rows)
    table(made, [["Total number of Y answers", "16"], ["Officer's grading", "HIGH"]])
    made.add_paragraph("")
    table(made, GROUNDS)
    made.add_paragraph("OFFICER'S SUMMARY")
    made.add_paragraph(
        "Suspect waited by her car after work and held a screwdriver to her side. He said next time he would use it."
    )
    return saved(made)


TRUTH = referral(
    SOURCE,
    case_area="Saltern",
    referral_date="2026-03-19",
    referrer={
        "agency": "Saltern Constabulary",
        "name": "Tamsin Yelland",
        "role": "PC",
        "phones": ["01632960530"],
    },
    victims=[
        person(
            "Sophie Ann Deverell",
            "1996-12-12",
            home("31 Net Loft Lane, Saltern", "ZZ31 4NL"),
            home("8 Cockle Close, Saltern", "ZZ31 9CC", "temporary", secret=True),
            phones=[phone("07700900531", call=True, text=True)],
            aliases=["Rooke"],
            gender="female",
            occupation="Nursery assistant",
            diversity={"ethnicity": "W1"},
        )
    ],
    perpetrators=[
        person(
            "Ryan Pascoe",
            "1993-04-03",
            home("31 Net Loft Lane, Saltern", "ZZ31 4NL"),
            home("2 Chandlers Row, Saltern", "ZZ31 2CR", "bail"),
            phones=[phone("07700900532")],
            aliases=["Pasty"],
            gender="male",
            relationship_to_victim="Partner (separated)",
        )
    ],
    children=[
        child(
            "Ellis Pascoe", "2021-05-25", relationship_to_victim="Son", relationship_to_perpetrator="Son",
            school="Little Oars Nursery",
        )
    ],
    others=[other("Maureen Rooke", "Mother"), other("aunt", "aunt")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": True,
    },
    checklist={
        "included": True,
        "variant": "adult",
        "answers": {topic: SAID[said] for topic, _, said in ASKED},
        "score_stated": 16,
        "score_counted": 16,
    },
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2025-10-09"},
    crime_refs=["CR/26/88312"],
    must_include=["held a screwdriver to her side"],
    accept={
        "referrer.name": ["PC 2217 Tamsin Yelland"],
        "referrer.agency": ["Saltern Constabulary Public Protection", "Saltern Quay Response"],
        "referrer.role": [None, "PC 2217"],
        "crime_refs": [["CR/26/88312", "SC-20260317-0412"]],
        "victims[0].phones[0].safe_to_text": [None],
        "perpetrators[0].relationship_to_victim": ["Ex-partner", "separated partner"],
        "children[0].address": [home("31 Net Loft Lane, Saltern", "ZZ31 4NL")],
        "victims[0].aliases": [["Sophie Ann Rooke"]],
    },
)  # fmt: skip
