package org.marsad.consumer.subscribers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/**
 * Reads what nobody may see, such as keys: from the file of subscribers, or from files of their
 * own. No fault repeats it.
 */
final class HiddenFields {
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

  private final Path folder;

  /**
   * @param folder that paths are relative to
   */
  HiddenFields(Path folder) {
    this.folder = folder;
  }

  /**
   * The value of {@code name} or of the file {@code name-file}; null where neither is given or it
   * is at fault, which is noted.
   *
   * @param form what is expected, in words
   * @param read makes a value, or throws {@link IllegalArgumentException}
   */
  <T> @Nullable T one(YamlFields fields, String name, String form, Function<String, T> read) {
    var inline = fields.hidden(name, form);
    var file = fields.hidden(name + "-file", "path of a file");
    if (fields.has(name) && fields.has(name + "-file")) {
      fields.fault(name, "(hidden)", name + " or " + name + "-file, not both");
      return null;
    }
    if (inline != null) {
      return value(fields, name, inline, form, read);
    }
    return file == null ? null : contents(fields, name + "-file", file, form, read);
  }

  /**
   * The same, or several in order: lists of which the keys end in {@code s}. Exactly one of the
   * four must be given. Empty where any is at fault, which is noted.
   */
  <T> List<T> oneOrMore(YamlFields fields, String name, String form, Function<String, T> read) {
    var keys = List.of(name, name + "-file", name + "s", name + "-files");
    var given = keys.stream().filter(fields::has).count();
    var values = new ArrayList<@Nullable T>();
    if (fields.has(name) || fields.has(name + "-file")) {
      values.add(one(fields, name, form, read));
    }
    for (var text : fields.hiddenTexts(name + "s", form)) {
      values.add(value(fields, name + "s", text, form, read));
    }
    for (var file : fields.hiddenTexts(name + "-files", "paths of files")) {
      values.add(contents(fields, name + "-files", file, form, read));
    }
    if (given != 1) {
      fields.fault(name, given == 0 ? "absent" : "(hidden)", "one of " + keys);
      return List.of();
    }
    return values.contains(null) ? List.of() : List.copyOf(values);
  }

  /** The field {@code token}, sent as it is; null where it is absent or at fault. */
  @Nullable Hidden token(YamlFields fields) {
    return one(fields, "token", "printable ASCII without spaces", HiddenFields::token);
  }

  private static Hidden token(String text) {
    if (!TOKEN.matcher(text).matches()) {
      throw new IllegalArgumentException("(hidden) (expected: printable ASCII without spaces)");
    }
    return new Hidden(text);
  }

  private <T> @Nullable T contents(
      YamlFields fields, String key, String file, String form, Function<String, T> read) {
    try {
      return value(fields, key, Files.readString(folder.resolve(file)).strip(), form, read);
    } catch (IOException | IllegalArgumentException e) { // also of a text that is no path
      fields.fault(key, "unreadable", "a readable file that holds " + form);
      return null;
    }
  }

  private static <T> @Nullable T value(
      YamlFields fields, String key, String text, String form, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      fields.fault(key, "(hidden)", form);
      return null;
    }
  }
}
