package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that walks the first hour shows commands and options that there are. */
class FirstHourTest {
  private static final Path PAGE = Path.of("../docs/first-hour.md");

  /** A line ends with it, or goes on after a backslash; a remark or the end of a quotation too. */
  private static final Pattern COMMAND =
      Pattern.compile("/opt/marsad/marsad ((?:[^\\n#`\\\\]|\\\\\\n)*)");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\\\\\"]+)");

  @Test
  void shouldShowOnlyCommandsThatThereAre() throws IOException {
    var commands =
        COMMAND.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertThat(commands).hasSizeGreaterThan(10).contains("--version");
    assertThat(commands)
        .allSatisfy(
            command ->
                assertThatCode(() -> MarsadCommand.line().parseArgs(words(command)))
                    .doesNotThrowAnyException());
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }
}
