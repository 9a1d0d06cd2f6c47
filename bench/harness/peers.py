"""The programs that are compared: how each makes an archive, and how each brings the file back."""
import dataclasses
import os
import shutil
import subprocess

DUMP = "MCDados.bak"


@dataclasses.dataclass(frozen=True)
class Peer:
    """{source} is the file, {archive} what is made of it, {folder} where the file comes back, {back} as what."""
    name: str
    program: str
    package: str
    archive_name: str
    archive: tuple
    restore_name: str
    restore: tuple
    back: str = DUMP
    to_stdout: bool = False

    def archive_command(self, source, archive):
        return [word.format(source=source, archive=archive) for word in self.archive]

    def restore_command(self, archive, folder):
        return [word.format(archive=archive, folder=folder, back=os.path.join(folder, self.back))
                for word in self.restore]


def ours(program):
    """DMBackup itself: a new process for each archive, as it is when no agent runs."""
    return Peer("dmbackup", program[0], "", "dmbackup archive create",
                (*program, "archive", "create", "{source}", "--to", "{archive}", "--lang", "en"),
                "dmbackup archive extract",
                (*program, "archive", "extract", "{archive}", "--to", "{back}", "--lang", "en"))


OTHERS = (
    Peer("zip", "zip", "zip", "zip -6", ("zip", "-6", "-q", "-j", "{archive}", "{source}"),
         "unzip", ("unzip", "-q", "-o", "{archive}", "-d", "{folder}")),
    Peer("pigz", "pigz", "pigz", "pigz -6", ("pigz", "-6", "-k", "-c", "{source}"),
         "pigz -d", ("pigz", "-d", "-k", "-c", "{archive}"), to_stdout=True),
    Peer("7z-1", "7z", "p7zip-full", "7z -tzip -mx=1",
         ("7z", "a", "-tzip", "-mx=1", "-bd", "-bso0", "-bsp0", "{archive}", "{source}"),
         "7z x", ("7z", "x", "-y", "-bd", "-bso0", "-bsp0", "-o{folder}", "{archive}")),
    Peer("7z", "7z", "p7zip-full", "7z -tzip -mx=5",
         ("7z", "a", "-tzip", "-mx=5", "-bd", "-bso0", "-bsp0", "{archive}", "{source}"),
         "7z x", ("7z", "x", "-y", "-bd", "-bso0", "-bsp0", "-o{folder}", "{archive}")),
    Peer("zstd", "zstd", "zstd", "zstd -3 -T0", ("zstd", "-3", "-T0", "-q", "-f", "{source}", "-o", "{archive}"),
         "zstd -d", ("zstd", "-d", "-q", "-f", "{archive}", "-o", "{back}")),
    Peer("cp", "cp", "coreutils", "cp", ("cp", "{source}", "{archive}"), "cp", ("cp", "{archive}", "{back}")),
)


def missing(peers):
    """What to install, or an empty list."""
    wanted = [(peer.program, peer.package) for peer in peers if peer.package] + [("unzip", "unzip"), ("cmp", "diffutils")]
    return sorted({package for program, package in wanted if not shutil.which(program)})


def extension(peer):
    return {"pigz": ".gz", "zstd": ".zst", "cp": ".copy"}.get(peer.name, ".zip")


def prove(peer, source, archive, back):
    """The restored file is the file, and our archive is a ZIP that others read. Raises when not."""
    subprocess.run(["cmp", source, back], check=True)
    if peer.name == "dmbackup":
        subprocess.run(["unzip", "-tq", archive], check=True, stdout=subprocess.DEVNULL)
