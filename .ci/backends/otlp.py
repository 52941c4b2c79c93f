"""Reads OTLP/protobuf without a library: only what a check asks about."""

import struct


def fields(message):
    """All (number, value) of a message: numbers as int, fixed as bytes, the rest as bytes."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        wire = tag & 7
        if wire == 0:
            value, at = _varint(message, at)
        else:
            size = {1: 8, 5: 4}.get(wire)
            if size is None:
                size, at = _varint(message, at)
            value, at = message[at : at + size], at + size
        yield tag >> 3, value


def _varint(message, at):
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def _all(message, number):
    return [value for found, value in fields(message) if found == number]


def _any_value(message):
    for number, value in fields(message):
        if number == 1:
            return value.decode()
        if number == 2:
            return bool(value)
        if number == 3:
            return value - (1 << 64) if value >> 63 else value
        if number == 4:
            return struct.unpack("<d", value)[0]
        if number == 5:
            return [_any_value(entry) for entry in _all(value, 1)]
    return None


def _attributes(message, number):
    pairs = (dict(fields(pair)) for pair in _all(message, number))
    return {pair[1].decode(): _any_value(pair.get(2, b"")) for pair in pairs}


def _records(request, read):
    """Resource, scope, record: the three levels of each signal, with the same numbers."""
    for group in _all(request, 1):
        resource = {}
        for found in _all(group, 1):
            resource = _attributes(found, 1)
        for scope in _all(group, 2):
            for record in _all(scope, 2):
                yield {"resource": resource, **read(record)}


def log_records(request):
    return list(_records(request, _log_record))


def spans(request):
    return list(_records(request, _span))


def _log_record(message):
    plain = dict(fields(message))
    return {
        "time": int.from_bytes(plain.get(1, b""), "little"),
        "severity": plain.get(2, 0),
        "severity_text": plain.get(3, b"").decode(),
        "body": _any_value(plain.get(5, b"")),
        "attributes": _attributes(message, 6),
        "trace_id": plain.get(9, b"").hex(),
        "span_id": plain.get(10, b"").hex(),
        "event_name": plain.get(12, b"").decode(),
    }


def _span(message):
    plain = dict(fields(message))
    return {
        "trace_id": plain.get(1, b"").hex(),
        "span_id": plain.get(2, b"").hex(),
        "parent": plain.get(4, b"").hex(),
        "name": plain.get(5, b"").decode(),
        "kind": plain.get(6, 0),
        "attributes": _attributes(message, 9),
        "events": _all(message, 11),
        "status": dict(fields(plain.get(15, b""))).get(3, 0),
    }
