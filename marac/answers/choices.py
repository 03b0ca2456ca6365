"""Reads answers that are chosen rather than written: ticked boxes, struck or ringed words, a plain yes or no."""

import re
from dataclasses import dataclass

from marac.labels.known import WORDS
from marac.written.text import Text, plain, tidy

BOX = re.compile(r"[☐☒☑✓✔√✗✘□■▢🗹🗷]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔oO•●]?\s*\)|_[xX✓]_|[◉⦿]")
FULL = re.compile(r"[☒☑✓✔√✗✘■🗹🗷xX◉⦿oO•●]")
TICKED, CROSSED = re.compile(r"[✓✔√]"), re.compile(r"[✗✘]")
TICK = re.compile(r"\s*(?:[☒☑✓✔√✗✘■xX1]|yes|y|\[\s*[xX✓✔]\s*\])\s*\Z", re.I)
# In either language or in both: "Ydy/Yes", "No / Nac oes".
IE, NAGE = r"(?:yd(?:y|i|yn|w)|oes|ie)", r"(?:na[cg] (?:yd(?:y|i|yn|w)|oes)|nage|naddo)"
YES = rf"\b(?:(?:(?:{IE}|do)\s*/\s*)?(?:yes|y)(?:\s*/\s*(?:{IE}|do))?|{IE})\b"
NO = rf"\b(?:(?:(?:{NAGE}|na)\s*/\s*)?(?:no|n)(?:\s*/\s*(?:{NAGE}|na))?|{NAGE})\b"
DONT_KNOW = r"(?:don[’']?t know|not (?:known|sure)|unknown|unsure|d/?k|n/?k|ddim yn gwybod)"
YES_NO = re.compile(rf"(?P<yes>{YES})\s*[/|\\,\s]\s*(?P<no>{NO})(?:\s*[/|\\]\s*{DONT_KNOW})?", re.I)
NO_YES = re.compile(rf"(?P<no>{NO})\s*[/|\\]\s*(?P<yes>{YES})", re.I)
EACH = re.compile(
    rf"(?P<yes>{YES})|(?P<no>{NO})|\b(?P<dont_know>{DONT_KNOW})\b"
    r"|(?<!\w)(?P<unsure>\?)(?!\w)",
    re.I,
)
PRINTED = " /|\\,.-\n\t"  # between words to choose from
LED_BY = re.compile(r"\w(?<!\byes)(?<!\bno)(?<!\by)(?<!\bn)\W{0,2}(?:\s{3,}|\t)\s*\Z", re.I)
SET_APART, AT_WORDS = re.compile(r"(?:\A|\s{3}|\n)\Z"), re.compile(r" {0,2}\w")  # a gap, a box, and its words
NUMBERED = re.compile(r"\d[\d ]{8,}\d\)?\Z")  # "07700 900583  ☐ call  ☒ text": of the number, and no choice of its own
MALE_FEMALE = re.compile(r"\b(male|female|man|woman|m|f)\b", re.I)
# What a list shows before anything is chosen: "Please select", "Dewiswch / Select".
OFFERED = re.compile(
    r"\W*(?:(?:please )?(?:select|choose)|dewiswch)(?: (?:an? )?(?:item|option|one|from (?:the )?list))?"
    r"(?:\s*/\s*(?:dewiswch|select|choose)(?: one)?)?\W*",
    re.I,
)
UNKNOWN = set(WORDS["answers"]["unknown"])
# "Nac ydy / No": one answer, in Welsh and English.
IN_TWO = re.compile(
    r"\s*(?:(?P<yes>(?:ydw|ydy|ydi|oes|do|ie)\s*/\s*yes)|(?:na[cg]? (?:ydw|ydy|ydi|oes)|naddo|nage|na)\s*/\s*no)\b",
    re.I,
)


@dataclass(frozen=True)
class Answer:
    """`value` is True, False or None; `known` says whether the form was answered at all; `rest` is what was added."""

    value: bool | None
    known: bool
    rest: str = ""


