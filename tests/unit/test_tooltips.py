"""What links, pictures and HTML show when one points at them."""

from __future__ import annotations

from mkdocs_wb.parse.markdown.tooltips import parse_tooltips

from .conftest import Read

BODY = """See [the map](m.md "open all day").

```html
<a title="not in code">
```

??? note "More"

    See [that](m.md 'bags travel with you') now.

Get [it][plan]. <!-- <b title="not in a comment"> -->

[plan]: p.md
    "free until May"
"""


def test_tooltips_have_their_lines_and_none_is_in_code_or_a_comment(read: Read) -> None:
    assert list(parse_tooltips(read(f"---\ntitle: A\n---\n{BODY}"))) == [
        (4, "open all day"),
        (12, "bags travel with you"),
        (16, "free until May"),
    ]
