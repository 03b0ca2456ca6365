"""Who lives where: each home once, with all who are there, and those of whom no home was read."""

import pytest

from marac.intake.masks import under_masks
from marac.review.homes import WhoLivesWhere
from marac.review.review import review_of

MILL, KILN = {"text": "4 Mill Row, Westmoor", "postcode": "ZZ1 4AB"}, {"text": "9 Kiln Lane", "postcode": None}


def person(first, *homes, **more):
    return {"surname": "Hollis", "forenames": first, "addresses": [*homes], "no_fixed_abode": None, **more}


def homes_of(victims, perpetrators, children=()):
    content = {"victims": victims, "perpetrators": perpetrators, "children": list(children)}
    paths = [f"{part}[{at}].surname" for part in content for at, _each in enumerate(content[part])]
    paths += [
        f"{part}[{at}].addresses[{number}].text"
        for part in content
        for at, each in enumerate(content[part])
        for number, _home in enumerate(each.get("addresses", ()))
    ]
    reading = {"content": content, "certainty": {path: {"kind": "stated", "sure": "sure"} for path in paths}}
    return lambda held=content: next(
        (row for row in review_of(held, reading).first if isinstance(row, WhoLivesWhere)), None
    )


def told(row):
    return [
        (", ".join(str(line.shown) for line in home[0].told), [str(there.who.called) for there in home])
        for home in row.homes
    ]


def test_a_home_stands_once_with_all_who_are_there_and_nothing_is_asked_where_all_live_together():
    child = {"surname": "Hollis", "forenames": "Finn", "address": MILL}
    row = homes_of([person("Ada", MILL)], [person("Cal", MILL)], [child])()

    assert told(row) == [
        ("4 Mill Row, Westmoor, ZZ1 4AB", ["Victim: Ada Hollis", "Perpetrator: Cal Hollis", "Child: Finn Hollis"])
    ]
    assert (row.nowhere, row.apart) == ([], False)


@pytest.mark.parametrize("his", [(KILN,), (), (KILN, {"text": "HMP Longmoor", "postcode": None})])
def test_it_is_asked_whether_somebody_lives_at_anothers_address_too_unless_all_are_at_every_home(his):
    assert homes_of([person("Ada", MILL)], [person("Cal", *his)])().apart


def test_whoever_has_no_home_is_named_and_can_be_changed_there_but_not_a_child():
    child = {"surname": "Hollis", "forenames": "Finn", "address": None}
    row = homes_of([person("Ada", MILL)], [person("Cal"), person("Eve", no_fixed_abode=True)], [child])()

    assert [str(who.called) for who in row.nowhere] == ["Perpetrator 1: Cal Hollis"]
    assert told(row)[-1] == ("Yes", ["Perpetrator 2: Eve Hollis"])
    assert ("Perpetrator 1", "perpetrators[0].addresses[0].text") in row.several
    assert not [path for _whose, path in row.several if path.startswith("children")]


def test_homes_that_were_not_read_from_a_document_are_not_asked_about():
    assert homes_of([person("Ada")], [person("Cal")])() is None


def test_a_secret_home_is_not_printed_and_two_secret_homes_are_not_taken_for_one():
    hers, theirs = {**MILL, "confidential": True}, {**KILN, "confidential": True}
    row_of = homes_of([person("Ada", hers)], [person("Cal", theirs)])
    content = {"victims": [person("Ada", hers)], "perpetrators": [person("Cal", theirs)], "children": []}

    row = row_of(under_masks(content))

    assert [home for home, _there in told(row)] == ["Withheld, Withheld", "Withheld"]
    assert [line.field.label for home in row.homes for line in home[0].more] == ["Address is confidential"] * 2


def test_with_whom_a_child_lives_stands_there_where_no_address_was_read():
    children = [
        {"surname": "Hollis", "forenames": "Finn", "lives_with": "paternal grandmother, Tŷ Capel"},
        {"surname": "Hollis", "forenames": "Kit", "address": MILL, "lives_with": "victim"},
    ]
    row = homes_of([person("Ada", MILL)], [person("Cal", MILL)], children)()

    assert told(row)[-1] == ("paternal grandmother, Tŷ Capel", ["Child 1: Finn Hollis"])
    assert not [line for line in row.lines if line.path == "children[1].lives_with"]
