"""The distribution's agent on a home of its own, under its launcher; asked over its local API as a till asks."""
import http.client
import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "soak"))
import jdk  # noqa: E402
from keeper import command_line, descendants, memory  # noqa: E402

PATIENCE = 600


class Agent:
    def __init__(self, program, home, database_options, terminal):
        self.program = pathlib.Path(program).resolve()
        self.home = pathlib.Path(home)
        init = [self.program / "dmbackup", "init", "--home", home, *database_options, "--terminal", terminal,
                "--create-terminal", "--yes", "--no-backup"]
        subprocess.run([str(word) for word in init], check=True, stdout=subprocess.DEVNULL)
        with open(self.home / "dmbackup.toml", "a", encoding="utf-8") as settings:
            settings.write("\n[agent]\ndrill = false\n")
        self._start()

    def _start(self):
        (jar,) = (self.program / "lib").glob("dmbackup-launcher-*.jar")
        words = [jdk.java(), "-XX:+UseSerialGC", "-Xmx16m", "-jar", jar, "--program", self.program, "--home", self.home]
        self.child = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)

    def pid(self):
        for pid in descendants(self.child.pid):
            if "agent" in command_line(pid) and command_line(pid)[0].endswith("java"):
                return pid
        return None

    def memory_mib(self, key):
        return memory(self.pid()).get(key, 0) / 1024

    def processor_seconds(self):
        words = pathlib.Path(f"/proc/{self.pid()}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def status(self):
        return self._ask("GET", "/v1/status")

    def await_idle(self):
        """Until it has its first backup and does nothing."""
        until = time.monotonic() + PATIENCE
        while not self.made_first():
            if time.monotonic() > until:
                raise SystemExit("the agent did not come so far")
            time.sleep(0.3)

    def made_first(self):
        """Whether its first backup stands at the terminal, and it does nothing more."""
        try:
            status = self.status()
        except (OSError, ValueError, http.client.HTTPException):
            return False
        return bool(status.get("lastBackup")) and status["activity"]["status"] == "WAITING"

    def start_backup(self):
        return self._ask("POST", "/v1/jobs", {"kind": "BACKUP"})["id"]

    def ended(self, job):
        report = self._ask("GET", f"/v1/jobs/{job}")
        if report["state"] != "ENDED":
            return False
        if report["outcome"] not in ("SUCCEEDED", "PARTIAL"):
            raise SystemExit(f"the backup did not succeed: {report}")
        return True

    def _ask(self, method, path, body=None):
        folder = self.home / "state" / "agent"
        port = json.loads((folder / "address.json").read_text())["port"]
        head = {"Authorization": "Bearer " + (folder / "till.token").read_text().strip(),
                "Content-Type": "application/json"}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request(method, path, json.dumps(body) if body else None, head)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {text}")
        return json.loads(text)

    def again(self):
        """The same home, a new life."""
        self._start()
        return self

    def stop(self):
        self.child.terminate()
        self.child.wait(40)
