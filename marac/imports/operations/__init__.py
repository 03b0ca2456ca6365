"""Importing an old tracker, and taking the import back."""

from marac.imports.operations.importing import import_tracker
from marac.imports.operations.undoing import undo_import

__all__ = ["import_tracker", "undo_import"]
