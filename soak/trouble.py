"""What goes wrong in a store around an hour boundary, and is mended some minutes later."""


class Calm:
    """Nothing."""

    def begin(self):
        """Nothing begins."""

    def end(self):
        """Nothing ends."""


class TerminalAway:
    """The second machine is switched off."""

    def __init__(self, soak):
        self.soak = soak
        self.away = soak.folder / "terminal-away"

    def begin(self):
        self.soak.terminal.rename(self.away)
        self.soak.log("the terminal goes away")

    def end(self):
        self.away.rename(self.soak.terminal)
        self.soak.log("the terminal is back")


class ServerDown:
    """The database's server is stopped; nobody can sell either."""

    def __init__(self, soak):
        self.soak = soak

    def begin(self):
        self.soak.till.resting = True
        self.soak.store.stop()
        self.soak.log("the database's server goes down")

    def end(self):
        self.soak.store.start()
        self.soak.till.resting = False
        self.soak.log("the database's server is back")


class WrongSettings:
    """Somebody edits the settings and makes a mistake: what held before must go on holding."""

    def __init__(self, soak):
        self.soak = soak
        self.file = soak.program.home_folder() / "dmbackup.toml"
        self.right = self.file.read_bytes()

    def begin(self):
        self._write(self.right + b"\n[local\nslots = many\n")
        self.soak.log("the settings are wrong")

    def end(self):
        self._write(self.right)
        self.soak.log("the settings are right again")

    def _write(self, content):
        """In place, as editors do: owner and rights stay."""
        self.file.write_bytes(content)
