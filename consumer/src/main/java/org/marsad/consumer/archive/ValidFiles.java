package org.marsad.consumer.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive with the lengths up to which they are valid, also while they are written:
 * the journal before and after the look must be the same.
 */
final class ValidFiles {
  private static final int MOST_LOOKS = 1_000;

  private final Path archive;

  /** A file of which so many bytes are valid. */
  record Valid(Archived kind, LocalDate day, Path file, long bytes) {}

  ValidFiles(Path archive) {
    this.archive = archive;
  }

  /** All files with something in them, by kind, day and name. */
  List<Valid> look() throws IOException {
    for (var looks = 0; looks < MOST_LOOKS; looks++) {
      var before = Journal.read(archive);
      var files = files(before);
      if (files != null && before.equals(Journal.read(archive))) {
        return files;
      }
    }
    throw new IOException(archive + ": changes all the time (expected: a moment of rest)");
  }

  /** Null where a file went away during the look. */
  private @Nullable List<Valid> files(Journal journal) throws IOException {
    var files = new ArrayList<Valid>();
    for (var kind : Archived.values()) {
      for (var day : sorted(archive.resolve(kind.folder()))) {
        var date = date(day);
        if (date != null) {
          for (var file : sorted(day)) {
            try {
              add(kind, date, file, journal, files);
            } catch (NoSuchFileException gone) {
              return null;
            }
          }
        }
      }
    }
    return files;
  }

  private void add(Archived kind, LocalDate day, Path file, Journal journal, List<Valid> files)
      throws IOException {
    if (!file.toString().endsWith(DayFiles.ENDING)) {
      return;
    }
    var name = "%s/%s/%s".formatted(kind.folder(), day, file.getFileName());
    var open = journal.open().get(name);
    var bytes = open == null ? Files.size(file) : open;
    if (bytes > 0) {
      files.add(new Valid(kind, day, file, bytes));
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    var paths = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(paths::add);
      }
    }
    paths.sort(Comparator.naturalOrder());
    return paths;
  }

  private static @Nullable LocalDate date(Path day) {
    try {
      return LocalDate.parse(String.valueOf(day.getFileName()));
    } catch (DateTimeParseException other) {
      return null;
    }
  }
}
