"""Whether all that was kept of a day can still be restored: every byte read, and everything decompressed and hashed."""
import os
import shutil

from . import measured, repositories, rounds, trees


class Archives:
    """All archives of ours in a process that lives on, each of them complete in itself."""

    def __init__(self, process, archives):
        self.command = f"dmbackup, {len(archives)} complete archives, warm"
        self._process = process
        self._archives = archives

    def verify(self, folder):
        figures, _ = self._process.ask("check", *self._archives)
        return figures | {"bytes": sum(map(os.path.getsize, self._archives))}

    def files(self):
        return self._archives


class Repository:
    """A copy of a tool's repository: what a check writes down must not help the next one."""

    def __init__(self, tool, kept, hour):
        self.command = tool.verified
        self._tool = tool
        self._kept = kept
        self._hour = hour

    def verify(self, folder):
        trees.clone(self._kept, folder)
        figures = measured.run(self._tool.verify(folder), [], **repositories.taking(self._hour, self._tool, folder))
        return figures | {"bytes": trees.size(os.path.join(folder, "repo"))}

    def files(self):
        return trees.files(self._kept)


def play(verifiers, count, work, scene, keep, say):
    """Alternates them; the first round of ours is a warming one, which is not kept."""
    verifiers[0].verify(work)
    for number in range(1, count + 1):
        for verifier in verifiers:
            folder = os.path.join(work, "verified")
            shutil.rmtree(folder, ignore_errors=True)
            rounds.Turn(folder, None, False).ready(*verifier.files())
            rounds.note(scene, verifier.command, "verify", number, verifier.verify(folder), keep, say)
            shutil.rmtree(folder, ignore_errors=True)
