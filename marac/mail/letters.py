"""What leaves by mail: that something waits, or what has become of one's account. No name, nothing that was told."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from marac.accounts.sealing import closed, opened


@dataclass(frozen=True)
class Letter:
    """`calendar` is an entry for a calendar beside the text, and `method` what is to be done with it (iTIP)."""

    subject: str
    body: str
    calendar: str = ""
    method: str = ""


def notice(references: Iterable[str], changes: Iterable[tuple[str, Mapping[str, int]]] = ()) -> Letter:
    """To one person, about everything that waits for them: its references, and where to sign in. `changes` has the
    reference of whatever takes the place of something that they had before, with the numbers of what differs."""
    named = sorted(set(references))
    lines = [
        _("Something waits for you in OpenMARAC. Sign in to see it:"),
        f"{settings.SITE_ADDRESS.rstrip('/')}/",
        _("Reference: %(references)s") % {"references": ", ".join(named)},
        *[_in_place_of(reference, each) for reference, each in changes],
        _("This message was sent by the system. Answers to it are not read."),
    ]
    return Letter(subject=_("Something waits for you"), body="\n\n".join(lines) + "\n")


def _in_place_of(reference: str, numbers: Mapping[str, int]) -> str:
    """Numbers alone, and not a word of what they count."""
    said = _("%(reference)s: issue %(number)s takes the place of issue %(replaces)s.")
    counted = _("Added: %(new)s. Taken off: %(gone)s. Moved: %(moved)s.")
    when = _("The day or the time is another.") if numbers["another_time"] else ""
    told = {"reference": reference, **numbers}
    return " ".join(part for part in (said % told, counted % told, when) if part)


def of_account(*lines: str) -> Letter:
    """To one person, about their account."""
    last = _("This message was sent by the system. Answers to it are not read.")
    return Letter(subject=_("Your account"), body="\n\n".join([*lines, last]) + "\n")


def changed(what: str) -> Letter:
    """What was done to their account, perhaps by somebody else. Without a link: whoever forges such a mail has one."""
    not_them = _(
        "If this was not you, telephone your coordinator at once. Then sign in as you always do, not by a link in a "
        "mail, sign out everywhere else and change your password: all of that is on the page of your account."
    )
    return of_account(_(what), not_them)


def sealed(letter: Letter, context: bytes) -> str:
    """As a row keeps it until it has left: the secret of a link must not lie readable in a backup."""
    return closed(json.dumps(asdict(letter)).encode(), context)


def unsealed(kept: str, context: bytes) -> Letter:
    """Raises Broken."""
    return Letter(**json.loads(opened(kept, context)))
