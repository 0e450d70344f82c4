package org.marsad.schemas.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders of their owner alone: mode 600 from the first byte on, and mode 700. */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE, // of a folder: what lies below can be opened by name
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PrivateFiles() {}

  /**
   * Writes a new file.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is one
   */
  public static void create(Path file, String text) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, ownerOnly())) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Puts a text in the place of a file, all of it at once. */
  public static void replace(Path file, String text) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    create(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes a folder and those above it where they are missing; the folder is the owner's alone. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (knowsOwners()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Closes a folder to others where they can look into it. One that everybody may write to, such as
   * that of temporary files, is not ours to close.
   *
   * @return whether it is closed to them
   */
  public static boolean closeFolder(Path folder) throws IOException {
    if (!isOpen(folder)) {
      return true;
    }
    try {
      var isEverybodys =
          Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
      if (!isEverybodys) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return !isEverybodys;
    } catch (FileSystemException notTheOwner) {
      return false;
    }
  }

  /** Whether others than its owner can read a file; no where there is none. */
  public static boolean isReadByOthers(Path file) throws IOException {
    return Files.exists(file) && isOpen(file);
  }

  private static boolean isOpen(Path path) throws IOException {
    return knowsOwners()
        && Files.getPosixFilePermissions(path).stream().anyMatch(FOR_OTHERS::contains);
  }

  private static boolean knowsOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!knowsOwners()) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
