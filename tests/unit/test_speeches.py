"""Where somebody speaks, in every shape an attribution has, and where nobody does."""

from __future__ import annotations

import pytest

from .conftest import Read

RELEASE = """\
# Herd Finder finds deer in the dark

Davis, June 1, 2026 — Rural Co. today launched Herd Finder, a collar and a map for deer farms.

Farmers lose deer in the dark, and searching takes the night.

Herd Finder shows each deer on a map and warns before one strays.

"""
SLEEP = "I sleep through May now and my dog does too."
BUILT = "We built the collar because nights are for sleeping."
Q, T = "quote", "testimonial"


def _voices(read: Read, text: str) -> list[tuple[str, int, int]]:
    first = RELEASE.count("\n") + 1
    elements = read(f"{RELEASE}{text}\n").elements
    return [(one.name, one.start - first, one.end - first) for one in elements if one.name in (Q, T)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # above, and below
        (f'> **A farmer who slept in May (Napa)**\n\n"{SLEEP}"', [T]),
        (f'*"{SLEEP}"*\n\n*Bo Lind, farmer, Napa*', [T]),
        (f"> {SLEEP}\n>\n> **Bo Lind**, farmer, Napa", [T]),
        (f"> {SLEEP}\n> Bo Lind, farmer", [T]),
        (f"> {SLEEP}\n\nBo Lind, farmer, Napa", [T]),
        (f'> "{SLEEP}"\n>\n> Bo Lind (farmer)', [T]),
        (f'> "{BUILT}"\n> Ana Ruiz, CEO\n\n> "{SLEEP}"\n> Bo Lind, farmer', [Q, T]),
        (f'"{SLEEP}" — u/deerkeeper, Reddit', [T]),
        (f'"{SLEEP}" ~ Bo Lind, farmer', [T]),
        (f'"{SLEEP}"\n— imaginary satisfied customer', [T]),
        (f'> "{BUILT}" — Ana Ruiz, CEO\n> "{SLEEP}" — Bo Lind, farmer', [Q, T]),
        (f'"{BUILT}"\n— Ana Ruiz, CEO\n"{SLEEP}"\n— Bo Lind, farmer', [Q, T]),
        (f'> [!QUOTE]\n> "{SLEEP}" — Bo Lind, farmer', [T]),
        # before
        (f'!!! quote "Bo Lind, farmer"\n    {SLEEP}', [T]),
        (f'!!! quote "Bo Lind, farmer"\n\n    {SLEEP}', [T]),
        (f"> Bo Lind, farmer: {SLEEP}", [T]),
        (f'- **Bo Lind, farmer:** "{SLEEP}"\n- **Kim Roe, farmer:** "We found a lost doe at noon."', [T, T]),
        (f"Bo Lind, a farmer near Napa, on his first spring:\n\n> {SLEEP}", [T]),
        (f"**Ana Ruiz, CEO of Rural Co., on why:**\n\n> {BUILT}", [Q]),
        (f'Bo Lind, a farmer near Napa, says:\n\n"{SLEEP}"', [T]),
        (f"Our customers agree:\n\n> {SLEEP}", [T]),
        (f'In the words of Bo Lind, a farmer near Napa: "{SLEEP}"', [T]),
        # within
        ('"I sleep through May now," Bo Lind told the team. "My dog does too."', [T]),
        ('Bo Lind keeps deer near Napa. "I sleep through May now," he says. "My dog does too."', [T]),
        (f"'{SLEEP[:-1]},' said Bo Lind, a farmer near Napa. 'It's quiet.'", [T]),
        (f"‘{SLEEP[:-1]},’ said Bo Lind, a farmer near Napa.", [T]),
        ('"The search took a night.\n\n"Now it takes a glance," said Bo Lind, a farmer near Napa.', [T]),
        # what they are
        ('"I sleep through May now," said Bo Lind, who keeps 40 deer.', [T]),
        ('"It takes a glance, and no night," said Bo Lind, 54, of Napa.', [T]),
        ('"It takes a glance, and no night," said Kim Roe, CTO of Fen Farms, which tested the collar.', [T]),
        ('"It takes a glance, and no night," said Kim Roe, CTO of Rural Co.', [Q]),
        ('"It takes a glance, and no night," said Kim Roe, VP of Product.', [Q]),
        ('"It takes a glance, and no night," said our first customer, Bo.', [T]),
        ('"It takes a glance, and no night," said our Kim Roe.', [Q]),
        (f'"{BUILT}" said Ana Ruiz, CEO.\n\n"And it lasts," she added.', [Q, Q]),
    ],
)
def test_somebody_speaks(read: Read, text: str, names: list[str]) -> None:
    assert [name for name, _, _ in _voices(read, text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Eindelijk slaap ik in mei door, en de hond ook,” zegt Bo Lind, boer in Ede.", T),
        ("“De nacht is om te slapen, en de halsband helpt,” aldus Ana Ruiz, oprichter.", Q),
        ("«Finalmente dormo a maggio, e il cane anche», racconta Bo Lindi, agricoltore.", T),
        ("„Ich schlafe im Mai wieder durch“, so Landwirt Bo Lind aus Uri.", T),
        ("„Ich schlafe im Mai wieder durch“, lobt Bo Lind, der Hirsche hält.", T),
        ("Laut Ana Ruiz, Geschäftsführerin, „ist die Nacht zum Schlafen da, und das Halsband hilft“.", Q),
        ("По словам Анны Руис, директора, «ночь создана для сна, и ошейник в этом помогает».", Q),
        ("«Теперь я сплю в мае, и собака тоже», — делится Борис Линд, фермер.", T),
        ("「五月もぐっすり眠れるようになりました」— 佐藤さん（牧場主）", T),
        ("牧場主の佐藤さん：「五月もぐっすり眠れるようになりました」", T),
        ('농장주 이민수 씨는 "이제 5월에도 푹 잡니다"라고 말했다.', T),
        ('김지현 대표는 "밤은 자는 시간입니다. 그래서 목걸이를 만들었습니다"라고 밝혔다.', Q),
        ("“이제 5월에도 푹 잡니다”라며 이민수 농부는 웃었다.", T),
        ("农民李强说：“现在五月我也能睡个整觉了，狗也一样。”", T),
        ("« Je dors enfin en mai, et le chien aussi », témoigne une institutrice d'Oslo.", T),
        ("Selon Ana Ruiz, directrice, « la nuit est faite pour dormir, et le collier le permet ».", Q),
        ("—Por fin duermo en mayo, y el perro también —dice Luis Roy, ganadero.", T),
        ('Según Ana Ruiz, directora, "la noche es para dormir, y el collar lo permite".', Q),
        ('Segundo Ana Ruiz, diretora, "a noite é para dormir, e a coleira permite isso".', Q),
    ],
)
def test_somebody_speaks_in_other_languages(read: Read, text: str, name: str) -> None:
    assert [found for found, _, _ in _voices(read, text)] == [name]


