"""A voluntary service's form that puts its checklist first, with ticks, and the people after it in short boxes."""

from tests.reading.markup import head, p, tbl, tc, tr, wingding, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "checklist-first.docx"
TOPICS = (
    ("injury", "Current injury", "Y"), ("frightened", "Victim very frightened", "Y"),
    ("fears_harm", "Fears harm", "Y"),
    ("isolated", "Isolated from family or friends", "N"), ("low_mood_suicidal", "Low mood or suicidal thoughts", "D"),
    ("separation", "Separated or tried to leave in past year", "Y"),
    ("child_contact", "Conflict over child contact", "N"),
    ("stalking", "Stalking or harassment", "Y"), ("pregnancy_baby", "Pregnant or baby under 18 months", "N"),
    ("more_often", "Happening more often", "Y"), ("getting_worse", "Getting worse", "Y"),
    ("control_jealousy", "Controlling or jealous", "Y"), ("weapons", "Weapons used", "N"),
    ("threats_to_kill", "Threats to kill", "Y"), ("strangulation", "Strangled, choked or drowned", "Y"),
    ("sexual", "Sexual abuse", "D"), ("other_people_hba", "Threat from others, honour", "N"),
    ("hurt_others", "Has hurt others", "Y"),
    ("animals", "Hurt an animal or pet", "N"), ("money", "Money problems or dependence", "Y"),
    ("drugs_alcohol_mh", "Drugs, alcohol or mental health", "Y"), ("abuser_suicidal", "Abuser threatened suicide", "Y"),
    ("breach", "Breach of bail or injunction", "N"), ("criminal_record", "Criminal record", "Y"),
)  # fmt: skip
MEANS = {"Y": "yes", "N": "no", "D": "dont_know"}


def document() -> bytes:
    rows = [
        tr(str(n), words, *(tc(wingding("FC")) if said == each else tc("") for each in "YND"))
        for n, (_, words, said) in enumerate(TOPICS, 1)
    ]
    return word(
        head("Orchard Domestic Abuse Project"),
        p("Risk checklist and referral for the Orchardleigh MARAC"),
        tbl(tr("No", "Question", "Yes", "No", "Don't know"), *rows),
        p("Total yes: 15"),
        head("Who this is about"),
        tbl(
            tr("Woman at risk", "Saira Hameed, dob 24/07/1993, 2 Cider Court, Orchardleigh ZZ52 2CC"),
            tr("Her phone", "07700 900240. Safe to text, not safe to call."),
            tr("Man causing harm", "Imran Hameed, dob 01/12/1989, same address, her husband"),
            tr("Sent by", "Fern Colley, Outreach Worker, Orchard Domestic Abuse Project, 01632 960241"),
            tr("Sent on", "02/03/2026"),
            tr("Does she know and agree?", "Yes"),
        ),
        head("More about it"),
        p("Imran held her under the bath water on 27 February. Her mother-in-law heard it and shut the door."),
    )


CIDER = home("2 Cider Court, Orchardleigh", "ZZ52 2CC")
TRUTH = referral(
    SOURCE,
    case_area="Orchardleigh",
    referral_date="2026-03-02",
    referrer={
        "agency": "Orchard Domestic Abuse Project",
        "name": "Fern Colley",
        "role": "Outreach Worker",
        "phones": ["01632960241"],
    },
    victims=[person("Saira Hameed", "1993-07-24", CIDER, phones=[phone("07700900240", call=False, text=True)])],
    perpetrators=[person("Imran Hameed", "1989-12-01", CIDER, relationship_to_victim="husband")],
    checklist={
        "included": True,
        "variant": "adult",
        "answers": {topic: MEANS[said] for topic, _, said in TOPICS},
        "score_stated": 15,
        "score_counted": 15,
    },
    must_include=["held her under the bath water"],
    accept={
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "criteria.visible_high_risk": [True],
        "others": [["mother-in-law"]],
    },
)
