package org.marsad.producer.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in an append-only file: 4 bytes length, 4 bytes CRC32C of the body, the body. What {@link
 * #append} has returned from survives a killed process and a power cut; a record cut short by one
 * was never confirmed, and is cut off when the file is opened. Not thread-safe.
 */
final class RecordFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFile.class);
  private static final int HEADER = 2 * Integer.BYTES;
  private static final int MAX_BODY = 16 << 20;

  private final FileChannel channel;
  private long end;

  private RecordFile(FileChannel channel) {
    this.channel = channel;
  }

  /** A record and where the next one begins. */
  record Entry(ByteBuffer buffer, long next) {
    /** A copy of the record's body. */
    byte[] body() {
      var body = new byte[buffer.remaining()];
      buffer.duplicate().get(body);
      return body;
    }
  }

  static RecordFile open(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var records = new RecordFile(channel);
    records.cutTornTail(file);
    return records;
  }

  /** Bytes in the file. */
  long end() {
    return end;
  }

  /** Bytes that a body takes in the file. */
  static long sizeOf(byte[] body) {
    return (long) HEADER + body.length;
  }

  /** Appends a record and forces it to the disk. */
  void append(byte[] body) throws IOException {
    var record = ByteBuffer.allocate(HEADER + body.length);
    record.putInt(body.length).putInt(checksum(ByteBuffer.wrap(body))).put(body).flip();
    for (var at = end; record.hasRemaining(); ) {
      at += channel.write(record, at);
    }
    channel.force(false);
    end += sizeOf(body);
  }

  /** The record at a position; null at the end, or where no whole record stands. */
  @Nullable Entry read(long position) throws IOException {
    var header = bytes(position, HEADER);
    if (header == null) {
      return null;
    }
    var length = header.getInt();
    var checksum = header.getInt();
    if (length < 0 || length > MAX_BODY) {
      return null;
    }
    var body = bytes(position + HEADER, length);
    if (body == null || checksum(body.duplicate()) != checksum) {
      return null;
    }
    return new Entry(body, position + HEADER + length);
  }

  void clear() throws IOException {
    channel.truncate(0);
    channel.force(true);
    end = 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void cutTornTail(Path file) throws IOException {
    for (var entry = read(0); entry != null; entry = read(end)) {
      end = entry.next();
    }
    var torn = channel.size() - end;
    if (torn > 0) {
      LOG.warn("cut off a record that was never confirmed file={} bytes={}", file, torn);
      channel.truncate(end);
      channel.force(true);
    }
  }

  private @Nullable ByteBuffer bytes(long position, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        return null;
      }
    }
    return bytes.flip();
  }

  private static int checksum(ByteBuffer body) {
    var crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
