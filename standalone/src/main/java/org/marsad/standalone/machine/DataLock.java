package org.marsad.standalone.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.PrivateFiles;

/**
 * Keeps a data folder for one Marsad. The operating system holds the lock, so that it ends with the
 * process, however that ends; the file {@code lock} says whose it is.
 */
public final class DataLock implements AutoCloseable {
  private static final String FILE = "lock";
  private static final int LONGEST_PID = 32;

  /** Of this JVM. Opening and closing such a file once more would end its lock (POSIX). */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DataLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made where it is missing.
   *
   * @throws IOException when another Marsad has it, or it cannot be used
   */
  public static DataLock take(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      PrivateFiles.createFolder(folder);
    }
    var file = fileOf(folder);
    if (!HELD.add(file)) {
      throw new IOException(inUse(folder, ProcessHandle.current().pid()));
    }
    @Nullable FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new IOException(inUse(folder, read(channel)));
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new DataLock(file, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  /** The process that has a folder; empty where none has, or it cannot be found out. */
  public static Optional<Long> holder(Path folder) throws IOException {
    var file = fileOf(folder);
    if (HELD.contains(file)) {
      return Optional.of(ProcessHandle.current().pid());
    }
    if (!Files.isWritable(file)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null ? Optional.of(read(channel)) : Optional.empty();
    }
  }

  /** Lets the folder go. The file stays, empty: who deletes it could delete the next one's. */
  @Override
  public void close() throws IOException {
    try (channel) {
      write(channel, "");
    } finally {
      HELD.remove(file);
    }
  }

  private static Path fileOf(Path folder) throws IOException {
    return (Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath()).resolve(FILE);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static long read(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    return text.matches("[0-9]+") ? Long.parseLong(text) : 0;
  }

  private static String inUse(Path folder, long pid) {
    return "--data: %s is in use by pid %d (expected: a folder that no other Marsad uses)"
        .formatted(folder, pid);
  }
}
