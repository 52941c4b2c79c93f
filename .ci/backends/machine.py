"""Ports, processes and patience."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AGENT = ROOT / "agent/target/mcpdiag-agent.jar"
EXAMPLE = ROOT / "example-app/target/mcpdiag-example-app.jar"


def fail(sentence):
    print(f"{Path(sys.argv[0]).name}: {sentence}", file=sys.stderr)
    sys.exit(1)


def require(holds, sentence):
    if not holds:
        fail(sentence)


def free_ports(count):
    # All open at once, so that none is handed out twice.
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_until(holds, seconds, what):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            fail(f"waited {seconds} s in vain: {what}")
        time.sleep(0.1)


def text_of(url):
    """What a GET answers, or an empty text where there is no answer."""
    try:
        # No proxy: everything here is on this machine.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(url, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def built(script):
    """The path that a build script prints; it builds on the first call only."""
    made = subprocess.run([ROOT / ".ci" / script], stdout=subprocess.PIPE, text=True)
    if made.returncode != 0:
        sys.exit(made.returncode)
    return made.stdout.strip()


def require_jars():
    for jar in (AGENT, EXAMPLE):
        require(
            jar.is_file(),
            f"{jar.relative_to(ROOT)} is missing: run mvn -q -DskipTests package first.",
        )


class Daemons:
    """Child processes with a log file each; the end of the check ends them."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="mcpdiag-check-"))
        self._running = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        for name in list(self._running):
            self.stop(name)
        if error is None:
            shutil.rmtree(self.folder)
        else:
            print(f"The logs are in {self.folder}", file=sys.stderr)

    def start(self, name, command, environment=None):
        with open(self.folder / f"{name}.log", "ab") as log:
            self._running[name] = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )

    def stop(self, name):
        process = self._running.pop(name)
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def require_running(self):
        for name, process in self._running.items():
            require(process.poll() is None, f"{name} ended with {process.returncode}:\n{self.log(name)}")

    def log(self, name):
        return (self.folder / f"{name}.log").read_text(errors="replace")
