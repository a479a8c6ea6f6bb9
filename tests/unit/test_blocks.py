"""The body as blocks: the headings that Python-Markdown renders, and the lines of every kind."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest

from mkdocs_wb.parse.markdown.blocks import parse_blocks

Headings = list[tuple[int, str]]


class _Headings(HTMLParser):
    """Collects h1 to h6 with their texts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Headings = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.found.append((int(tag[1]), ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            level, text = self.found[-1]
            self.found[-1] = (level, text + data)


def rendered_headings(text: str) -> Headings:
    """What Python-Markdown makes a heading, with the extensions that MkDocs turns on."""
    parser = _Headings()
    parser.feed(markdown.markdown(text, extensions=["toc", "tables", "fenced_code", "attr_list"]))
    return [(level, " ".join(found.split())) for level, found in parser.found]


def read_headings(text: str) -> Headings:
    return [
        (block.level, " ".join(block.text.split()))
        for block in parse_blocks(text.replace("\r\n", "\n"))
        if block.kind == "heading"
    ]


SNIPPETS = {
    "plain": "# One\n\n## Two\n\n###### Six\n",
    "no space": "##NoSpace\n",
    "no space and no text": "#\n\ntext\n",
    "only signs": "###\n",
    "trailing signs": "## Closed ##\n\n### Closed#\n\n# Closed ####\n",
    "sharp": "## C#\n\n## F# and C#\n\n# #1\n",
    "escaped trailing sign": "## C\\#\n",
    "escaped leading sign": "\\# No heading\n",
    "seven signs": "####### Seven\n",
    "many signs": "############ Twelve\n",
    "attributes": "## Title {: #id .class }\n\n## Title {#id}\n\n## Title {.x}\n",
    "attributes after closing signs": "## Title ## {#id}\n",
    "braces that are no attributes": "## Use {name}here\n\n## Set {}\n\n## {all}\n",
    "hash heading with emphasis": "## *Never* lose **a** `deer` [again](x.md)\n",
    "entity": "## Q&A and &amp; &lt;b&gt;\n",
    "setext one": "Title\n=====\n\ntext\n",
    "setext two": "Title\n-----\n\ntext\n",
    "setext short": "Title\n=\n\nOther\n-\n",
    "setext after text": "First line\nSecond line\n------\n",
    "setext of two lines above": "text\n\nTitle\n===\ntext\n===\n",
    "setext with trailing blanks": "Title\n---   \n",
    "setext with attributes": "Title {#id}\n-----\n",
    "rule after blank line": "text\n\n---\n\ntext\n",
    "rule of stars after text": "text\n***\ntext\n",
    "rule with spaces": "text\n- - -\n",
    "rule first": "---\n\n# One\n",
    "underline that is indented": "Title\n  ---\n",
    "heading right after text": "text\n# One\ntext\n## Two\n",
    "heading right before text": "# One\ntext\n# Two\n",
    "heading after a list": "- item\n# One\n- item\n\n# Two\n",
    "heading after a quote": "> quote\n# One\n",
    "heading in a quote": "> # Quoted\n> text\n\n> ## Two\n",
    "setext in a quote": "> Title\n> ---\n",
    "heading in an item": "- # In item\n- text\n\n1. ## In number\n",
    "heading deeper in an item": "- text\n\n    ## In item\n",
    "heading two deep in an item": "- text\n\n  ## Half in\n",
    "heading in a nested item": "- a\n    - b\n\n        # Deep\n",
    "indented by one": " # Not at the margin\n",
    "indented by three": "   # Not at the margin\n",
    "indented by four": "    # Code\n",
    "tab before": "\t# Code\n",
    "tab after": "#\tTabbed\n",
    "fence": "```\n# Code\n```\n\n# One\n",
    "fence with a language": "```python\n# Code\n```\n# One\n",
    "fence with attributes": "``` { .python #x }\n# Code\n```\n",
    "tilde fence": "~~~\n# Code\n~~~\n\n## Two\n",
    "fence in a longer fence": "````\n```\n# Code\n```\n# Code\n````\n\n# One\n",
    "fence of tildes with backticks": "~~~\n```\n# Code\n~~~\n\n# One\n\n```\n",
    "unclosed fence": "```\n# One\n\ntext\n",
    "unclosed tilde fence": "~~~ python\n\n# One\n",
    "second fence unclosed": "```\n# Code\n```\n\n```\n# One\n",
    "fence closed by a longer one": "```\n# One\n````\n",
    "fence after text": "text\n```\n# Code\n```\n# One\n",
    "div": "<div>\n# Raw\n</div>\n\n# One\n",
    "div in one line": "<div>raw</div>\n# One\n",
    "div with blank lines": "<div>\n\n# Raw\n\n</div>\n\n# One\n",
    "div in a div": "<div>\n<div>\n\n# Raw\n\n</div>\n\n# Raw\n\n</div>\n\n# One\n",
    "unclosed div": "<div>\n\n# Raw\n\ntext\n",
    "details": "<details>\n<summary>More</summary>\n\n# Raw\n\n</details>\n\n# One\n",
    "inline tag": "<span>\n# One\n</span>\n",
    "void tag": "<hr>\n# One\n",
    "image tag": '<img src="a.png">\n\n# One\n',
    "markup within a heading": "# One <em>two</em> <!-- three -->\n",
    "comment": "<!--\n# Hidden\n-->\n\n# One\n",
    "comment with blank lines": "<!--\n\n# Hidden\n\n-->\n# One\n",
    "comment in one line": "<!-- wb: say it -->\n# One\n",
    "comment after text": "text\n<!--\n# Hidden\n-->\n\n# One\n",
    "comment unclosed": "<!-- open\n\n# One\n",
    "script": "<script>\n# Raw\n\n# Raw\n</script>\n\n# One\n",
    "table": "# One\n\n| a | b |\n|---|---|\n| # c | d |\n\n## Two\n",
    "table without pipes at the edges": "a | b\n--- | ---\n# c | d\n\n## Two\n",
    "heading under a table": "| a | b |\n|---|---|\n| c | d |\n# One\n",
    "reference definition": "[a]: http://example.org\n# One\n",
    "backslash at the end": "# One\\\n",
    "hash in text": "We ship #1 and\nissue #2.\n",
    "number sign alone between texts": "a\n#\nb\n",
    "code with a backtick": "# `a` and ``b`c``\n",
    "CRLF": "# One\r\n\r\nTitle\r\n---\r\n\r\n```\r\n# Code\r\n```\r\n",
    "Japanese": "# 鹿を失わない\n##課題\n",
    "two underlines": "Title\n---\n---\n",
    "equals without title": "===\n\ntext\n",
    "emphasis as title": "**Problem**\n---\n",
    "ordered list": "1. one\n2. two\n\n# One\n",
    "definition by colon": "Term\n: text\n\n# One\n",
    "loose list": "- a\n\n- b\n\n## Two\n\n- c\n",
    "underlined item": "- item\n---\n",
    "underlined quotation": "text\n\n> said\n===\n",
    "underlined reference": "[a]: b\n---\n",
    "item underlined after text": "text\n- item\n---\n",
    "two items and a rule": "- a\n- b\n---\n",
    "list then setext": "- item\n\nTitle\n---\n",
    "anchor before a heading": '<a id="faq"></a>\n## FAQ\n\n<a name="x"></a>\n\n## Two\n',
    "break before a heading": "text<br>\n# One\n\n<br>\n## Two\n",
    "hash heading underlined": "# One\n===\n\ntext\n",
    "signs between": "# One # Two\n\n#One#Two\n",
    "indented after text": "text\n    # More text\n",
    "list after text": "text\n- item\n# One\n",
    "short underline": "Title\n--\ntext\n",
    "blank line between": "Title\n\n---\n\nText\n\n===\n",
    "no-break space": "#\u00a0Title\n",
    "paragraph in an item before a heading": "- a\n\n    more\n\n## Two\n",
    "headings back to back": "# One\n## Two\n### Three\nTitle\n---\n#### Four\n",
    "link as heading": "## [Problem](#problem)\n\n## [FAQ][faq]\n\n[faq]: x.md\n",
    "numbers": "## 1. Problem\n\n## 2) Solution\n",
    "underscores": "## snake_case_name and __init__\n",
    "star alone": "## 5 * 3 * 2\n",
    "less-than": "## a < b > c\n",
    "quote with lazy heading": "> a\n# One\n> b\n\n# Two\n",
    "html after text": "text\n<div>\n\n# Raw\n\n</div>\n# One\n",
    "closing tag alone": "</div>\n\n# One\n",
    "self-closed": "<div />\n\n# One\n",
    "upper case tag": "<DIV>\n# Raw\n</DIV>\n\n# One\n",
    "processing instruction": "<?php\n# Raw\n?>\n\n# One\n",
    "style": "<style>\n# a { b: c }\n</style>\n\n# One\n",
    "paragraph tag unclosed": "<p>text\n\n# One\n",
}


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_headings_are_those_that_python_markdown_renders(text: str) -> None:
    assert read_headings(text) == rendered_headings(text)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# One\ntext\n", [("heading", 1, 1), ("paragraph", 2, 2)]),
        ("Title\n---\n\ntext\ntext\n", [("heading", 1, 2), ("paragraph", 4, 5)]),
        ("\n\ntext\ntext\n\nmore\n", [("paragraph", 3, 4), ("paragraph", 6, 6)]),
        ("- a\n  b\n- c\n\n  d\n", [("item", 1, 2), ("item", 3, 3), ("paragraph", 5, 5)]),
        ("1. a\n    - b\n2. c\n", [("item", 1, 1), ("item", 2, 2), ("item", 3, 3)]),
        ("> a\n> b\n\ntext\n", [("quote", 1, 2), ("paragraph", 4, 4)]),
        ("| a | b |\n|---|---|\n| c | d |\n| e | f |\n", [("row", 1, 1), ("row", 3, 3), ("row", 4, 4)]),
        ("text\n\n```\na\n\nb\n```\n", [("paragraph", 1, 1), ("code", 3, 7)]),
        ("text\n\n    code\n    code\n", [("paragraph", 1, 1), ("code", 3, 4)]),
        ("<div>\n\na\n\n</div>\ntext\n", [("html", 1, 5), ("paragraph", 6, 6)]),
        ("<!-- a\n\nb -->\n\ntext\n", [("paragraph", 5, 5)]),
        ("text\n\n---\n\ntext\n", [("paragraph", 1, 1), ("rule", 3, 3), ("paragraph", 5, 5)]),
        ("", []),
        ("\n \n\n", []),
    ],
    ids=lambda value: repr(value) if isinstance(value, str) else "",
)
def test_blocks_have_their_kind_and_lines(text: str, blocks: list[tuple[str, int, int]]) -> None:
    assert [(block.kind, block.start, block.end) for block in parse_blocks(text)] == blocks