@pytest.mark.parametrize(
    "form",
    [
        '"{said}"\n\n{name}\n{role}',
        '"{said}"\n\n**{name}**\n*{role}*',
        '"{said}"\n\n**{name}**, {role}',
        "> {said}\n>\n> **{name}** — {role}",
        "> *{said}*\n> {name}, {role}",
        '"{said}" | {name}, {role}',
        '"{said}"\n- {name}, {role}',
        '"{said}"\n\n- {name}, {role}',
        '**"{said}"**\n**{name}, {role}**',
        "*{said}* — {name}, {role}",
        '{name} is {role}. "{said}"',
        "!!! quote\n\n    {said}\n\n    — {name}, {role}",
        '| Who | Says |\n|---|---|\n| {name}, {role} | "{said}" |',
        'Asked about it, {name}, {role}, said one word: "Collars." Later {name} expounded. "{said}"',
        "> {said} A map is one thing\n> — a night is another — and we sleep now. — {name}, {role}",
    ],
)
@pytest.mark.parametrize(
    ("role", "said", "voice"), [("a deer farmer in Napa", SLEEP, T), ("CEO of Rural Co.", BUILT, Q)]
)
def test_who_speaks_may_stand_below_or_beside_in_many_forms(
    read: Read, form: str, role: str, said: str, voice: str
) -> None:
    text = form.format(name="Kim Roe", role=role, said=said)
    assert [name for name, _, _ in _voices(read, text)] == [voice]


