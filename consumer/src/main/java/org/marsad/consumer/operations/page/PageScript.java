package org.marsad.consumer.operations.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page's modules as one script, so that a browser asks once and not forty times: each module is
 * a function that returns what it exports, after those that it imports. It knows what our modules
 * use, and no more: imports of names in braces, exports of declarations, imports at run time.
 */
final class PageScript {
  private static final Pattern IMPORT =
      Pattern.compile("import (\\{[^}]*}) from '\\./(\\w+)\\.js';");
  private static final Pattern IMPORT_LATER = Pattern.compile("import\\('\\./(\\w+)\\.js'\\)");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export ((?:async )?(?:function|class|const) (\\w+))");
  private static final Pattern LEFT = Pattern.compile("(?m)^(import|export)\\b.*$");

  private final Map<String, String> sources;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();

  private PageScript(Map<String, String> sources) {
    this.sources = sources;
  }

  /**
   * The script that begins with a module.
   *
   * @param sources of all modules by name, without {@code .js}
   * @throws IllegalStateException where modules import each other in a circle, or what is not there
   */
  static String of(String first, Map<String, String> sources) {
    var script = new PageScript(sources);
    script.write(first);
    return String.join("\n", script.written.values());
  }

  private void write(String name) {
    if (written.containsKey(name)) {
      return;
    }
    var source = sources.get(name);
    if (source == null || open.contains(name)) {
      throw new IllegalStateException(
          "module: %s after %s (expected: one of ours, in no circle)".formatted(name, open));
    }
    open.add(name);
    for (var pattern : List.of(IMPORT, IMPORT_LATER)) {
      pattern.matcher(source).results().forEach(found -> write(found.group(found.groupCount())));
    }
    open.remove(name);
    written.put(name, asFunction(name, source));
  }

  private static String asFunction(String name, String source) {
    var exported = EXPORT.matcher(source).results().map(found -> found.group(2)).toList();
    var body = EXPORT.matcher(source).replaceAll("$1");
    body = IMPORT.matcher(body).replaceAll("const $1 = module_$2;");
    body = IMPORT_LATER.matcher(body).replaceAll("Promise.resolve(module_$1)");
    var left = LEFT.matcher(body);
    if (left.find()) {
      throw new IllegalStateException(
          "module: %s: %s (expected: {names} from, export of a declaration)"
              .formatted(name, left.group()));
    }
    return "const module_%s = (() => {\n%s\nreturn {%s};\n})();"
        .formatted(name, body, String.join(", ", exported));
  }
}
