"""Which pages wait until somebody has signed, and when words have to be signed again."""

from collections.abc import Collection, Mapping
from hashlib import sha256

from marac.access.roles import Permission

# What shows no case: one's own work by its references, people, rules, figures; and referring, which must never wait.
OPEN_BEFORE = frozenset(
    {
        "ANYONE",
        Permission.SEE_OWN_WORK.name,
        Permission.REFER.name,
        Permission.SEE_FIGURES.name,
        Permission.MANAGE_USERS.name,
        Permission.MANAGE_DIRECTORY.name,
        Permission.SET_RULES.name,
        Permission.SEE_WHAT_WAS_SENT.name,
    }
)


def waits(opens_to: str) -> bool:
    """Whether a page that opens to this permission may show a case. One that nobody has thought of does."""
    return opens_to not in OPEN_BEFORE


def mark_of(words: str) -> str:
    """What tells one version of the words from another: other words have to be signed again, the same ones not."""
    return sha256(" ".join(words.split()).encode()).hexdigest()[:32]


def unsigned(words: Mapping[int, str], signed: Collection[tuple[int, str]]) -> list[int]:
    """Of MARACs with their words in force, those whose words somebody has not signed; `signed` are pairs of MARAC and
    mark."""
    return sorted(marac_id for marac_id, text in words.items() if (marac_id, mark_of(text)) not in signed)
