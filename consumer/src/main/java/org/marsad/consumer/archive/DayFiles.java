package org.marsad.consumer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The container files: {@code alerts/2016-10-11/alerts-0.avro}, the number being the partition.
 *
 * <p>A file that was begun under another version of the schema is left as it is; its day goes on in
 * {@code alerts-0-2.avro}.
 */
final class DayFiles {
  static final String TOPIC = "marsad.topic";
  static final String PARTITION = "marsad.partition";
  static final String ENDING = ".avro";

  private final Path archive;
  private final Disk disk;
  private final Map<String, Boolean> usable = new HashMap<>();

  DayFiles(Path archive, Disk disk) {
    this.archive = archive;
    this.disk = disk;
  }

  /** The messages of a batch by the file that they go to, relative to the archive. */
  Map<String, List<Batch.Item>> byFile(Batch batch) throws IOException {
    var files = new TreeMap<String, List<Batch.Item>>();
    for (var item : batch.items()) {
      files.computeIfAbsent(fileOf(item), file -> new ArrayList<>()).add(item);
    }
    return files;
  }

  /** Length in bytes; 0 where there is no such file. */
  long length(String file) throws IOException {
    var path = archive.resolve(file);
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** Writes messages of one kind and partition at the end of a file and forces them to the disk. */
  void append(String file, List<Batch.Item> items) throws IOException {
    var path = archive.resolve(file);
    var kind = items.get(0).kind();
    try (var out = disk.append(path);
        var writer = writer(kind)) {
      if (Files.size(path) > 0) {
        writer.appendTo(new SeekableFileInput(path.toFile()), out);
      } else {
        writer
            .setCodec(CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL))
            .setMeta(TOPIC, kind.folder())
            .setMeta(PARTITION, items.get(0).partition())
            .create(kind.schema(), out);
      }
      for (var item : items) {
        writer.append(item.message());
      }
    }
    disk.force(path);
  }

  private static DataFileWriter<SpecificRecord> writer(Archived kind) {
    return new DataFileWriter<>(new SpecificDatumWriter<>(kind.schema(), kind.model()));
  }

  private String fileOf(Batch.Item item) throws IOException {
    var kind = item.kind();
    var stem =
        "%s/%s/%s-%d"
            .formatted(kind.folder(), kind.day(item.message()), kind.folder(), item.partition());
    var file = stem + ENDING;
    for (var next = 2; !isUsable(file, kind); next++) {
      file = stem + "-" + next + ENDING;
    }
    return file;
  }

  /** Whether the file is new or holds this version of the schema; asked once for each file. */
  private boolean isUsable(String file, Archived kind) throws IOException {
    var known = usable.get(file);
    if (known == null) {
      known = length(file) == 0 || schemaOf(file).equals(kind.schema().toString());
      usable.put(file, known);
    }
    return known;
  }

  private String schemaOf(String file) throws IOException {
    var path = archive.resolve(file).toFile();
    try (var reader = new DataFileReader<>(path, new GenericDatumReader<GenericRecord>())) {
      return reader.getMetaString("avro.schema");
    }
  }
}
