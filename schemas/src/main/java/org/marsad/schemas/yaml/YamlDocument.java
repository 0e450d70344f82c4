package org.marsad.schemas.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.SettingsException;

/**
 * A document in YAML and its faults, each {@code line N: path: value (expected: …)}. No key may
 * stand twice, no alias and no second document may stand in it; keys that nobody asks for are
 * faults.
 */
public final class YamlDocument {
  private final String name;
  private final List<String> faults = new ArrayList<>();
  private final @Nullable YamlNode root;

  private YamlDocument(String name, String text) {
    this.name = name;
    this.root = parsed(text);
  }

  /**
   * Parses a text. What is wrong with it is told by {@link #check}.
   *
   * @param name what faults call the whole, such as {@code subscribers}
   */
  public static YamlDocument parse(String name, String text) {
    return new YamlDocument(name, text);
  }

  /**
   * Reads each entry of a document that is a list.
   *
   * @param keys that an entry begins with, for who wrote none
   * @param read gives null for an entry at fault
   */
  public <T> List<T> entries(String keys, Function<YamlFields, @Nullable T> read) {
    var entries = new ArrayList<T>();
    if (root instanceof YamlNode.Sequence list) {
      for (var index = 0; index < list.items().size(); index++) {
        var entry = entry(name + "[" + index + "]", list.items().get(index), keys, read);
        if (entry != null) {
          entries.add(entry);
        }
      }
    } else if (root != null) {
      fault(root.line(), name, "no list", "a list of " + name);
    }
    return entries;
  }

  /**
   * Reads a document that is a mapping; an empty one is a mapping without keys.
   *
   * @param read is given its fields; those that it does not ask for are faults
   */
  public <T> T mapping(Function<YamlFields, T> read) {
    var mapping =
        root instanceof YamlNode.Mapping found
            ? found
            : new YamlNode.Mapping(1, new LinkedHashMap<>());
    if (root instanceof YamlNode.Sequence
        || (root instanceof YamlNode.Scalar scalar && !scalar.isEmpty())) {
      fault(root.line(), name, "no mapping", "a mapping");
    }
    var fields = new YamlFields("", mapping, faults);
    var value = read.apply(fields);
    fields.refuseOthers();
    return value;
  }

  /**
   * All texts under keys of a kind, however deep, also where the document is at fault elsewhere.
   *
   * @param key what the whole key matches
   */
  public List<String> textsUnder(Pattern key) {
    var texts = new ArrayList<String>();
    if (root != null) {
      root.texts(name -> key.matcher(name).matches(), false, texts);
    }
    return texts;
  }

  /** Notes a fault that lies in how entries go together. */
  public void fault(String fault) {
    faults.add(fault);
  }

  /** Whether nothing is at fault so far. */
  public boolean isSound() {
    return faults.isEmpty();
  }

  /** The faults so far, in the order in which they were found. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Ends the reading.
   *
   * @throws SettingsException with every fault, if any
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  private <T> @Nullable T entry(
      String path, YamlNode node, String keys, Function<YamlFields, @Nullable T> read) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      fault(node.line(), path, "no entry", keys);
      return null;
    }
    var fields = new YamlFields(path, mapping, faults);
    var value = read.apply(fields);
    fields.refuseOthers();
    return value;
  }

  private void fault(int line, String path, String value, String expected) {
    faults.add("line %d: %s: %s (expected: %s)".formatted(line, path, value, expected));
  }

  private @Nullable YamlNode parsed(String text) {
    try {
      return YamlNode.parse(text);
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add("line " + line + ": " + firstLine(e.getOriginalMessage()) + " (expected: YAML)");
    } catch (IOException e) {
      faults.add(firstLine(String.valueOf(e.getMessage())));
    }
    return null;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
