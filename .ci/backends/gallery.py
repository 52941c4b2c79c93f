"""The example application, run with the agent, and what its console said."""

import os
import re
import subprocess
from dataclasses import dataclass

from machine import AGENT, EXAMPLE, require

FAILURE = re.compile(
    r"^\[mcpdiag\] (?P<code>[A-Z][A-Z0-9_]+)(?: \(\w+\))? \| (?P<type>\w+), retryable: .*"
    r" \| debug id (?P<debug_id>[0-9a-f]{32})(?: \| (?P<link>\S+))?$"
)
SUMMARY = re.compile(r"^\[mcpdiag\] summary: \d+ calls, (?P<failed>\d+) failed")


@dataclass(frozen=True)
class ConsoleLine:
    code: str
    failure_type: str
    debug_id: str
    link: str


@dataclass(frozen=True)
class Visit:
    """What the consoles of client and servers said: a line for each kind of failure, and how many in all."""

    service: str
    lines: list
    failed: int


def visit(service, endpoint, protocol, trace_url=""):
    """Walks the whole gallery, its servers with the agent too."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("OTEL_", "MCPDIAG_"))},
        "OTEL_SERVICE_NAME": service,
        "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint,
        "OTEL_EXPORTER_OTLP_PROTOCOL": protocol,
    }
    options = f"=trace-url={trace_url}" if trace_url else ""
    run = subprocess.run(
        ["java", f"-javaagent:{AGENT}{options}", "-jar", EXAMPLE, "--both-sides"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=240,
    )
    require(run.returncode == 0, f"the gallery ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    said = run.stderr.splitlines()
    lines = [
        ConsoleLine(match["code"], match["type"], match["debug_id"], match["link"] or "")
        for match in map(FAILURE.match, said)
        if match
    ]
    failed = [int(match["failed"]) for match in map(SUMMARY.match, said) if match]
    require(len(lines) >= 20 and len(failed) >= 2, f"too few failures on the console:\n{run.stderr}")
    return Visit(service, lines, sum(failed))
