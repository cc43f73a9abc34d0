package org.ophiura.sim.hardware.mcap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file from start to end: messages in chunks with checksums, an index at the end. A
 * file whose writer was killed is whole up to the last chunk that was flushed.
 *
 * <p>Belongs to one thread.
 */
public final class McapWriter implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 18;

  private record ChunkIndex(
      long start,
      long end,
      long at,
      long length,
      Map<Integer, Long> indices,
      long indicesLength,
      long size) {}

  private record MetadataIndex(String name, long at, long length) {}

  private final OutputStream out;
  private final CRC32 sectionSum = new CRC32();
  private final RecordBuffer record = new RecordBuffer();
  private final RecordBuffer chunk = new RecordBuffer();
  private final Map<Integer, RecordBuffer> messageIndices = new TreeMap<>();
  private final Map<Integer, Long> messageCounts = new TreeMap<>();
  private final List<McapSchema> schemas = new ArrayList<>();
  private final List<McapChannel> channels = new ArrayList<>();
  private final List<ChunkIndex> chunks = new ArrayList<>();
  private final List<MetadataIndex> metadata = new ArrayList<>();
  private long written;
  private long chunkStart;
  private long chunkEnd;
  private boolean closed;

  /**
   * Begins a file.
   *
   * @param out takes the file; closed with this writer
   * @param library what wrote it
   */
  public McapWriter(OutputStream out, String library) throws IOException {
    this.out = out;
    byte[] magic = Opcode.magic();
    record.raw(magic, magic.length);
    record.begin(Opcode.HEADER).text("").text(library).end();
    emit(record);
  }

  /** Describes how messages are built. */
  public McapSchema addSchema(String name, String encoding, String text) throws IOException {
    McapSchema schema = new McapSchema(schemas.size() + 1, name, encoding, text);
    schemas.add(schema);
    put(schema);
    emit(record);
    return schema;
  }

  /** Opens a stream of messages. */
  public McapChannel addChannel(
      McapSchema schema, String topic, String messageEncoding, Map<String, String> about)
      throws IOException {
    McapChannel channel =
        new McapChannel(channels.size(), schema.id(), topic, messageEncoding, about);
    channels.add(channel);
    put(channel);
    emit(record);
    return channel;
  }

  /** Writes what is known of the whole file. */
  public void addMetadata(String name, Map<String, String> values) throws IOException {
    flush();
    record.begin(Opcode.METADATA).text(name).map(values).end();
    metadata.add(new MetadataIndex(name, written, record.size()));
    emit(record);
  }

  /**
   * Writes a message.
   *
   * @param sequence its number in its channel
   * @param timeNanos when it was logged, in nanoseconds since 1970
   * @param data all that is left of it. Its position moves to its limit.
   */
  public void write(McapChannel channel, long sequence, long timeNanos, ByteBuffer data)
      throws IOException {
    if (chunk.size() == 0) {
      chunkStart = timeNanos;
      chunkEnd = timeNanos;
    }
    chunkStart = Math.min(chunkStart, timeNanos);
    chunkEnd = Math.max(chunkEnd, timeNanos);
    messageIndices
        .computeIfAbsent(channel.id(), id -> new RecordBuffer())
        .u64(timeNanos)
        .u64(chunk.size());
    messageCounts.merge(channel.id(), 1L, Long::sum);
    chunk
        .begin(Opcode.MESSAGE)
        .u16(channel.id())
        .u32(sequence)
        .u64(timeNanos)
        .u64(timeNanos)
        .raw(data)
        .end();
    if (chunk.size() >= CHUNK_BYTES) {
      flush();
    }
  }

  /** Ends the chunk, so that what was written so far can be read whatever happens. */
  public void flush() throws IOException {
    if (chunk.size() > 0) {
      long at = written;
      record
          .begin(Opcode.CHUNK)
          .u64(chunkStart)
          .u64(chunkEnd)
          .u64(chunk.size())
          .u32(sum(chunk))
          .text("")
          .u64(chunk.size())
          .raw(chunk.array(), chunk.size())
          .end();
      long length = record.size();
      emit(record);
      Map<Integer, Long> indices = new TreeMap<>();
      for (Map.Entry<Integer, RecordBuffer> index : messageIndices.entrySet()) {
        RecordBuffer entries = index.getValue();
        indices.put(index.getKey(), written);
        record
            .begin(Opcode.MESSAGE_INDEX)
            .u16(index.getKey())
            .u32(entries.size())
            .raw(entries.array(), entries.size())
            .end();
        emit(record);
      }
      long indicesLength = written - at - length;
      chunks.add(
          new ChunkIndex(chunkStart, chunkEnd, at, length, indices, indicesLength, chunk.size()));
      messageIndices.clear();
      chunk.clear();
    }
    out.flush();
  }

  private static long sum(RecordBuffer bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), 0, bytes.size());
    return sum.getValue();
  }

  /** Writes what was put together to the file. */
  private void emit(RecordBuffer bytes) throws IOException {
    out.write(bytes.array(), 0, bytes.size());
    sectionSum.update(bytes.array(), 0, bytes.size());
    written += bytes.size();
    bytes.clear();
  }

  private void put(McapSchema schema) {
    record
        .begin(Opcode.SCHEMA)
        .u16(schema.id())
        .text(schema.name())
        .text(schema.encoding())
        .text(schema.text())
        .end();
  }

  private void put(McapChannel channel) {
    record
        .begin(Opcode.CHANNEL)
        .u16(channel.id())
        .u16(channel.schemaId())
        .text(channel.topic())
        .text(channel.messageEncoding())
        .map(channel.metadata())
        .end();
  }

  /** Writes the index and closes the file. Closing again does nothing. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      flush();
      record.begin(Opcode.DATA_END).u32(sectionSum.getValue()).end();
      emit(record);
      summary();
      out.flush();
    }
  }

  private void summary() throws IOException {
    sectionSum.reset();
    long summaryAt = written;
    RecordBuffer offsets = new RecordBuffer();
    schemas.forEach(this::put);
    group(Opcode.SCHEMA, offsets);
    channels.forEach(this::put);
    group(Opcode.CHANNEL, offsets);
    putStatistics();
    group(Opcode.STATISTICS, offsets);
    chunks.forEach(this::put);
    group(Opcode.CHUNK_INDEX, offsets);
    for (MetadataIndex index : metadata) {
      record
          .begin(Opcode.METADATA_INDEX)
          .u64(index.at())
          .u64(index.length())
          .text(index.name())
          .end();
    }
    group(Opcode.METADATA_INDEX, offsets);
    long offsetsAt = written;
    emit(offsets);
    // The checksum of the summary ends within the footer, just before itself.
    record.begin(Opcode.FOOTER).u64(summaryAt).u64(offsetsAt).u32(0).end();
    int sumAt = record.size() - Integer.BYTES;
    sectionSum.update(record.array(), 0, sumAt);
    ByteBuffer.wrap(record.array())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(sumAt, (int) sectionSum.getValue());
    byte[] magic = Opcode.magic();
    record.raw(magic, magic.length);
    emit(record);
  }

  private void group(byte opcode, RecordBuffer offsets) throws IOException {
    if (record.size() > 0) {
      offsets.begin(Opcode.SUMMARY_OFFSET).u8(opcode).u64(written).u64(record.size()).end();
      emit(record);
    }
  }

  private void putStatistics() {
    long messages = messageCounts.values().stream().mapToLong(Long::longValue).sum();
    long start = chunks.stream().mapToLong(ChunkIndex::start).min().orElse(0);
    long end = chunks.stream().mapToLong(ChunkIndex::end).max().orElse(0);
    record
        .begin(Opcode.STATISTICS)
        .u64(messages)
        .u16(schemas.size())
        .u32(channels.size())
        .u32(0)
        .u32(metadata.size())
        .u32(chunks.size())
        .u64(start)
        .u64(end)
        .u32((Short.BYTES + Long.BYTES) * (long) messageCounts.size());
    messageCounts.forEach((channel, count) -> record.u16(channel).u64(count));
    record.end();
  }

  private void put(ChunkIndex index) {
    record
        .begin(Opcode.CHUNK_INDEX)
        .u64(index.start())
        .u64(index.end())
        .u64(index.at())
        .u64(index.length())
        .u32((Short.BYTES + Long.BYTES) * (long) index.indices().size());
    index.indices().forEach((channel, at) -> record.u16(channel).u64(at));
    record.u64(index.indicesLength()).text("").u64(index.size()).u64(index.size()).end();
  }
}
