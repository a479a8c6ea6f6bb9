"""The digest of approved content."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest

from mkdocs_wb.history.history import digest_of

TEXT = """\
---
title: Zaunkönig
status: draft
owner: Zaunteam
customer: [Schäfer, Rancher]
target_launch: 2026-09-01
goals: 0123
---

# Kein Zaun, keine Sorge

*Für Schäfer, die zählen.*

Der Zaun meldet sich,
wenn er fällt.
"""


def digest(text: str) -> str:
    return digest_of(text.encode())


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("text", "hashed"),
    [
        ("# Fence\n", "{}\n# Fence\n"),
        ("", "{}\n\n"),
        ("---\ntitle: Fence\nstatus: draft\n---\n\n# Fence\n\n\n", '{"title":"Fence"}\n# Fence\n'),
        (
            "---\ntitle: 'Fence'\ngoals: [b, a]\ntarget_launch: 2026-09-01\ncustomer: Schäfer\n---\nx",
            '{"customer":"Schäfer","goals":["b","a"],"target_launch":"2026-09-01","title":"Fence"}\nx\n',
        ),
        ("---\ngoals: {z: off, a: 0123}\ntitle:\n---\nx", '{"goals":{"a":"0123","z":"off"},"title":""}\nx\n'),
        ('---\ntitle: "say \\"hi\\""\n---\n a \t\n\tb', '{"title":"say \\"hi\\""}\n a\n\tb\n'),
    ],
    ids=["no front matter", "empty", "edges", "sorted", "nested", "quotes"],
)
def test_it_is_the_hash_of_the_promised_keys_and_the_body(text: str, hashed: str) -> None:
    assert digest(text) == "wb1:" + hashlib.sha256(hashed.encode()).hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", " \t\n").encode(),
        (TEXT + "\n \n\t\n").encode(),
        TEXT.rstrip("\n").encode(),
        changed("---\n\n#", "---\n#").encode(),
        changed("status: draft", "status: approved").encode(),
        changed("owner: Zaunteam\n", "").encode(),
        changed("goals: 0123\n", "goals: 0123\ntags: [zaun]\nsupersedes: hecke\napprovals: [{by: Ana}]\n").encode(),
        changed("[Schäfer, Rancher]", "\n  - Schäfer\n  - 'Rancher'").encode(),
        changed("title: Zaunkönig\nstatus: draft\n", 'status: draft\ntitle: "Zaunkönig"\n').encode(),
    ],
    ids=[
        "CRLF", "CR", "mark", "NFD", "trailing blanks", "trailing lines", "no last break", "leading line",
        "status", "owner", "relations", "flow or block", "order and quotes",
    ],
)  # fmt: skip
def test_it_stays_when_the_promise_stays(data: bytes) -> None:
    assert digest_of(data) == digest(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[Schäfer, Rancher]", "[Schäfer]"),
        ("[Schäfer, Rancher]", "[Rancher, Schäfer]"),
        ("title: Zaunkönig\n", "title: Zaunkönigin\n"),
        ("title: Zaunkönig\n", ""),
        ("2026-09-01", "2026-10-01"),
        ("goals: 0123", "goals: 123"),
        ("goals: 0123", "goals: [0123]"),
        ("meldet sich,\nwenn", "meldet sich, wenn"),
        ("fällt.", "fällt!"),
        ("*Für Schäfer, die zählen.*", "_Für Schäfer, die zählen._"),
        ("\n*Für", "\n\n*Für"),
    ],
)
def test_it_changes_with_the_customer_the_date_and_the_body(old: str, new: str) -> None:
    assert digest(changed(old, new)) != digest(TEXT)
