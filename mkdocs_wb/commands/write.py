"""Writing a file so that it is either as it was or as it was meant, and never somebody else's work undone."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import WbError
from ..real_paths import shown


def replace_file(file: Path, before: bytes, after: bytes) -> None:
    """Give a file another content in one step; a link stays one, and the file keeps its permissions.

    Args:
        file: which is there.
        before: what was read from it.
        after: what it is to hold.

    Raises:
        WbError: it is read-only, has other names, no longer holds what was read, or is being written by another `wb`;
            it is left alone.
    """
    target = file.resolve()
    found = target.stat()
    if found.st_nlink > 1:
        message = (
            f"{shown(file)}: has another name (a hard link) that would keep the old content; make it a file of its own"
        )
        raise WbError(message)
    if not (found.st_mode & 0o222 and os.access(target, os.W_OK)):  # to root, every file is writable
        message = f"{shown(file)}: is read-only; make it writable first"
        raise WbError(message)
    new = target.with_name(f".{target.name}.wb")  # of one name, so that two `wb` cannot write at once
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        message = f"{shown(file)}: another wb is writing it; wait for it, or delete {shown(new)} that it left behind"
        raise WbError(message) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            os.chown(new, found.st_uid, found.st_gid)  # in a container one often is root, and the file somebody's
        new.chmod(found.st_mode & 0o7777)
        _require_unchanged(file, before)
        new.replace(target)
    except BaseException as error:
        new.unlink()
        if isinstance(error, OSError) and error.filename is None:
            message = f"{shown(file)}: could not be written ({error.strerror}); it is as it was"
            raise WbError(message) from error
        raise


def _require_unchanged(file: Path, before: bytes) -> None:
    if file.read_bytes() != before:
        message = f"{shown(file)}: was changed by somebody else in the meantime; nothing was written, run it again"
        raise WbError(message)


def move_file(file: Path, to: Path) -> None:
    """Rename a file or a folder, never over what is there.

    Raises:
        WbError: something of that name is there.
    """
    if to.exists() or to.is_symlink():
        message = f"{shown(to)}: is there already; move it out of the way first"
        raise WbError(message)
    to.parent.mkdir(parents=True, exist_ok=True)
    file.rename(to)
