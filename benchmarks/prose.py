"""Sentences for made-up proposals: plain, varied, with figures, of the length that people write."""

from __future__ import annotations

import re
from random import Random

_WHO = (
    "A farmer in the hills",
    "The night shift",
    "Every second depot",
    "The vet on call",
    "A new customer",
    "The buyer of a small shop",
    "Each regional team",
    "The driver of the milk lorry",
    "Our service desk",
    "A family with two houses",
)
_DOES = (
    "checks",
    "orders",
    "compares",
    "repairs",
    "shares",
    "records",
    "looks up",
    "plans",
    "hands over",
    "counts",
)
_WHAT = (
    "the position of each animal",
    "the spare parts of the week",
    "a list of open visits",
    "the price of last season",
    "the readings of {n} sensors",
    "the route for {n} deliveries",
    "an estimate in plain words",
    "every contract that ends soon",
    "the stock of the nearest {n} shops",
    "a photograph of the damage",
)
_HOW = (
    "on the phone that is already in the pocket",
    "before the first call of the day",
    "within {n} minutes of the alarm",
    "without a second login",
    "from the same page as the invoice",
    "while the lorry is still being loaded",
    "for less than ${n} a month",
    "in the language of the household",
    "even where there is no signal at all",
    "with one hand and a glove on the other",
)
_SO = (
    "so nobody has to drive out twice",
    "which used to take {n} hours",
    "and the answer stays where it was given",
    "so that a mistake costs a minute instead of a day",
    "and {n} of the pilot customers asked to keep it",
    "because the old form was filled in from memory",
    "and the shop hears of it at once",
    "which is what the survey of {n} homes asked for",
)
# Places that stand in every sentence, so that hardly any two are alike: programs that remember sentences gain nothing.
_PLACE = ("Ash", "Birch", "Clay", "Dun", "Elm", "Fair", "Glen", "Hazel", "Iron", "Mill", "North", "Stone")
_ENDING = ("bridge", "brook", "combe", "dale", "field", "ford", "ham", "hill", "mere", "mouth", "stead", "wick")
_ASK = (
    "What happens when the network is down",
    "How much does it cost after the first year",
    "Who sees the readings of my farm",
    "Why do we build this ourselves",
    "How long does the battery last",
    "What do we stop doing for it",
    "Can I leave and take my data along",
    "Which countries come first",
    "What is the largest risk",
    "How will we know that it works",
)
_NAMES = ("Harvest", "Lantern", "Meadow", "Signal", "Ferry", "Orchard", "Compass", "Granary", "Beacon", "Paddock")
_KINDS = ("Planner", "Watch", "Exchange", "Finder", "Ledger", "Desk", "Guide", "Pass", "Alarm", "Counter")


def write_sentence(random: Random) -> str:
    """A sentence of some 12 words."""
    text = f"{random.choice(_WHO)} {random.choice(_DOES)} {random.choice(_WHAT)}"
    text += f" in {random.choice(_PLACE)}{random.choice(_ENDING)}"
    if random.random() < 0.15:
        text += f" {random.choice(_HOW)}"
    if random.random() < 0.12:
        text += f", {random.choice(_SO)}"
    return _figure(random, text) + "."


def _figure(random: Random, text: str) -> str:
    return re.sub("{n}", lambda _: str(random.randrange(3, 400)), text)


def write_sentences(random: Random, number: int) -> list[str]:
    """Several sentences."""
    return [write_sentence(random) for _ in range(number)]


def write_questions(random: Random, number: int) -> list[str]:
    """Several questions, no two of them alike."""
    return [f"{question}?" for question in random.sample(_ASK, number)]


def write_name(random: Random, number: int) -> str:
    """The name of a product; the number keeps it from being another's."""
    return f"{random.choice(_NAMES)} {random.choice(_KINDS)} {number}"


def reword(sentence: str) -> str:
    """The same promise with more or less emphasis: an editorial change."""
    return f"{sentence.removesuffix('.')}!" if sentence.endswith(".") else f"{sentence.removesuffix('!')}."
