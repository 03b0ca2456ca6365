"""By what two people may be the same, related or neighbours: every mixture of what is alike, and how it is written."""

from itertools import product

import pytest

from marac.conflicts.rules import Alike, Kind, Traits, bars_at_once, declared, in_common, is_strong, traits_of
from marac.directory.choices import ProvisionalBar
from marac.kernel.refusal import Refusal

ALL = [Alike.SURNAME, Alike.NAME, Alike.STREET, Alike.HOME, Alike.PHONE, Alike.KNOWN]
FIELD = {
    Alike.SURNAME: "surnames",
    Alike.NAME: "names",
    Alike.STREET: "streets",
    Alike.HOME: "homes",
    Alike.PHONE: "phones",
}


def pair(alike):
    """Two people who have this in common, and differ in all else that is known of both."""
    staff = {name: frozenset({f"{name} of staff"}) for name in FIELD.values()}
    party = {name: frozenset({f"{name} of party"}) for name in FIELD.values()}
    for each in set(alike) & set(FIELD):
        staff[FIELD[each]] |= {"the same"}
        party[FIELD[each]] |= {"the same"}
    known = party["names"] if Alike.KNOWN in alike else frozenset({"somebody else"})
    return Traits(**staff, known=known), Traits(**party)


def test_whatever_is_alike_is_said_and_nothing_else():
    for holds in product((True, False), repeat=len(ALL)):
        alike = {each for each, is_so in zip(ALL, holds, strict=True) if is_so}
        said = alike - {Alike.STREET} if Alike.HOME in alike else alike

        assert in_common(*pair(alike)) == said


def test_one_thing_that_few_share_is_strong_and_so_is_the_surname_with_the_street():
    for holds in product((True, False), repeat=len(ALL)):
        alike = {each for each, is_so in zip(ALL, holds, strict=True) if is_so}
        alone = alike & {Alike.NAME, Alike.HOME, Alike.PHONE, Alike.KNOWN}

        assert is_strong(alike) is (bool(alone) or alike >= {Alike.SURNAME, Alike.STREET})


@pytest.mark.parametrize(
    ("setting", "weak", "strong"),
    [(ProvisionalBar.STRONG, False, True), (ProvisionalBar.ANY, True, True), (ProvisionalBar.NEVER, False, False)],
)
def test_what_shuts_a_case_by_itself_is_a_setting(setting, weak, strong):
    assert (bars_at_once(setting, strong=False), bars_at_once(setting, strong=True)) == (weak, strong)


@pytest.mark.parametrize(
    ("staff", "party"),
    [
        ("Ada O'Brien", "O BRIEN, Ash"),
        ("Ada Quill-Heron", "Quill, Ash"),
        ("Ada Heron", "Quill-Heron, Ash"),
        ("Ada de la Cruz", "DE LA CRUZ, Ash"),
        ("Siân Évrard", "evrard, ash"),
    ],
)
def test_a_surname_is_found_however_it_is_written(staff, party):
    assert in_common(traits_of([staff]), traits_of([party])) == {Alike.SURNAME}


@pytest.mark.parametrize(
    "written", ["14 Mill Lane, Northmoor", "14 mill lane", "14, Mill Ln", "No. 14 Mill Lane, Northmoor ZZ1 1ZZ"]
)
def test_a_house_is_found_however_the_street_is_written(written):
    home = traits_of(homes=[("14 Mill Lane", "ZZ1 1ZZ")])

    assert in_common(home, traits_of(homes=[(written, "zz11zz")])) == {Alike.HOME}


@pytest.mark.parametrize("written", ["16 Mill Lane", "Flat 2, 14 Mill Lane", "Mill House, Mill Lane"])
def test_a_neighbour_is_a_neighbour(written):
    home = traits_of(homes=[("14 Mill Lane", "ZZ1 1ZZ")])

    assert in_common(home, traits_of(homes=[(written, "ZZ1 1ZZ")])) == {Alike.STREET}


def test_nothing_in_common_is_nothing():
    assert in_common(Traits(), Traits()) == frozenset()
    assert in_common(traits_of(["Ada"]), traits_of(["Ada"])) == frozenset()


@pytest.mark.parametrize(
    ("kind", "text", "postcode"),
    [
        (Kind.KNOWN, "Ash", ""),
        (Kind.FORMER_NAME, ".", ""),
        (Kind.HOME, "14 Mill Lane", ""),
        (Kind.HOME, ", ", "ZZ1 1ZZ"),
        (Kind.PHONE, "none", ""),
        ("shoe_size", "42", ""),
    ],
)
def test_what_could_never_be_compared_is_refused_with_what_to_enter(kind, text, postcode):
    with pytest.raises(Refusal):
        declared(kind, text, postcode)


def test_sealed_traits_are_compared_like_open_ones():
    def seal(text):
        return f"mark of {text}"

    for alike in ([], [Alike.HOME], [Alike.SURNAME, Alike.STREET], [Alike.KNOWN]):
        staff, party = pair(alike)
        assert in_common(staff.sealed(seal), party.sealed(seal)) == in_common(staff, party)
