"""
The hours before the one that is measured, each as a page file; each program's repository after them, and the chain of
our own archives, with what each hour added; and the server's data directory at the last.
"""
import dataclasses
import json
import os
import shutil
import subprocess

from . import own, repositories, trees


@dataclasses.dataclass(frozen=True)
class Hour:
    """An hour's page file, under the name that a store's dump has, and the server's data directory."""
    number: int
    pages: str
    data: str


class History:
    def __init__(self, folder):
        self.folder = folder

    def pages(self, number):
        return os.path.join(self.folder, f"hour{number}.pages")

    def dump(self, number):
        return os.path.join(self.folder, f"hour{number}.dump")

    def kept(self, tool):
        return os.path.join(self.folder, "kept", tool)

    @property
    def data(self):
        return os.path.join(self.folder, "data")

    def last(self):
        """The hour to be measured."""
        return max(int(name[4:-6]) for name in os.listdir(self.folder)
                   if name.startswith("hour") and name.endswith(".pages"))

    def hour(self, number, at=None, file=None):
        """Gives the hour's page file, or another file, the name under which every program is to know it."""
        link = os.path.join(at or self.folder, "now", repositories.DUMP)
        os.makedirs(os.path.dirname(link), exist_ok=True)
        if os.path.exists(link):
            os.remove(link)
        os.link(file or self.pages(number), link)
        return Hour(number, link, self.data)

    def growth(self):
        """{program: {hour: bytes of its repository after it}}"""
        path = os.path.join(self.folder, "growth.json")
        if not os.path.exists(path):
            return {}
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def note(self, tool, number, figures):
        growth = self.growth()
        growth.setdefault(tool, {})[str(number)] = figures
        with open(os.path.join(self.folder, "growth.json"), "w", encoding="utf-8") as file:
            json.dump(growth, file, indent=1)

    def take(self, number, hours, data, tools):
        """Takes an hour into the repositories, while the server stands still; the last one is left to be measured."""
        hour = dataclasses.replace(self.hour(number), data=data)
        if number == hours:
            shutil.rmtree(self.data, ignore_errors=True)
            subprocess.run(["cp", "-a", data, self.data], check=True)
            return
        for tool in tools:
            folder = self.kept(tool.name)
            if number == 0:
                repositories.begin(tool, folder, hour)
            subprocess.run(tool.add(folder, hour), check=True, stdin=subprocess.DEVNULL,
                           **repositories.taking(hour, tool, folder))
            self.note(tool.name, number, {"bytes": trees.size(os.path.join(folder, "repo"))})

    def chain(self, process, last):
        """The archives of all hours before the last, each after the one before, as the agent would have made them."""
        folder = self.kept("dmbackup")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        bases = []
        for number in range(last):
            name = f"hour{number}.zip"
            before = [bases[-1].path, bases[-1].seal] if bases else []
            _, words = process.ask("archive", self.pages(number), folder, name, *before)
            figures, seal = own.added(words)
            self.note("dmbackup", number, figures)
            bases.append(own.Base(os.path.join(folder, name), seal))
        return bases