def is_tick(words: str) -> bool:
    """A cell of a tick column that carries a tick."""
    return bool(words.strip()) and TICK.fullmatch(words) is not None


def is_unknown(words: str) -> bool:
    """Blank, a dash, words for not known, or what a list offers before anything is chosen."""
    bare = plain(words)
    return not bare or bare in UNKNOWN or OFFERED.fullmatch(words) is not None


def boxes(text: Text) -> list[tuple[str, bool]]:
    """Each label beside a tick box with whether the box is full. The box may stand before or after its label."""
    found = list(BOX.finditer(text.words))
    if not found:
        return []
    before = _before(text.words, found)
    both = TICKED.search(text.words) and CROSSED.search(text.words)  # where both are used, a cross is a no
    pairs = []
    for number, match in enumerate(found):
        if before:
            end = found[number + 1].start() if number + 1 < len(found) else len(text.words)
            label = text.words[match.end() : end]
        else:
            label = text.words[found[number - 1].end() if number else 0 : match.start()]
        full = (TICKED if both else FULL).search(match.group()) is not None
        pairs.append((tidy(label), full))
    return pairs


def _before(words: str, found: list[re.Match[str]]) -> bool:
    """Each box stands before its words: nothing is before the first on its line, or a question about all of them."""
    if "\n" in words[: found[0].start()] and not words[: found[0].start()].rpartition("\n")[2].strip():
        return bool(words[found[0].end() :].partition("\n")[0].strip())
    if len(found) == 1 and LED_BY.search(words[: found[0].start()]) and words[found[0].end() :].strip():
        return True  # "Tick each that applies    ☒ High risk"
    if len(found) > 1 and all(SET_APART.search(words[: m.start()]) and AT_WORDS.match(words, m.end()) for m in found):
        return True
    starts = [0, *(match.end() for match in found)]
    leads = [words[start : match.start()].strip() for start, match in zip(starts, found, strict=False)]
    asked = [lead.endswith((":", "?", " to")) or NUMBERED.search(lead) is not None for lead in leads]
    return not leads[0] or (asked[0] and not all(asked) and bool(words[starts[-1] :].strip()))


def yes_no(text: Text) -> Answer:
    """A yes / no answer however it was given; None when it was not given or both stand."""
    ticked = [(plain(label), full) for label, full in boxes(text)]
    if ticked:
        return _from_boxes(ticked, text)
    if (said := IN_TWO.match(text.words)) and not EACH.search(text.words, said.end()):
        return Answer(said["yes"] is not None, True, tidy(text.words[said.end() :]).lstrip(" ,.;:–-"))
    if both := YES_NO.search(text.words) or NO_YES.search(text.words):
        return _from_pair(text, both, both.span("yes"), both.span("no"))
    bare = plain(text.words)
    if len({match.lastgroup for match in EACH.finditer(text.words)}) > 1 and not EACH.sub("", text.words).strip(
        PRINTED
    ):
        return Answer(None, False)  # what is printed to choose from, and nothing chosen
    return _in_words(text, bare)


def _in_words(text: Text, bare: str) -> Answer:
    if is_unknown(text.words) or bare.startswith(("not known ", "unknown ", "don t know ", "dont know ")):
        return Answer(None, bool(bare))
    for value, words in ((True, WORDS["answers"]["yes"]), (False, WORDS["answers"]["no"])):
        for word in sorted(words, key=len, reverse=True):
            if bare == word or (bare.startswith(word + " ") and not bare.startswith("do not ")):
                return Answer(value, True, _after(text.words, word))
    return Answer(None, False, tidy(text.words))


def among(text: Text) -> str:
    """yes, no or dont_know, where one of them alone is written, is left standing, or is marked; else nothing."""
    found = list(EACH.finditer(text.words))
    said = [match for match in found if match.lastgroup]
    if not said or EACH.sub("", text.words).strip(PRINTED):
        return ""
    standing = [match for match in said if not text.marked(match.start(), match.end(), "struck")]
    marked = [match for match in said if text.marked(match.start(), match.end(), "ringed", "highlighted", "bold")]
    chosen = standing if len(standing) == 1 else marked
    return str(chosen[0].lastgroup).replace("unsure", "dont_know") if len(chosen) == 1 else ""


