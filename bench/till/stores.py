"""A store's database of some hundred megabytes, and a till that sells in it at a rate of its own."""
import multiprocessing
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "soak"))
from cluster import Cluster  # noqa: E402

PRODUCTS = 5_000
LOOK_SECONDS = 0.1
FORKED = multiprocessing.get_context("fork")


def note(words, length=70):
    return "".join(f"<item>{random.choice(words)}{random.getrandbits(48):x}</item>" for _ in range(length))


class SqliteStore:
    """Three tables in a file with a write-ahead log that is forced at each sale."""
    engine = "sqlite"

    def __init__(self, folder, megabytes):
        self.file = folder / "loja.db"
        words = [str(uuid.uuid4()) for _ in range(500)]
        with self._open() as db:
            db.execute("create table produto (id integer primary key, preco integer, estoque integer)")
            db.execute("create table venda (id integer primary key, quando text, total integer)")
            db.execute("create table nota (venda integer primary key, xml text)")
            db.executemany("insert into produto values (?, ?, 100)", ((i, i) for i in range(PRODUCTS)))
            db.commit()
            while self.file.stat().st_size < megabytes << 20:
                first = db.execute("select coalesce(max(id), 0) from venda").fetchone()[0]
                db.executemany("insert into venda values (?, datetime('now'), 1)",
                               ((first + i + 1,) for i in range(2000)))
                db.executemany("insert into nota values (?, ?)",
                               ((first + i + 1, note(words)) for i in range(2000)))
                db.commit()
                db.execute("pragma wal_checkpoint(truncate)")
        self.words = words

    def _open(self):
        db = sqlite3.connect(self.file, timeout=30, check_same_thread=False)
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = full")
        return db

    def options(self):
        return ["--database", str(self.file)]

    def sell_while(self, going_on, rate):
        """
        Sells `rate` times a second for as long as going_on() holds; the latencies in milliseconds, each from the moment
        at which the customer stood there, whether the till was free by then or not. The till is a process of its own, so
        that asking whether it goes on does not hold it up.
        """
        theirs, ours = FORKED.Pipe()
        closing = FORKED.Event()
        till = FORKED.Process(target=self._sell, args=(closing, theirs, rate), daemon=True)
        till.start()
        try:
            while going_on():
                time.sleep(LOOK_SECONDS)
        finally:
            closing.set()
        latencies = ours.recv()
        till.join()
        return latencies

    def _sell(self, closing, answer, rate):
        db, latencies, begun, number = self._open(), [], time.perf_counter(), 0
        while not closing.is_set():
            intended = begun + number / rate
            number += 1
            wait = intended - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            with db:
                db.execute("begin immediate")
                sale = db.execute("insert into venda (quando, total) values (datetime('now'), 1)").lastrowid
                db.execute("insert into nota values (?, ?)", (sale, note(self.words)))
                for _ in range(3):
                    db.execute("update produto set estoque = estoque - 1 where id = ?", (random.randrange(PRODUCTS),))
            latencies.append((time.perf_counter() - intended) * 1000)
        db.close()
        answer.send(latencies)

    def stop(self):
        """Nothing runs for a file."""


class PostgresStore:
    """pgbench's tables with filled pages; pgbench itself is the till: it counts from the intended start of each sale."""
    engine = "postgresql"
    database = "mcdados"
    clients = 4

    def __init__(self, folder, megabytes):
        self.folder = folder
        self.cluster = Cluster(folder / "server")
        self.cluster.sql("postgres", f"create database {self.database}")
        self._pgbench("-i", "-q", "-s", str(max(1, megabytes // 15)), check=True)

    def _words(self, *words):
        return [str(self.cluster.programs / "pgbench"), "-h", "127.0.0.1", "-p", str(self.cluster.port), "-U",
                self.cluster.user, *words, self.database]

    def _environment(self):
        return {**os.environ, "PGPASSWORD": self.cluster.password}

    def _pgbench(self, *words, check=False):
        subprocess.run(self._words(*words), env=self._environment(), stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=check)

    def options(self):
        return ["--database", f"postgresql://{self.cluster.user}@127.0.0.1:{self.cluster.port}/{self.database}",
                "--password-file", str(self.cluster.password_file)]

    def sell_while(self, going_on, rate):
        """
        In stretches of two seconds, as a pgbench that is stopped before its time takes what it has not written down with
        it. What was begun after the end does not count.
        """
        prefix = self.folder / "till"
        for old in self.folder.glob("till.*"):
            old.unlink()
        ended = None
        while ended is None:
            child = subprocess.Popen(self._words("-n", "-N", "-c", str(self.clients), "-R", str(rate), "-T", "2", "-l",
                                                 "--log-prefix", str(prefix)), env=self._environment(),
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while child.poll() is None:
                time.sleep(LOOK_SECONDS)
                if ended is None and not going_on():
                    ended = time.time()
            if child.returncode:
                raise SystemExit(f"pgbench ended with {child.returncode}")
        # client, number, microseconds since the intended start, file, second and microsecond of its end, …
        lines = [line.split() for log in self.folder.glob("till.*") for line in log.read_text().splitlines()]
        sales = [(int(words[2]) / 1000, int(words[4]) + int(words[5]) / 1e6) for words in lines if len(words) >= 7]
        return [milliseconds for milliseconds, end in sales if end - milliseconds / 1000 <= ended]

    def stop(self):
        self.cluster.stop()


STORES = {store.engine: store for store in (SqliteStore, PostgresStore)}
