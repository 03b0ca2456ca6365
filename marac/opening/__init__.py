"""Opens an upload, once it is known to be harmless, and hands back its text in one form for every kind of file."""

from marac.opening.files import open_file
from marac.opening.mail import Mail
from marac.written.blocks import Block, Cell, Place

__all__ = ["Block", "Cell", "Mail", "Place", "open_file"]
