"""Finds labels with their answers inside one text: ticked boxes, typed fields, "Label: answer", wide gaps."""

import re
from bisect import bisect_left
from collections.abc import Callable

from marac.answers import choices
from marac.inferred import whole
from marac.kernel.identifiers import phones_in
from marac.kernel.postcodes import postcode_places
from marac.labels import headings
from marac.labels.known import BRACKETS, LONGEST_LABEL, LONGEST_LINE, OFFERED, Label, only_label, says_more
from marac.layout import turns
from marac.vocabulary.lessons import Lesson
from marac.written.text import Text, join, plain

Known = Callable[[str], Label | None]
Pair = tuple[str, Text]
TWO_TONGUES = re.compile(r"\?(?= / [A-Z][^?\n]{2,60}\?)")
INLINE = re.compile(
    r"(?:(?<=[.\n;)]\s)|(?<=\s\s)|(?<=\t)|^|(?<=\n))(?!(?i:yes|no|y|n)\s*/)(?P<label>[A-Z0-9](?:(?![.;!]\s+[A-Z0-9])[^:?\n\t]){1,90}?(?:\?:|[:?]))(?=\s|$)",
    re.M,
)
BROKEN_OFF = re.compile(r"(?:/|\b(?:to|of|and|or|for|with))\s*\Z")  # "Relation to victim / to"
LETTER = re.compile(r"\s*\((?:[a-h]|i{1,3}|iv|v)\)\s+(?=[A-Z])")  # "(a) Name: Ann Lee"
GAPS = re.compile(r"\s*(?:\.{3,}|_{3,}|…+)\s*|\s{3,}|\t+")
NARROW = re.compile(r"(?<=[^\s.:;!?,])\s{2}(?=\S)")
BULLET = re.compile(r"\s*(?:[-*•–]\s+|\(?\d{1,2}[.)]\s+)?")
OPTIONS = ("yes", "no", "y", "n", "dont know", "not known")
NUMBER = re.compile(r"\(?\d{1,2}[.)]?\s+(?=[A-Z])")
COLON = re.compile(r"[A-Z][^:?\n.]{2,60}[:?](?=\s)|[A-Z][^:\n.\t]{2,60}(?:\t|\s{3,})(?=\S)")
DASH = re.compile(r"\s+[-–—»›→>]\s+")
MOST_BEFORE_A_DASH = 8  # words
WITHIN = re.compile(r"(?<=\s)[A-Z][\w./'’-]*(?: [\w./'’&-]+){0,5}[:?](?=\s)")
TWICE = re.compile(r"(?P<role>[A-Z][\w ]{2,40}):\s+(?P<label>[a-z][\w' ]{2,50})[:?](?=\s)")
CHOICE = re.compile(r"(?:yes|no|n/?k|n/?a|unknown)\b", re.I)
CAPITAL = re.compile(r"(?<!\S)[A-Z]")
SAME_ADDRESS = ("address", "address_confidential")
STOPPED = re.compile(r"(?P<label>[A-Z][^.:;?\n\t]{2,40})\.\s+(?=\S)")
SHORT = re.compile(
    r"(?P<label>(?:D\.?\s?O\.?\s?B\.?|Date of birth|Born|NHS(?: no\.?| number)?|Tel(?:ephone)?|Mob(?:ile)?|Phone)\.?)"
    r"\s+(?P<figures>[\d+(][^\n:]{5,30})"
    r"|(?P<sex>Sex|Gender)\s+(?P<said>male|female|[MF])",
    re.I,
)
FEWEST_FIGURES = 3  # "DOB (dd/mm/yyyy)" is a label alone
ASKS_MORE = re.compile(
    r"[\s(]*(?:please|give|if|include|state|tick|list|name|date|add|say|tell|details?"
    r"|further|specify|describe|explain|which|who|when|where|how)\b|.*\?\s*\Z",
    re.I | re.S,
)
LEADER = re.compile(r"(?P<label>[A-Z][^.:\n]{2,60}?) ?\.{4,}\s+(?=\S)")
DOTS = re.compile(r"[A-Z][^.:\n]{2,60}?\s*(?:\.{2,}|…+)\s+(?=\S)")
WIDE = re.compile(r"\s{3,}")
GAPPED = re.compile(r"[A-Z][^.:\n]{2,80}?\s{3,}(?=\S)")  # "5  Name (what they like to be called)    Kim LEE"
FEWEST_BOLD, MOST_BOLD = 2, 60  # labels in bold in one text
SAFE_TO = re.compile(
    r"(?:it is |is it |number is )?(?:safe|ok|okay) (?:for us |for partners )*to|safe ways? to use (?:it|this number)"
)
A_WAY = re.compile(
    r"(?:ring|call|phone|text|sms|e ?mail|whatsapp|write|(?:leave )?(?:a )?(?:voice ?mail|message|answerphone)s?"
    r"|none(?: of these)?)"
)
SHORTEST_PRINTED, LONGEST_PRINTED = 2, 60  # characters before a field, which are its label
TWO_PRINTED = ({"yes", "no"}, {"y", "n"}, {"male", "female"}, {"m", "f"})
PARTS_OF_A_DATE = ("/", ".", "-")  # between fields: "27 / 08 / 1993"
JOINING = ("details", "please specify", "to", "and", "at", "on")
BIRTH_TOLD = re.compile(r"\b(?:d\.?o\.?b\.?|born)\b.{0,8}\d", re.I)


