package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.marsad.schemas.text.Counted;
import picocli.CommandLine.Option;

/** How a list is printed: a line each for people, or an object each for programs. */
final class ListOptions {
  @Option(names = "--json", description = "One object a line.")
  private boolean json;

  /**
   * Prints them, and says how many there are.
   *
   * @param what one of them is called; an s makes it several
   */
  void print(
      Terminal terminal, Iterable<JsonNode> entries, String what, Function<JsonNode, String> line) {
    var shown = 0;
    for (var entry : entries) {
      terminal.print(json ? entry.toString() : line.apply(entry));
      shown++;
    }
    terminal.progress(Counted.of(shown, what));
  }
}
