"""A referral's people as plain values: nothing is lost and nothing is made up."""

from datetime import date

import pytest

from marac.intake.people import ethnic_group, people_in

TODAY = date(2026, 3, 4)


def _one(group="victims", content=None, **person):
    return people_in({group: [{"surname": "Tolliver", **person}], **(content or {})}, today=TODAY)[0]


def test_an_empty_referral_names_nobody_and_spare_rows_are_left_out():
    spare = {"surname": None, "aliases": [], "unborn": False, "diversity": {"lgbt": None}}

    assert people_in({}, today=TODAY) == []
    assert people_in({"victims": [spare], "children": [spare]}, today=TODAY) == []


def test_the_place_of_a_person_in_the_referral_is_kept_when_a_spare_row_is_left_out():
    found = people_in({"children": [{}, {"surname": "Tolliver"}]}, today=TODAY)

    assert [each.path for each in found] == ["children[1]"]


def test_what_is_not_said_is_not_known_or_not_asked():
    found = _one()

    assert found.person["lgbt"] == found.person["disabled"] == "not_asked"
    assert found.person["ethnic_group"] == found.person["sex"] == "not_known"
    assert found.person["interpreter"] is None
    assert found.person["born_precision"] == "unknown"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"dob": "1991-04-03", "dob_raw": "3/4/91"}, ("1991-04-03", "1991-04-03", "exact", "3/4/91")),
        ({"dob": "1991-04-03"}, ("1991-04-03", "1991-04-03", "exact", "3 April 1991")),
        ({"dob": "1991-02-31", "dob_raw": "1985"}, ("1985-01-01", "1985-12-31", "year", "1985")),
        ({"age_stated": 60}, ("1964-08-02", "1965-08-01", "age_only", "aged 60")),
        (
            {"dob_raw": "Not known, approx 60 yrs", "age_stated": 60},
            ("1959-08-02", "1970-08-01", "approximate", "Not known, approx 60 yrs"),
        ),
        ({"dob_raw": "ask the school"}, ("None", "None", "unknown", "ask the school")),
    ],
)
def test_a_birth_is_as_certain_as_what_was_written_and_ages_count_from_the_referral(values, expected):
    found = _one(content={"referral_date": "2025-08-01"}, **values).person

    names = ("born_from", "born_until", "born_precision", "born_as_written")
    assert tuple(str(found[name]) for name in names) == expected


def test_a_referral_dated_in_the_future_counts_ages_from_today():
    found = _one(content={"referral_date": "2027-01-01"}, age_stated=10)

    assert found.person["born_until"] == date(2016, 3, 4)


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("White British", "white_british"),
        ("White Other", "white_other"),
        ("Black African - Nigerian", "black"),
        ("Black Caribbean", "black"),
        ("Asian/Asian British: Pakistani", "asian"),
        ("White and Black Caribbean", "not_known"),
        ("Mixed - White and Asian", "mixed"),
        ("South African", "not_known"),
        ("British", "not_known"),
        ("", "not_known"),
    ],
)
def test_an_ethnic_group_is_taken_only_where_the_words_plainly_name_it(written, group):
    assert ethnic_group(written) == group


@pytest.mark.parametrize(
    ("lives_with", "in_household", "note"),
    [
        ("victim", True, ""),
        ("victim and perpetrator", True, ""),
        ("Perpetrator and the victim", True, ""),
        ("victim's mother", False, "Lives with victim's mother"),
        ("grandparents", False, "Lives with grandparents"),
        ("victim at weekends", None, "Lives with victim at weekends"),
        ("parents", None, "Lives with parents"),
        ("perpetrator", False, "Lives with perpetrator"),
        ("maternal grandmother", False, "Lives with maternal grandmother"),
        (None, None, ""),
    ],
)
def test_a_child_is_of_the_household_only_if_said_to_live_with_the_victim(lives_with, in_household, note):
    party = _one("children", lives_with=lives_with).party

    assert (party["in_household"], party["note"]) == (in_household, note)


def test_an_unborn_child_has_a_due_date_and_no_birth():
    found = _one("children", surname=None, unborn=True, edd="2026-01-09", dob_raw="EDD 09/01/2026")

    assert (found.party["unborn"], found.party["due_on"]) == (True, date(2026, 1, 9))
    assert "born_from" not in found.person


@pytest.mark.parametrize(
    ("values", "field", "keep_away"),
    [
        (
            {"name": "Lee Delaney", "relationship": "Perpetrator's brother", "role": "possible threat"},
            "to_perpetrator",
            True,
        ),
        ({"name": "Pauline", "relationship": "Victim's mother", "role": "safe contact"}, "to_victim", False),
        (
            {"name": "Donna", "relationship": "Perpetrator's sister", "role": "not safe to talk to"},
            "to_perpetrator",
            True,
        ),
    ],
)
def test_other_people_keep_their_relationship_and_those_who_are_not_safe_are_kept_away(values, field, keep_away):
    party = people_in({"others": [values]}, today=TODAY)[0].party

    assert party[field] == values["relationship"]
    assert (party["must_not_receive"], party["note"]) == (keep_away, values["role"])


def test_an_address_that_is_confidential_for_the_victim_is_so_for_the_child_who_lives_there():
    address = {"text": "5 Refuge Road", "postcode": "zz11aa"}
    content = {
        "victims": [{"surname": "Tolliver", "addresses": [{**address, "confidential": True}]}],
        "children": [{"surname": "Tolliver", "address": {**address, "text": "5, refuge road", "confidential": None}}],
    }

    assert [home.confidential for each in people_in(content, today=TODAY) for home in each.homes] == [True, True]


def test_texts_longer_than_their_field_are_shortened_and_do_not_fail():
    found = _one(gp="surgery " * 100, phones=[{"number": "ask her sister for the number please", "note": "x" * 900}])

    assert len(found.person["gp"]) <= 200
    assert (len(found.numbers[0].number) <= 20, len(found.numbers[0].note)) == (True, 400)


def test_somebody_who_must_not_receive_anything_is_marked_whatever_their_part():
    content = {"others": [{"name": "Ottoline Marsh", "role": "professional", "must_not_receive": True}]}

    assert people_in(content, today=TODAY)[0].party["must_not_receive"] is True


def test_what_is_dangerous_to_workers_stands_with_the_perpetrator():
    content = {"perpetrators": [{"surname": "Marsh", "no_fixed_abode": True, "danger_to_workers": "A dog"}]}

    assert people_in(content, today=TODAY)[0].party["note"] == "No fixed abode; A dog"


def test_gender_in_their_own_words_stands_beside_the_sex_that_is_counted():
    person = people_in({"victims": [{"gender": "female", "gender_described": "Non-binary"}]}, today=TODAY)[0].person

    assert (person["sex"], person["gender"]) == ("female", "Non-binary")
