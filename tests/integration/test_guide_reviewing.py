"""The snippets of the guide's page on reviews do what they say, against a forge that is played here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from tests.conftest import ROOT, Site

from .conftest import FILE, widened

PAGE = (ROOT / "example-site" / "docs" / "guide" / "reviewing.md").read_text(encoding="utf-8")
SNIPPETS = [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]
GITHUB = next(snippet for snippet in SNIPPETS if "jobs" in snippet)
GITLAB = next(snippet for snippet in SNIPPETS if "review" in snippet and "jobs" not in snippet)
GH = """\
#!/bin/sh
echo "$*" >> "$GH_LOG"
case "$*" in
  *--paginate*) jq -r "$5" < "$GH_COMMENTS" ;;
esac
"""


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with `wb`, and with a `pip` that has nothing to install."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in (("wb", f'#!/bin/sh\nexec {sys.executable} -m mkdocs_wb "$@"\n'), ("pip", "#!/bin/sh\n")):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def checkout(site: Site, approved: str, tmp_path: Path) -> Path:
    """The merge of a branch that widens a promise, as continuous integration has it."""
    site.commit("Widen", {FILE: widened(approved)})
    folder = tmp_path / "clone"
    site.git("clone", "--quiet", f"file://{site.root}", str(folder))
    return folder


def run(script: str, folder: Path, tools: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **variables}
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_github_annotates_and_fails(checkout: Path, tools: Path) -> None:
    steps = GITHUB["jobs"]["review"]["steps"]
    script = next(step["run"] for step in steps if "--format github" in step.get("run", ""))
    done = run(script, checkout, tools, GITHUB_BASE_REF="main")
    assert done.returncode == 1
    assert f"::error file=docs/{FILE},line=" in done.stdout


COMMENTS = [
    {"id": 1, "user": {"type": "User"}, "body": "<!-- wb:review --> not the bot's"},
    {"id": 2, "user": {"type": "Bot"}, "body": "Another bot's"},
]
OURS = {"id": 3, "user": {"type": "Bot"}, "body": "<!-- wb:review -->\n### Old"}


@pytest.mark.parametrize(
    ("comments", "called"),
    [
        (COMMENTS, "api --method POST repos/farm/herd/issues/7/comments --field body=@review.md --silent"),
        ([*COMMENTS, OURS], "api --method PATCH repos/farm/herd/issues/comments/3 --field body=@review.md --silent"),
    ],
)
def test_github_has_one_comment(checkout: Path, tools: Path, comments: list[dict[str, Any]], called: str) -> None:
    steps = GITHUB["jobs"]["review"]["steps"]
    script = next(step["run"] for step in steps if step.get("name") == "Comment")
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    (tools / "jq").write_text(JQ)
    (tools / "jq").chmod(0o755)
    (tools / "comments.json").write_text(json.dumps(comments))
    log = tools / "log"
    variables = {"GH_LOG": str(log), "GH_COMMENTS": str(tools / "comments.json"), "GITHUB_REPOSITORY": "farm/herd"}
    done = run(script, checkout, tools, GITHUB_BASE_REF="main", NUMBER="7", **variables)
    assert done.returncode == 0, done.stderr
    assert log.read_text().splitlines()[-1] == called
    assert (checkout / "review.md").read_text().startswith("<!-- wb:review -->\n### 🔴")


JQ = f"""\
#!{sys.executable}
# As much of jq as the snippet asks for.
import json, sys
assert sys.argv[2] == '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- wb:review -->"))) | .id', sys.argv
for one in json.load(sys.stdin):
    if one["user"]["type"] == "Bot" and one["body"].startswith("<!-- wb:review -->"):
        print(one["id"])
"""


class Forge(BaseHTTPRequestHandler):
    """GitLab's notes of one merge request."""

    notes: ClassVar[list[dict[str, Any]]] = []
    calls: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        self._answer({"id": 5} if self.path.endswith("/user") else self.notes)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.calls.append((self.command, self.path, json.loads(body)["body"]))
        self._answer({})

    do_PUT = do_POST  # noqa: N815

    def _answer(self, data: Any) -> None:
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *_arguments: Any) -> None:
        """Nothing."""


@pytest.fixture
def forge() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Forge.notes, Forge.calls = [], []
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("author", "method", "path"),
    [(5, "PUT", "/projects/1/merge_requests/2/notes/9"), (6, "POST", "/projects/1/merge_requests/2/notes")],
)
def test_gitlab_has_one_note_and_fails(
    checkout: Path, tools: Path, forge: str, author: int, method: str, path: str
) -> None:
    Forge.notes = [{"id": 9, "author": {"id": author}, "body": "<!-- wb:review -->\n### Old"}]
    variables = {"CI_API_V4_URL": forge, "CI_PROJECT_ID": "1", "CI_MERGE_REQUEST_IID": "2", "REVIEW_TOKEN": "secret"}
    script = "\n".join(GITLAB["review"]["script"])
    done = run(script, checkout, tools, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", **variables)
    assert done.returncode == 1, done.stderr
    ((called, where, body),) = Forge.calls
    assert (called, where) == (method, path)
    assert body.startswith("<!-- wb:review -->\n### 🔴")
