package org.marsad.producer.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.producer.text.PastedText;

/** The columns of a table, by name or by HXL tag. Of two with one name the first counts. */
final class TableHeader {
  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Optional<HxlTag>> tags;

  /**
   * A header.
   *
   * @param names as they stand
   * @param tags the row of HXL tags below; empty where there is none
   */
  TableHeader(List<String> names, List<String> tags) {
    this.names = names.stream().map(PastedText::clean).toList();
    for (var i = 0; i < this.names.size(); i++) {
      positions.putIfAbsent(this.names.get(i), i);
    }
    this.tags =
        (tags.isEmpty() ? this.names : tags)
            .stream().map(tag -> HxlTag.of(PastedText.clean(tag))).toList();
  }

  List<String> names() {
    return names;
  }

  boolean has(String column) {
    return position(column) >= 0;
  }

  /** From 0; -1 where there is no such column. */
  int position(String column) {
    var named = positions.get(column);
    return named == null ? HxlTag.of(column).map(this::tagged).orElse(-1) : named;
  }

  private int tagged(HxlTag wanted) {
    for (var i = 0; i < tags.size(); i++) {
      if (tags.get(i).filter(tag -> tag.covers(wanted)).isPresent()) {
        return i;
      }
    }
    return -1;
  }
}
