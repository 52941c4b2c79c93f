"""The repository's otel-collector.yaml in a real collector, on free ports."""

import json
import time
import urllib.request

from machine import ROOT, built, free_ports, text_of, wait_until


class Collector:
    def __init__(self, daemons, jaeger_port, loki_port):
        self.daemons = daemons
        grpc, http, prometheus, health = free_ports(4)
        self.grpc = f"http://127.0.0.1:{grpc}"
        self.http = f"http://127.0.0.1:{http}"
        self.prometheus = f"127.0.0.1:{prometheus}"
        self._health = f"http://127.0.0.1:{health}"
        self._environment = {
            "OTLP_GRPC_ENDPOINT": f"127.0.0.1:{grpc}",
            "OTLP_HTTP_ENDPOINT": f"127.0.0.1:{http}",
            "JAEGER_ENDPOINT": f"127.0.0.1:{jaeger_port}",
            "LOKI_ENDPOINT": f"http://127.0.0.1:{loki_port}/otlp",
            "PROMETHEUS_ENDPOINT": f"127.0.0.1:{prometheus}",
            "HEALTH_ENDPOINT": f"127.0.0.1:{health}",
        }

    def start(self):
        command = [built("build-collector"), "--config", ROOT / "otel-collector.yaml"]
        self.daemons.start("collector", command, self._environment)
        wait_until(self.is_healthy, 30, "the collector's health check")
        return self

    def is_healthy(self):
        self.daemons.require_running()
        return "Server available" in text_of(self._health)

    def scraped(self):
        """The lines that Prometheus would read."""
        return text_of(f"http://{self.prometheus}/metrics").splitlines()

    def sum_of(self, metric, service):
        """All series of one service together."""
        series = (line for line in self.scraped() if line.startswith(metric + "{"))
        return sum(float(line.split()[-1]) for line in series if f'job="{service}"' in line)

    def misses(self, exporter):
        """Whether an export failed, as the collector's log tells."""
        lines = self.daemons.log("collector").splitlines()
        return any("Exporting failed" in line and f'"{exporter}"' in line for line in lines)

    def count(self, metric, value, **attributes):
        """Sends one point of a counter, as any program of the user might."""
        now = str(time.time_ns())
        point = {
            "asInt": str(value),
            "startTimeUnixNano": now,
            "timeUnixNano": now,
            "attributes": [_attribute(*each) for each in attributes.items()],
        }
        total = {"aggregationTemporality": 2, "isMonotonic": True, "dataPoints": [point]}
        scope = {"metrics": [{"name": metric, "sum": total}]}
        resource = {"attributes": [_attribute("service.name", "probe")]}
        body = {"resourceMetrics": [{"resource": resource, "scopeMetrics": [scope]}]}
        request = urllib.request.Request(
            self.http + "/v1/metrics",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5).close()


def _attribute(name, value):
    return {"key": name, "value": {"stringValue": value}}
