"""The forge that shows the repository: where a commit is seen, and where a comment is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_ISSUE = "issues/new?title={title}&body={body}"
# A word of the host's name, the way to a commit, and the way to a comment. Bitbucket fills in no issue from an address;
# what it offers is a comment on a commit.
_FORGES = (
    ("github", "commit/", _ISSUE),
    ("gitlab", "-/commit/", "-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}"),
    ("bitbucket", "commits/", "commits/{commit}"),
    ("codeberg", "commit/", _ISSUE),
    ("forgejo", "commit/", _ISSUE),
    ("gitea", "commit/", _ISSUE),
    ("dev.azure.com", "commit/", ""),
)


@dataclass(frozen=True, slots=True)
class Forge:
    """Addresses of a repository; both are empty where no forge is known.

    `commit_url` is what a commit's hash is appended to, `comment` the form of the address of a new comment.
    """

    commit_url: str = ""
    comment: str = ""

    def comment_url(self, title: str, body: str, commit: str) -> str:
        """Where to comment on a file.

        Args:
            title: what it is called; cut to what an address can carry.
            body: what the comment starts with.
            commit: the newest one that changed the file; empty where none is known.
        """
        if "{commit}" in self.comment and not commit:
            return ""
        texts = {"title": title[:150], "body": body[:500]}
        return self.comment.format(commit=commit, **{key: quote(text, safe="") for key, text in texts.items()})


NO_FORGE = Forge()


def find_forge(repo_url: str) -> Forge:
    """What is known of the usual forges by their host's name."""
    match = re.match(r"https?://(?:[^/@]*@)?([^/]+)", repo_url)
    known = (row for row in _FORGES if match and row[0] in match[1].lower())
    _, commit, comment = next(known, ("", "", ""))
    base = repo_url.rstrip("/").removesuffix(".git").replace("{", "%7B").replace("}", "%7D")
    return Forge(commit and f"{base}/{commit}", comment and f"{base}/{comment}")
