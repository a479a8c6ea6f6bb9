"""Words and sentences."""

from __future__ import annotations

import pytest

from mkdocs_wb.parse.language.words import count_words, split_sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("– … „“ !", 0),
        ("One two three.", 3),
        ("It's Ana’s well-known e-mail.", 4),
        ("$9.99 or 1,000 deer at 12:30", 6),
        ("3.5 km/h – or 20 %", 4),
        ("Schäfer zählen Öfen.", 3),
        ("鹿", 1),
        ("鹿を失わない", 3),
        ("牧場の GPS 首輪", 4),
        ("사슴을 잃지 마세요", 3),
        ("Олени не теряются", 3),
        ("a|b", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    "sentences",
    [
        ["One sentence."],
        ["No full stop"],
        ["First.", "Second!", "Third?", "Fourth…"],
        ["Really?!", "Yes."],
        ["It costs $9.99 a month.", "Version 2.0.1 follows."],
        ["Dr. Ruiz, Mr. Hale and Prof. Ko agree.", "So do we."],
        ["Use it, e.g. at night, i.e. in the dark.", "It helps."],
        ["Collars, maps, etc. are included.", "All of them."],
        ["J. R. Ruiz wrote it.", "T. Hale read it."],
        ["The U.S. market comes first.", "Canada follows."],
        ["Acme Inc. ships it.", "We wait."],
        ["Ab dem 3. März gilt der Preis.", "Danach steigt er."],
        ["It ships on March 9.", "Bring a photo."],
        ["Das gilt z.B. für Zäune.", "Es gilt d.h. immer."],
        ["Rund 2 Mio. Tiere, ca. 300 Höfe usw. sind dabei.", "Das reicht."],
        ["„Nie wieder suchen.“", "Das sagt Ana."],
        ["“I slept.”", "She smiled."],
        [['"Nobody should search."', " said so."][0], "Ana said so."],
        ["It works (mostly).", "It helps."],
        [["It works.", "Mostly.)"][0], "(Mostly.)"],
        ["鹿を失わない。", "地図で見える！", "本当に？", "はい。"],
        ["「もう探さない。」", "と言った。"],
        ["사슴을 잃지 않습니다.", "지도에서 봅니다."],
        ["Олень не потеряется, т.е. найдётся.", "Он на карте."],
        ["It launched in 2026.", "It grew."],
        ["We sold 300.", "Then 30 more."],
        ["See example.org for more.", "It is free."],
        ["Wait... what?", "Yes."],
    ],
    ids=" | ".join,
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    text = "".join(sentences) if "。" in sentences[0] else " ".join(sentences)
    assert [sentence for _, sentence in split_sentences(text)] == sentences


def test_a_sentence_knows_its_offset_and_loses_its_line_breaks() -> None:
    text = "One goes\nover lines.\n  Two\tfollows."
    assert split_sentences(text) == [(0, "One goes over lines."), (23, "Two follows.")]


def test_nothing_has_no_sentences() -> None:
    assert split_sentences(" \n ") == []


def test_bullets_of_a_word_processor_begin_a_sentence_each() -> None:
    text = "It comes with:\n•\tNo app\n  • No cable\nof any kind, 3 • 4 m"
    assert split_sentences(text) == [(0, "It comes with:"), (15, "No app"), (26, "No cable of any kind, 3 • 4 m")]
    assert split_sentences("•") == []
