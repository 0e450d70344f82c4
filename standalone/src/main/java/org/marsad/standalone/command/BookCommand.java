package org.marsad.standalone.command;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.marsad.schemas.text.Counted;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands have in common that keep a book of an installation: add, list and remove. */
abstract class BookCommand implements Runnable {
  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var commands = new TreeSet<>(spec.subcommands().keySet());
    var last = commands.pollLast();
    throw fault(
        "%s: absent (expected: %s or %s)"
            .formatted(spec.name(), String.join(", ", commands), last));
  }

  final Terminal terminal() {
    return terminal;
  }

  final ParameterException fault(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  /** Shows a secret of which only the hash is kept. */
  final void showOnce(String what, String secret) {
    terminal.progress("its " + what + ", which is shown this once:");
    terminal.print(secret);
  }

  /**
   * Lists all entries, a line each, and says how many there are.
   *
   * @param what one of them is called; an s makes it several
   */
  final <T> void list(List<T> entries, String what, Function<T, String> line) {
    entries.forEach(entry -> terminal.print(line.apply(entry)));
    terminal.progress(Counted.of(entries.size(), what));
  }
}
