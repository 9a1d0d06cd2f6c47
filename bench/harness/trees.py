"""Folders of files that are never changed once written: copied by links, measured, and watched for a change."""
import ctypes
import os
import shutil

# Small files are rewritten in place by some programs, large ones by none of those measured; watched all the same.
LINKED_FROM_BYTES = 1 << 20


def clone(source, target):
    """The same tree again; what is done to it must not touch the first, which state() proves afterwards."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True, copy_function=_link_or_copy)


def _link_or_copy(source, target):
    if os.path.getsize(source) >= LINKED_FROM_BYTES:
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def size(folder):
    """Bytes of all files."""
    return sum(os.lstat(path).st_size for path in files(folder))


def state(folder):
    """Changes when any file does."""
    return {path: (found.st_size, found.st_mtime_ns) for path, found in
            ((path, os.lstat(path)) for path in files(folder))}


def make_durable(folder):
    """The folder's whole file system, as far as it is not on the disk yet."""
    file = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(file) != 0:
            raise OSError(ctypes.get_errno(), "syncfs", folder)
    finally:
        os.close(file)


def find(folder, name):
    """The only file of that name."""
    found = [path for path in files(folder) if os.path.basename(path) == name]
    if len(found) != 1:
        raise FileNotFoundError(f"{name} in {folder}: {found}")
    return found[0]


def files(folder):
    for above, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(above, name)
