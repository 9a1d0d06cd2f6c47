"""python3 -m harness.take FOLDER HOURS TOOLS HOUR PAGES DATA: takes an hour of a history that is being made."""
import sys

from . import history, repositories


def main(folder, hours, names, number, _pages, data):
    tools = [tool for tool in repositories.ALL if tool.name in names.split(",")]
    history.History(folder).take(int(number), int(hours), data, tools)


if __name__ == "__main__":
    main(*sys.argv[1:])
