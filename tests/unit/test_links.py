"""The files that a Markdown text leads to."""

from __future__ import annotations

from mkdocs_wb.parse.markdown.links import find_images


def test_images_are_files_with_their_alternative_texts() -> None:
    text = (
        "![The  map\nof the herd](images/map.png 'Title') ![](<../two words.png>)\n"
        "![far](https://example.com/a.png) ![out](../../a.png) ![root](/a.png) ![data](data:image/png;base64,x)\n"
        "[no image](a.png) ![broken]( )"
    )
    assert list(find_images("proposals/a.md", text)) == [
        ("proposals/images/map.png", "The map of the herd"),
        ("two words.png", ""),
    ]
