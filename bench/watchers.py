#!/usr/bin/env python3
"""What followers of the agent cost a backup: rounds with and without them, in turns.

Needs a home whose agent runs (dmbackup agent --home HOME) and, to have something to do in each round, its SQLite
database. Measures each backup's time and the processor time of the agent's process.

    python3 bench/watchers.py --home HOME --database store.db [--rounds 7] [--watchers 50]
"""
import argparse
import http.client
import json
import os
import pathlib
import socket
import sqlite3
import statistics
import threading
import time


LIMIT = 0.05


class Agent:
    def __init__(self, home):
        folder = pathlib.Path(home, "state", "agent")
        self.address = json.loads((folder / "address.json").read_text())
        self.token = (folder / "till.token").read_text()

    def ask(self, method, path, body=None):
        line = self.line()
        headers = {"Authorization": "Bearer " + self.token}
        if body is not None:
            headers["Content-Type"] = "application/json"
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        read = json.loads(answer.read())
        line.close()
        if answer.status >= 300:
            raise SystemExit(read["message"])
        return read

    def line(self):
        return http.client.HTTPConnection("127.0.0.1", self.address["port"])

    def processor_seconds(self):
        fields = pathlib.Path("/proc", str(self.address["pid"]), "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def backup(self):
        """Seconds on the wall, and of the processor."""
        while self.ask("GET", "/v1/status")["activity"]["status"] != "WAITING":
            time.sleep(0.2)
        begun, used = time.monotonic(), self.processor_seconds()
        job = self.ask("POST", "/v1/jobs", {"kind": "BACKUP"})
        while job["state"] != "ENDED":
            time.sleep(0.02)
            job = self.ask("GET", "/v1/jobs/" + job["id"])
        if job["outcome"] != "SUCCEEDED":
            raise SystemExit(f"backup ended as {job['outcome']}: {job['faults']}")
        return time.monotonic() - begun, self.processor_seconds() - used


class Watchers:
    """Each follows the agent on a line of its own and throws away what it reads."""

    def __init__(self, agent, number):
        self.lines, self.sockets, self.readers, self.pictures = [], [], [], [0] * number
        for i in range(number):
            line = agent.line()
            line.request("GET", "/v1/events", headers={"Authorization": "Bearer " + agent.token})
            # The socket by itself: closing the connection alone leaves it open as long as its answer is read.
            self.sockets.append(line.sock)
            self.lines.append((line, line.getresponse()))
            if self.lines[-1][1].status != 200:
                raise SystemExit(f"watcher {i + 1} was refused: {self.lines[-1][1].read()}")
            self.readers.append(threading.Thread(target=self.read, args=(i,), daemon=True))
            self.readers[-1].start()

    def read(self, i):
        try:
            while text := self.lines[i][1].readline():
                self.pictures[i] += text.startswith(b"data:")
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass

    def close(self):
        for taken, (line, answer) in zip(self.sockets, self.lines):
            taken.shutdown(socket.SHUT_RDWR)
        for reader in self.readers:
            reader.join()
        for taken, (line, answer) in zip(self.sockets, self.lines):
            answer.close()
            taken.close()
        return min(self.pictures, default=0)


def sell(database):
    """About a thousandth of the rows change."""
    with sqlite3.connect(database, timeout=30) as store:
        tables = store.execute("select name from sqlite_master where type = 'table' order by rootpage").fetchall()
        table, column = next((table, name) for (table,) in tables
                             for _, name, kind, *_ in store.execute(f'pragma table_info("{table}")')
                             if kind.lower() == "text")
        store.execute(f'update "{table}" set "{column}" = hex(randomblob(length("{column}") / 2)) '
                      "where abs(random()) % 1000 = 0")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", required=True)
    parser.add_argument("--database")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--watchers", type=int, default=50)
    given = parser.parse_args()
    return 0 if measure(given.home, given.database, given.rounds, given.watchers) else 3


def measure(home, database, times, number_of_watchers):
    """Prints what the followers cost; whether it is within the limit."""
    agent = Agent(home)
    agent.backup()
    rounds = {0: [], number_of_watchers: []}
    for i in range(times):
        # Whoever is first in a round may be favoured: they take turns.
        for number in sorted(rounds, reverse=bool(i % 2)):
            if database:
                sell(database)
            watchers = Watchers(agent, number)
            rounds[number].append(agent.backup())
            pictures = watchers.close()
            # The agent notices that they have gone when it has news for them.
            agent.backup()
            print(f"round {i + 1}, {number:2} watchers: {rounds[number][-1][0]:.2f} s, processor "
                  f"{rounds[number][-1][1]:.2f} s, at least {pictures} pictures each", flush=True)
    costs = []
    for kind, place in (("wall", 0), ("processor", 1)):
        without, with_them = (statistics.median(r[place] for r in rounds[n]) for n in (0, number_of_watchers))
        costs.append(with_them / without - 1)
        print(f"{kind}: {without:.3f} s without, {with_them:.3f} s with {number_of_watchers} watchers: "
              f"{100 * costs[-1]:+.1f} % (limit {LIMIT:.0%} of the wall)")
    return costs[0] <= LIMIT


if __name__ == "__main__":
    raise SystemExit(main())
