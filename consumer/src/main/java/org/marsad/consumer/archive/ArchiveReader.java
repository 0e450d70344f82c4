package org.marsad.consumer.archive;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.schemas.MessageJson;

/** Reads an archive, also while it is written; one message is in memory at a time. */
public final class ArchiveReader {
  private final ValidFiles files;

  /** Takes each message in turn. */
  @FunctionalInterface
  public interface Visitor {
    void take(SpecificRecord message) throws IOException;
  }

  /**
   * @param archive its folder; one that is not there reads as empty
   */
  public ArchiveReader(Path archive) {
    this.files = new ValidFiles(archive);
  }

  /** What there is, by kind, day and partition. Every message is read once to say so. */
  public List<ArchivedFile> list() throws IOException {
    var list = new ArrayList<ArchivedFile>();
    for (var file : files.look()) {
      list.add(summary(file));
    }
    return list;
  }

  /**
   * Hands over messages by day, then by partition, then in the order in which they were published.
   */
  public void forEach(Archived kind, ArchiveFilter filter, Visitor visitor) throws IOException {
    for (var file : files.look()) {
      if (file.kind() == kind && filter.takes(file.day())) {
        read(
            file,
            message -> {
              if (filter.takes(message)) {
                visitor.take(message);
              }
            });
      }
    }
  }

  /**
   * Writes messages as JSON Lines.
   *
   * @param out is written to and not closed
   * @return number of lines
   */
  public long export(Archived kind, ArchiveFilter filter, Writer out) throws IOException {
    var lines = new Count();
    forEach(
        kind,
        filter,
        message -> {
          out.write(MessageJson.line(message));
          out.write('\n');
          lines.number++;
        });
    out.flush();
    return lines.number;
  }

  private static ArchivedFile summary(ValidFiles.Valid file) throws IOException {
    var count = new Count();
    read(file, message -> count.add(file.kind().time(message)));
    return new ArchivedFile(
        file.kind(), file.day(), file.file(), count.number, file.bytes(), count.first, count.last);
  }

  private static void read(ValidFiles.Valid file, Visitor visitor) throws IOException {
    var kind = file.kind();
    kind.codec(); // lets Avro make our own classes
    try (var input = new ValidInput(file.file(), file.bytes());
        var reader =
            new DataFileReader<SpecificRecord>(
                input, new SpecificDatumReader<>(null, kind.schema(), kind.model()))) {
      while (reader.hasNext()) {
        visitor.take(reader.next());
      }
    }
  }

  /** A count that grows. */
  private static final class Count {
    private long number;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void add(Instant time) {
      number++;
      first = time.isBefore(first) ? time : first;
      last = time.isAfter(last) ? time : last;
    }
  }
}
