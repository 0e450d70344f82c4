package org.marsad.benchmarks.ceiling;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.pipeline.EncodedOutput;
import org.marsad.benchmarks.pipeline.PipelineOnDisk;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * What is published for each report of the backlog, in the order of each area's reports: that of
 * its partition.
 */
final class Messages {
  /** The topics that are written to, without prefix. */
  static final Topics TOPICS = new Topics("");

  private final Map<String, Queue<List<Message>>> byArea = new HashMap<>();

  private Messages() {}

  /**
   * Finds it out by the steps themselves and writes it down, a line for each report.
   *
   * @param reports of the backlog, from its beginning
   */
  static void record(Path file, long reports) throws IOException {
    var published = new ArrayList<Message>();
    var output = new EncodedOutput(TOPICS, record -> published.add(Message.of(record)));
    var backlog = new Backlog(DrainSession.SEED);
    try (var folder = TemporaryFolder.create("marsad-bench");
        var pipeline =
            new PipelineOnDisk(folder.path(), AreaBook.USUAL_LIMIT, BacklogAreas.all(), output);
        var lines = Files.newBufferedWriter(file)) {
      for (var i = 0L; i < reports; i++) {
        var report = backlog.next();
        pipeline.work(pipeline.encoded(report));
        write(lines, report.getArea(), published);
        published.clear();
      }
    }
  }

  private static void write(BufferedWriter lines, String area, List<Message> published)
      throws IOException {
    lines.write(area);
    for (var message : published) {
      lines.write(" %s %d %d".formatted(message.topic(), message.keyBytes(), message.valueBytes()));
    }
    lines.newLine();
  }

  /** Reads what was written down. */
  static Messages read(Path file) throws IOException {
    var messages = new Messages();
    try (var lines = Files.lines(file)) {
      lines.forEach(messages::add);
    }
    return messages;
  }

  private void add(String line) {
    var words = line.split(" ", -1);
    var published = new ArrayList<Message>();
    for (var i = 1; i < words.length; i += 3) {
      published.add(
          new Message(
              words[i].intern(), Integer.parseInt(words[i + 1]), Integer.parseInt(words[i + 2])));
    }
    byArea.computeIfAbsent(words[0], area -> new ArrayDeque<>()).add(published);
  }

  /**
   * What is published for the area's next report.
   *
   * @throws java.util.NoSuchElementException when there was no such report
   */
  List<Message> next(String area) {
    return byArea.getOrDefault(area, new ArrayDeque<>()).remove();
  }
}
