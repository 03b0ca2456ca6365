"""What every answer tells the browser, whatever kind of answer it is."""

import pytest
from django.test import Client

from config.headers import ALWAYS
from tests import make

pytestmark = pytest.mark.django_db
CLOSED = ["base-uri 'none'", "default-src 'none'", "frame-ancestors 'none'"]
OURS = ["connect", "font", "form-action", "img", "manifest", "script", "style"]


@pytest.fixture
def answers(client, area, monkeypatch):
    """One of each kind: a page, a way on, a file, nothing there, refused, not allowed, a defect, another host."""
    anyone = client.get("/account/sign-in/")
    client.raise_request_exception = False
    strict = Client(enforce_csrf_checks=True)
    for each in (client, strict):
        make.signed_in(each, marac=area, agency=make.agency(marac=area))
    found = {
        "sign-in": anyone,
        "page": client.get("/"),
        "way on": client.post("/cases/", {"words": "Wren"}),
        "file": client.get("/reports/figures/years/"),
        "nothing there": client.get("/nowhere/"),
        "refused": strict.post("/cases/", {"words": "Wren"}),
        "not allowed": client.get("/account/sign-out/"),
        "another host": client.get("/", headers={"host": "elsewhere.example.org"}),
        "script": client.get("/static/start.js"),
    }
    monkeypatch.setattr("marac.office.views.desk.waiting_for", lambda viewer: 1 / 0)
    return found | {"defect": client.get("/")}


def test_the_answers_are_of_every_kind(answers):
    assert {name: answer.status_code for name, answer in answers.items()} == {
        **{"sign-in": 200, "page": 200, "way on": 302, "file": 200, "nothing there": 404, "refused": 403},
        **{"not allowed": 405, "another host": 400, "script": 200, "defect": 500},
    }


def test_every_answer_has_every_header(answers):
    kept = ALWAYS.keys() - {"Cache-Control"}
    lacking = [
        (kind, name) for kind, answer in answers.items() for name in kept if answer.headers.get(name) != ALWAYS[name]
    ]

    assert lacking == []


def test_the_page_of_a_defect_tells_nobody_what_broke_or_where(answers):
    page = answers["defect"].content.decode()

    found = ["ZeroDivision", "division by zero", "Traceback", "marac/", ".py", "waiting_for", "Django", "SELECT"]
    assert [word for word in found if word.lower() in page.lower()] == []
    assert "Something went wrong" in page


def test_no_answer_but_scripts_and_styles_may_be_kept(answers):
    assert {kind for kind, answer in answers.items() if answer["Cache-Control"] != "no-store"} == {"script"}


def test_a_page_runs_and_loads_what_comes_from_here_and_nothing_else(answers):
    """No style or script of a page itself, no frame, no other site."""
    for answer in answers.values():
        said = sorted(answer["Content-Security-Policy"].split("; "))
        assert [each for each in said if each in CLOSED] == CLOSED
        ours = {f"{name}{'' if name == 'form-action' else '-src'} 'self'" for name in OURS}
        assert {each for each in said if each not in CLOSED} == ours


@pytest.mark.parametrize(
    "sent", [{"words": "x" * 6_000_000}, dict.fromkeys(map(str, range(5_100)), "x")], ids=["long", "many"]
)
def test_what_is_beyond_all_measure_gets_a_sentence_that_says_what_to_do(client, area, sent):
    make.signed_in(client, marac=area, agency=make.agency(marac=area))

    answer = client.post("/cases/", sent)

    assert (answer.status_code, "send it in shorter pieces" in answer.content.decode()) == (400, True)
