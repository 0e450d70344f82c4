package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

final class PastedOptionsTest {
  private final Sample sample = new Sample();
  private final CommandLine line = PastedOptions.read(new CommandLine(sample));

  @Command(name = "sample")
  private static final class Sample implements Runnable {
    @Option(names = "--revision")
    private @Nullable Integer revision;

    @Option(names = "--lat")
    private @Nullable Double lat;

    @Option(names = "--for")
    private @Nullable Duration length;

    @Option(names = "--from")
    private @Nullable LocalDate from;

    @Override
    public void run() {}
  }

  @Test
  void shouldReadWhatIsPastedFromARightToLeftChat() {
    // When
    line.parseArgs(
        "--revision", "\u200f٢", "--lat", "٣٦٫١٨", "--for", "pt٢h", "--from", "٢٠١٦-١٠-١٢\u00a0");
    // Then
    assertThat(sample.revision).isEqualTo(2);
    assertThat(sample.lat).isEqualTo(36.18);
    assertThat(sample.length).isEqualTo(Duration.ofHours(2));
    assertThat(sample.from).isEqualTo("2016-10-12");
  }

  @ParameterizedTest
  @CsvSource({"2h, PT2H", "30m, PT30M", "٩٠s, PT90S", "p1d, P1D"})
  void shouldReadDurationsAsPeopleWriteThem(String text, Duration expected) {
    line.parseArgs("--for", text);
    assertThat(sample.length).isEqualTo(expected);
  }

  @Test
  void shouldSayWhatWasExpected() {
    assertThatThrownBy(() -> line.parseArgs("--revision", "two"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--revision")
        .hasMessageContaining("'two' (expected: a whole number)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 | {\"low\":6,\"best\":6,\"high\":6}",
        "٥-٨ | {\"low\":5,\"best\":5,\"high\":8}",
        "\u200f١٠+ | {\"low\":10,\"best\":10}",
      })
  void shouldReadCountsAsTablesAreRead(String text, String expected) {
    // Given
    var report = JsonNodeFactory.instance.objectNode();
    // When
    CountOption.put(line.getCommandSpec(), report, "killed", text);
    // Then
    assertThat(report.path("killed")).hasToString(expected);
  }

  @Test
  void shouldRefuseACountThatIsNone() {
    var report = JsonNodeFactory.instance.objectNode();
    assertThatThrownBy(() -> CountOption.put(line.getCommandSpec(), report, "killed", "many"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("--killed: many (expected: 6, 5-8 or 10+)");
  }
}
