"""The nouns: what a proposal is once it has been read, and what is known and said about it.

Plain frozen data. Nothing here reads, decides or draws. Lines and columns are 1-based; ranges of lines are inclusive.
"""

from .document import (
    FRONT_MATTER,
    OTHER,
    RELATIONS,
    Audience,
    Block,
    BlockKind,
    DocumentType,
    Element,
    ElementType,
    FoundBy,
    FrontMatter,
    Place,
    Problem,
    Proposal,
    Question,
    Scalar,
    is_index,
    make_id,
)
from .entry import Entry
from .finding import Finding, Severity
from .revision import Amendment, Approval, Baseline, BaselineSource, ImageFile, Images, Revision, Step, Version
from .scope import Direction, Edit, Marked, Passage, Past, Scope, ScopeChange, Stand, Verdict

__all__ = [
    "FRONT_MATTER",
    "OTHER",
    "RELATIONS",
    "Amendment",
    "Approval",
    "Audience",
    "Baseline",
    "BaselineSource",
    "Block",
    "BlockKind",
    "Direction",
    "DocumentType",
    "Edit",
    "Element",
    "ElementType",
    "Entry",
    "Finding",
    "FoundBy",
    "FrontMatter",
    "ImageFile",
    "Images",
    "Marked",
    "Passage",
    "Past",
    "Place",
    "Problem",
    "Proposal",
    "Question",
    "Revision",
    "Scalar",
    "Scope",
    "ScopeChange",
    "Severity",
    "Stand",
    "Step",
    "Verdict",
    "Version",
    "is_index",
    "make_id",
]
