"""The one way in for a document of an area: read with what was taught there, as far as that may go."""

from marac.directory.models import Marac
from marac.lessons.cautious import cautious
from marac.lessons.queries import lessons_of
from marac.reading import Reading, read_safely


def read_as_taught(content: bytes, name: str, marac: Marac) -> Reading:
    """Apart from this process, once without lessons and, where there are any, once with them."""
    lessons = lessons_of(marac)
    untaught = read_safely(content, name)
    return cautious(read_safely(content, name, lessons), untaught) if lessons else untaught
