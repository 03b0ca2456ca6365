"""What a search tells of people in cases that one may not open: nothing, or by the area's rule one sentence."""

from django.db.models import Exists, OuterRef, Q

from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.cases.models import barred_from
from marac.directory.queries import profiles_on
from marac.directory.unseated import MAY_BE_KNOWN
from marac.matching.terms import Term, read_terms
from marac.people.models import Party, Person, SearchKey, held_people

FULL_NAME = 2  # words at least


def may_be_known(viewer: Viewer, words: str) -> bool:
    """Whether somebody of the full name and exact birth date that were typed is on record, in cases all of which are
    closed to the viewer, none of which is restricted, and from none of which they are barred. It is asked in as many
    questions whether or not there is anybody."""
    terms = read_terms(words, today=viewer.today)
    names = [term.name for term in terms if term.name]
    births = [term.born.exact for term in terms if term.born and term.born.exact]
    if len(names) < FULL_NAME or len(births) != 1 or any(_is_more(term) for term in terms):
        return False
    profiles = profiles_on(viewer.marac_ids, viewer.today)
    areas = [pk for pk, profile in profiles.items() if profile.told_unseated == MAY_BE_KNOWN]
    called = (Exists(SearchKey.objects.filter(person=OuterRef("pk"), value=f"name:{name}")) for name in names)
    people = Person.objects.filter(*called, marac__in=areas, born_from=births[0], born_until=births[0])
    with lifted():
        return bool(areas) and people.exclude(_is_closed_to(viewer)).exclude(pk__in=held_people(viewer)).exists()


def _is_more(term: Term) -> bool:
    """A place or a number: by neither is anybody known here, for some are confidential."""
    return bool(term.postcode or term.phone or (term.word and not term.name))


def _is_closed_to(viewer: Viewer) -> Q:
    """Of whom nothing may be said by any of their records, and whom the viewer finds anyway."""
    closed = Q(case__restricted=True) | Q(case__in=barred_from(viewer.user_id))
    parties = (Party.objects.filter(closed), Party.objects.visible_to(viewer))
    own = (Exists(each.filter(person=OuterRef("pk"))) for each in parties)
    joined = (Exists(each.filter(person__joined__head=OuterRef("joined__head"))) for each in parties)
    found = Q()
    for each in (*own, *joined):
        found |= Q(each)
    return found
