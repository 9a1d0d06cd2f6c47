"""Alternates the programs, A B C A B C …, so that whatever else the machine does falls on all of them."""
import os
import shutil
import subprocess

from . import measured
from . import peers as programs

DROP = "/proc/sys/vm/drop_caches"


class Scene:
    """One file, warm or with the page cache dropped before each measurement."""

    def __init__(self, name, source, peers, cold, restores):
        self.name = name
        self.source = source
        self.peers = peers
        self.cold = cold
        self.restores = restores


def play(scene, count, work, keep, say):
    """Measures every program count times; keep is given each measurement as it is made."""
    for number in range(1, count + 1):
        for peer in scene.peers:
            folder = os.path.join(work, "round")
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(os.path.join(folder, "back"))
            archive = os.path.join(folder, programs.DUMP + programs.extension(peer))
            _ready(scene, scene.source)
            _archive(scene, peer, number, archive, keep, say)
            if peer.name in scene.restores:
                _restore(scene, peer, number, archive, os.path.join(folder, "back"), keep, say)
            shutil.rmtree(folder)


def _archive(scene, peer, number, archive, keep, say):
    stdout = archive if peer.to_stdout else None
    figures = measured.run(peer.archive_command(scene.source, archive), [archive], stdout)
    _note(scene, peer.archive_name, "archive", number, figures, keep, say)


def _restore(scene, peer, number, archive, folder, keep, say):
    back = os.path.join(folder, programs.DUMP)
    _ready(scene, archive)
    figures = measured.run(peer.restore_command(archive, folder), [back], back if peer.to_stdout else None)
    _note(scene, peer.restore_name, "restore", number, figures, keep, say)
    if number == 1:
        programs.prove(peer, scene.source, archive, back)


def _note(scene, command, verb, number, figures, keep, say):
    keep({"scene": scene.name, "verb": verb, "command": command, "round": number, **figures})
    say(f"{scene.name:14} {verb} {number}: {command:26} {figures['wall']:8.2f} s wall {figures['cpu']:8.2f} s CPU "
        f"{figures['rss'] / 2 ** 20:6.0f} MiB {figures['bytes'] / 1e6:9.1f} MB")


def may_drop():
    return os.access(DROP, os.W_OK)


def _ready(scene, path):
    """Earlier writes are on disk; then the file that will be read is in memory, or nothing is."""
    subprocess.run(["sync"], check=True)
    if scene.cold:
        with open(DROP, "w", encoding="ascii") as drop:
            drop.write("3")
    else:
        with open(path, "rb") as file:
            while file.read(1 << 22):
                pass
