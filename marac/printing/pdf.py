"""From a sheet to PDF/UA: Typst sets it, and refuses what a screen reader could not read."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from marac.printing.blocks import Sheet

LOOKS = (Path(__file__).parent / "sheet.typ").read_bytes()
STANDARD = "ua-1"  # with 1.7 beneath: tagged, with a title and a language
MOST_TRIES = 20  # each finds one more letter that no font has
NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
LAST_LATIN = "\u017f"  # up to here our own font has every letter
WHITE = "\n\t"


def print_pdf(sheet: Sheet) -> bytes:
    """A letter that no font here has stands as its code, [U+4E2D], rather than as an empty box."""
    told = _told(sheet)
    for _try in range(MOST_TRIES):
        try:
            return _set(told)
        except typst.TypstError as error:
            letters = NOT_SHOWN.search(str(error))
            if letters is None:
                raise
            told = _coded(told, set(CODE.sub(lambda each: chr(int(each[1], 16)), letters[1])))
    return _set(_coded(told, {each for each in json.dumps(told, ensure_ascii=False) if each > LAST_LATIN}))


def _told(sheet: Sheet) -> Any:
    language, _dash, region = sheet.language.partition("-")
    blocks = [{"kind": type(each).__name__.lower(), **asdict(each)} for each in sheet.blocks]
    told = {**asdict(sheet), "language": language, "region": region.upper() or None, "blocks": blocks}
    return _coded(told, {chr(code) for code in (*range(32), *range(127, 160))} - set(WHITE))


def _set(told: Any) -> bytes:
    told = json.dumps(told)
    made: bytes = typst.compile(LOOKS, format="pdf", pdf_standards=STANDARD, sys_inputs={"sheet": told})
    return made


def _coded(told: Any, letters: set[str]) -> Any:
    if isinstance(told, str):
        return told.translate({ord(each): f"[U+{ord(each):04X}]" for each in letters})
    if isinstance(told, Mapping):
        return {name: _coded(each, letters) for name, each in told.items()}
    if isinstance(told, (list, tuple)):
        return [_coded(each, letters) for each in told]
    return told
