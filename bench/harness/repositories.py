"""
Programs that keep every hour in a repository of their own: how each begins one, adds an hour, brings it back and
checks everything. A folder holds the repository and whatever the program remembers beside it.
"""
import os
import shutil
import subprocess

from . import measured, trees

DUMP = "MCDados.bak"
NOT_BACKED_UP = ("pg_internal.init", "pgsql_tmp")


class Restic:
    name, program, package = "restic", "restic", "restic"
    reads_pages = True
    added, restored, verified = "restic backup", "restic restore", "restic check --read-data"

    def environment(self, folder):
        return {"RESTIC_PASSWORD": "bench", "RESTIC_REPOSITORY": os.path.join(folder, "repo"),
                "RESTIC_CACHE_DIR": os.path.join(folder, "cache")}

    def begin(self, folder, hour):
        return ["restic", "-q", "init"]

    def add(self, folder, hour):
        return ["restic", "-q", "backup", DUMP]

    def restore(self, folder, hour, target):
        return ["restic", "-q", "restore", "latest", "--target", target]

    def verify(self, folder):
        return ["restic", "-q", "check", "--read-data"]


class Borg:
    name, program, package = "borg", "borg", "borgbackup"
    reads_pages = True
    added, restored, verified = "borg create", "borg extract", "borg check --verify-data"

    def environment(self, folder):
        return {"BORG_REPO": os.path.join(folder, "repo"), "BORG_BASE_DIR": os.path.join(folder, "base"),
                "BORG_RELOCATED_REPO_ACCESS_IS_OK": "yes", "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes",
                "LC_ALL": "C.UTF-8"}

    def begin(self, folder, hour):
        return ["borg", "init", "-e", "none"]

    def add(self, folder, hour):
        return ["borg", "create", "-C", "zstd,3", f"::hour{hour.number}", DUMP]

    def restore(self, folder, hour, target):
        return ["borg", "extract", f"::hour{hour.number}"]

    def verify(self, folder):
        return ["borg", "check", "--verify-data"]


class PgBackRest:
    """
    Copies the files of the server that were touched since the last time, from a data directory at rest. It needs no
    page file, and the engine's writing of one is not in its time.
    """
    name, program, package = "pgbackrest", "pgbackrest", "pgbackrest"
    reads_pages = False
    added, restored, verified = "pgbackrest backup --type=incr", "pgbackrest restore", None

    def environment(self, folder):
        return {}

    def _command(self, folder, data, *words):
        return ["pgbackrest", "--stanza=bench", f"--pg1-path={data}", f"--repo1-path={os.path.join(folder, 'repo')}",
                f"--lock-path={os.path.join(folder, 'lock')}", "--log-level-console=off",
                "--log-level-stderr=error", "--log-level-file=off", *words]

    def begin(self, folder, hour):
        return self._command(folder, hour.data, "--no-online", "stanza-create")

    def add(self, folder, hour):
        return self._command(folder, hour.data, "--no-online", "--force", "--type=incr", "--compress-type=zst",
                             "--compress-level=3", f"--process-max={os.cpu_count()}", "--repo1-retention-full=99",
                             "backup")

    def restore(self, folder, hour, target):
        return self._command(folder, target, f"--process-max={os.cpu_count()}", "restore")

    def verify(self, folder):
        return None


ALL = (Restic(), Borg(), PgBackRest())


def taking(hour, tool, folder, env=None):
    """The environment and the folder in which a command of the tool runs."""
    return {"env": os.environ | tool.environment(folder) | (env or {}), "cwd": os.path.dirname(hour.pages)}


def begin(tool, folder, hour):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    subprocess.run(tool.begin(folder, hour), check=True, stdin=subprocess.DEVNULL, **taking(hour, tool, folder))


class Keeper:
    """One of the tools in a round: it begins with the repository as the hour before left it."""

    def __init__(self, tool, kept, env=None):
        self.name, self.program, self.package = tool.name, tool.program, tool.package
        self.archive_name, self.restore_name = tool.added, tool.restored
        self._tool = tool
        self._kept = kept
        self._env = env

    def archive(self, turn):
        folder = turn.path("kept")
        trees.clone(self._kept, folder)
        repository = os.path.join(folder, "repo")
        before, kept = trees.size(repository), trees.state(self._kept)
        turn.ready(*([turn.hour.pages] if self._tool.reads_pages else trees.files(turn.hour.data)))
        figures = measured.run(self._tool.add(folder, turn.hour), [repository],
                               **taking(turn.hour, self._tool, folder, self._env))
        if trees.state(self._kept) != kept:
            raise measured.Failed(f"{self.name} changed files of its repository: a link is no copy of it")
        return figures | {"added": figures["bytes"] - before}

    def restore(self, turn):
        folder, back = turn.path("kept"), turn.path("back", "")
        os.chmod(back, 0o700)
        turn.ready(*trees.files(os.path.join(folder, "repo")))
        running = taking(turn.hour, self._tool, folder, self._env) | {"cwd": back}
        return measured.run(self._tool.restore(folder, turn.hour, back.rstrip("/")), [back], **running)

    def prove(self, turn, restored):
        if not restored:
            return
        if self._tool.reads_pages:
            subprocess.run(["cmp", turn.hour.pages, trees.find(turn.path("back", ""), DUMP)], check=True)
        else:
            left_out = [word for name in NOT_BACKED_UP for word in ("-x", name)]
            subprocess.run(["diff", "-rq", *left_out, os.path.join(turn.hour.data, "base"), turn.path("back", "base")],
                           check=True)
