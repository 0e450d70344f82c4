package org.marsad.standalone.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.schemas.launch.Warning;

/** Says on the terminal what has to be mended, and when it is mended; once each. */
final class WarningTeller {
  private Set<Warning> told = Set.of();
  private boolean wasClosed;

  /**
   * What is to be said now, a line each; empty where there is nothing new.
   *
   * @param closed why no reports are taken; empty: they are
   */
  List<String> look(Optional<String> closed, List<Warning> warnings) {
    var lines = new ArrayList<String>();
    if (closed.isPresent() && !wasClosed) {
      lines.add("NO REPORTS ARE TAKEN: " + closed.get());
    } else if (closed.isEmpty() && wasClosed) {
      lines.add("reports are being taken again");
    }
    wasClosed = closed.isPresent();
    var now = new LinkedHashSet<>(warnings);
    for (var warning : now) {
      if (!told.contains(warning)) {
        lines.add(warning.text());
        warning.details().forEach(detail -> lines.add("  " + detail));
      }
    }
    for (var warning : told) {
      if (now.stream().noneMatch(other -> other.text().equals(warning.text()))) {
        lines.add("no longer: " + warning.text());
      }
    }
    told = now;
    return lines;
  }
}
