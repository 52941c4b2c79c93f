"""Stands in for a back end that takes OTLP over HTTP: keeps what it was given."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import otlp


class Sink:
    """Listens on 127.0.0.1 until closed; may be opened again, on the same port."""

    def __init__(self, port):
        self.port = port
        self.logs = []
        self.spans = []
        self.paths = set()
        self._server = None

    def open(self):
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.headers.get("Content-Encoding") == "gzip":
                    body = gzip.decompress(body)
                sink._keep(self.path, body)
                self.send_response(200)
                self.send_header("Content-Type", "application/x-protobuf")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *ignored):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _keep(self, path, body):
        self.paths.add(path)
        if path.endswith("/v1/logs"):
            self.logs += otlp.log_records(body)
        elif path.endswith("/v1/traces"):
            self.spans += otlp.spans(body)
