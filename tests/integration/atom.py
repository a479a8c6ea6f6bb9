"""The rules of RFC 4287 that a feed without content of its own has to keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
# How often an element stands in its parent: at least, and at most (None: any number).
CHILDREN: dict[str, dict[str, tuple[int, int | None]]] = {
    "feed": {
        "id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, None), "link": (0, None),
        "generator": (0, 1), "entry": (0, None),
    },
    "entry": {
        "id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (0, None), "link": (1, None),
        "category": (0, None), "summary": (0, 1),
    },
    "author": {"name": (1, 1)},
}  # fmt: skip
ATTRIBUTES = {"title": {"type"}, "summary": {"type"}, "link": {"rel", "type", "href"}, "category": {"term"}}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def read_feed(data: bytes) -> ElementTree.Element:
    """The root of a feed that keeps every rule."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{ATOM}feed"
    assert list(list_faults(root)) == []
    return root


def list_faults(element: ElementTree.Element) -> Iterator[str]:
    """What an element and those in it do wrong."""
    name = element.tag.removeprefix(ATOM)
    rules = CHILDREN.get(name, {})
    found = Counter(child.tag.removeprefix(ATOM) for child in element)
    yield from (f"{child} in {name}" for child in found if child not in rules)
    for child, (least, most) in rules.items():
        if not least <= found[child] <= (found[child] if most is None else most):
            yield f"{found[child]} {child} in {name}"
    yield from (f"{name} {key}" for key in set(element.keys()) - ATTRIBUTES.get(name, set()))
    if rules and (element.text or "").strip():
        yield f"text in {name}"
    yield from _list_faults_of_value(name, element)
    for child_element in element:
        yield from list_faults(child_element)


def _list_faults_of_value(name: str, element: ElementTree.Element) -> Iterator[str]:
    text = element.text or ""
    if name == "updated" and not (RFC3339.fullmatch(text) and datetime.fromisoformat(text.replace("Z", "+00:00"))):
        yield f"no time: {text}"
    if name == "id" and not URN.fullmatch(text):
        yield f"no id: {text}"
    if name in ("title", "name", "summary", "generator") and not text.strip():
        yield f"empty {name}"
    if name in ("title", "summary") and element.get("type") != "text":
        yield f"{name} is {element.get('type')}"
    if name in ("feed", "entry"):
        links = element.findall(f"{ATOM}link")
        yield from (f"link without address in {name}" for link in links if not link.get("href"))
        if [link.get("rel") for link in links].count("alternate") != 1:
            yield f"not one alternate link in {name}"
    if name == "feed":
        ids = [one.text for one in element.iter(f"{ATOM}id")]
        yield from (f"id stands twice: {one}" for one, number in Counter(ids).items() if number > 1)


def find_links(root: ElementTree.Element, base: str) -> list[str]:
    """The addresses that a feed leads to, in full, without what stands behind `#`."""
    return [
        urlsplit(urljoin(base, link.get("href", "")))._replace(fragment="").geturl()
        for link in root.iter(f"{ATOM}link")
    ]
