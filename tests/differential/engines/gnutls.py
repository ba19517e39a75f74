"""GnuTLS's library: the check that a session of priority NORMAL does on its peer. Argument: the library."""
import ctypes
import sys

from lines import answer, scenarios

PEM, PRINT_ONELINE = 1, 1
SERVER_PURPOSE = b"1.3.6.1.5.5.7.3.1"
DATA_HOST, DATA_PURPOSE = 1, 2
# What NORMAL brings to a session: profile LOW, which stands in the bits from 24 up.
FLAGS = 2 << 24

P, U = ctypes.c_void_p, ctypes.c_uint
Clock = ctypes.CFUNCTYPE(ctypes.c_long, P)


class Datum(ctypes.Structure):
    _fields_ = [("data", P), ("size", U)]

    @classmethod
    def of(cls, octets):
        datum = cls()
        datum.kept = ctypes.create_string_buffer(octets, len(octets))
        datum.data, datum.size = ctypes.addressof(datum.kept), len(octets)
        return datum


class TypedData(ctypes.Structure):
    _fields_ = [("type", U), ("data", P), ("size", U)]


def typed(kind, octets):
    kept = ctypes.create_string_buffer(octets)
    made = TypedData(kind, ctypes.addressof(kept), 0)
    return made, kept


def chain(library, pem):
    listed, count = P(), U()
    datum = Datum.of(pem.encode())
    done = library.gnutls_x509_crt_list_import2(ctypes.byref(listed), ctypes.byref(count), ctypes.byref(datum), PEM, 0)
    return (listed, count) if done >= 0 else None


def trust(library, pem):
    anchors = P()
    library.gnutls_x509_trust_list_init(ctypes.byref(anchors), 0)
    datum = Datum.of(pem.encode())
    library.gnutls_x509_trust_list_add_trust_mem(anchors, ctypes.byref(datum), None, PEM, 0, 0)
    return anchors


def wanted(host):
    data = [typed(DATA_PURPOSE, SERVER_PURPOSE), typed(DATA_HOST, host.encode())]
    return (TypedData * len(data))(*[one for one, _ in data]), data


def ask(library, scenario):
    now = Clock(lambda _: scenario["time"])
    library.gnutls_global_set_time_function(now)
    sent = chain(library, scenario["chain"])
    if sent is None:
        answer(scenario, False, "unreadable", "a certificate cannot be read")
        return
    anchors = trust(library, scenario["bundle"])
    data, kept = wanted(scenario["host"])
    status = U()
    done = library.gnutls_x509_trust_list_verify_crt2(
        anchors, sent[0], sent[1], data, len(data), FLAGS, ctypes.byref(status), None
    )
    if done < 0:
        answer(scenario, False, f"error{done}", library.gnutls_strerror(done).decode())
        return
    said = Datum()
    library.gnutls_certificate_verification_status_print(status, PRINT_ONELINE, ctypes.byref(said), 0)
    text = ctypes.string_at(said.data).decode() if status.value else ""
    answer(scenario, status.value == 0, hex(status.value) if status.value else "", text)


if __name__ == "__main__":
    gnutls = ctypes.CDLL(sys.argv[1])
    gnutls.gnutls_strerror.restype = ctypes.c_char_p
    for scenario in scenarios():
        ask(gnutls, scenario)
