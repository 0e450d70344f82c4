package org.marsad.consumer.subscribers;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.schemas.yaml.YamlDocument;

/** The files that a file of subscribers names, such as secrets: keys on -file and -files. */
final class NamedFiles {
  private static final Pattern KEY = Pattern.compile(".*-files?");

  private NamedFiles() {}

  /** Those that can be found in the text, also where it is at fault. */
  static Set<Path> in(String text, Path folder) {
    var files = new LinkedHashSet<Path>();
    YamlDocument.parse("subscribers", text)
        .textsUnder(KEY)
        .forEach(file -> files.add(folder.resolve(file)));
    return files;
  }
}
