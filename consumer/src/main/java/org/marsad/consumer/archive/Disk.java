package org.marsad.consumer.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The steps that write, each of which may be the last before the power fails. */
class Disk {
  /** Opens a file to write at its end; a missing one is made. */
  OutputStream append(Path file) throws IOException {
    return Files.newOutputStream(file, CREATE, WRITE, APPEND);
  }

  /** Puts a whole file in place: after a crash it is the old one or the new one. */
  void replace(Path file, byte[] bytes) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(fresh, file, ATOMIC_MOVE);
    forceFolderOf(file);
  }

  /** Brings the name of a file or folder to the disk itself. */
  void forceFolderOf(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      force(folder);
    }
  }

  /** Brings a file's bytes, or the names in a folder, to the disk itself. */
  void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, READ)) {
      channel.force(true);
    }
  }

  /** Cuts a file. */
  void truncate(Path file, long length) throws IOException {
    try (var channel = FileChannel.open(file, WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  /** Removes a file if it is there. */
  void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
