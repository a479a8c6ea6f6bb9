"""What is a dateline, and what only looks like one."""

from __future__ import annotations

import pytest

from mkdocs_wb.parse.forms.dateline import find_dateline, is_dateline_alone
from mkdocs_wb.parse.markdown.blocks import parse_blocks

RUN_IN = """\
**PALO ALTO, Calif., April 30, 2026.** Larder Labs today launched a list.
PALO ALTO, Calif. – April 30, 2026 – Larder Labs today launched a list.
PALO ALTO, Calif.--(BUSINESS WIRE)--Larder Labs today launched a list.
ST. LOUIS, Mo., April 30, 2026 /PRNewswire/ -- Larder Labs today launched a list.
**Washington, D.C., April 30, 2026:** Larder Labs today launched a list.
NEW YORK, N.Y. -- Larder Labs today opened its list.
San Francisco -- Larder Labs today opened its list.
4 May 2027, Leeds: Larder Labs today opened its list.
2027-05-04, Leeds: Larder Labs today opened its list.
2027-05-04 — Larder Labs opened its list.
May 2027 — Larder Labs opened its list.
Leeds, Spring 2027 — Larder Labs opened its list.
LEEDS, May 4 — Larder Labs opened its list.
Leeds, May 4: Larder Labs opened its list.
Leeds, Tuesday, 4 May 2027 – Larder Labs opened its list.
Leeds | May 4, 2027 | Larder Labs opened its list.
**LEEDS, May 4, 2027** Larder Labs opened its list.
LEEDS—May 4, 2027—Larder Labs opened its list.
Leeds, May 4, 2027, Larder Labs opened its list.
LONDON & NEW YORK — Larder Labs opened its list.
**Montréal — [Date de lancement].** Larder Labs annonce aujourd'hui une liste.
[City, Date] Larder Labs opened its list.
[CITY, STATE] – [DATE] – Larder Labs opened its list.
LEEDS, XX May 20XX — Larder Labs opened its list.
LEEDS, Q3 2027 — Larder Labs opened its list.
LEEDS &mdash; Larder Labs opened its list.
**【東京】** 本日、台所リストを発表いたします。
【東京・2027年5月4日】台所リスト株式会社は、台所リストを発表しました。
【サンフランシスコ発 – 2027年5月】台所リストを発表しました。
（東京、2027年5月4日）台所リスト株式会社は、台所リストを発表しました。
東京、2027年5月4日 ― 台所リストを発表しました。
東京発 — 台所リストを発表しました。
[서울=2027. 5. 4.] 부엌 목록은 공유 주방을 위한 목록을 출시했다.
【서울】 부엌 목록은 오늘 공유 주방을 위한 목록을 출시했다고 밝혔다.
北京，2027年5月4日——厨房清单向所有合租厨房开放。
北京，5月4日——厨房清单向所有合租厨房开放。
【北京讯】厨房清单向所有合租厨房开放。
(Berlin, 4. Mai 2027) – Die Küchenliste steht jeder Wohngemeinschaft offen.
Berlin, den 4. Mai 2027. Die Küchenliste steht jeder Wohngemeinschaft offen.
Москва, 4 мая 2027 г. — Кухонный список открыт для всех общих кухонь.
4 мая 2027 года, Москва. Кухонный список открыт для всех общих кухонь.
Paris, le 4 mai 2027 – La liste de cuisine est ouverte à tous.
Ciudad de México, a 4 de mayo de 2027.- La lista de la cocina abre para todos.
SÃO PAULO (4 de maio de 2027) — A lista da cozinha abre para todos.
""".splitlines()

ALONE = """\
LEEDS, May 4, 2027
#### Leeds, UK — May 4, 2027
### BERLIN, 4. MAI 2027
**Date:** May 4, 2027
May 4, 2027.
Leeds, May 4, 2027:
Leeds, Yorkshire --
[DATE] [CITY]
2027年5月4日 東京
Москва, 4 мая 2027 г.
""".splitlines()

NEITHER = """\
Milk is scarce — and it gets scarcer. In 2027 nobody buys it.
Milk may spoil — and nobody in the flat knows. It is hard.
Egg, milk, bread — everything is bought twice. Nobody knows why.
READ THIS — it is important that nobody buys the milk.
Ida Brandt, Leeds — “I bought the milk.”
In May 2027, Larder Labs begins to sell. The list is long.
By June 2027: every kitchen has a list. It is long.
Larder Ledger 2027: the list that knows. It is free.
Larder — Our list opens today. Larder is free.
(Draft) Four people share a fridge and nobody knows what is in it.
[HIGH CONFIDENCE] Four people share a fridge and nobody knows.
Ana, Ben, Carl and Dora: four people, one fridge. It is hard.
A simple list of what the kitchen has — no apps, no accounts, no phone.
Für Wohngemeinschaften – Die Küchenliste startet heute. Niemand weiß es.
【牛乳が足りない】四人で使う冷蔵庫では、今日も牛乳がありません。
【背景】四人で使う冷蔵庫では、誰が牛乳を買うか分かりません。
부엌 목록 — 우유를 누가 사는지 알려 준다. 어렵다.
厨房清单——让合租的人知道谁买牛奶。今天没有人知道。
Кухонный список — это список для общей кухни. Никто не знает.
""".splitlines()


@pytest.mark.parametrize("text", RUN_IN)
def test_a_place_or_a_date_begins_a_release(text: str) -> None:
    (block,) = parse_blocks(text)
    assert find_dateline(block)
    assert not is_dateline_alone(block)


def test_a_dateline_has_a_line_of_its_own_above_the_text() -> None:
    (block,) = parse_blocks("**Leeds, 4 May 2027**\nLarder Labs opened its list.")
    assert find_dateline(block)


@pytest.mark.parametrize("text", ALONE)
def test_a_place_and_a_date_stand_alone(text: str) -> None:
    (block,) = parse_blocks(text)
    assert is_dateline_alone(block)


@pytest.mark.parametrize("text", NEITHER)
def test_a_dash_or_a_date_is_no_dateline(text: str) -> None:
    (block,) = parse_blocks(text)
    assert not find_dateline(block)
    assert not is_dateline_alone(block)
