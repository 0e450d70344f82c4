package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Standalone;

/** The alerts of a running Marsad as JSON Lines. */
final class AlertsFile {
  private AlertsFile() {}

  static void write(Standalone marsad, Path file) throws IOException {
    var codec = MessageCodec.of(Alert.class);
    var kafka = marsad.kafka();
    try (var out = Files.newBufferedWriter(file)) {
      for (var record : TopicReader.readAll(kafka.consumer(), kafka.topics().alerts())) {
        out.write(MessageJson.line(codec.decode(record.value())));
        out.write('\n');
      }
    }
  }
}
