"""A mock of the site's API and of the storage that it sends uploads to.

Usage: mock_site.py SITE_CHAIN SITE_KEY STORAGE_CHAIN STORAGE_KEY

Listens on two ports of loopback, one per chain, prints both numbers, and serves until its standard input ends.
"""

import json
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

INFO = {
    "version": [8, 99, 0],
    "full_version": [8, 99, 0, 0],
    "s3_uploads_enabled": True,
    "s3_direct_uploads_enabled": True,
    "s3_enabled_upload_types": {"Version": ["sg_uploaded_movie"]},
}

UPLOAD_LINK = "1\n{storage}/bucket/movie.mov\n2026-01-01 00:00:00\nAttachment\nNone\n"
LINKED = "1:72\n"


class Site(BaseHTTPRequestHandler):
    """Answers the calls that a query and an upload make; both ports answer all of them."""

    protocol_version = "HTTP/1.1"
    storage = ""

    def do_GET(self):
        self.reply("text/plain", "reached\n")

    def do_PUT(self):
        self.body()
        self.reply("text/plain", "", Etag='"mock"')

    def do_POST(self):
        body = self.body()
        if self.path == "/upload/api_get_upload_link_info":
            self.reply("text/plain", UPLOAD_LINK.format(storage=self.storage))
        elif self.path == "/upload/api_link_file":
            self.reply("text/plain", LINKED)
        elif json.loads(body)["method_name"] == "info":
            self.reply("application/json", json.dumps(INFO))
        else:
            self.send_error(404)

    def body(self):
        return self.rfile.read(int(self.headers["Content-Length"]))

    def reply(self, content_type, text, **headers):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing: what the clients say is what counts."""


class Server(ThreadingHTTPServer):
    """HTTPS; the handshake is made by the thread of its connection, and may fail."""

    daemon_threads = True

    def __init__(self, chain, key):
        super().__init__(("127.0.0.1", 0), Site)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(chain, key)

    def finish_request(self, request, client_address):
        try:
            connection = self.context.wrap_socket(request, server_side=True)
        except OSError:
            return  # The client does not trust us.
        with connection:
            super().finish_request(connection, client_address)

    def handle_error(self, request, client_address):
        """Nothing: a client that goes away is no failure of the site."""


def main():
    site_chain, site_key, storage_chain, storage_key = sys.argv[1:]
    servers = [Server(site_chain, site_key), Server(storage_chain, storage_key)]
    Site.storage = f"https://localhost:{servers[1].server_port}"
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_port, flush=True)
    sys.stdin.read()


main()