def pairs_in(text: Text, known: Known) -> list[Pair]:
    """Labels that are known with the answers beside them; none when the text is something else."""
    if letter := LETTER.match(text.words):
        text = text.part(letter.end())
    return (
        in_bold(text, known)
        or (_typed(text, known) if text.entered() and choices.BOX.search(text.words) else [])
        or (_ticked(text, known) if len(choices.boxes(text)) > 1 else [])
        or _typed(text, known)
        or _ticked(text, known)
        or _inline(text, known)
        or _gapped(text, known)
        or _dashed(text, known)
        or _short(text, known)
        or _stopped(text, known)
    )


def in_bold(text: Text, known: Known) -> list[Pair]:
    """Labels in bold with their answers behind each, several in one text; none where few of them are known."""
    marks = sorted((mark.start, mark.end) for mark in text.marks if mark.kind == "bold")
    marks = [(end - len(text.words[start:end].lstrip()), end) for start, end in marks]
    marks = [(start, end) for start, end in marks if _may_be_label(text.words, start, end)]
    begins = bool(marks) and not text.words[: marks[0][0]].strip()
    if len(marks) < FEWEST_BOLD or not begins or len(marks) > MOST_BOLD:
        return []
    ends = [start for start, _ in marks[1:]] + [len(text.words)]
    found = [
        (text.words[start:at].strip(" :\t\n"), text.part(at, end)) for (start, at), end in zip(marks, ends, strict=True)
    ]
    found = [(label, value) for label, value in found if label]
    asked = sum(known(label) is not None for label, _ in found)
    return found if 2 * asked >= len(found) or (asked > 2 and 3 * asked >= len(found)) else []


def _may_be_label(words: str, start: int, end: int) -> bool:
    """Where a line or a column of it begins, and no sentence: "Not to be shared." in bold belongs to the answer."""
    begins = not words[:start].strip() or words[:start].endswith(("\n", "\t", "  "))
    said = words[start:end].strip()
    return begins and re.search(r"\w", said) is not None and not said.endswith(".") and len(said) < LONGEST_LABEL


def _stopped(text: Text, known: Known) -> list[Pair]:
    """ "Date of birth. 2 May 92.": a label that is nothing else, a full stop, and the answer."""
    match = STOPPED.match(text.words)
    label = match["label"] if match else ""
    asks = known(label) if label and only_label(label) else None
    asks = None if asks and asks.field == "no_fixed_abode" else asks  # "No fixed abode. He sleeps in his van."
    return [(label, text.part(match.end()))] if match and asks is not None else []


def _short(text: Text, known: Known) -> list[Pair]:
    """ "DOB 21-Mar-1986", "Tel 01632 960131": a short label with nothing but a space before the figures."""
    match = SHORT.fullmatch(text.words.strip())
    if match is None or (match["figures"] and sum(map(str.isdigit, match["figures"])) < FEWEST_FIGURES):
        return []
    label, answer = ("sex", "said") if match["sex"] else ("label", "figures")
    return [(match[label], Text(match[answer]))] if known(match[label]) else []


def short(text: Text, known: Known) -> bool:
    """Holds such a label with its answer."""
    return bool(_short(text, known))


