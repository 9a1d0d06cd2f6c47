"""
Programs that keep every hour in a repository of their own: how each begins one, adds an hour, brings it back and
checks everything. A folder holds the repository and whatever the program remembers beside it.
"""
import os
import shutil
import subprocess

DUMP = "MCDados.bak"


class Restic:
    name, program, package = "restic", "restic", "restic"
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
                             "--compress-level=3", f"--process-max={os.cpu_count()}", "--repo1-retention-full=99", "backup")

    def restore(self, folder, hour, target):
        return self._command(folder, target, f"--process-max={os.cpu_count()}", "restore")

    def verify(self, folder):
        return None


ALL = (Restic(), Borg(), PgBackRest())


def taking(hour, tool, folder):
    """The environment and the folder in which a command of the tool runs."""
    return {"env": os.environ | tool.environment(folder), "cwd": os.path.dirname(hour.pages)}


def begin(tool, folder, hour):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    subprocess.run(tool.begin(folder, hour), check=True, stdin=subprocess.DEVNULL, **taking(hour, tool, folder))
