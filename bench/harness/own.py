"""
DMBackup itself: by command, as a new process that does what a run does, and in a process that lives on, as the agent
does. The base is the archive of the hour before, with the seal that its maker kept of its index.
"""
import dataclasses
import os

from . import measured, peers, resident
from .repositories import DUMP

ARCHIVE = "MCDados.zip"


@dataclasses.dataclass(frozen=True)
class Base:
    path: str
    seal: str


def added(words):
    """What a resident's `archive` answers: length, new plain and encoded bytes, seal."""
    length, new, encoded, seal = words
    return {"bytes": int(length), "new": int(new), "added": int(encoded)}, seal


class _Own:
    program, package = "", ""

    def prove(self, turn, restored):
        peers.readable(turn.path("made", ARCHIVE))
        if restored:
            peers.same(turn.hour.pages, turn.path("back", DUMP))


class Command(_Own):
    """`dmbackup archive create`: a new process that knows of its base only what stands in it."""
    based_name = "dmbackup archive create --base"

    def __init__(self, program, base=None, env=None):
        self.name = "by command" if base else "first"
        self.archive_name = self.based_name if base else "dmbackup archive create (a first one)"
        self.restore_name = "dmbackup archive extract, cold" if base else None
        self._program = program
        self._base = base
        self._env = env

    def archive(self, turn):
        target = turn.path("made", ARCHIVE)
        command = [*self._program, "archive", "create", turn.hour.pages, "--to", target, "--lang", "en"]
        if self._base:
            command += ["--base", self._base.path]
        turn.ready(turn.hour.pages, *([self._base.path] if self._base else []))
        return measured.run(command, [target], env=self._env)

    def restore(self, turn):
        archive, back = turn.path("made", ARCHIVE), turn.path("back", DUMP)
        turn.ready(archive)
        return measured.run([*self._program, "archive", "extract", archive, "--to", back, "--lang", "en"], [back],
                            env=self._env)


class Cold(_Own):
    """What a run does, in a new process: as `dmbackup backup` where no agent runs."""
    name, archive_name, restore_name = "cold", "dmbackup, cold (new process)", None

    def __init__(self, java, base):
        self._java = java
        self._base = base

    def archive(self, turn):
        target, answer = turn.path("made", ARCHIVE), turn.path("answer")
        words = ["archive", turn.hour.pages, os.path.dirname(target), ARCHIVE, self._base.path, self._base.seal]
        turn.ready(turn.hour.pages, self._base.path)
        figures = measured.run(self._java.command, [target], answer, said=("\t".join(words) + "\n").encode())
        with open(answer, encoding="utf-8") as line:
            return figures | added(resident.answered(line.read()))[0]


class Warm(_Own):
    """What the agent's process does from its second hour on."""
    name, archive_name, restore_name = "warm", "dmbackup, warm (as the agent)", "dmbackup restore, warm"

    def __init__(self, process, base):
        self._process = process
        self._base = base

    def archive(self, turn):
        target = turn.path("made", ARCHIVE)
        turn.ready(turn.hour.pages, self._base.path)
        return self.made(turn.hour.pages, target)

    def made(self, dump, target):
        figures, words = self._process.ask("archive", dump, os.path.dirname(target), ARCHIVE, self._base.path,
                                           self._base.seal)
        return figures | added(words)[0]

    def restore(self, turn):
        archive, back = turn.path("made", ARCHIVE), turn.path("back", DUMP)
        turn.ready(archive)
        figures, words = self._process.ask("extract", archive, back)
        return figures | {"bytes": int(words[0])}


class Cycle(Warm):
    """The dump written by its engine, archived, and delivered to another folder, with all that is checked there."""
    name, archive_name, restore_name = "cycle", "dmbackup, whole cycle, warm", None

    def archive(self, turn):
        dump, archive = turn.path("dump", DUMP), turn.path("made", ARCHIVE)
        terminal = os.path.dirname(turn.path("terminal", ARCHIVE))
        turn.ready(turn.hour.pages, self._base.path)
        parts = [peers.dumped(turn, dump), self.made(dump, archive)]
        delivered, _ = self._process.ask("deliver", archive, terminal, ARCHIVE)
        return measured.together(parts + [delivered | {"bytes": parts[-1]["bytes"]}])

    def prove(self, turn, restored):
        peers.same(turn.path("made", ARCHIVE), turn.path("terminal", ARCHIVE))
