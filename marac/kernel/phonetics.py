"""How a name sounds, so that a search for Smith also finds Smyth.

Metaphone (Lawrence Philips, 1990), because it was made for English spelling and brings together what our
offices mistype: Catherine and Kathryn, Stephen and Steven, Geoffrey and Jeffrey, Reid and Reed, Hussain and
Hossein. Match rating keeps C and K, PH and V, G and J apart. Soundex keeps the first letter, and so parts
the same pairs, while it joins Robert with Rupert. What no English rule can hear (Siobhan and Chevonne, Sean
and Shaun) is in the table of nicknames.
"""

import jellyfish

from marac.kernel.names import name_parts


def phonetic_parts(name: str) -> tuple[str, ...]:
    """One key for each word of the name; a word in another script, which has no key, stands for itself."""
    return tuple(_key(part) for part in name_parts(name))


def phonetic_key(name: str) -> str:
    """The keys of all words with a space between, as a column stores them: "OBRN SM0"."""
    return " ".join(phonetic_parts(name))


def _key(part: str) -> str:
    return jellyfish.metaphone(part).replace(" ", "") or part
