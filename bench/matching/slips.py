"""Slips of the keyboard and of the eye, as people make them who type from paper."""

from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # of the keyboard
NEIGHBOURS = {row[at]: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in ROWS for at in range(len(row))}


def mistyped(text: str, rng: Random) -> str:
    """One letter after the first left out, exchanged with the next, struck beside, or struck twice."""
    if len(text) < 3:
        return text
    at, kind = rng.randrange(1, len(text)), rng.random()
    if kind < 0.3:
        return text[:at] + text[at + 1 :]
    if kind < 0.55 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind < 0.8:
        return text[:at] + rng.choice(NEIGHBOURS.get(text[at].lower(), "e")) + text[at + 1 :]
    return text[:at] + text[at] + text[at:]
