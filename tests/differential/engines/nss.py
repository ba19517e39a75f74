"""NSS's classic CERT_VerifyCert and CERT_VerifyCertName, as its SSL_AuthCertificate uses them. Argument: libnss3."""
import ctypes
import os
import shutil
import sys
import tempfile

from lines import answer, certificates, scenarios

SSL_SERVER_USAGE, CHECK_SIGNATURES = 1, 1
TRUSTED_CA = b"C,,"
P, I, L = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong


class Item(ctypes.Structure):
    _fields_ = [("type", I), ("data", P), ("length", ctypes.c_uint)]


class Trust(ctypes.Structure):
    _fields_ = [("ssl", ctypes.c_uint), ("email", ctypes.c_uint), ("signing", ctypes.c_uint)]


class Library:
    """libnss3 with an empty data base of its own."""

    def __init__(self, path, folder):
        self.nss = ctypes.CDLL(path)
        beside = os.path.dirname(os.path.realpath(path))
        self.nspr = ctypes.CDLL(os.path.join(beside, "libnspr4.so"))
        # Only for its table of errors: the one on host names is libssl's.
        ctypes.CDLL(os.path.join(beside, "libssl3.so")).NSS_SetDomesticPolicy()
        self.call("NSS_InitReadWrite", I, ctypes.c_char_p(("sql:" + folder).encode()))
        self.slot = P(self.call("PK11_GetInternalKeySlot", P))
        if self.call("PK11_NeedUserInit", I, self.slot):
            self.call("PK11_InitPin", I, self.slot, P(None), ctypes.c_char_p(b""))
        self.handle = P(self.call("CERT_GetDefaultCertDB", P))

    def call(self, name, result, *arguments):
        function = getattr(self.nss, name)
        function.restype = result
        function.argtypes = [type(argument) for argument in arguments]
        return function(*arguments)

    def error(self):
        number = self.nspr.PR_GetError()
        self.nspr.PR_ErrorToName.restype = ctypes.c_char_p
        self.nspr.PR_ErrorToString.restype = ctypes.c_char_p
        name = self.nspr.PR_ErrorToName(number) or str(number).encode()
        return name.decode(), self.nspr.PR_ErrorToString(number, 0).decode()

    def certificate(self, der):
        octets = ctypes.create_string_buffer(der, len(der))
        item = Item(0, ctypes.addressof(octets), len(der))
        return P(self.call("CERT_NewTempCertificate", P, self.handle, ctypes.pointer(item), P(None), I(0), I(1)))

    def trust(self, der, number):
        certificate = self.certificate(der)
        if not certificate:
            return
        name = ctypes.c_char_p(b"anchor %d" % number)
        self.call("PK11_ImportCert", I, self.slot, certificate, ctypes.c_ulong(0), name, I(0))
        trust = Trust()
        self.call("CERT_DecodeTrustString", I, ctypes.pointer(trust), ctypes.c_char_p(TRUSTED_CA))
        self.call("CERT_ChangeCertTrust", I, self.handle, certificate, ctypes.pointer(trust))

    def ask(self, scenario):
        for number, der in enumerate(certificates(scenario["bundle"])):
            self.trust(der, number)
        sent = [self.certificate(der) for der in certificates(scenario["chain"])]
        if not all(sent):
            answer(scenario, False, *self.error())
            return
        now = L(scenario["time"] * 1000000)
        usage, nothing = I(SSL_SERVER_USAGE), P(None)
        done = self.call(
            "CERT_VerifyCert", I, self.handle, sent[0], I(CHECK_SIGNATURES), usage, now, nothing, nothing
        )
        if done == 0:
            host = ctypes.c_char_p(scenario["host"].encode())
            done = self.call("CERT_VerifyCertName", I, sent[0], host)
        if done == 0:
            answer(scenario, True)
        else:
            answer(scenario, False, *self.error())


def in_child(scenario, path):
    """NSS remembers what it has seen, so each scenario gets a process and a data base."""
    folder = tempfile.mkdtemp(prefix="nss-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    child = os.fork()
    if child == 0:
        Library(path, folder).ask(scenario)
        sys.stdout.flush()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    shutil.rmtree(folder)
    if status != 0:
        sys.exit("%s: ended with %d" % (scenario["scenario"], status))


if __name__ == "__main__":
    for scenario in scenarios():
        in_child(scenario, sys.argv[1])
