package org.marsad.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.LiveGazetteer;

/** A Marsad in this JVM, on free ports. */
final class Running {
  private Running() {}

  static Standalone in(Path data, List<Subscriber> subscribers)
      throws IOException, InterruptedException {
    return in(data, subscribers, Map.of());
  }

  /**
   * @param more settings of the installation
   */
  static Standalone in(Path data, List<Subscriber> subscribers, Map<String, String> more)
      throws IOException, InterruptedException {
    var settings =
        new HashMap<>(
            Map.of(
                "http.port", "0",
                "broker.port", "0",
                "topics.partitions", "3",
                "disk.warn.mb", "0",
                "disk.stop.mb", "0"));
    settings.putAll(more);
    return Standalone.start(
        new Options(
            new Folders(data),
            InstallationSettings.of(settings),
            new LiveGazetteer(Gazetteer.bundled()),
            true,
            SubscribersSource.of(subscribers),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false));
  }

  static Reporter operator(Standalone marsad, Path data) throws IOException {
    return new Reporter(marsad.url(), Files.readString(new Folders(data).operatorToken()).strip());
  }
}
