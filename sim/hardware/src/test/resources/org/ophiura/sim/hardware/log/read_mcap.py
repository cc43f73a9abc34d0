"""Reads a log with the public MCAP library and writes all of its numbers as doubles.

Usage: read_mcap.py LOG OUT. Both readers of the library are used: the one that goes by the index
and the one that goes through the file; checksums are checked by both.
"""

import struct
import sys

from mcap.reader import NonSeekingReader, make_reader
from mcap.records import DataEnd
from mcap.stream_reader import StreamReader
from mcap_ros1.decoder import DecoderFactory


def numbers(message):
    values = []
    for slot in message.__slots__:
        value = getattr(message, slot)
        values += list(value) if hasattr(value, "__len__") else [value]
    return [float(value) for value in values]


def main(log, out):
    with open(log, "rb") as file:
        reader = make_reader(file, validate_crcs=True, decoder_factories=[DecoderFactory()])
        summary = reader.get_summary()
        indexed = list(reader.iter_decoded_messages())
        metadata = {record.name: record.metadata for record in reader.iter_metadata()}
    with open(log, "rb") as file:
        reader = NonSeekingReader(file, validate_crcs=True, decoder_factories=[DecoderFactory()])
        streamed = list(reader.iter_decoded_messages())
    with open(log, "rb") as file:
        ends = [r for r in StreamReader(file, validate_crcs=True).records if isinstance(r, DataEnd)]
    assert len(ends) == 1 and ends[0].data_section_crc != 0
    assert len(streamed) == len(indexed) == summary.statistics.message_count
    assert summary.statistics.chunk_count == len(summary.chunk_indexes) > 1
    assert {c.topic for c in summary.channels.values()} == {"/tick"}
    assert metadata["run"] == {"seed": "7"}, metadata
    assert metadata["ophiura"]["robot"] == "arm", metadata
    assert metadata["outcome"] == {"stop": "a key was pressed"}, metadata
    for ours, other in zip(indexed, streamed):
        assert numbers(ours.decoded_message) == numbers(other.decoded_message)
    with open(out, "wb") as file:
        for decoded in indexed:
            row = [float(decoded.message.log_time), float(decoded.message.sequence)]
            row += numbers(decoded.decoded_message)
            file.write(struct.pack("<%dd" % len(row), *row))


main(*sys.argv[1:])
