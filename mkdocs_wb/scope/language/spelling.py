"""Words: their stems, and whether one is a slip of the pen for another."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .lexicon import read_lexicon

_VOWEL = re.compile(r"[aeiouyäöü]")
_GERMAN_ENDINGS = ("en", "em", "es", "e", "n", "s")
# These double their last letter before an ending, and so do their stems: `plan` and `planned`, not `plane` and `planed`.
_SHORT = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,3}[aeiou][bdfgkmnprtz]")
_ISE = re.compile(r"(?<=[a-z]{2})([iy])s(?=(?:e|ed|er|ing|able|ation)$)")
_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:ed|ing|able|ite|al|hood|less|ful)?$)")
_NO_WORD = re.compile(
    r"[bcdfgkptvz][rlmn]$|^(?:shw|[bcdfgkptvz][mngk])"
)  # no word of either language ends or begins so
_DOUBTFUL = 10  # letters from which an inner letter that was dropped makes no other word
_DOUBLED = 6  # letters from which a doubled letter makes none, save before an ending (`planned`, `planed`)
_BEFORE_ENDING = re.compile(r"([a-z])\1(?:ing|ed|er|ers|est|y|s|e|es)?$")
_VOWELS = 9  # letters from which an exchanged vowel may be a slip, where the other is a word
_LONG = 7  # letters from which two neighbours that changed places make no other word, those in the lexicon apart

_TOKEN = re.compile(r"([^\W_]+(?:'[^\W_]+)?)")
_CONFUSED = 2  # words that one sentence may have mistaken

Known = Callable[[str], bool]


@lru_cache(maxsize=10_000)
def stem(word: str, german: bool = False) -> str:
    """A word without its inflection, roughly: `walking` and `walks` are `walk`, `fences` and `fence` are `fenc`.

    What makes another word of it stays: `user`, `fastest`, `weekly`, `payment`.
    """
    if german:
        ending = next((end for end in _GERMAN_ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
        if not ending and word.endswith("t") and len(word) > 4:
            ending = "et" if word.endswith(("tet", "det")) and len(word) > 5 else "t"  # startet, starten; zeigt, zeigen
        return word[: -len(ending)] if ending else word
    if not word.isalpha():
        return word
    word = _american(_singular(word)) if len(word) > 3 else word
    if _SHORT.fullmatch(word):
        return word + word[-1]
    if len(word) < 4:
        return word
    ending = next((end for end in ("ing", "ed") if word.endswith(end) and not word.endswith("eed")), "")
    base = word.removesuffix(ending)
    if ending and len(base) >= 2 and _VOWEL.search(base):
        doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls"
        word = base[:-1] if doubled and not _SHORT.fullmatch(base[:-1]) else base
    if word.endswith("e") and len(word) > 3:
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def inflect(verb: str) -> tuple[str, str, str]:
    """The regular forms of an English verb: `makes`, `making` and `maked`; of an irregular one, words that nobody writes."""
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if verb.endswith("e"):
        return third, (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "d"
    base = verb + verb[-1] if _SHORT.fullmatch(verb) else verb
    return third, base + "ing", base + "ed"


def _american(word: str) -> str:
    """`organise` as `organize`, `colour` as `color`, `travelled` as `traveled`."""
    word = read_lexicon().variants.get(word, word)
    return _OUR.sub("or", _ISE.sub(r"\1z", word))


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "shes", "ches", "sses")) else word[:-1]


def is_slip(one: str, other: str, known: Known) -> bool:
    """Whether two words are one word, once mistyped.

    Args:
        one: a word, in lower case.
        other: what stands in its place in the other version.
        known: whether a word occurs elsewhere in either version.

    Returns:
        True for neighbours that changed places, an inner letter that was dropped or doubled,
        or another vowel in a long word, where one side is a word and the other is none. Where both may be words it is False: `deer`, `beer`.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 4 or len(longer) - len(shorter) > 1 or not (one + other).isalpha():
        return False
    swapped = len(one) == len(other) and _is_swap(one, other)
    dropped = "" if len(one) == len(other) else _find_dropped(shorter, longer)
    vowel = len(one) == len(other) >= _VOWELS and _is_other_vowel(one, other)
    if not swapped and not dropped and not vowel:
        return False
    words = [_is_word(word, known) for word in (one, other)]
    if all(words):
        return False
    if any(words) or bool(_NO_WORD.search(one)) != bool(_NO_WORD.search(other)):
        return True
    if dropped == "double" and len(longer) >= _DOUBLED and not _BEFORE_ENDING.search(longer):
        return True
    return not vowel and len(longer) >= (_LONG if swapped else _DOUBTFUL)


def is_confused(old: str, new: str) -> bool:
    """Whether two sentences are the same but for words that are taken for each other: `filled form the barn`, `from`."""
    left, right = (_TOKEN.split(text) for text in (old, new))
    if len(left) != len(right):
        return False
    differ = [frozenset((a.casefold(), b.casefold())) for a, b in zip(left, right, strict=True) if a != b]
    return 0 < len(differ) <= _CONFUSED and read_lexicon().confused.issuperset(differ)


def _is_word(word: str, known: Known) -> bool:
    plain = read_lexicon().plain
    return known(word) or word in plain or stem(word) in _plain_stems() or word.removesuffix("s") in plain


@lru_cache(maxsize=1)
def _plain_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in read_lexicon().plain)


def _is_swap(one: str, other: str) -> bool:
    """Whether two inner neighbours changed places (the first letter stays: `unclear` is no `nuclear`)."""
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), 0)
    return (
        first > 0
        and one[first : first + 2] == other[first : first + 2][::-1]
        and one[first + 2 :] == other[first + 2 :]
    )


def _find_dropped(shorter: str, longer: str) -> str:
    """`double` or `inner` where the longer word has one letter more that is neither its first nor its last, else empty."""
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if not 0 < at < len(longer) - 1 and not (at == len(shorter) and longer[-1] == longer[-2] != "s"):
        return ""
    if shorter[at:] != longer[at + 1 :]:
        return ""
    return "double" if longer[at] == longer[at - 1] else "inner"


def _is_other_vowel(one: str, other: str) -> bool:
    """Whether one inner vowel stands for another (`autimation`)."""
    differ = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(differ) == 1
        and 0 < differ[0] < len(one) - 1
        and bool(_VOWEL.match(one[differ[0]]) and _VOWEL.match(other[differ[0]]))
    )
