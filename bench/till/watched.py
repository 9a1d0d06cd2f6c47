"""
What fifty programs that follow the agent cost a backup: bench/watchers.py on a home of its own.

    python3 -m till.watched --program target/dmbackup-0.1.0 --folder /tmp/watched [--rounds 7]
"""
import argparse
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import watchers  # noqa: E402
from till.agent import Agent  # noqa: E402
from till.stores import SqliteStore  # noqa: E402


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", type=pathlib.Path, required=True, help="an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--megabytes", type=int, default=200)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--watchers", type=int, default=50)
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    store = SqliteStore(asked.folder, asked.megabytes)
    agent = Agent(asked.program, asked.folder / "home", store.options(), asked.folder / "terminal")
    try:
        agent.await_idle()
        kept = watchers.measure(agent.home, store.file, asked.rounds, asked.watchers)
    finally:
        agent.stop()
    shutil.rmtree(asked.folder)
    return 0 if kept else 3


if __name__ == "__main__":
    raise SystemExit(main())
