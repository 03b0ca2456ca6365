"""Taking in what came on a document, correcting it, and showing what of it is sealed."""

from marac.referrals.operations.documents import AlreadyHere, confirm, correct, read_again, read_document, remove_entry
from marac.referrals.operations.revealing import reveal_part, show

__all__ = ["AlreadyHere", "confirm", "correct", "read_again", "read_document", "remove_entry", "reveal_part", "show"]
