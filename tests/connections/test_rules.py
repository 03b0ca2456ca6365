"""Which service may be asked, who its answer is about, and what its word is worth."""

from datetime import UTC, datetime

import pytest

from marac.connections import rules
from marac.kernel.refusal import Refusal

TENANT = "11111111-1111-4111-8111-111111111111"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0"


@pytest.mark.parametrize(
    ("typed", "issuer"),
    [
        (f" {TENANT.upper()} ", ENTRA),
        (ENTRA, ENTRA),
        ("https://login.example.org/", "https://login.example.org/"),
        ("https://login.example.org:8443/tenant", "https://login.example.org:8443/tenant"),
    ],
)
def test_an_issuer_is_kept_letter_for_letter_and_a_tenant_is_entras(typed, issuer):
    assert rules.issuer_of(typed, production=True) == issuer


@pytest.mark.parametrize(
    "typed",
    [
        *("", "login.example.org", "ftp://login.example.org", "http://login.example.org", "https://localhost"),
        *("https://10.0.0.1", "https://169.254.169.254/", "https://[::1]/", "https://2130706433/", "https://127.1/"),
        *("https://a:b@login.example.org", "https://login.example.org/?a=b", "https://login.example.org:x/"),
        *(f"https://login.microsoftonline.com/{word}/v2.0" for word in ("common", "organizations", "consumers")),
    ],
)
def test_only_https_and_a_name_of_one_agency_may_be_asked(typed):
    with pytest.raises(Refusal):
        rules.issuer_of(typed, production=True)


def test_this_machine_may_be_asked_only_where_it_serves_itself():
    assert rules.issuer_of("http://localhost:5000", production=False) == "http://localhost:5000"

    with pytest.raises(Refusal, match="begin with https"):
        rules.issuer_of("http://localhost:5000", production=True)


@pytest.mark.parametrize(
    "address",
    [
        "http://login.example.org/token",
        "https://login.example.org:444/token",
        "https://other.example.org/token",
        "https://login.example.org@127.0.0.1/token",
        "https://127.0.0.1/token",
    ],
)
def test_a_service_leads_nowhere_but_to_itself(address):
    rules.check_same_place(
        "https://login.example.org/a", "https://login.example.org:443/token", "https://login.example.org/k"
    )

    with pytest.raises(Refusal, match="another site"):
        rules.check_same_place("https://login.example.org/a", address)


def test_somebody_is_known_by_tenant_and_object_or_by_subject_and_never_by_an_address():
    about = {"sub": "s", "email": "ada@example.org", "preferred_username": "ada", "upn": "ada@example.org"}

    assert rules.known_as(about) == "sub s"
    assert rules.known_as(about | {"tid": TENANT, "oid": "o"}) == f"oid {TENANT} o"
    assert rules.known_as({"sub": "oid x"}) != rules.known_as({"sub": "s", "tid": "x", "oid": ""})


@pytest.mark.parametrize(
    ("issuer", "claims", "same"),
    [
        (ENTRA, {"tid": TENANT}, True),
        (ENTRA, {"tid": TENANT.upper()}, True),
        (ENTRA, {"tid": TENANT.replace("1", "2")}, False),
        (ENTRA, {}, True),
        ("https://login.example.org", {"tid": "anything"}, True),
    ],
)
def test_a_token_of_entra_names_the_tenant_of_the_connection(issuer, claims, same):
    assert rules.is_of_tenant(issuer, claims) is same


@pytest.mark.parametrize(
    ("trusted", "claims", "proved"),
    [
        ([], {"amr": ["mfa"]}, False),
        (["mfa"], {"amr": ["pwd", "mfa"]}, True),
        (["mfa"], {"amr": ["pwd"]}, False),
        (["mfa"], {"amr": "mfa"}, True),
        (["c1"], {"acrs": ["c1"]}, True),
        (["gold"], {"acr": "gold"}, True),
        (["mfa"], {"email": "mfa"}, False),
        (["mfa"], {}, False),
    ],
)
def test_its_second_factor_counts_only_in_the_words_that_are_trusted(trusted, claims, proved):
    assert rules.proves_factor(trusted, claims) is proved


def test_they_showed_themselves_just_now_only_if_the_service_says_when():
    asked = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    at = int(asked.timestamp())

    assert [rules.is_fresh({"auth_time": shown}, asked) for shown in (at + 5, at - 30, at - 300)] == [True, True, False]
    assert not rules.is_fresh({}, asked)
