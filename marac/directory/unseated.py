"""What a search may say of somebody who is only in cases that whoever searches may not open."""

from marac.kernel.text import _

NOTHING, MAY_BE_KNOWN = "nothing", "may_be_known"
UNSEATED: dict[str, str] = {
    NOTHING: _("nothing"),
    MAY_BE_KNOWN: _(
        "that somebody of this name may be known, and to ask the coordinator: to whoever types the full name and the "
        "exact birth date"
    ),
}
