"""Taking in what came on a document, and correcting it."""

from marac.referrals.operations.documents import AlreadyHere, confirm, correct, read_document, remove_entry

__all__ = ["AlreadyHere", "confirm", "correct", "read_document", "remove_entry"]
