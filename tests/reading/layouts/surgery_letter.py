"""A doctor's letter: a reference line for the patient, her adult son as the one who harms, all else in prose."""

from tests.reading.documents import lines
from tests.reading.truth import home, person, referral

SOURCE = "surgery-letter.docx"


def document() -> bytes:
    return lines(
        "Highfold Medical Practice",
        "2 Station Approach, Highfold, ZZ44 1SA",
        "Telephone: 01632 960440",
        "19 February 2026",
        "The MARAC Co-ordinator",
        "Highfold MARAC",
        "Dear Sir or Madam",
        "Re: Mrs Margaret Elaine Kirby, d.o.b. 08/11/1946, 3 Fold Lane, Highfold, ZZ44 3FL, NHS number 943 476 5919",
        "I would be grateful if you would discuss this patient, who is being abused by her son, Paul Kirby "
        "(born 2 June "
        "1972), who lives with her.",
        "At her appointment on Monday Mrs Kirby had a black eye. She told me that Paul takes her pension and that he "
        "put a pillow over her face on Boxing Day. There is also a daughter, Susan Marsh, in Canada.",
        "She is not safe to telephone at home because Paul answers. She would be happy to be seen here.",
        "Mrs Kirby knows about this letter but does not want the police told.",
        "Yours sincerely",
        "Dr Anil Deshmukh",
        "General Practitioner",
    )


FOLD = home("3 Fold Lane, Highfold", "ZZ44 3FL")
TRUTH = referral(
    SOURCE,
    case_area="Highfold",
    referral_date="2026-02-19",
    referrer={
        "agency": "Highfold Medical Practice",
        "name": "Anil Deshmukh",
        "role": "General Practitioner",
        "phones": ["01632960440"],
    },
    victims=[person("Margaret Elaine Kirby", "1946-11-08", FOLD, nhs_number="9434765919")],
    perpetrators=[person("Paul Kirby", "1972-06-02", FOLD, relationship_to_victim="son")],
    must_include=["takes her pension", "pillow over her face"],
    accept={
        "referrer.name": ["Dr Anil Deshmukh"],
        "consent.victim_aware": [True],
        "others": [["Susan Marsh"]],
        "victims[0].gender": ["female"],
        "victims[0].gp": ["Highfold Medical Practice"],
        "perpetrators[0].gender": ["male"],
    },
)
