"""What of a referral is sealed, and the referral as a page may print it: each of these under a mask, and the same words
blotted out wherever else in it they stand.

Sealed are numbers with what is said of them, addresses that are confidential for anybody in it, and how and through
whom the victim can be told or spoken with.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from marac.intake.paths import value_at
from marac.kernel.identifiers import phone_digits
from marac.kernel.masked import MASK, masked
from marac.kernel.names import compact

Content = Mapping[str, Any]
ALWAYS = re.compile(r"(?:.+\.)?phones\[\d+\]\.(?:number|whose|note)|consent\.how_to_tell|views\.safe_to_talk_to")
OF_AN_ADDRESS = re.compile(r"(.+\.(?:addresses\[\d+\]|address))\.(?:text|postcode)")
SHORTEST_BLOTTED = 6
BETWEEN = r"[\s().\-–/]*"
FROM_ABROAD = r"(?<!\d)(?:(?:\+|00)44" + BETWEEN + r"(?:0" + BETWEEN + r")?|\(?0)?"


def sealed_in(content: Content) -> dict[str, str]:
    """By path, each text that is sealed."""
    found = {path: str(value) for path, value in _leaves(content, "") if value not in (None, "")}
    hidden = _hidden_homes(content, found)
    return {path: text for path, text in found.items() if ALWAYS.fullmatch(path) or _home(path) in hidden}


def under_masks(content: Content, *, also: Content | None = None) -> dict[str, Any]:
    """A copy to be printed; `also` is another telling whose sealed texts are blotted out too, as it was read say."""
    sealed = sealed_in(content)
    words = _blots([*sealed.items(), *sealed_in(also or {}).items()])
    made = _copy(content, "", frozenset(sealed), words)
    assert isinstance(made, dict)
    return made


def _copy(here: Any, path: str, sealed: frozenset[str], words: re.Pattern[str] | None) -> Any:
    if isinstance(here, Mapping):
        return {key: _copy(each, f"{path}.{key}" if path else key, sealed, words) for key, each in here.items()}
    if isinstance(here, list):
        return [_copy(each, f"{path}[{number}]", sealed, words) for number, each in enumerate(here)]
    if path in sealed:
        return masked(here)
    return words.sub(str(MASK), here) if words and isinstance(here, str) else here


def _blots(sealed: list[tuple[str, str]]) -> re.Pattern[str] | None:
    """These texts in any spacing: a number also as it is dialled from abroad, of an address its first line."""
    found = {pattern for path, text in sealed for pattern in _patterns(path.rpartition(".")[2], text)}
    return re.compile("|".join(sorted(found, key=len, reverse=True)), re.IGNORECASE) if found else None


def _patterns(name: str, text: str) -> Iterator[str]:
    if name == "number":
        digits = phone_digits(text).lstrip("+0")
        if len(digits) >= SHORTEST_BLOTTED:
            yield FROM_ABROAD + BETWEEN.join(digits) + r"(?!\d)"
    elif name == "postcode":
        yield r"\s*".join(map(re.escape, compact(text)))
    elif len(text) >= SHORTEST_BLOTTED:
        whole, first = " ".join(text.split()), re.split(r"[,\n]", text.strip())[0].strip()
        yield r"\s+".join(map(re.escape, whole.split()))
        if name == "text" and len(first) >= SHORTEST_BLOTTED:
            yield r"[\s,]+".join(map(re.escape, first.split()))


def _hidden_homes(content: Content, found: Mapping[str, str]) -> set[str]:
    """An address that is confidential for one is so for everybody who lives there, as it is once the case is open."""
    homes = {_home(path) for path in found} - {""}
    places = {home: tuple(compact(found.get(f"{home}.{part}", "")) for part in ("text", "postcode")) for home in homes}
    hidden = {places[home] for home in homes if value_at(content, f"{home}.confidential")}
    return {home for home in homes if places[home] in hidden}


def _home(path: str) -> str:
    of = OF_AN_ADDRESS.fullmatch(path)
    return of[1] if of else ""


def _leaves(here: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(here, Mapping):
        for key, each in here.items():
            yield from _leaves(each, f"{path}.{key}" if path else key)
    elif isinstance(here, list):
        for number, each in enumerate(here):
            yield from _leaves(each, f"{path}[{number}]")
    else:
        yield path, here
