"""Programs that make one file of another: how each makes an archive, and how each brings the file back."""
import dataclasses
import os
import shutil
import subprocess

from . import measured
from .repositories import DUMP


@dataclasses.dataclass(frozen=True)
class Peer:
    """{source} is the file, {archive} what is made of it, {folder} where the file comes back, {back} as what."""
    name: str
    program: str
    package: str
    extension: str
    archive_name: str
    making: tuple
    restore_name: str
    restoring: tuple
    to_stdout: bool = False

    def archive(self, turn):
        target = turn.path("made", DUMP + self.extension)
        turn.ready(turn.hour.pages)
        return measured.run([word.format(source=turn.hour.pages, archive=target) for word in self.making], [target],
                            target if self.to_stdout else None)

    def restore(self, turn):
        archive = turn.path("made", DUMP + self.extension)
        back = turn.path("back", DUMP)
        turn.ready(archive)
        command = [word.format(archive=archive, folder=os.path.dirname(back), back=back) for word in self.restoring]
        return measured.run(command, [back], back if self.to_stdout else None)

    def prove(self, turn, restored):
        if restored:
            same(turn.hour.pages, turn.path("back", DUMP))


OTHERS = (
    Peer("zip", "zip", "zip", ".zip", "zip -6", ("zip", "-6", "-q", "-j", "{archive}", "{source}"),
         "unzip", ("unzip", "-q", "-o", "{archive}", "-d", "{folder}")),
    Peer("pigz", "pigz", "pigz", ".gz", "pigz -6", ("pigz", "-6", "-k", "-c", "{source}"),
         "pigz -d", ("pigz", "-d", "-k", "-c", "{archive}"), to_stdout=True),
    Peer("7z", "7z", "p7zip-full", ".zip", "7z -tzip -mx=1",
         ("7z", "a", "-tzip", "-mx=1", "-bd", "-bso0", "-bsp0", "{archive}", "{source}"),
         "7z x", ("7z", "x", "-y", "-bd", "-bso0", "-bsp0", "-o{folder}", "{archive}")),
    Peer("zstd", "zstd", "zstd", ".zst", "zstd -3 -T2",
         ("zstd", "-3", "-T2", "-q", "-f", "{source}", "-o", "{archive}"),
         "zstd -d", ("zstd", "-d", "-q", "-f", "{archive}", "-o", "{back}")),
    Peer("cp", "cp", "coreutils", ".copy", "cp", ("cp", "{source}", "{archive}"), "cp", ("cp", "{archive}", "{back}")),
)


class Original:
    """The program that DMBackup replaces: the engine's dump, the ZIP of it, and the ZIP's copy, one after the other."""
    name, program, package = "original", "zip", "zip"
    archive_name, restore_name = "the original's three passes", None

    def archive(self, turn):
        dump, archive = turn.path("made", DUMP), turn.path("made", "MCDados.zip")
        copy = turn.path("terminal", "MCDados.zip")
        turn.ready(turn.hour.pages)
        return measured.together([
            dumped(turn, dump),
            measured.run(["zip", "-6", "-q", "-j", archive, dump], [archive]),
            measured.run(["cp", archive, copy], [copy]),
        ])

    def prove(self, turn, restored):
        readable(turn.path("terminal", "MCDados.zip"))


def dumped(turn, target):
    """Stands for the engine that writes its dump: the same in every cycle."""
    return measured.run(["cp", turn.hour.pages, target], [target])


def missing(contestants):
    """What to install, or an empty list."""
    wanted = [(one.program, one.package) for one in contestants if one.package] + [("unzip", "unzip"),
                                                                                  ("cmp", "diffutils")]
    return sorted({package for program, package in wanted if not shutil.which(program)})


def same(source, back):
    subprocess.run(["cmp", source, back], check=True)


def readable(archive):
    """Others read it as a ZIP."""
    subprocess.run(["unzip", "-tq", archive], check=True, stdout=subprocess.DEVNULL)
