package org.marsad.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.DiskSpace;

/** A Marsad in this JVM, on free ports. */
final class Running {
  private Running() {}

  static Standalone in(Path data, List<Subscriber> subscribers)
      throws IOException, InterruptedException {
    return Standalone.start(
        new Options(
            new Folders(data),
            0,
            0,
            3,
            Rules.DEFAULTS,
            Horizon.DEFAULTS,
            null,
            new LiveGazetteer(Gazetteer.bundled()),
            true,
            SubscribersSource.of(subscribers),
            "",
            FeedSettings.DEFAULTS,
            List.of(),
            DiskSpace.of(data, 0, 0),
            Sample.HOME_AREA,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false));
  }

  static Reporter operator(Standalone marsad, Path data) throws IOException {
    return new Reporter(marsad.url(), Files.readString(new Folders(data).operatorToken()).strip());
  }
}
