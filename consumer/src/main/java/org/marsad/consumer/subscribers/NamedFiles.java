package org.marsad.consumer.subscribers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that a file of subscribers names, such as secrets: keys on -file and -files. */
final class NamedFiles {
  private static final Pattern KEY = Pattern.compile(".*-files?");

  private NamedFiles() {}

  /** Those that can be found in the text, also where it is at fault. */
  static Set<Path> in(String text, Path folder) {
    var files = new LinkedHashSet<Path>();
    try {
      collect(YamlNode.parse(text), folder, files);
    } catch (IOException noYaml) {
      // told when it is read
    }
    return files;
  }

  private static void collect(YamlNode node, Path folder, Set<Path> files) {
    if (node instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> collect(item, folder, files));
    } else if (node instanceof YamlNode.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (name, value) -> {
                if (KEY.matcher(name).matches()) {
                  add(value, folder, files);
                } else {
                  collect(value, folder, files);
                }
              });
    }
  }

  private static void add(YamlNode value, Path folder, Set<Path> files) {
    if (value instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> add(item, folder, files));
    } else if (value instanceof YamlNode.Scalar scalar && scalar.text() != null) {
      files.add(folder.resolve(scalar.text()));
    }
  }
}
