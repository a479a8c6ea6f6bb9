"""The forge that shows the repository: where a commit is seen, and where a comment is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_ISSUE = "issues/new?title={title}&body={body}"
# By a word of the host's name: the way to a commit, and the way to a comment. Bitbucket fills in no issue from an address;
# what it offers is a comment on a commit.
_FORGES = {
    "github": ("commit/", _ISSUE),
    "gitlab": ("-/commit/", "-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}"),
    "bitbucket": ("commits/", "commits/{commit}"),
    "codeberg": ("commit/", _ISSUE),
    "forgejo": ("commit/", _ISSUE),
    "gitea": ("commit/", _ISSUE),
    "dev.azure.com": ("commit/", ""),
}
# What stands in the addresses of one forge alone.
_SIGNS = (
    (r"/-/(?:edit|blob|tree|raw|ide)/", "gitlab"),
    (r"/(?:_edit|src/branch|src/commit)/", "gitea"),
    (r"/(?:projects|users)/[^/]+/repos/[^/]+/", "bitbucket"),
    (r"[?&]mode=edit\b", "bitbucket"),
    (r"/_git/", "dev.azure.com"),
)

# The address of a folder or a branch in a repository.
_FOLDER = re.compile(r"^(https?://[^/]+/[^/]+/[^/]+)/(?:tree|blob|src)/.*$|/-/(?:tree|blob)/.*$")


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


def find_forge(repo_url: str, edit_uri: str = "") -> Forge:
    """What is known of the usual forges.

    Args:
        repo_url: of the repository. A forge is told by its host's name, or by the form that only its addresses have.
        edit_uri: what leads from there to where a file is edited; it tells a forge on a host of any name.
    """
    match = re.match(r"https?://(?:[^/@]*@)?([^/]+)(.*)", repo_url)
    if match is None:
        return NO_FORGE
    host, signs = match[1].lower(), f"{match[2].rstrip('/')}/ /{edit_uri}"
    named = (kind for kind in _FORGES if kind in host)
    told = (kind for sign, kind in _SIGNS if re.search(sign, signs))
    commit, comment = _FORGES.get(next(iter((*named, *told)), ""), ("", ""))
    base = _FOLDER.sub(r"\1", repo_url.rstrip("/")).removesuffix(".git").removesuffix("/browse")
    base = base.replace("{", "%7B").replace("}", "%7D")
    return Forge(commit and f"{base}/{commit}", comment and f"{base}/{comment}")
