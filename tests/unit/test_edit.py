"""Changing the front matter: what is meant is written, in the style that is there, and nothing else moves."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_wb.edit.front_matter import Edit, edit_front_matter
from mkdocs_wb.edit.scalar import render_scalar
from mkdocs_wb.edit.splice import ListEntry
from mkdocs_wb.errors import WbError

ENTRY: ListEntry = {"version": 2, "date": date(2026, 3, 1), "by": ["Ana Ruiz", "J: #1"], "digest": "wb1:00"}
FLOW = '{version: 2, date: 2026-03-01, by: [Ana Ruiz, "J: #1"], digest: "wb1:00"}'
BLOCK = """\
  - version: 2
    date: 2026-03-01
    by: [Ana Ruiz, "J: #1"]
    digest: wb1:00
"""


def edit(text: str, change: Edit) -> str:
    return edit_front_matter(text.encode(), change).decode()


def set_status(yaml: str, status: str = "approved") -> str:
    return edit(f"---\n{yaml}---\n# A\n", Edit({"status": status})).removeprefix("---\n").removesuffix("---\n# A\n")


def append(yaml: str) -> str:
    after = edit(f"---\n{yaml}---\n# A\n", Edit(entries=[("approvals", ENTRY)]))
    return after.removeprefix("---\n").removesuffix("---\n# A\n")


STATUS = {
    "plain": ("status: draft\n", "status: approved\n"),
    "a comment behind it": ("status:   draft  # soon\ntitle: A\n", "status:   approved  # soon\ntitle: A\n"),
    "double quotes": ('status: "draft"\n', 'status: "approved"\n'),
    "single quotes": ("status: 'draft'\n", "status: 'approved'\n"),
    "a quoted key": ('"status": draft\n', '"status": approved\n'),
    "nothing": ("status:\ntitle: A\n", "status: approved\ntitle: A\n"),
    "nothing but a comment": ("status:  # soon\ntitle: A\n", "status: approved  # soon\ntitle: A\n"),
    "a null": ("status: ~\n", "status: approved\n"),
    "the next line": ("status:\n  draft\ntitle: A\n", "status:\n  approved\ntitle: A\n"),
    "a block of text": ("status: >-\n  draft\n\n# c\ntitle: A\n", "status: approved\n\n# c\ntitle: A\n"),
    "absent": ("title: A\n# the end\n", "title: A\n# the end\nstatus: approved\n"),
    "absent, after a block of text": ("why: |+\n  a\n\n", "why: |+\n  a\n\nstatus: approved\n"),
    "absent, an indented block": ("  title: A\n  id: a\n", "  title: A\n  id: a\n  status: approved\n"),
    "absent, comments alone": ("# a\n", "# a\nstatus: approved\n"),
    "absent, nothing at all": ("", "status: approved\n"),
    "braces": ("{title: A, status: draft}\n", "{title: A, status: approved}\n"),
    "absent in braces": ("{title: A,}\n", "{status: approved, title: A,}\n"),
    "absent in braces on lines of their own": (
        '{\n  "title": "A"\n}\n',
        '{status: approved,\n  "title": "A"\n}\n',
    ),
    "empty braces": ("{}\n", "{status: approved}\n"),
    "a tab before it": ("status:\tdraft\t# c\n", "status:\tapproved\t# c\n"),
    "an anchor elsewhere": ("a: &x y\nstatus: draft\nb: *x\n", "a: &x y\nstatus: approved\nb: *x\n"),
    "a lower key of its name": (
        "outcome:\n  status: a\nstatus: draft\n",
        "outcome:\n  status: a\nstatus: approved\n",
    ),
}


@pytest.mark.parametrize("name", STATUS)
def test_a_text_takes_the_place_of_another(name: str) -> None:
    before, after = STATUS[name]
    assert set_status(before) == after


APPROVALS = {
    "absent": ("title: A\n", f"title: A\napprovals:\n{BLOCK}"),
    "absent, where lists are not indented": (
        "tags:\n- a\n",
        "tags:\n- a\napprovals:\n" + BLOCK.replace("\n  ", "\n").removeprefix("  "),
    ),
    "nothing": ("approvals:  # none\ntitle: A\n", f"approvals:  # none\n{BLOCK}title: A\n"),
    "a null": ("approvals: null\ntitle: A\n", f"approvals:\n{BLOCK}title: A\n"),
    "an empty list": ("approvals: []  # none\ntitle: A\n", f"approvals:  # none\n{BLOCK}title: A\n"),
    "an empty list on the next line": ("approvals:\n  []\n", f"approvals:\n  [{FLOW}]\n"),
    "an empty list with a comment": ("approvals: [ # none\n  ]\n", f"approvals: [{FLOW} # none\n  ]\n"),
    "a block": (
        "approvals:\n  - version: 1\n    by: [A]  # c\n\n# about the title\ntitle: A\n",
        f"approvals:\n  - version: 1\n    by: [A]  # c\n{BLOCK}\n# about the title\ntitle: A\n",
    ),
    "a block that is not indented": (
        "approvals:\n- version: 1\ntitle: A\n",
        "approvals:\n- version: 1\n" + BLOCK.replace("\n  ", "\n").removeprefix("  ") + "title: A\n",
    ),
    "a block with wide dashes": (
        "approvals:\n  -   version: 1\n      by: [A]\n",
        "approvals:\n  -   version: 1\n      by: [A]\n" + BLOCK.replace("    ", "      ").replace("- ", "-   "),
    ),
    "names one a line": (
        "approvals:\n  - version: 1\n    by:\n      - A\n",
        "approvals:\n  - version: 1\n    by:\n      - A\n"
        + BLOCK.replace('[Ana Ruiz, "J: #1"]', '\n      - Ana Ruiz\n      - "J: #1"').replace("by: ", "by:"),
    ),
    "a dash on its own line": (
        "approvals:\n  -\n    version: 1\n",
        f"approvals:\n  -\n    version: 1\n{BLOCK}",
    ),
    "an entry that ends in a block of text": (
        "approvals:\n  - note: |\n      a\n\ntitle: A\n",
        f"approvals:\n  - note: |\n      a\n\n{BLOCK}title: A\n",
    ),
    "an entry that ends with nothing": ("approvals:\n  - note:\n", f"approvals:\n  - note:\n{BLOCK}"),
    "a block of braces": ("approvals:\n  - {version: 1}\n", f"approvals:\n  - {{version: 1}}\n  - {FLOW}\n"),
    "brackets": ("approvals: [{version: 1}] # c\n", f"approvals: [{{version: 1}}, {FLOW}] # c\n"),
    "brackets with a last comma": ("approvals: [{version: 1},]\n", f"approvals: [{{version: 1}}, {FLOW},]\n"),
    "brackets on lines of their own": (
        "approvals: [\n  {version: 1} # c\n]\n",
        f"approvals: [\n  {{version: 1}}, # c\n  {FLOW}\n]\n",
    ),
    "the same with a last comma": (
        "approvals: [\n    {version: 1}, # c, d\n  ]\n",
        f"approvals: [\n    {{version: 1}}, # c, d\n    {FLOW},\n  ]\n",
    ),
    "braces": ("{title: A}\n", f"{{approvals: [{FLOW}], title: A}}\n"),
    "nothing in braces": ("{approvals: , title: A}\n", f"{{approvals: [{FLOW}], title: A}}\n"),
}


@pytest.mark.parametrize("name", APPROVALS)
def test_an_entry_follows_the_style_of_its_list(name: str) -> None:
    before, after = APPROVALS[name]
    assert append(before) == after


REFUSED = {
    "an anchor": ("status: &s draft\nother: *s\n", "`status` has an anchor, an alias or a tag"),
    "an alias": ("other: &s draft\nstatus: *s\n", "`status` has an anchor, an alias or a tag"),
    "a tag": ("status: !!str draft\n", "`status` has an anchor, an alias or a tag"),
    "a list": ("status: [draft]\n", "expected one text as `status`, found a list"),
    "a mapping": ("status: {a: b}\n", "expected one text as `status`, found a mapping"),
    "a key that stands twice": ("status: draft\nstatus: in-review\n", "line 3: expected each key once"),
    "a lower key that stands twice": ("a: {b: 1, b: 2}\n", "line 2: expected each key once"),
    "a key without a colon": ("{status, title: A}\n", "cannot be changed with certainty"),
    "what is no YAML": ("title: [a\n", "expected YAML"),
    "a list of keys": ("- a\n", "expected keys and values"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_changed_with_certainty_is_refused(name: str) -> None:
    yaml, message = REFUSED[name]
    with pytest.raises(WbError, match=message) as caught:
        set_status(yaml)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("approvals: yes\n", "expected a list as `approvals`, found one text"),
        ("approvals: {version: 1}\n", "expected a list as `approvals`, found a mapping"),
        ("approvals: &a []\nmore: *a\n", "`approvals` has an anchor"),
    ],
)
def test_an_entry_goes_into_lists_alone(yaml: str, message: str) -> None:
    with pytest.raises(WbError, match=message):
        append(yaml)


@pytest.mark.parametrize(
    "body", ["# A\n", "# A", "\n\n# A\r\nB\n", "", "---\nA rule\n---\nText\n", "Text\n---\nstatus: draft\n---\n"]
)
def test_a_document_without_front_matter_gets_one(body: str) -> None:
    line_break = "\r\n" if body.split("\n", 1)[0].endswith("\r") else "\n"
    after = edit(body, Edit({"status": "approved"}, [("approvals", {"version": 1})]))
    assert after == "---\nstatus: approved\napprovals:\n  - version: 1\n---\n".replace("\n", line_break) + body


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("fence", ["---", "...", "--- \t"])
@pytest.mark.parametrize("body", ["# A \t\n\nB  \n", "# A", ""])
def test_line_breaks_byte_order_mark_fences_and_blanks_stay(line_break: str, mark: str, fence: str, body: str) -> None:
    lines = ["---", "title: A  # 🦌", "status: draft\t", fence, body]
    before = mark + "\n".join(lines).replace("\n", line_break)
    after = edit(before, Edit({"status": "approved"}, [("approvals", {"version": 1})]))
    lines[2:3] = ["status: approved\t", "approvals:", "  - version: 1"]
    assert after == mark + "\n".join(lines).replace("\n", line_break)


def test_front_matter_goes_behind_the_byte_order_mark() -> None:
    assert edit("\ufeff# A\n", Edit({"status": "draft"})) == "\ufeff---\nstatus: draft\n---\n# A\n"


def test_a_new_line_ends_as_the_one_above_it() -> None:
    before = "---\ntitle: A\nowner: B\r\n---\n# A\n"
    assert edit(before, Edit({"status": "draft"})) == before.replace("B\r\n", "B\r\nstatus: draft\r\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"---\nowner: J\xe4ger\n---\n", "line 2: expected text in UTF-8"), (b"a\0b", "found bytes that are no text")],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(WbError, match=message):
        edit_front_matter(data, Edit({"status": "draft"}))


SCALARS = {
    "Ana Ruiz": "Ana Ruiz",
    "José Ångström-O’Neil": "José Ångström-O’Neil",
    "Farmers asked; it costs more.": "Farmers asked; it costs more.",
    "a: b": '"a: b"',
    "a #b": '"a #b"',
    "a:": '"a:"',
    "yes": '"yes"',
    "Null": '"Null"',
    "123456789012": '"123456789012"',
    "1e1234567890": '"1e1234567890"',
    "!important": '"!important"',
    "*": '"*"',
    'say "no"': '"say \\"no\\""',
    "back\\slash": '"back\\\\slash"',
    "two\nlines\tand a tab": '"two\\nlines\\tand a tab"',
    "🚀 👩‍💻": '"🚀 👩‍💻"',
    "\x1b[31m\u202e\x85": '"\\x1b[31m\\u202e\\x85"',
    "": '""',
}


@pytest.mark.parametrize("text", SCALARS)
def test_a_text_has_quotes_where_it_needs_them(text: str) -> None:
    assert render_scalar(text) == SCALARS[text]


def test_between_brackets_a_comma_needs_quotes() -> None:
    assert render_scalar("Ruiz, Ana") == "Ruiz, Ana"
    assert render_scalar("Ruiz, Ana", flow=True) == '"Ruiz, Ana"'


def test_single_quotes_give_way_to_what_they_cannot_hold() -> None:
    assert render_scalar("it's", "'") == "'it''s'"
    assert render_scalar("a\nb", "'") == '"a\\nb"'


def test_a_text_that_is_not_unicode_is_refused() -> None:
    with pytest.raises(WbError, match="expected text in UTF-8"):
        render_scalar("J\udce4ger")
