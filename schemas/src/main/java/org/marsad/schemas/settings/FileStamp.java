package org.marsad.schemas.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a file has changed without reading it.
 *
 * @param modified null: the file cannot be looked at
 * @param key of the file behind the name, which a rename changes; null where there is none
 */
public record FileStamp(Path file, @Nullable FileTime modified, long bytes, @Nullable Object key) {
  /** How a file looks now. */
  public static FileStamp of(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(
          file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException e) {
      return new FileStamp(file, null, 0, null);
    }
  }
}