def alternatives(text: Text) -> list[tuple[str, bool]]:
    """Each of several words between slashes, gaps or lines with whether it was chosen.

    It was where others are struck out, or where it is marked; nothing where none of them is struck or marked.
    """
    between = next((each for each in (r"/", r"\s{3,}", r"\n") if re.search(each, text.words)), r"/")
    ends = [0, *(end for match in re.finditer(between, text.words) for end in match.span()), len(text.words)]
    pieces = zip(ends[::2], ends[1::2], strict=True)
    options = [_bare(text, start, end) for start, end in pieces if text.words[start:end].strip()]
    struck = [text.marked(*option, "struck") for option in options]
    if any(struck) and not all(struck):
        chosen = [not out for out in struck]
    else:
        chosen = [text.marked(*option, "ringed", "highlighted", "bold", "underlined") for option in options]
        chosen = chosen if any(chosen) and not all(chosen) else []
    return [(tidy(text.words[start:end]), one) for (start, end), one in zip(options, chosen, strict=False)]


def _bare(text: Text, start: int, end: int) -> tuple[int, int]:
    """Where the words of a stretch begin and end, without the space about them."""
    words = text.words[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def gender(text: Text) -> str | None:
    """female, male or the words given."""
    chosen = [label for label, full in boxes(text) if full]
    if boxes(text):
        options = [words[-1] for words in (plain(label).split() for label in chosen) if words]
    else:
        found = list(MALE_FEMALE.finditer(text.words))
        marked = [
            match
            for match in found
            if text.marked(match.start(), match.end(), "bold", "ringed", "highlighted", "underlined")
        ]
        standing = [match for match in found if not text.marked(match.start(), match.end(), "struck")]
        struck = len(standing) < len(found)
        pool = standing if struck or len(found) == 1 else marked
        options = [match.group().lower() for match in pool]
    meant = {"female" if option in ("f", "female", "woman", "girl") else "male" for option in options
             if option in ("f", "female", "woman", "girl", "m", "male", "man", "boy")}  # fmt: skip
    if len(meant) == 1:
        return meant.pop()
    return (
        None
        if MALE_FEMALE.search(text.words) or is_unknown(text.words) or BOX.search(text.words)
        else tidy(text.words).lower()
    )


def _from_boxes(ticked: list[tuple[str, bool]], text: Text) -> Answer:
    chosen = [label for label, full in ticked if full]
    yes = any(label.split()[:1] in (["yes"], ["y"]) or label.split()[-1:] in (["yes"], ["y"]) for label in chosen)
    no = any(label.split()[:1] in (["no"], ["n"]) or label.split()[-1:] in (["no"], ["n"]) for label in chosen)
    if len(ticked) == 1 and not (yes or no) and plain(BOX.sub("", text.words)) not in ("yes", "no", "y", "n"):
        return Answer(ticked[0][1], True, ticked[0][0])
    rest = " ".join(label for label in chosen if label not in ("yes", "no", "y", "n"))
    return Answer(yes if yes != no else None, yes != no, rest)


def _from_pair(text: Text, both: re.Match[str], *spans: tuple[int, int]) -> Answer:
    """Y / N with one struck out, or with one ringed, bold, underlined or highlighted."""
    rest = tidy(text.words[: both.start()] + text.words[both.end() :])
    struck = [text.marked(start, end, "struck") for start, end in spans]
    if struck[0] != struck[1]:
        return Answer(struck[1], True, rest)
    for kinds in (("ringed",), ("highlighted",), ("underlined", "bold")):
        marked = [text.marked(start, end, *kinds) for start, end in spans]
        if marked[0] != marked[1]:
            return Answer(marked[0], True, rest)
    return Answer(None, False, rest)


def _after(words: str, word: str) -> str:
    spaced = r"\W{0,2}".join(map(re.escape, word.split()))
    return tidy(re.sub(rf"^\W*{spaced}\b[\s.,:;-]*", "", words, count=1, flags=re.I))
