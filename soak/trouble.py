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
