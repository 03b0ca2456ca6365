"""The only file that asks another machine over the web: one answer of JSON, soon or not at all."""

import json
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from typing import Any

import urllib3

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SECONDS, LARGEST = 3.0, 256 * 1024
_asking = ThreadPoolExecutor(max_workers=8, thread_name_prefix="connection")
_pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=SECONDS, read=SECONDS))


class Away(Refusal):
    """The service did not answer, or not in a way that can be used."""


def get(address: str) -> dict[str, Any]:
    return _answer("GET", address, {})[1]


def post(address: str, fields: dict[str, str], headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """The status and what was said: a service says in JSON what it refuses, too."""
    return _answer("POST", address, {"fields": fields, "encode_multipart": False, "headers": headers})


def _answer(method: str, address: str, given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """In a thread, so that looking up a name and an answer that drips in end with the wait too."""
    try:
        return _asking.submit(_ask, method, address, given).result(timeout=SECONDS)
    except (TookTooLong, urllib3.exceptions.HTTPError, OSError) as error:
        raise Away(_("The sign-in service of the agency does not answer.")) from error
    except ValueError as error:
        raise Away(_("There is no sign-in service at this address.")) from error


def _ask(method: str, address: str, given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Never led on to another address. Raises ValueError at what is too long or not a table of JSON."""
    answer = _pool.request(method, address, redirect=False, preload_content=False, **given)
    try:
        text = answer.read(LARGEST + 1)
    finally:
        answer.close()
    if len(text) > LARGEST or answer.status in range(300, 400) or answer.status >= 500:
        raise ValueError("no answer of use")
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError("no table")
    return answer.status, said
