"""Inline Markdown as a reader sees it."""

from __future__ import annotations

import pytest

from mkdocs_wb.parse.markdown.inline import plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("no markup", "no markup"),
        ("*a* **b** ***c*** _d_ __e__", "a b c d e"),
        ("We ~~never~~ sell <del>your</del> data <s class='x'>now</s>.", "We  sell  data ."),
        ("We {--never--} sell {++your++} {~~big~>small~~} data{>>sure?<<} {==now==}.", "We  sell your small data now."),
        ("{--an option--help and {{ macro }}", "{--an option--help and {{ macro }}"),
        ("We <b hidden>never</b> sell <i style='color: red; display: none'>your</i> data.", "We  sell  data."),
        ("<b title='a hidden cost'>a</b> <i aria-hidden='true'>b</i> <i data-x=hidden>c</i>", "a b c"),
        ("`~~said~~` and \\~~said\\~~ and ~~ said ~~", "~~said~~ and ~~said~~ and ~~ said ~~"),
        ("<img src=a alt='10 deer'> <IMG alt=\"a herd\" src=b> <img src=c alt=map> <img src=d>", "10 deer a herd map "),
        ("<style>h2 { color: red }</style><script>alert('b')</script>A <b>map</b>", "A map"),
        ("**bold with *italic* in it**", "bold with italic in it"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("a*b*c", "abc"),
        ("`a_b` and ``c`d``", "a_b and c`d"),
        ("`*not bold*` \\*nor this\\*", "*not bold* *nor this*"),
        ("`<b>` and <b>bold</b>", "<b> and bold"),
        ("[text](target.md) and [text](<a b>) and [text][ref]", "text and text and text"),
        ('[text](a.md "title") [x](wiki_(page).md)', "text x"),
        ("[**bold** link](a.md)", "bold link"),
        ("![alt text](a.png) and [![alt](a.png)](b.md)", "alt text and alt"),
        ("[not a link] and [ ] and [x]", "[not a link] and [ ] and [x]"),
        ("a note[^1] and another[^long-name]", "a note and another"),
        ("<https://example.org/a_b> and <ana@example.org>", "https://example.org/a_b and ana@example.org"),
        ("a<br>b <span class='x'>c</span>", "a b c"),
        ("a ==marked== word, 1==1 and a == b == c", "a marked word, 1==1 and a == b == c"),
        ("a < b > c and 1<2", "a < b > c and 1<2"),
        ("seen <!-- not seen --> seen", "seen  seen"),
        ("a <!-->seen<!-- --> b <!--->seen--> c <!-- x --!>seen d <!--", "a seen b seen--> c seen d <!--"),
        ("&amp; &lt;b&gt; &copy; &#8364; AT&T", "& <b> © € AT&T"),
        ("`&amp;`", "&amp;"),
        ("word{: .class } and word {#id}", "word and word"),
        ("{not attributes} {{ macro }}", "{not attributes} {{ macro }}"),
        ("鹿を**失わない**", "鹿を失わない"),
        ("\\# \\[x\\] C\\#", "# [x] C#"),
        ("open `tick and [open bracket", "open `tick and [open bracket"),
        ("", ""),
        ("a\ue0000\ue001b `c`", "a0b c"),
    ],
)
def test_markup_goes_and_words_stay(source: str, text: str) -> None:
    assert plain_text(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "one\n*two\nthree*\nfour",
        "one <!-- two\nthree --> four",
        "one <span\nclass='x'>two</span>",
        "one\n[two\nthree](a.md)\nfour",
        "one `two\nthree` four",
        "one\\\ntwo",
        "[one](a.md\n'title') two",
        "![one\ntwo](a.png)",
        "~~one\ntwo~~ three",
        "<del>one\ntwo</del> three",
        "<b hidden>one\ntwo</b> three",
        "{--one\ntwo--} {~~three\nfour~>five\nsix~~} seven",
        "<img\nsrc=a\nalt='one\ntwo'> three",
    ],
)
def test_every_line_break_stays_where_it_was(source: str) -> None:
    assert plain_text(source).count("\n") == source.count("\n")
