"""
How long an hour of a store takes to its backup terminal over a slow line, what crosses that line, and how long it takes
to have everything back on a new machine when the server's is gone. Real processes, the page files of bench's store.

    python3 -m wire --program target/dmbackup-0.1.0 --folder /tmp/wire --history bench/target/work/history

The limits: 4 minutes; new encoded bytes × 1.05 + 0.5 % of the archive. Ends with 3 where one is not kept.
"""
import argparse
import filecmp
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile

from wire.line import Line

MINUTES = 4
CNPJ = "11222333000181"


class Machines:
    def __init__(self, program, folder):
        self.program = pathlib.Path(program).resolve() / "dmbackup"
        self.folder = folder
        self.dump = folder / "erp" / "MCDados.bak"
        self.dump.parent.mkdir(parents=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.run("terminal", "init", "--folder", folder / "MCBkp", "--port", port, home="terminal")
        with open(folder / "terminal" / "terminal.toml", "a", encoding="utf-8") as settings:
            settings.write("findable = false\n")
        self.said = open(folder / "terminal.txt", "wb")
        self.terminal = subprocess.Popen([str(self.program), "terminal", "run", "--home", str(folder / "terminal")],
                                         stdout=self.said, stderr=subprocess.STDOUT, start_new_session=True)
        self.line = Line(port)

    def hour(self, pages):
        """The ERP has written its dump."""
        self.dump.unlink(missing_ok=True)
        try:
            os.link(pages, self.dump)
        except OSError:
            shutil.copyfile(pages, self.dump)

    def server(self, name):
        self.run("init", "--engine", "file", "--database", self.dump, "--local-only", "--no-backup", "--yes", "--cnpj",
                 CNPJ, "--store-name", "Farmácia", home=name)
        file = self.folder / name / "dmbackup.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r'(?m)^(engine = "file".*)$', r'\1\nsettle_seconds = 1', text), encoding="utf-8")

    def code(self, *options):
        for _ in range(120):
            said = self.run("terminal", "pair", "--no-wait", *options, home="terminal", check=False)
            found = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", said)
            if found:
                return found.group()
            time.sleep(0.5)
        raise SystemExit(said)

    def run(self, *words, home, check=True):
        done = subprocess.run([str(self.program), *(str(word) for word in words), "--home", str(self.folder / home)],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if check and done.returncode:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}")
        return done.stdout

    def archive(self, home):
        return self.folder / home / "Backup" / "MCDados.zip"

    def close(self):
        os.killpg(self.terminal.pid, signal.SIGTERM)
        self.terminal.wait()
        self.said.close()


def manifest(archive):
    with zipfile.ZipFile(archive) as zipped:
        return json.loads(zipped.read("dmbackup/manifest.json"))


def seconds(work, *arguments, **named):
    begun = time.monotonic()
    work(*arguments, **named)
    return time.monotonic() - begun


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", required=True, help="an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--history", type=pathlib.Path, required=True, help="hours as bench/run.sh makes them")
    asked.add_argument("--hours", type=int, default=3, help="the last so many hours of it (3)")
    asked.add_argument("--kbit", type=int, default=2000)
    asked.add_argument("--round-trip-ms", type=int, default=50)
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    hours = sorted(asked.history.glob("hour*.pages"), key=lambda file: int(file.stem[4:]))[-asked.hours:]
    machines = Machines(asked.program, asked.folder)
    try:
        return measure(machines, hours, asked)
    finally:
        machines.close()
        shutil.rmtree(asked.folder)


def measure(machines, hours, asked):
    machines.hour(hours[0])
    machines.server("server")
    machines.run("pair", machines.code(), "--address", f"127.0.0.1:{machines.line.port}", home="server")
    first = seconds(machines.run, "backup", home="server")
    print(f"first backup, line not shaped: {first:.0f} s, {machines.archive('server').stat().st_size / 1e6:.0f} MB")
    print("\n| hour | dump MB | archive MB | new encoded MB | crossed MB | allowed MB | seconds | of them on the line |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    kept = True
    for pages in hours[1:]:
        kept &= hour(machines, pages, asked)
    lost(machines, hours[-1])
    return 0 if kept else 3


def hour(machines, pages, asked):
    machines.hour(pages)
    machines.line.shape(asked.kbit * 125, asked.round_trip_ms / 1000)
    up, down = machines.line.up.bytes, machines.line.down.bytes
    crossing = []
    taken = seconds(watched, machines, up, crossing)
    machines.line.shape(None, 0)
    crossed = machines.line.up.bytes - up
    archive = machines.archive("server")
    traits = manifest(archive)["traits"]
    size = archive.stat().st_size
    allowed = traits["newEncodedBytes"] * 1.05 + 0.005 * size
    print(f"| {pages.stem} | {pages.stat().st_size / 1e6:.0f} | {size / 1e6:.1f} | {traits['newEncodedBytes'] / 1e6:.2f} |"
          f" {crossed / 1e6:.2f} | {allowed / 1e6:.2f} | {taken:.0f} | {crossing[0]:.0f} |", flush=True)
    print(f"back to the server: {(machines.line.down.bytes - down) / 1e3:.0f} kB", file=sys.stderr)
    return crossed <= allowed and taken <= MINUTES * 60


def watched(machines, before, crossing):
    """Runs the hour's backup; for how long it was at the line."""
    child = subprocess.Popen([str(machines.program), "backup", "--home", str(machines.folder / "server")],
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    begun = None
    while child.poll() is None:
        if begun is None and machines.line.up.bytes > before:
            begun = time.monotonic()
        time.sleep(0.05)
    if child.returncode:
        raise SystemExit(child.stdout.read().decode())
    crossing.append(time.monotonic() - (begun or time.monotonic()))


def lost(machines, pages):
    """The server's machine is gone with everything on it; a fresh one takes its place."""
    paper = machines.folder / "paper.txt"
    shutil.copyfile(machines.folder / "server" / "state" / "link" / "recovery.key", paper)
    shutil.rmtree(machines.folder / "server")
    machines.dump.unlink()
    code = machines.code("--replacement")
    begun = time.monotonic()
    machines.run("pair", code, "--replacement", "--cnpj", CNPJ, "--recovery-key-file", paper, "--address",
                 f"127.0.0.1:{machines.line.port}", home="new")
    paired = time.monotonic() - begun
    back = machines.folder / "back.bak"
    machines.run("restore", "--from", "terminal", "--to", back, home="new")
    whole = time.monotonic() - begun
    same = filecmp.cmp(back, pages, shallow=False)
    print(f"\nserver lost: settings back after {paired:.1f} s, the dump of {back.stat().st_size / 1e6:.0f} MB after "
          f"{whole:.1f} s, {'equal byte for byte' if same else 'NOT EQUAL'} (line not shaped)")
    if not same:
        raise SystemExit(3)


if __name__ == "__main__":
    sys.exit(main())
