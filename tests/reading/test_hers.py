"""What is hers is never made his: her number, and where she went."""

from marac.reading import read
from tests.reading import documents


def letter(*sentences: str):
    boxes = [
        ["Victim"], ["Name", "Ada HOLLIS"], ["Address", "2 Mill Row, Westmoor ZZ1 1AB"],
        ["Perpetrator"], ["Name", "Ben CRANE"], ["Relationship to victim", "Husband"],
    ]  # fmt: skip
    return read(documents.form([*boxes, ["What happened", " ".join(sentences)]]), "form.docx").content


def test_she_after_a_sentence_about_him_is_not_he():
    read_of = letter("Ben smashed her phone.", "She can be reached on 07700 900321.")

    assert read_of["perpetrators"][0]["phones"] == []


def home_of_him(words: str):
    boxes = [
        ["Victim"], ["Name", "Ada HOLLIS"], ["Home address", "2 Mill Row, Westmoor ZZ1 1AB"],
        ["Perpetrator"], ["Name", "Ben CRANE"], ["Address", words],
    ]  # fmt: skip
    content = read(documents.form(boxes), "form.docx").content
    return [home["text"] for home in content["perpetrators"][0]["addresses"]]


def test_where_she_went_is_not_his_home():
    assert home_of_him("As victim. She is now at 9 Oak Lane, Eastmoor ZZ2 2AB") == ["2 Mill Row, Westmoor"]


def test_where_he_may_not_go_is_not_his_home():
    assert home_of_him("Not known. Must not go near the home address") == []


def test_a_number_before_anybody_is_named_is_not_the_referrers():
    rows = [["Telephone no.", "07700 900321"], ["Victim"], ["Name", "Ada HOLLIS"]]

    assert read(documents.form(rows), "form.docx").content["referrer"]["phones"] == []
