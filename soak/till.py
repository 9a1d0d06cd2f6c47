"""The store's database, and a till that never stops selling. An SQLite file, or a database of a PostgreSQL server."""

import sqlite3
import subprocess
import threading
import uuid

from cluster import Cluster

COLUMNS = "quando text not null, total integer not null, nota text not null"
FIRST_SALES = 40_000
NOTE_WORDS = 12


def note():
    """Text of about half a kilobyte that compresses as a fiscal note does: badly, but not as badly as noise."""
    return "".join(f"<item>{uuid.uuid4()}</item>" for _ in range(NOTE_WORDS))


class SqliteStore:
    engine = "sqlite"
    has_server = False

    def __init__(self, folder):
        self.file = folder / "loja.db"
        with sqlite3.connect(self.file) as db:
            db.execute("pragma journal_mode = wal")
            db.execute(f"create table venda (id integer primary key, {COLUMNS})")
            db.executemany("insert into venda (quando, total, nota) values (datetime('now'), ?, ?)",
                           ((i, note()) for i in range(FIRST_SALES)))

    def init_options(self):
        return ["--database", str(self.file)]

    def sell(self, count):
        with sqlite3.connect(self.file, timeout=20) as db:
            db.executemany("insert into venda (quando, total, nota) values (datetime('now'), ?, ?)",
                           ((i, note()) for i in range(count)))

    def rows(self):
        with sqlite3.connect(self.file, timeout=20) as db:
            return db.execute("select count(*) from venda").fetchone()[0]

    def restored_target(self, folder):
        return str(folder / "restored.db")

    def restored_rows(self, target):
        """Counts the rows of a restored database, after SQLite's own check of it."""
        with sqlite3.connect(f"file:{target}?mode=ro", uri=True) as db:
            (verdict,) = db.execute("pragma integrity_check").fetchone()
            if verdict != "ok":
                raise AssertionError(f"the restored database is damaged: {verdict}")
            return db.execute("select count(*) from venda").fetchone()[0]

    def stop(self):
        """Nothing runs for a file."""

    def forget(self, target):
        for suffix in ("", "-wal", "-shm"):
            subprocess.run(["rm", "-f", target + suffix], check=True)


class PostgresStore:
    engine = "postgresql"
    has_server = True
    database = "mcdados"

    def __init__(self, folder):
        self.cluster = Cluster(folder / "server")
        self.cluster.sql("postgres", f"create database {self.database}")
        self.cluster.sql(self.database, f"create table venda (id bigserial primary key, {COLUMNS})")
        self.sell(FIRST_SALES)

    def init_options(self):
        address = f"postgresql://{self.cluster.user}@127.0.0.1:{self.cluster.port}/{self.database}"
        return ["--database", address, "--password-file", str(self.cluster.password_file)]

    def sell(self, count):
        # The server makes the notes: as many random hexadecimal digits as note() has.
        self.cluster.sql(self.database, f"""
            insert into venda (quando, total, nota) select now()::text, i, (
                select string_agg('<item>' || gen_random_uuid() || '</item>', '') from generate_series(1, {NOTE_WORDS})
                where i = i) from generate_series(1, {count}) i""")

    def rows(self):
        return int(self.cluster.sql(self.database, "select count(*) from venda"))

    def restored_target(self, folder):
        return "volta"

    def restored_rows(self, target):
        return int(self.cluster.sql(target, "select count(*) from venda"))

    def forget(self, target):
        self.cluster.sql("postgres", f"drop database {target}")

    def stop(self):
        self.cluster.stop()

    def start(self):
        self.cluster.start()


class Till(threading.Thread):
    """Sells a little every second until it is told to stop. What goes wrong is kept and told at the end."""

    def __init__(self, store, sales_a_second=5):
        super().__init__(daemon=True)
        self.store = store
        self.sales = sales_a_second
        self.failures = []
        self.resting = False
        self._over = threading.Event()

    def run(self):
        while not self._over.wait(1):
            if self.resting:
                continue
            try:
                self.store.sell(self.sales)
            except (sqlite3.Error, subprocess.CalledProcessError) as failed:
                self.failures.append(str(failed))

    def stop(self):
        self._over.set()
        self.join()
