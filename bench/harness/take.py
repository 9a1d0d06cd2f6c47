"""python3 -m harness.take FOLDER HOURS WITHOUT HOUR PAGES DATA: takes an hour of a history that is being made."""
import sys

from . import history, repositories


def main(folder, hours, without, number, _pages, data):
    tools = [tool for tool in repositories.ALL if tool.name not in without.split(",")]
    history.History(folder).take(int(number), int(hours), data, tools)


if __name__ == "__main__":
    main(*sys.argv[1:])
