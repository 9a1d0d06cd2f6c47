"""
A line between two programs on this machine: so many bytes a second, so far away, every byte counted. In user space, so
that it needs no rights and no module of the kernel; what it counts is what TCP carries, TLS and frames included, without
the headers of TCP and IP.
"""
import collections
import socket
import threading
import time

PIECE = 4096
QUEUED_SECONDS = 0.1


class Direction:
    """One way of the line, shared by its connections."""

    def __init__(self):
        self.lock = threading.Lock()
        self.bytes = 0
        self.rate = None
        self.delay = 0.0
        self.free_at = time.monotonic()

    def take(self, count):
        """When a piece arrives, and when the next one may be taken: a line holds little."""
        with self.lock:
            self.bytes += count
            begins = max(time.monotonic(), self.free_at)
            self.free_at = begins + (count / self.rate if self.rate else 0)
            return self.free_at + self.delay, begins - QUEUED_SECONDS


class Line:
    def __init__(self, port):
        self.target = ("127.0.0.1", port)
        self.up, self.down = Direction(), Direction()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def shape(self, bytes_per_second, round_trip):
        for direction in (self.up, self.down):
            direction.rate = bytes_per_second
            direction.delay = round_trip / 2

    def _accept(self):
        while True:
            caller, _ = self.listener.accept()
            called = socket.create_connection(self.target)
            for end in (caller, called):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 << 10)
            self._carry(self.up, caller, called)
            self._carry(self.down, called, caller)

    @staticmethod
    def _carry(direction, source, target):
        pieces, ready = collections.deque(), threading.Semaphore(0)

        def take():
            piece = b"x"
            while piece:
                try:
                    piece = source.recv(PIECE if direction.rate else 256 << 10)
                except OSError:
                    piece = b""
                due, following = direction.take(len(piece))
                pieces.append((piece, due))
                ready.release()
                time.sleep(max(0.0, following - time.monotonic()))

        def deliver():
            while True:
                ready.acquire()
                piece, due = pieces.popleft()
                time.sleep(max(0.0, due - time.monotonic()))
                try:
                    if not piece:
                        target.shutdown(socket.SHUT_WR)
                        return
                    target.sendall(piece)
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        threading.Thread(target=deliver, daemon=True).start()
