"""Titles that say who speaks below them: `Quote from a farmer`, `Statement from the CEO`, `Отзыв фермера`."""

from __future__ import annotations

from collections.abc import Container

from ..language.language import read_language
from ..language.titles import fold_title

SPOKEN = ("quote", "testimonial")
_LONGEST = 6  # words


def find_spoken(title: str, names: Container[str]) -> str | None:
    """The voice that a title names by a word for what is said and one for whoever says it.

    Args:
        title: of a heading or a bold label.
        names: of the elements that the document type has.
    """
    language = read_language()
    folded = fold_title(title)
    whose = language.customer.match(folded)  # `Player quotes from the world of …`
    first = whose.end() + 1 if whose else 0
    uttered = list(language.utterance.finditer(folded)) if whose or len(folded.split()) <= _LONGEST else []
    if not any(found.start() in (0, first) or found.end() == len(folded) for found in uttered):
        return None  # or in the midst: `Instant quotes for drivers`
    customer, leader = language.customer.search(title), language.leader.search(title)
    if customer is None and leader is None:
        return None
    of_customer = customer is not None and (leader is None or customer.start() < leader.start())
    name = SPOKEN[of_customer]
    return name if name in names else None
