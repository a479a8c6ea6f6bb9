"""How a release ends: what it bids the reader do, in every form, and the lines below that bid nothing."""

from __future__ import annotations

import pytest

from .conftest import Read

RELEASE = """\
# Herd Finder finds deer in the dark

Davis, June 1, 2026 — Rural Co. today launched Herd Finder, a collar and a map for deer farms.

Farmers lose deer in the dark, and searching takes the night.

Herd Finder shows each deer on a map and warns before one strays.

"We built it because nights are for sleeping," said Ana Ruiz, CEO of Rural Co.

"I sleep through May now," said Bo Lind, a deer farmer in Napa.

"""
ORDER = "Visit herd.example to order."


def _calls(read: Read, text: str) -> list[tuple[int, int]]:
    first = RELEASE.count("\n") + 1
    return [(one.start - first, one.end - first) for one in read(f"{RELEASE}{text}\n").named("call_to_action")]


@pytest.mark.parametrize(
    "text",
    [
        "The page is live now at herd.blog.",
        "Farms can order collars from June at herd.farm.",
        "Email herd@rural.example for a collar on trial.",
        "Collars go on sale on June 9.",
        "Interested farms can apply for the pilot until June 30.",
        "Starting today, farms in Napa can rent a collar for $9 a month.",
        "The waiting list is open.",
        "The collar is in stores now.",
        "Stop by our stall at the Napa fair.",
        "In Emacs, press M-x herd-finder to open it.",
        "Getting a collar takes a minute: open the Rural app and tap Herd.",
        "Simply tap Herd in the Rural app.",
        "Turn it on in Settings.",
        "➡️ [Get your collar](https://herd.example)",
        "[The collar](https://herd.example)",
        "Der Herdenfinder ist ab 9. Juni im Handel erhältlich.",
        "Bitte installieren Sie die App.",
        "Чтобы начать, установите приложение и создайте стадо.",
        "Оставить заявку можно до 30 июня.",
        "首輪は6月9日より公式サイトで販売します。",
        "ご利用はアプリから今すぐ始められます。",
        "앱을 내려받아 시작하세요.",
        "用户可通过 `M-x herd` 开始使用。",
        "Disponible à partir du 9 juin.",
        "El collar está a la venta.",
        "A coleira está à venda.",
    ],
)
def test_a_release_bids_in_its_last_paragraph(read: Read, text: str) -> None:
    assert _calls(read, text) == [(0, 0)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```sh\npip install herdfinder\n```", (0, 2)),
        ("To try it:\n\n```sh\nnpx herdfinder\n```", (0, 4)),
        ("- The app: https://herd.example/app\n- The docs: https://herd.example/docs", (0, 1)),
        (f"It costs $9.\n\n{ORDER}", (2, 2)),
    ],
)
def test_commands_and_links_that_end_a_release_are_its_call(read: Read, text: str, lines: tuple[int, int]) -> None:
    assert _calls(read, text) == [lines]


@pytest.mark.parametrize(
    "below",
    [
        "For press inquiries, contact Kim Roe at press@rural.example.",
        "Herd Finder: because nights are for sleeping.\n\n© 2026 Rural Co. and its herd of deer.",
        "Rural Co. makes tools. Founded in 1990, it serves 9,000 farms. To learn more, visit rural.example.",
        "**Media contact**\n\nKim Roe, press@rural.example",
        "Notes to editors: pictures are at rural.example/press.",
    ],
)
def test_what_stands_below_the_call_is_no_other(read: Read, below: str) -> None:
    assert _calls(read, f"{ORDER}\n\n{below}") == [(0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $9 a month and lasts for five years.",
        "The collar is charged by the sun and weighs 90 grams.",
        "Rural Co. will bring the collar to Oregon next year.",
        "Media contact: Kim Roe, press@rural.example",
        "The map was tried when tickets for the fair were already on sale.",
        "```sh\nherd --map\n```",
        "Farmers can start a new herd, name it and share it with the vet.",
        "The collar can order its own spare parts from the depot when it breaks.",
    ],
)
def test_a_release_may_bid_nothing(read: Read, text: str) -> None:
    assert _calls(read, text) == []


def test_a_second_call_may_follow_the_last_voice(read: Read) -> None:
    voice = '"I sleep through May now," said Kim Roe, a farmer in Ukiah.'
    steps = "## Getting started\n\nOpen the box and charge the collar.\n\nName the deer."
    assert _calls(read, f"{steps}\n\n---\n\n{voice}\n\n{ORDER}") == [(0, 4), (10, 10)]


def test_a_section_of_a_voice_ends_where_another_element_begins_below_it(read: Read) -> None:
    text = f"## Quote from you\n\n> “It is quiet,” says Ana, CEO.\n\n#### Get started\n\n{ORDER}\n\n#### Loved by farmers\n"
    text += "\n> “I sleep.”\n> — a farmer\n\nGo to herd.example now."
    first = RELEASE.count("\n") + 1
    found = [(one.name, one.start - first, one.end - first) for one in read(RELEASE + text).elements]
    ends = [("quote", 0, 2), ("call_to_action", 4, 6), ("testimonial", 10, 11), ("call_to_action", 13, 13)]
    assert [one for one in found if one[1] >= 0] == ends
