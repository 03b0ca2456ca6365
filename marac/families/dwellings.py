"""What a home is while it is read: its address in the intake shape, the same as somebody else's, the one of today."""

import re

from marac.answers import addresses
from marac.answers.found import LIKELY, RESOLVED, STATED, Certainty, Found
from marac.parties.person import Person
from marac.written.blocks import Place

Home = dict[str, Found | None]
AT_PRESENT = re.compile(r"\b(?:present|now|today|tonight|staying|stays|temporary|discharge\w*|placed|safe)\b", re.I)


def address_tree(address: addresses.Address, entry_place: Place, kind: str = "", certainty: Certainty = STATED) -> Home:
    """In the intake shape."""
    return {
        "text": Found(address.text, entry_place, certainty),
        "postcode": Found(address.postcode, entry_place, certainty) if address.postcode else None,
        "type": Found(kind or address.kind, entry_place, certainty),
        "confidential": Found(True, entry_place, LIKELY) if address.confidential else None,
    }


def of_place(home: Home, place: Place, kind: str = "") -> Home:
    """The same home, as the words at this place mean it: resolved, as confidential as it was, and now or before."""
    same = {
        key: Found(found.value, place, RESOLVED) if isinstance(found, Found) else None for key, found in home.items()
    }
    return {**same, "type": Found(kind, place, RESOLVED)} if kind else same


def home_now(people: list[Person], role: str) -> Home | None:
    """The first home that is not a former one, as that of a child who lives with them."""
    homes = [home for p in people if p.role == role for home in p.tree["addresses"]]
    homes = [home for home in homes if not (home["type"] and home["type"].value == "previous")]
    now = [home for home in homes if _for_now(home)]
    return (now if len(now) == 1 else homes)[0] if homes else None


def _for_now(home: Home) -> bool:
    """Where somebody is at present, beside a usual home: by its kind, or by what the form asks."""
    text, kind = home["text"], home["type"]
    return (kind is not None and kind.value == "temporary") or bool(text and AT_PRESENT.search(text.place.label))
