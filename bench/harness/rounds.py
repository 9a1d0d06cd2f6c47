"""Alternates the programs, A B C A B C …, so that whatever else the machine does falls on all of them."""
import dataclasses
import os
import shutil
import subprocess

DROP = "/proc/sys/vm/drop_caches"


@dataclasses.dataclass(frozen=True)
class Scene:
    """
    An hour, warm or with the page cache dropped before each measurement.

    contestants take part; of them those whose name is in restores bring the file back as well.
    """
    name: str
    hour: object
    contestants: tuple
    dropped: bool
    restores: frozenset


@dataclasses.dataclass(frozen=True)
class Turn:
    """One program's turn in one round: an empty folder, and what is read is in memory, or nothing is."""
    folder: str
    hour: object
    dropped: bool

    def path(self, *names):
        path = os.path.join(self.folder, *names)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def ready(self, *files):
        """The last thing before measuring. Earlier writes are on disk."""
        subprocess.run(["sync"], check=True)
        if self.dropped:
            with open(DROP, "w", encoding="ascii") as drop:
                drop.write("3")
            return
        for path in files:
            with open(path, "rb") as file:
                while file.read(1 << 22):
                    pass


def play(scene, count, work, keep, say):
    """Measures every program count times; keep is given each measurement as it is made."""
    for number in range(1, count + 1):
        for contestant in scene.contestants:
            folder = os.path.join(work, "round")
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            turn = Turn(folder, scene.hour, scene.dropped)
            note(scene.name, contestant.archive_name, "archive", number, contestant.archive(turn), keep, say)
            if contestant.name in scene.restores:
                figures = contestant.restore(turn)
                note(scene.name, contestant.restore_name, "restore", number, figures, keep, say)
            if number == 1:
                contestant.prove(turn, contestant.name in scene.restores)
            shutil.rmtree(folder)


def note(scene, command, verb, number, figures, keep, say):
    keep({"scene": scene, "verb": verb, "command": command, "round": number, **figures})
    say(f"{scene:14} {verb:7} {number}: {command:38} {figures['wall']:8.2f} s wall {figures['cpu']:8.2f} s CPU "
        f"{figures['rss'] / 2 ** 20:6.0f} MiB {figures['bytes'] / 1e6:9.1f} MB")


def may_drop():
    return os.access(DROP, os.W_OK)