def led(text: Text, knows: Lesson) -> list[Pair]:
    """Words in bold, or before a colon, and what follows, where a word and the looks of the answer tell."""
    number = NUMBER.match(text.words)
    text = text.part(number.end()) if number else text
    bold = next((mark for mark in text.marks if mark.kind == "bold" and mark.start == 0), None)
    colon = COLON.match(text.words)
    dots = DOTS.match(text.words) or (GAPPED.match(text.words) if len(WIDE.findall(text.words)) == 1 else None)
    ends = [bold.end] if bold and bold.end < len(text.words) else []
    for end in [*ends, *(match.end() for match in (colon, dots) if match)]:
        printed, value = text.words[:end].strip(" :\t."), text.part(end)
        if printed.endswith("?") and ASKS_MORE.match(value.words):
            continue
        known = knows.find(printed) is not None if ends or dots else False
        if plain(printed) in headings.ALSO and whole.is_person(value):
            return [(printed, value)]
        known = (
            known or bool(dots and (knows.section(printed) or turns.several_in(value))) or bool(whole.kin_in(printed))
        )
        if value.words[:1].islower() and not (dots and known) and not knows.likely(printed, value):
            continue
        if len(printed.split()) <= MOST_BEFORE_A_DASH and (known or knows.likely(printed, value)):
            return [(printed, value)]
    leader = LEADER.match(text.words)  # a row of dots stands between a question and its answer, whatever it asks
    return [(leader["label"], text.part(leader.end()))] if leader and not whole.is_listed(text) else []


def answered_in(text: Text, known: Known) -> bool:
    """A cell that holds its label and the answer too: "Completed by: Idris Vaughan"."""
    found = _inline(text, known)
    colon = bool(found) and found[0][0].endswith((":", "?"))
    told = [words for _, value in found if re.search(r"\w", words := BRACKETS.sub("", value.words))]
    return colon and any(found[0][0].endswith(":") or known(words) is None for words in told)


def tells(words: str) -> bool:
    """An answer and no label, whatever words it holds: it gives a number, a home or a birth."""
    return bool(phones_in(words) or postcode_places(words) or BIRTH_TOLD.search(words))


def stacked(text: Text, known: Known) -> bool:
    """A cell with its label on the first line and the answer beneath."""
    first, _, rest = text.words.partition("\n")
    label = known(first.rstrip(": ")) if len(first) < LONGEST_LINE and not first.endswith((".", ",")) else None
    begins = rest.lstrip()[:1]
    short = len(rest.split()) < MOST_BEFORE_A_DASH
    goes_on = begins.islower() or (short and (begins in ("/", "(", "&") or BROKEN_OFF.search(first)))
    wrapped = bool(goes_on) and known(" ".join(text.words.split())) == label  # one label on two lines
    answered = says_more(rest) or choices.yes_no(Text(rest)).known
    return label is not None and answered and not wrapped and not re.search(r"\d{4}", first)


