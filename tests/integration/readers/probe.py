"""What Python's ssl, GnuTLS and other builds of libcrypto make of files of certificates: one JSON line for each file.

The names of the files come on standard input, one a line. CERTWHY_LIBCRYPTO names further builds: NAME=PATH[:PATH],...
"""

import ctypes
import ctypes.util
import json
import os
import ssl
import subprocess
import sys


def python(path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cafile=path)
    except ssl.SSLError as error:
        return {"error": str(error)}
    return {"distinct": context.cert_store_stats()["x509"]}


def one_by_one(path):
    """The loop that Node runs over its option `ca`, and Python over `cadata`: what counted before it ended."""
    try:
        text = open(path, "rb").read().decode("ascii")
    except UnicodeDecodeError:
        return None
    if "TRUSTED" in text or "\0" in text:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):
        pass
    return {"distinct": context.cert_store_stats()["x509"]}


def openssl(path):
    """The file as a whole, by the same function as -CAfile; every certificate in it."""
    command = ["openssl", "crl2pkcs7", "-nocrl", "-certfile", path, "-outform", "DER"]
    made = subprocess.run(command, capture_output=True)
    if made.returncode != 0:
        return {"error": made.stderr.decode(errors="replace")}
    shown = subprocess.run(["openssl", "pkcs7", "-inform", "DER", "-print_certs", "-noout"], input=made.stdout, capture_output=True)
    return {"count": shown.stdout.count(b"subject=")}


class Datum(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_uint)]


def gnutls(path):
    name = ctypes.util.find_library("gnutls")
    if not name:
        return None
    library = ctypes.CDLL(name)
    library.gnutls_strerror.restype = ctypes.c_char_p
    trusted = ctypes.c_void_p()
    library.gnutls_x509_trust_list_init(ctypes.byref(trusted), 0)
    content = open(path, "rb").read()
    datum = Datum(content, len(content))
    PEM = 1
    added = library.gnutls_x509_trust_list_add_trust_mem(trusted, ctypes.byref(datum), None, PEM, 0, 0)
    library.gnutls_x509_trust_list_deinit(trusted, 1)
    if added < 0:
        return {"error": library.gnutls_strerror(added).decode()}
    return {"count": added}


def libcrypto(paths):
    *needed, main = paths.split(":")
    for path in needed:
        ctypes.CDLL(path, ctypes.RTLD_GLOBAL)
    library = ctypes.CDLL(main)
    for function in ["X509_STORE_new", "X509_STORE_add_lookup", "X509_LOOKUP_file", "X509_LOOKUP_ctrl"]:
        getattr(library, function).restype = ctypes.c_void_p
    library.ERR_peek_last_error.restype = ctypes.c_ulong
    library.ERR_get_error.restype = ctypes.c_ulong
    library.ERR_reason_error_string.restype = ctypes.c_char_p
    library.ERR_reason_error_string.argtypes = [ctypes.c_ulong]
    load = library.X509_load_cert_crl_file
    load.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    library.X509_STORE_add_lookup.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    if hasattr(library, "OPENSSL_add_all_algorithms_noconf"):
        library.OPENSSL_add_all_algorithms_noconf()
    if hasattr(library, "ERR_load_crypto_strings"):
        library.ERR_load_crypto_strings()
    PEM = 1

    def read(path):
        library.ERR_clear_error()
        store = library.X509_STORE_new()
        lookup = library.X509_STORE_add_lookup(store, library.X509_LOOKUP_file())
        count = load(lookup, path.encode(), PEM)
        if count > 0:
            return {"count": count}
        reasons = []
        while code := library.ERR_get_error():
            reasons.append((library.ERR_reason_error_string(code) or b"").decode())
        return {"error": "; ".join(reasons)}

    return read


def main():
    readers = {"python": python, "one-by-one": one_by_one, "openssl": openssl, "gnutls": gnutls}
    for entry in filter(None, os.environ.get("CERTWHY_LIBCRYPTO", "").split(",")):
        name, paths = entry.split("=", 1)
        readers[name] = libcrypto(paths)
    for path in sys.stdin.read().splitlines():
        print(json.dumps({name: read(path) for name, read in readers.items()}))


main()
