"""Finds in sentences that a child is expected, and the day when it is due."""

import re
from datetime import date

from marac.kernel.dates import dates_in

DUE = re.compile(r"\b(?:due|edd|e\.d\.d|expected|expecting|estimated date|give birth|deliver\w*)\b", re.I)
# Said of now: "is pregnant", "20 weeks pregnant", "expecting another baby", "her unborn child".
NOW = re.compile(
    r"\b(?:is|she[’']s|are|am|currently|now|also|\d{1,2}(?:\+\d|[ -]?(?:weeks?|wks?|months?|/40)))\s+"
    r"(?:\w+ ){0,3}?pregnant\b|\bpregnant (?:by|with)\b"
    r"|\b(?:is|are) expecting\b(?: \w+){0,4}? (?:baby|child|twins)\b"
    r"|\bexpecting (?:a|another|her|his|their) (?:\w+ ){0,2}(?:baby|child)\b"
    r"|\b(?:is|are) expecting(?: (?:again|soon|next|in \w+)\b|(?=[,.;]|\Z))|\b(?:with|has) a due date\b"
    r"|\bpregnant\b[\s,;(–-]+(?:due|edd)\b"
    r"|\bunborn\b|\bnot (?:yet )?born\b|\be\.?d\.?d\b\W{0,3}(?=\d)|\b(?:baby|child) (?:is )?(?:due|expected)\b"
    r"|\bher pregnancy\b[^.;]{0,30}\bdue\b",
    re.I,
)
# Of another time, of nobody, or a question.
NOT_NOW = re.compile(
    r"\b(?:not|never|no longer|was|were|when|while|whilst|during|been|lost|if|pregnancy tests?|possib\w+|might"
    r"|may be|denies)\b[^.;]{0,40}\b(?:pregnan\w+|unborn|expecting)|\?\s*$"
    r"|\b(?:baby|child|pregnancy) (?:she|they) lost\b"
    r"|\b(?:sister|friend|neighbour|cousin|niece|aunt|new (?:partner|girlfriend|wife)|in-law)\b[^.;,]{0,20}\bpregnan"
    r"|\b(?:miscarr\w+|stillb\w+|terminat\w+)\b",
    re.I,
)
NEAR = 60  # characters from the word to its date


def expected(sentence: str, last_year: int) -> tuple[bool, date | None]:
    """Whether a child is expected, and the day when it is due where the sentence gives one."""
    if NOW.search(sentence) is None or NOT_NOW.search(sentence):
        return False, None
    word = DUE.search(sentence)
    days = [(day, start) for day, start, _ in dates_in(sentence, last_year=last_year)]
    near = [day for day, start in days if word and 0 <= start - word.start() <= NEAR]
    return True, near[0] if near else None