def parts(label: Label, value: Text, known: Known) -> list[tuple[Label, Text]]:
    """The answer itself, and answers to labels printed inside the answer's box."""
    if label.field in ("narrative", "contact_note") or label.field.startswith("views"):
        return [(label, value)]
    typed = value.entered()
    if typed:
        return _typed_parts(label, value, typed, known)
    marks = [match for match in INLINE.finditer(value.words) if known(match["label"][:-1])]
    marks = [match for match in marks if not (choices.BOX.search(match["label"]) or phones_in(match["label"]))]
    if label.field == "address":  # "an address that is not to be shared: 8 Cockle Close" is one answer
        marks = [match for match in marks if (known(match["label"][:-1]) or label).field not in SAME_ADDRESS]
    if not marks:
        return [(label, value)]
    ends = [match.start() for match in marks[1:]] + [len(value.words)]
    inner = [(known(m["label"][:-1]) or label, value.part(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
    return [(label, value.part(0, marks[0].start())), *inner]


def one_question(text: Text) -> Text:
    """ "Diogel i ffonio? / Safe to call?": a question in two languages is one."""
    return Text(TWO_TONGUES.sub(",", text.words), text.marks) if "? / " in text.words else text


def offers(text: Text) -> bool:
    """ "Has she agreed? Yes / No": a question with the answers to choose from, of which none is marked."""
    asks = len(text.words) <= LONGEST_LABEL and OFFERED.search(text.words) is not None
    return asks and choices.yes_no(text).value is None


def safe_ways(asked: str, answer: Text) -> list[Pair]:
    """ "It is safe to: ☒ ring  ☐ text": each way with its box, where each box has one way and nothing else."""
    pieces = re.split(r"\s{3,}", answer.words) if choices.BOX.search(answer.words) and "safe" in plain(asked) else []
    ways = [(piece[: box.start()], piece[box.start() :]) for piece in pieces if (box := choices.BOX.search(piece))]
    if len(ways) > 1 and len(ways) == len(pieces) and all(A_WAY.fullmatch(plain(way)) for way, _ in ways):
        return [(f"Safe to {way.strip()}", Text(said)) for way, said in ways]  # "Call ☒ Yes ☐ No    Text ☐ Yes ☒ No"
    boxes = choices.boxes(answer) if SAFE_TO.fullmatch(plain(asked)) else []
    if not boxes or not all(A_WAY.fullmatch(plain(words)) for words, _ in boxes):
        return []
    return [(f"Safe to {words}", Text("☒" if full else "☐")) for words, full in boxes]


def _ticked(text: Text, known: Known) -> list[Pair]:
    """Tick boxes whose own words are known labels, and no boxes for yes and no."""
    boxes = choices.boxes(text)
    first = choices.BOX.search(text.words)
    lead = text.words[: first.start()] if first else ""
    if first and phones_in(lead):  # "Mobile: 07700 900583  ☒ call  ☐ text" is one answer
        return []
    if ways := safe_ways(lead, text):
        return ways
    grounds = [(label := known(words)) is not None and label.field.startswith("criteria.") for words, _ in boxes]
    if any(grounds) and len(boxes) > 1 and not all(grounds):  # one of them is worded in a way of its own
        return [("Grounds", text)]
    if any(plain(words) in OPTIONS for words, _ in boxes):
        return []
    named = [(words if known(words) else words.split(":")[0], full) for words, full in boxes]  # "Repeat: once more …"
    found = [(words, Text("☒" if full else "☐")) for words, full in named if known(words)]
    told = [words.partition(":") for words, full in boxes if full and ":" in words]
    return found + [(before, Text(said.strip())) for before, _, said in told if said.strip() and known(before)]


def _typed(text: Text, known: Known) -> list[Pair]:
    """What is printed before each typed field is its label; what is printed after the last may hold one more."""
    found: list[Pair] = []
    at = 0
    for start, end in text.entered():
        printed = text.words[at:start]
        if plain(printed) or not found:
            found.append((printed, text.part(start, end)))
        else:
            between = printed.strip() if printed.strip() in PARTS_OF_A_DATE else ", "
            found[-1] = (found[-1][0], join([found[-1][1], text.part(start, end)], between))
        at = end
    rest = text.part(at)
    lengths = [len(printed.strip()) for printed, _ in found]
    labelled = rest.blank and all(SHORTEST_PRINTED < length < LONGEST_PRINTED for length in lengths)
    if not labelled and not any(known(printed.strip(" :")) for printed, _ in found):
        return []
    box = choices.BOX.search(rest.words)
    chosen = [(rest.words[: box.start()], rest.part(box.start()))] if box and known(rest.words[: box.start()]) else []
    return found + (_inline(rest, known) or chosen)


def _gapped(text: Text, known: Known) -> list[Pair]:
    """Label, wide gap, answer."""
    pieces = GAPS.split(text.words.strip())
    if len(pieces) == 1:  # a label as long as its column
        pieces = NARROW.split(text.words.strip(), maxsplit=1)
        pieces = pieces if known(pieces[0]) and only_label(pieces[0]) else pieces[:1]
    to_choose = {plain(piece) for piece in pieces[1:3]} in TWO_PRINTED  # "Agrees    Yes    No    Not asked"
    asked = known(pieces[0])
    to_choose = to_choose or (
        asked is not None and asked.field == "criteria" and len(pieces) > 2 and "\n" not in text.words
    )
    if (len(pieces) not in (2, 4, 6) and not to_choose) or not asked:
        return []
    if to_choose or choices.BOX.match(pieces[1]):  # "Heard before    ☐ Yes    ☐ No    ☒ Not known"
        return [(pieces[0], text.part(text.words.find(pieces[1])))]
    starts = [text.words.find(piece) for piece in pieces[1::2]]
    values = [text.part(at, at + len(piece)) for at, piece in zip(starts, pieces[1::2], strict=True)]
    return list(zip(pieces[::2], values, strict=True))


def _dashed(text: Text, known: Known) -> list[Pair]:
    """One label, a dash between spaces, and the answer: "Landline – 01632 960263"."""
    bullet = BULLET.match(text.words)
    text = text.part(bullet.end() if bullet else 0)
    match = DASH.search(text.words)
    label = text.words[: match.start()] if match else ""
    if not match or not known(label) or len(label.split()) > MOST_BEFORE_A_DASH or "\n" in text.words:
        return []
    return [(label, text.part(match.end()))]


def _marks(words: str, known: Known) -> list[tuple[str, int, int]]:
    """Each label with where it starts and ends, those that stand after a single space too where they are known."""
    found = [(m["label"], m.start("label"), m.end("label")) for m in INLINE.finditer(words)]
    if not found or found[0][1]:
        return found
    taken = {end for _, _, end in found}
    begun, ended = [start for _, start, _ in found], [end for _, _, end in found]
    for match in WITHIN.finditer(words):
        before = bisect_left(begun, match.start())
        if match.end() in taken or (before and match.start() < ended[before - 1]):
            continue
        starts = [m.start() + match.start() for m in CAPITAL.finditer(match.group())]
        asked = [at for at in starts if not CHOICE.match(words, at) and known(words[at : match.end() - 1])]
        start = next((at for at in asked if only_label(words[at : match.end() - 1])), asked[-1] if asked else 0)
        if start:
            found.append((words[start : match.end()], start, match.end()))
    return sorted(found, key=lambda mark: mark[1])


def _inline(text: Text, known: Known) -> list[Pair]:
    """ "Label: answer" pairs. An unknown label ends the answer before it only after a wide gap."""
    bullet = BULLET.match(text.words)
    text = text.part(bullet.end() if bullet else 0)
    words = text.words
    twice = TWICE.match(words)
    if twice and known(printed := f"{twice['role']} {twice['label']}"):
        return [(printed, text.part(twice.end()))]
    marks = [
        (label, start, end)
        for label, start, end in _marks(words, known)
        if len(label) < LONGEST_LABEL
        and (known(label[:-1]) or not start or words[:start].endswith(("   ", "\t", "\n")))
    ]
    named = [known(label[:-1]) is not None for label, _, _ in marks]
    wide = len(marks) > 1 and all(words[:start].endswith(("   ", "\t")) for _, start, _ in marks[1:])
    if not any(named[:1]) and sum(named) < (1 if wide else 2):
        return []
    if words[: marks[0][1]].strip():
        return []
    ends = [start for _, start, _ in marks[1:]] + [len(words)]
    found = [(label, text.part(at, end)) for (label, _, at), end in zip(marks, ends, strict=True)]
    if len(found) == 1 and found[0][0].endswith("?") and ASKS_MORE.match(found[0][1].words):
        return []
    return found if len(found) > 1 or not found[0][1].blank else []


def _typed_parts(label: Label, value: Text, typed: list[tuple[int, int]], known: Known) -> list[tuple[Label, Text]]:
    """Printed words before a typed field are its label; without any, it goes on with the field before it."""
    found: list[tuple[Label, list[Text]]] = [(label, [])]
    at = 0
    for start, end in typed:
        printed = value.words[at:start]
        named = known(printed) if plain(printed) else None
        if named:
            found.append((named, []))
        elif plain(printed) and plain(printed) not in JOINING:
            found[-1][1].append(value.part(at, start))
        piece = value.part(start, end)
        if found[-1][1] and printed.strip() in PARTS_OF_A_DATE and not piece.blank:
            found[-1][1][-1] = join([found[-1][1][-1], piece], printed.strip())
        else:
            found[-1][1].extend([] if piece.blank else [piece])
        at = end
    tail = value.part(at)
    found[-1][1].extend([] if tail.blank else [tail])
    return [(name, join(pieces, ", ")) for name, pieces in found]


def with_number(printed: str, value: Text, known: Known) -> tuple[str, Text]:
    """ "Own mobile 07700 900633", with what is safe beside it: the number belongs to the answer."""
    found = phones_in(printed)
    label = printed[: found[0][1]].strip(" :") if len(found) == 1 else ""
    asked = known(label) if label and printed[found[0][2] :].strip(" :") == "" else None
    return (label, join([Text(printed[found[0][1] : found[0][2]]), value], " ")) if asked else (printed, value)
