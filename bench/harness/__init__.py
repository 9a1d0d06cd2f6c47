"""Measures DMBackup's archives against other programs. Python's standard library alone; start at __main__."""
