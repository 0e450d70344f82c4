package org.marsad.schemas;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Publishes what is new, by {@code mvn -pl schemas test -Dtest=NewVersionsTest
 * -Dmarsad.regenerate=true}: the next version of each changed schema, and its golden bytes. Files
 * that exist are never touched.
 */
@EnabledIfSystemProperty(named = "marsad.regenerate", matches = "true")
class NewVersionsTest {
  private static final Path HISTORY = Path.of("src/main/resources/org/marsad/schemas/history");

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  void shouldWriteWhatIsMissingWhenAskedTo(Class<? extends SpecificRecord> type)
      throws IOException {
    var today = Messages.today(type);
    var published = MessageCodec.published(today.getName());
    var version = published.size();
    if (version == 0 || !sameText(published.get(version - 1), today)) {
      version++;
      GoldenFile.create(
          HISTORY.resolve("%s/v%d.avsc".formatted(today.getName(), version)),
          Messages.text(today) + "\n");
    }
    var golden = new GoldenFile(GoldenFile.FOLDER, today.getName(), version);
    if (!golden.exists()) {
      var example = Example.of(today);
      golden.writeNew(Wire.write(example), Wire.values(example));
    }
  }

  private static boolean sameText(Schema published, Schema today) {
    return Messages.text(published).equals(Messages.text(today));
  }
}
