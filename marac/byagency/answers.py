"""What this browser asked at an agency's service, what came back, and how far it goes here."""

import hmac
from dataclasses import asdict, dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from marac.access.fresh import FACTOR_AT
from marac.accounts.middleware import WITHIN
from marac.accounts.models import User
from marac.connections.models import Connection
from marac.connections.provider import NOT_FITTING, Question, address_to_ask, claims_for, new_question, service_of
from marac.connections.queries import open_connection
from marac.connections.rules import ANSWERED_WITHIN, is_fresh, known_as, proves_factor
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.signin import session

ASKED, SHOWN = "agency_asked", "agency_shown"  # in the session: our question, and an answer that waits for a button
SIGN_IN, LINK, JOIN, AGAIN = "sign in", "link", "join", "again"
# A service that has somebody signed in answers by itself; this makes it ask them.
ASK_THEM = {"prompt": "login", "max_age": "0"}


@dataclass(frozen=True)
class Shown:
    """Who somebody is at a service, by its word. `factor` says that its word stands for a second factor, `fresh` that
    they showed themselves there just now."""

    way: str
    connection_id: int
    known_as: str
    factor: bool
    fresh: bool
    wanted: str
    at: str

    @property
    def connection(self) -> Connection:
        return _open(self.connection_id)


def go(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """To the service. Raises Refusal where it is away, so that another way in can be offered."""
    connection, question = _open(pk), new_question()
    more = ASK_THEM if way == AGAIN else {}
    address = address_to_ask(service_of(connection), connection, question, back=_back(request), more=more)
    wanted = session.inside(request, request.GET.get("next", ""))
    kept = {"connection": pk, "way": way, "at": request.now.isoformat(), "next": wanted}
    request.session[ASKED] = kept | asdict(question)
    return HttpResponseRedirect(address)


def answered(request: HttpRequest) -> Shown:
    """What the service answers to the question of this very browser, which is good for one answer."""
    kept = request.session.pop(ASKED, None)
    given = request.GET
    if not kept or not hmac.compare_digest(kept["state"].encode(), given.get("state", "").encode()):
        raise Refusal(_("This answer belongs to no question of this browser. Begin again."))
    asked_at, connection = datetime.fromisoformat(kept["at"]), _open(kept["connection"])
    if request.now - asked_at > ANSWERED_WITHIN:
        raise Refusal(_("It took more than ten minutes. Begin again."))
    if given.get("iss", connection.issuer) != connection.issuer:
        raise Refusal(NOT_FITTING)
    if "code" not in given:
        raise Refusal(_("Your agency's service did not sign you in."))
    question = Question(kept["state"], kept["nonce"], kept["verifier"])
    claims = claims_for(connection, question, given["code"], back=_back(request), at=request.now)
    return Shown(
        way=kept["way"],
        connection_id=connection.pk,
        known_as=known_as(claims),
        factor=proves_factor(connection.trusted.split(), claims),
        fresh=is_fresh(claims, asked_at),
        wanted=kept["next"],
        at=request.now.isoformat(),
    )


def let_in(request: HttpRequest, user: User, shown: Shown) -> HttpResponse:
    """On the agency's word alone where that stands for two factors, and then to its own roles; else to ours as well."""
    session.begin_half(request, user, shown.wanted)
    if not shown.factor:
        return session.on_from_first(request, user, "agency")
    request.session[WITHIN] = shown.connection.agency_id
    on = session.let_in(request, user, "agency")
    if shown.fresh:
        request.session[FACTOR_AT] = request.now.isoformat()
    return on


def keep_shown(request: HttpRequest, shown: Shown) -> None:
    request.session[SHOWN] = asdict(shown)


def kept_shown(request: HttpRequest, way: str) -> Shown | None:
    """What was shown for this purpose, for ten minutes."""
    kept = request.session.get(SHOWN)
    if not kept or kept["way"] != way or request.now - datetime.fromisoformat(kept["at"]) > ANSWERED_WITHIN:
        return None
    return Shown(**kept)


def _open(pk: int) -> Connection:
    found = open_connection(pk)
    if found is None:
        raise Refusal(_("This agency's service is not connected any more."))
    return found


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("byagency:answer"))
