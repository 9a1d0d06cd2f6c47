"""A PostgreSQL server of the run's own, on a free loopback port, with a password, thrown away at the end."""

import os
import pathlib
import secrets
import shutil
import socket
import subprocess

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")


def newest_programs():
    found = [folder for place in PLACES for folder in pathlib.Path("/").glob(place[1:])]
    if not found:
        raise SystemExit("PostgreSQL's server programs were not found; on Debian: apt-get install postgresql")
    return max(found, key=lambda folder: int("".join(filter(str.isdigit, str(folder)))))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    user = "dono"

    def __init__(self, folder):
        self.folder = folder
        self.programs = newest_programs()
        self.port = free_port()
        self.password_file = folder / "password.txt"
        self.password = secrets.token_hex(16)
        folder.mkdir()
        # PostgreSQL refuses to run as root; its package brings a user for it.
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.as_user:
            shutil.chown(folder, "postgres")
        self.password_file.write_text(self.password + "\n", encoding="utf-8")
        self.password_file.chmod(0o600)
        given = folder / "given.txt"
        given.write_text(self.password + "\n", encoding="utf-8")
        if self.as_user:
            shutil.chown(given, "postgres")
        self._run("initdb", "-D", folder / "data", "-U", self.user, "-A", "scram-sha-256", "--pwfile", given,
                  "-E", "UTF8", "--locale", "C.UTF-8")
        self.start()

    def start(self):
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "server.log",
                  "-o", f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", "start")

    def stop(self):
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-m", "fast", "stop")

    def sql(self, database, statement):
        """What a statement prints, without headings."""
        done = subprocess.run(
            [self.programs / "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port),
             "-U", self.user, "-d", database, "-c", statement],
            env={**os.environ, "PGPASSWORD": self.password}, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def _run(self, program, *words):
        done = subprocess.run([*self.as_user, self.programs / program, *words], cwd="/",
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{program} ended with {done.returncode}: {done.stderr}")