@pytest.mark.parametrize(
    "text",
    [
        "| Before | After |\n|---|---|\n| Search by night | Sleep |",
        '"Never lose a deer again"\n\n- the map shows each deer\n- the alert comes at once',
        "*Each deer is on the map* — and nobody searches, rain or shine",
        'The collar is light. "Herd" is what we call ten of them, and a map shows them all.',
    ],
)
def test_what_nobody_says_is_no_voice(read: Read, text: str) -> None:
    assert not _voices(read, text)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("[Customer quote]", T),
        ("**[Leader quote]**", Q),
        ("(Customer quote)", T),
        ("[顧客の声]", T),
        ("【代表コメント】", Q),
        ("Customer quote —", T),
    ],
)
def test_a_label_may_stand_in_brackets_or_before_a_dash(read: Read, label: str, name: str) -> None:
    found = read(f'{RELEASE}{label} "{SLEEP}"\n\n[Plans] A second collar follows.\n').elements
    assert [(one.name, one.found_by) for one in found if one.start > 8 and one.name in (Q, T)] == [(name, "label")]
    if label.startswith("["):
        assert [one.end - one.start for one in found if one.name == name] == [0]


@pytest.mark.parametrize(
    "text",
    [
        'The button "Show me where the deer are now" opens the map.',
        'Choose "Start a new herd and name it" in the menu — the map opens at once.',
        'The law says "an owner shall know where the animals are" and the collar makes it true.',
        'The screen then says "Your deer is back in the meadow" and the phone falls silent.',
        'Farmers say they sleep better, and "never lose a deer again" is on the box.',
        'Set up recurring AI tasks: "Every morning at nine, count the herd." Results appear in the map.',
        'Herd Finder says where the deer is: "meadow, creek or road".',
        'Ask Herd Finder: "Where is the old doe tonight?" It shows the map.',
        'In 2019 a report noted that "small farms lose one deer in ten each spring".',
        'The map has a button that says "Show me the creek and the meadow".',
        'With "Share this herd with my vet", the owner adds a vet in seconds.',
        "Das Motto „Nie wieder ein Tier im Dunkeln suchen“ steht auf der Kiste.",
        "Приложение сообщает «олень покинул луг», когда он уходит.",
        "アプリは「鹿が牧草地を離れました」と通知します。",
        '앱은 "사슴이 초원을 떠났습니다"라고 알려 준다.',
        '- **Owner view:** "See all your deer" is where the map opens.',
        '> "If you had a week to ship it, what would you build first?"',
        "> Note for owners: the collar is charged by the sun, not by a cable.",
        "Farmers can then ask:\n\n> herd find the old doe by the creek",
        "'Tis a collar, not a cage, and the deer don't mind; farmers' nights are quiet.",
        "[Customer quote](quotes.md) has what farmers told us.",
    ],
)
def test_nobody_speaks(read: Read, text: str) -> None:
    assert _voices(read, text) == []


def test_a_quotation_of_several_paragraphs_is_one_with_its_speaker(read: Read) -> None:
    text = '"The search took a night.\n\n"Now it takes a glance," said Bo Lind, a farmer near Napa.'
    assert _voices(read, text) == [(T, 0, 2)]
    lead = f'Bo Lind, a farmer near Napa, says:\n\n"{SLEEP}"'
    assert _voices(read, lead) == [(T, 0, 2)]


def test_a_mark_that_closes_a_word_opens_no_quotation(read: Read) -> None:
    text = 'The map shows "all" fences, gates and pens of the valley, and "all" herds. Dr. Ruiz agrees at dawn.'
    assert _voices(read, text) == []