def test_lines_are_counted_in_the_file() -> None:
    (block,) = parse_blocks("\ntext\n", offset=10)
    assert (block.start, block.end) == (12, 12)


def test_text_and_source_keep_the_line_breaks() -> None:
    (block,) = parse_blocks("**Never** lose\na [deer](x.md)\n*again*\n")
    assert block.source == "**Never** lose\na [deer](x.md)\n*again*"
    assert block.text == "Never lose\na deer\nagain"


def test_a_row_is_its_cells_and_an_item_has_its_depth() -> None:
    rows = parse_blocks("| a | **b** |\n|---|---|\n| c | d |\n")
    assert [row.text for row in rows] == ["a | b", "c | d"]
    items = parse_blocks("- a\n    - b\n        - c\n- d\n")
    assert [(item.text, item.level) for item in items] == [("a", 1), ("b", 2), ("c", 3), ("d", 1)]


def test_code_is_no_markdown_and_a_rule_has_no_text() -> None:
    code, rule = parse_blocks("```\n**a** <b>\n```\n\n---\n")
    assert (code.text, rule.text) == ("**a** <b>", "")


def test_html_has_the_text_that_a_reader_sees() -> None:
    (block,) = parse_blocks("<div class='x'>\n<b>Deer</b> &amp; farm <!-- note -->\n</div>\n")
    assert block.text.split() == ["Deer", "&", "farm"]


@pytest.mark.usefixtures("five_seconds")
@pytest.mark.parametrize(
    "unit",
    [
        "<div>\n", "<div><div>", "<!--\n", "<!-- ", "- ", "> ", "[", "![", "*a ", "**", "_a_", "`", "``` `",
        "[a](", "\\", "&amp", "#", "<a", "<b ", "1. ", "~~", "{", "(\n", "\t", "[a]: b\n", "[^a]", "\n    - a\n",
        "[a][", "<http://a", '"', "a@", "{: #a ", "- a\n  ", "<p>\n</p", "<a>\n\n", "| ", "a|b\n",
    ],
)  # fmt: skip
def test_two_hundred_kilobytes_of_anything_are_read(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    last = text.count("\n") + 1
    assert all(1 <= block.start <= block.end <= last for block in parse_blocks(text))


@pytest.mark.usefixtures("five_seconds")
@pytest.mark.parametrize("unit", ["# a\n", "a\n=\n", "~~~\na\n", "```\n", "| a |\n|---|\n", "- a\n", "a\n\n"])
def test_ten_thousand_blocks_are_read(unit: str) -> None:
    assert parse_blocks(unit * (30_000 // len(unit)))
