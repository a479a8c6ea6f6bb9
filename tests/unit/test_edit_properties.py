"""For any front matter: what is read after an edit is what was meant, and every other line is what it was."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_wb.edit.front_matter import Edit, edit_front_matter
from mkdocs_wb.edit.splice import ListEntry

TEXTS = st.text(min_size=1, max_size=40)
STATUS = st.sampled_from(
    [
        "",
        "status: draft",
        "status:",
        "status:   # soon",
        "'status': 'in-review' # x",
        'status: "draft"',
        "status: ~",
        "status: >\n  draft\n",
        "status:\n    draft",
    ]
)
APPROVALS = st.sampled_from(
    [
        "",
        "approvals:",
        "approvals: # none",
        "approvals: []",
        "approvals: [{version: 1, by: [A]}] # c",
        "approvals: [\n  {version: 1},\n  {version: 2}, # c\n  ]",
        "approvals:\n- version: 1\n  by: [A, B]\n  # c",
        "approvals:\n  - version: 1\n    by:\n    - A\n\n  - version: 2\n    note: |\n      x\n\n",
        'approvals:\n    -  {"version": 1}\n    # c',
        "approvals:\n  - by: >+\n      x\n\n\n",
    ]
)
OTHER = st.sampled_from(
    [
        "# a comment",
        "",
        "title: Deer # Tracker",
        "owner: [Ana, 'Ben: #1']",
        "customer: >-\n  Deer farmers\n  in California\n",
        "tags:\n- a\n-   b",
        "evidence:\n  - {kind: qualitative, source: 'x'}\n  - kind: subjective\n    finding: |\n      status: draft\n",
        "base: &b {status: x}\nextra: *b",
        'note: "approvals:\n  - version: 9"',
        "created: 2026-01-12   ",
        "long: one\n  status two",
        "größe: 🦌 ",
    ]
)
BODY = st.sampled_from(["", "# A", "# A\n\nstatus: draft\n", "\n\n---\nstatus: x\n---\n", "A  \nB\t\n"])


@given(
    others=st.lists(OTHER, unique=True, max_size=6),
    status=STATUS,
    approvals=APPROVALS,
    random=st.randoms(use_true_random=False),
    fence=st.sampled_from(["---", "..."]),
    line_break=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    body=BODY,
    name=TEXTS,
)
def test_an_edit_says_what_is_meant_and_leaves_every_other_line(
    *,
    others: list[str],
    status: str,
    approvals: str,
    random: Any,
    fence: str,
    line_break: str,
    mark: str,
    body: str,
    name: str,
) -> None:
    parts = [*others, *(part for part in (status, approvals) if part)]
    random.shuffle(parts)
    block = "".join(f"{part}\n" for part in parts)
    before = mark + f"---\n{block}{fence}\n{body}".replace("\n", line_break)
    entry: ListEntry = {"version": 3, "by": [name, "Ana"], "digest": name}
    after = edit_front_matter(before.encode(), Edit({"status": "approved"}, [("approvals", entry)])).decode()

    meant = yaml.load(block, Loader=yaml.BaseLoader) or {}
    meant["status"] = "approved"
    meant["approvals"] = [*(meant.get("approvals") or []), {**entry, "version": "3"}]
    written = after.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix(body).removeprefix("---\n")
    assert yaml.load(written.removesuffix(f"{fence}\n"), Loader=yaml.BaseLoader) == meant

    assert after.startswith(before[:4])
    assert after.endswith(f"{fence}\n{body}".replace("\n", line_break))
    assert after.count(line_break) == after.count("\n")
    rest = iter(after.split(line_break))
    for line in (line for part in parts if part in others for line in part.split("\n")):
        assert line in rest, f"{line!r} is not where it was"


@given(TEXTS)
def test_any_text_reads_back_as_itself(text: str) -> None:
    after = edit_front_matter(b"---\ntitle: A\n---\n", Edit({"reason": text}, [("amendments", {"by": text})])).decode()
    read = yaml.load(after.removeprefix("---\n").removesuffix("---\n"), Loader=yaml.BaseLoader)
    assert read == {"title": "A", "reason": text, "amendments": [{"by": text}]}
    assert len(after.split("\n")) == 7
