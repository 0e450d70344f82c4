package org.marsad.consumer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches so that each message lies in the archive exactly once, whenever the process dies.
 *
 * <p>An undo journal: first it says how long each file of the batch is now, then the files grow,
 * then it says the positions after the batch and that none is under way. What a crash leaves of a
 * batch is cut off at the next start, and the batch is read again. One process writes at a time;
 * not thread-safe.
 */
final class ArchiveStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveStore.class);
  private static final String LOCK = "lock";

  private final Path archive;
  private final Disk disk;
  private final DayFiles files;
  private final FileChannel lock;
  private Journal journal;

  private ArchiveStore(Path archive, Disk disk, FileChannel lock) throws IOException {
    this.archive = archive;
    this.disk = disk;
    this.files = new DayFiles(archive, disk);
    this.lock = lock;
    this.journal = undo(Journal.read(archive));
  }

  /**
   * Opens an archive to write, after undoing what a crash left.
   *
   * @throws IOException when the folder cannot be used, or another process writes to it
   */
  static ArchiveStore open(Path archive, Disk disk) throws IOException {
    Files.createDirectories(archive);
    var lock = lock(archive.resolve(LOCK));
    try {
      return new ArchiveStore(archive, disk, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The offset that is read next. */
  long position(TopicPartition partition) {
    return journal.position(partition);
  }

  /**
   * Writes a batch and its positions.
   *
   * @throws IOException when it cannot be written; the store is to be closed then and opened again
   */
  void write(Batch batch) throws IOException {
    var byFile = files.byFile(batch);
    if (!byFile.isEmpty()) {
      var lengths = new TreeMap<String, Long>();
      for (var file : byFile.keySet()) {
        lengths.put(file, files.length(file));
        makeFolderOf(archive.resolve(file));
      }
      put(journal.opened(lengths));
      for (var file : byFile.entrySet()) {
        files.append(file.getKey(), file.getValue());
      }
      for (var file : byFile.keySet()) {
        disk.forceFolderOf(archive.resolve(file));
      }
    }
    put(journal.closed(batch.positions()));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Journal undo(Journal found) throws IOException {
    if (found.open().isEmpty()) {
      return found;
    }
    for (var file : found.open().entrySet()) {
      var path = archive.resolve(file.getKey());
      if (file.getValue() == 0) {
        disk.delete(path);
      } else if (Files.size(path) < file.getValue()) {
        throw new IOException(
            "%s: %d bytes (expected: %d or more)"
                .formatted(path, Files.size(path), file.getValue()));
      } else {
        disk.truncate(path, file.getValue());
      }
    }
    LOG.info("archive: an unfinished batch was undone files={}", found.open().size());
    put(found.closed(Map.of()));
    return found.closed(Map.of());
  }

  private void put(Journal next) throws IOException {
    disk.replace(archive.resolve(Journal.NAME), next.bytes());
    journal = next;
  }

  private void makeFolderOf(Path file) throws IOException {
    var day = file.getParent();
    if (day != null && !Files.exists(day)) {
      Files.createDirectories(day);
      disk.forceFolderOf(day);
      disk.force(archive);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(file + ": taken (expected: one process that writes to the archive)");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException takenInThisProcess) {
      return null;
    }
  }
}
