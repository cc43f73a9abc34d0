package org.ophiura.sim.hardware.mcap;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads an MCAP file from start to end, without its index: so a file that breaks off is read up to
 * its last whole message, and {@link #damage()} says where it broke off.
 *
 * <p>Belongs to one thread.
 */
public final class McapReader implements AutoCloseable {
  private final Path path;
  private final FileChannel file;
  private final long fileBytes;
  private final Map<Integer, McapSchema> schemas = new LinkedHashMap<>();
  private final Map<Integer, McapChannel> channels = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> metadata = new LinkedHashMap<>();
  private ByteBuffer chunk = ByteBuffer.allocate(0);
  private boolean chunkIsCut;
  private long position;
  private long messages;
  private boolean ended;
  private Optional<String> damage = Optional.empty();

  /**
   * A message.
   *
   * @param channel its stream
   * @param sequence its number in it
   * @param timeNanos when it was logged, in nanoseconds since 1970
   * @param data its content, little-endian
   */
  public record Message(McapChannel channel, long sequence, long timeNanos, ByteBuffer data) {}

  /**
   * Opens a file.
   *
   * @throws McapFormatException if it is no MCAP file
   * @throws IOException if it cannot be read
   */
  public McapReader(Path path) throws IOException {
    this.path = path;
    file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      fileBytes = file.size();
      byte[] magic = Opcode.magic();
      if (fileBytes < magic.length || !read(magic.length).equals(ByteBuffer.wrap(magic))) {
        throw new McapFormatException(
            path + " must be an MCAP log, but does not begin like one; logs end in .mcap");
      }
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Streams that were met so far, by id. */
  public Map<Integer, McapChannel> channels() {
    return Map.copyOf(channels);
  }

  /** How messages of a stream are built; empty where the file does not say. */
  public Optional<McapSchema> schema(McapChannel channel) {
    return Optional.ofNullable(schemas.get(channel.schemaId()));
  }

  /** What is known of the whole file, as far as it was met yet: that at the end, after the end. */
  public Map<String, Map<String, String>> metadata() {
    return Map.copyOf(metadata);
  }

  /**
   * What is wrong with the file, once {@link #next()} has come to its end; empty if it is whole.
   */
  public Optional<String> damage() {
    return damage;
  }

  /**
   * The next message; empty at the end of what can be read.
   *
   * @throws McapFormatException if the file is whole but written in a way that is not known here
   * @throws IOException if it cannot be read
   */
  public Optional<Message> next() throws IOException {
    while (true) {
      Optional<Message> message = nextInChunk();
      if (message.isPresent()) {
        messages++;
        return message;
      }
      if (ended) {
        return Optional.empty();
      }
      message = nextOfFile();
      if (message.isPresent()) {
        messages++;
        return message;
      }
    }
  }

  private Optional<Message> nextInChunk() {
    while (chunk.remaining() >= Opcode.PREFIX_BYTES) {
      byte opcode = chunk.get();
      long length = chunk.getLong();
      if (length < 0 || length > chunk.remaining()) {
        chunk.position(chunk.limit());
        return Optional.empty();
      }
      Optional<Message> message = content(opcode, slice(chunk, (int) length));
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  private Optional<Message> nextOfFile() throws IOException {
    if (chunkIsCut || fileBytes - position < Opcode.PREFIX_BYTES) {
      return broken("breaks off");
    }
    ByteBuffer prefix = read(Opcode.PREFIX_BYTES);
    byte opcode = prefix.get();
    long length = prefix.getLong();
    long left = fileBytes - position;
    if (length < 0 || length > Integer.MAX_VALUE) {
      return broken("is damaged: a record has an impossible length");
    }
    if (opcode == Opcode.CHUNK) {
      openChunk(read((int) Math.min(left, length)), length > left);
      return Optional.empty();
    }
    if (length > left) {
      return broken("breaks off");
    }
    if (opcode == Opcode.DATA_END) {
      ended = true;
      return Optional.empty();
    }
    return content(opcode, read((int) length));
  }

  private Optional<Message> broken(String how) {
    ended = true;
    chunk.position(chunk.limit());
    damage =
        Optional.of(
            path
                + " "
                + how
                + " after "
                + messages
                + " messages, as if its writer had been killed; what was read is whole");
    return Optional.empty();
  }

  private void openChunk(ByteBuffer content, boolean cut) throws McapFormatException {
    chunkIsCut = cut;
    int head = 3 * Long.BYTES + Integer.BYTES;
    if (content.remaining() < head + Integer.BYTES) {
      return;
    }
    content.position(3 * Long.BYTES);
    long sum = content.getInt() & 0xFFFF_FFFFL;
    int textBytes = content.getInt();
    if (textBytes < 0 || textBytes > content.remaining() - Long.BYTES) {
      return;
    }
    String compression = text(slice(content, textBytes));
    if (!compression.isEmpty()) {
      throw new McapFormatException(
          path
              + " must not be compressed, got "
              + compression
              + "; write it anew with: mcap compress --compression none");
    }
    content.getLong();
    if (!cut && sum != 0) {
      CRC32 actual = new CRC32();
      actual.update(content.duplicate());
      if (actual.getValue() != sum) {
        broken("is damaged: a checksum does not fit");
        return;
      }
    }
    chunk = content.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private Optional<Message> content(byte opcode, ByteBuffer content) {
    try {
      return understood(opcode, content);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return broken("is damaged: a record contradicts its own length");
    }
  }

  private Optional<Message> understood(byte opcode, ByteBuffer content) {
    switch (opcode) {
      case Opcode.SCHEMA -> {
        int id = content.getShort() & 0xFFFF;
        schemas.put(id, new McapSchema(id, string(content), string(content), string(content)));
      }
      case Opcode.CHANNEL -> {
        int id = content.getShort() & 0xFFFF;
        int schema = content.getShort() & 0xFFFF;
        channels.put(
            id, new McapChannel(id, schema, string(content), string(content), map(content)));
      }
      case Opcode.METADATA -> metadata.put(string(content), map(content));
      case Opcode.MESSAGE -> {
        return message(content);
      }
      default -> {
        // Indices and what later versions of the format add: not needed to read on.
      }
    }
    return Optional.empty();
  }

  private Optional<Message> message(ByteBuffer content) {
    if (content.remaining() < Opcode.MESSAGE_HEAD_BYTES) {
      return broken("is damaged: a message has no head");
    }
    McapChannel channel = channels.get(content.getShort() & 0xFFFF);
    long sequence = content.getInt() & 0xFFFF_FFFFL;
    long time = content.getLong();
    content.getLong();
    return channel == null
        ? broken("is damaged: a message belongs to no channel")
        : Optional.of(
            new Message(channel, sequence, time, content.slice().order(ByteOrder.LITTLE_ENDIAN)));
  }

  private static String string(ByteBuffer content) {
    return text(slice(content, content.getInt()));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static Map<String, String> map(ByteBuffer content) {
    ByteBuffer entries = slice(content, content.getInt());
    Map<String, String> map = new LinkedHashMap<>();
    while (entries.hasRemaining()) {
      map.put(string(entries), string(entries));
    }
    return map;
  }

  /** The next bytes of a buffer, whose position moves behind them. */
  private static ByteBuffer slice(ByteBuffer buffer, int length) {
    ByteBuffer part = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(buffer.position() + length);
    return part;
  }

  private ByteBuffer read(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new IOException(path + " became shorter while it was read");
      }
    }
    position += bytes;
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
