package org.marsad.schemas.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;

/**
 * A file in YAML that is a list. Entries come and go; what else stands there, comments too, stays.
 * A change is written only where the file then reads as what is expected.
 *
 * @param parse reads a text; throws {@link SettingsException} with its faults
 * @param write an entry, as it stands in the file
 */
public record YamlList<T>(Function<String, List<T>> parse, Function<T, ObjectNode> write) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Where an entry begins: the file's only dashes at the margin. */
  private static final Pattern ENTRY = Pattern.compile("(?m)(?=^- )");

  /** The text of a new file. */
  public String text(List<T> entries) throws IOException {
    var list = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> list.add(write.apply(entry)));
    return YAML.writeValueAsString(list).replaceFirst("^---\\s*", "");
  }

  /**
   * Adds an entry at the end of a file, or begins the file.
   *
   * @throws SettingsException where it cannot be added, with every reason
   * @throws IOException when the file cannot be read or written
   */
  public void add(Path file, T entry) throws IOException {
    var before = before(file);
    var expected = new ArrayList<>(parse.apply(before));
    expected.add(entry);
    var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    replace(file, before + end + text(List.of(entry)), expected);
  }

  /**
   * Removes the first entry that is meant.
   *
   * @return whether there was one
   * @throws SettingsException where the file cannot be changed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public boolean remove(Path file, Predicate<T> isMeant) throws IOException {
    var before = before(file);
    var left = new ArrayList<>(parse.apply(before));
    var entries = ENTRY.split("\n" + before); // the first is what stands before them
    for (var index = 0; index < left.size(); index++) {
      if (isMeant.test(left.get(index))) {
        if (entries.length == left.size() + 1) {
          entries[index + 1] = "";
        }
        left.remove(index);
        replace(file, String.join("", entries).substring(1), left);
        return true;
      }
    }
    return false;
  }

  private static String before(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void replace(Path file, String text, List<T> expected) throws IOException {
    if (!parse.apply(text).equals(expected)) {
      throw new SettingsException(
          List.of(file + ": cannot be changed (expected: a list with its dashes at the margin)"));
    }
    PrivateFiles.replace(file, text);
  }
}
