"""Reads from sentences whom the victim fears, and to whom it is safe to speak of it, or not. It is to be checked."""

import re
from typing import Any

from marac.answers.found import INFERRED, Found
from marac.consents.consent import NO_NAME, PRONOUNS, SUBJECT, Hers
from marac.labels.relations import gender_of, relation_words
from marac.written.blocks import Place
from marac.written.text import plain, tidy

TALK = r"(?:speak|talk|be spoken|speaking|talking)"
# Somebody, up to the clause that says why, or what comes of it; "her" and "them" alone are nobody.
WHOM = (
    r"(?P<whom>(?!(?:what|how|where|\w+ing)\b)(?!(?:her|him|them|it|this|that|us|me|you|any\w+|nobody)\b"
    r"(?! (?!(?:as|and|or|but|when|too|also|both)\b)[a-z]))[^.;:()?]{2,120}?)"
    r"(?=\s*(?:[.;:(?]|\Z)|,? (?:who|which|whom|as|since|because|when|where|if|after|so|for fear|that)\b"
    r"|,? but not\b|,? (?:and|but) (?:she|he|they|I|we|it|the|is|has|does|do|can|will|would|says?|thinks?|believes?)\b"
    r"|, (?:she|he|they)\b| (?:on|tel) \(?0| (?:at|about) (?:any|this|that|the|home|school|work)\b)"
)
OTHER, THIRD = WHOM.replace("<whom>", "<other>"), WHOM.replace("<whom>", "<third>")
FEARS = re.compile(
    r"\W*(?P<who>[^.;,]{2,40}?)(?: is|[’']s| remains)(?: (?:also|still|very|really|most|extremely|so|clearly|both))?"
    rf" (?:frightened|afraid|scared|terrified|fearful|in fear) of {WHOM}"
)
TRUSTS = re.compile(
    r"\W*(?P<who>[^.;,]{2,40}?) (?:trusts"
    rf"|feels (?:safe|able|most able) (?:talking|speaking|to talk|to speak) (?:to|with)) {WHOM}"
)
SAFE = re.compile(
    rf"(?:(?:she says )?it is|it[’']s) (?:quite |also )?(?:safe|fine|all right) to {TALK} (?:to|with) {WHOM}"
    rf"|\b(?:person|one|people) (?:(?:whom|that|who) )?(?:she|he|they) (?:does |do |can )?trusts? (?:is|are) {OTHER}",
    re.I,
)
NOT_SAFE = re.compile(
    rf"\b(?:it is|it[’']s) (?:not safe|unsafe) to {TALK} (?:to|with) {WHOM}"
    rf"|(?:\A\W*|\b(?:please|but|so) )(?:do not|don[’']t|never) {TALK} (?:to|with) {OTHER}"
    rf"|\b(?:nobody|no one|no-one) (?:should|must|is to|may) {TALK} (?:to|with) {THIRD}",
    re.I,
)
PAST = re.compile(r"\b(?:used to|once|until|before|previously|if|whether|asked)\b|\?", re.I)
SAYS = re.compile(
    r"(?:\A\W*)?[A-Z][\w’'. -]{0,40}? (?:tells|told|says|said to) (?:(?:me|us|our \w+) )?(?:that )?"
    r"(?=(?:she|he|they)\b)"
)
OF_ANOTHER = re.compile(rf"\W*(?:Her|His|Their|The|Our|My) (?:\w+ ){{0,2}}?(?:{relation_words()})\b")
GOES_ON = re.compile(r"(?:she|he|they)\b", re.I)


def told(tree: dict[str, Any], sentence: str, before: str, place: Place, whose: Hers) -> None:
    """What a sentence says plainly of now; `before` is the one before it, which may be of somebody else."""
    if PAST.search(sentence):
        return
    said = SAYS.sub("", sentence, count=1)
    hers = _hers(sentence, whose) and (said != sentence or not _of_another(said, before, whose))
    for key, pattern in (("afraid_of", FEARS), ("safe_to_talk_to", TRUSTS)):
        match = pattern.match(said)
        if match and hers and _is_subject(match["who"], said):
            _put(tree, key, match["whom"], place)
    for key, pattern in (("not_safe_to_talk_to", NOT_SAFE), ("safe_to_talk_to", SAFE)):
        match = pattern.search(sentence)
        whom = next(each for each in match.groups() if each) if match else ""
        if whom and not whose.names & set(plain(whom).split()[:2]) - whose.others:  # how she is to be spoken to
            _put(tree, key, whom, place)


def _hers(sentence: str, whose: Hers) -> bool:
    subject = SUBJECT.match(sentence)
    return subject is not None and whose.says(subject["who"])


def _is_subject(who: str, sentence: str) -> bool:
    """The words before the verb are a name or a pronoun and nothing else."""
    subject = SUBJECT.match(sentence)
    return subject is not None and subject.end() >= len(who)


def _of_another(sentence: str, before: str, whose: Hers) -> bool:
    """ "She" after a sentence that begins with somebody else of whom it may be said."""
    goes_on, kin, subject = GOES_ON.match(sentence), OF_ANOTHER.match(before), SUBJECT.match(before)
    if goes_on is None:
        return False
    gender = gender_of(kin.group()) if kin else ""
    if kin:
        return gender in ("", PRONOUNS.get(goes_on.group().lower(), gender))
    named = set(plain(subject["who"]).split()) if subject else set()
    stranger = len(named) > 1 and not named & (whose.names | whose.others) and not NO_NAME.match(before)
    return stranger or bool(named & whose.children - whose.names)


def _put(tree: dict[str, Any], key: str, words: str, place: Place) -> None:
    if tree[key] is None:
        tree[key] = Found(tidy(words).rstrip(","), place, INFERRED)
