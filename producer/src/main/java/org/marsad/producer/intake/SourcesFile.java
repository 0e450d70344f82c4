package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SourceKind;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;

/** The sources that may report: a YAML list, tokens hashed, refused as a whole with all faults. */
public final class SourcesFile {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Where an entry begins: the file's only dashes at the margin. */
  private static final Pattern ENTRY = Pattern.compile("(?m)(?=^- )");

  private static final Set<String> KEYS =
      new TreeSet<>(
          List.of(
              "name",
              "token-sha256",
              "kind",
              "lineage",
              "home-area",
              "relay",
              "sites",
              "operator",
              "numbers",
              "sms-gateway"));

  private SourcesFile() {}

  /**
   * Reads a file.
   *
   * @throws SettingsException with every fault of it
   * @throws IOException when it cannot be read
   */
  public static List<KnownSource> read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static List<KnownSource> parse(String text) {
    JsonNode list;
    try {
      list = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new SettingsException(List.of("sources: no YAML (expected: a YAML list of sources)"));
    }
    var faults = new ArrayList<String>();
    var sources = new ArrayList<KnownSource>();
    if (!list.isArray()) {
      faults.add("sources: no list (expected: a YAML list of sources)");
    }
    for (var i = 0; i < list.size(); i++) {
      sources.add(source(list.path(i), "sources[" + i + "].", faults));
    }
    refuseDoubles(sources, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return sources;
  }

  /**
   * Adds a source at the end of a file; what stands there, comments too, stays as it is.
   *
   * @throws SettingsException where it cannot be added, with every reason
   * @throws IOException when the file cannot be read or written
   */
  public static void add(Path file, KnownSource source) throws IOException {
    var before = Files.readString(file, StandardCharsets.UTF_8);
    var known = parse(before);
    var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    var after = before + end + yaml(List.of(source)).replaceFirst("^---\\s*", "");
    if (known.isEmpty() || !parse(after).equals(append(known, source))) {
      throw new SettingsException(
          List.of(file + ": cannot be added to (expected: a list with its dashes at the margin)"));
    }
    PrivateFiles.replace(file, after);
  }

  /**
   * Removes a source from a file; what else stands there, comments too, stays as it is. The
   * operator stays: without its token no command could change anything.
   *
   * @throws SettingsException where it cannot be removed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public static void remove(Path file, String name) throws IOException {
    var before = Files.readString(file, StandardCharsets.UTF_8);
    var known = parse(before);
    var left = known.stream().filter(source -> !source.name().equals(name)).toList();
    var isOperator = known.stream().anyMatch(s -> s.operator() && s.name().equals(name));
    if (left.size() == known.size() || isOperator) {
      throw new SettingsException(
          List.of("NAME: " + name + " (expected: a source that is listed, and no operator)"));
    }
    var entries = ENTRY.split("\n" + before); // the first is what stands before them
    var index = known.stream().map(KnownSource::name).toList().indexOf(name) + 1;
    if (entries.length == known.size() + 1) {
      entries[index] = "";
    }
    var after = String.join("", entries).substring(1);
    if (left.isEmpty() || !isList(after, left)) {
      throw new SettingsException(
          List.of(file + ": cannot be changed (expected: a list with its dashes at the margin)"));
    }
    PrivateFiles.replace(file, after);
  }

  private static boolean isList(String text, List<KnownSource> sources) {
    try {
      return parse(text).equals(sources);
    } catch (SettingsException e) {
      return false;
    }
  }

  private static List<KnownSource> append(List<KnownSource> known, KnownSource source) {
    var all = new ArrayList<>(known);
    all.add(source);
    return all;
  }

  /**
   * Writes a new file that its owner alone may read.
   *
   * @throws IOException when it cannot be written, or exists
   */
  public static void write(Path file, List<KnownSource> sources) throws IOException {
    PrivateFiles.create(file, yaml(sources));
  }

  private static String yaml(List<KnownSource> sources) throws IOException {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var source : sources) {
      var node = list.addObject();
      node.put("name", source.name());
      node.put("token-sha256", source.tokenSha256());
      node.put("kind", source.kind().name());
      if (source.lineage() != null) {
        node.put("lineage", source.lineage());
      }
      if (source.homeArea() != null) {
        node.put("home-area", source.homeArea());
      }
      node.put("relay", source.relay());
      if (!source.sites().isEmpty()) {
        var sites = node.putArray("sites");
        source.sites().forEach(sites::add);
      }
      if (!source.numbers().isEmpty()) {
        var numbers = node.putArray("numbers");
        source.numbers().forEach(number -> numbers.add("+" + number));
      }
      if (source.gateway() != null) {
        node.putObject("sms-gateway")
            .put("from", source.gateway().from())
            .put("text", source.gateway().text())
            .put("id", source.gateway().id())
            .put("time", source.gateway().time());
      }
      if (source.operator()) {
        node.put("operator", true);
      }
    }
    return YAML.writeValueAsString(list);
  }

  private static KnownSource source(JsonNode node, String prefix, List<String> faults) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                faults.add(prefix + key + ": unknown (expected: one of " + KEYS + ")");
              }
            });
    var name = text(node, "name");
    if (name == null) {
      faults.add(prefix + "name: absent (expected: a name)");
    }
    var hash = text(node, "token-sha256");
    if (hash == null || !hash.matches("[0-9a-f]{64}")) {
      faults.add(prefix + "token-sha256: unusable (expected: 64 hexadecimal digits, lower case)");
    }
    return new KnownSource(
        name == null ? "" : name,
        hash == null ? "" : hash,
        kind(node, prefix, faults),
        text(node, "lineage"),
        text(node, "home-area"),
        flag(node, "relay", prefix, faults),
        sites(node.path("sites"), prefix, faults),
        flag(node, "operator", prefix, faults),
        numbers(node.path("numbers"), prefix, faults),
        gateway(node.path("sms-gateway"), prefix, faults));
  }

  private static List<String> numbers(JsonNode node, String prefix, List<String> faults) {
    var numbers = new ArrayList<String>();
    node.forEach(number -> numbers.add(PhoneNumbers.digits(number.asText())));
    if (!node.isMissingNode() && (!node.isArray() || numbers.contains(""))) {
      faults.add(prefix + "numbers: unusable (expected: a list of numbers such as +963912345678)");
    }
    return numbers;
  }

  /** Fields that it names otherwise; an empty object where it names none. */
  private static @Nullable SmsFields gateway(JsonNode node, String prefix, List<String> faults) {
    if (node.isMissingNode()) {
      return null;
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!SmsFields.KEYS.contains(key)) {
                faults.add(
                    prefix
                        + "sms-gateway."
                        + key
                        + ": unknown (expected: one of "
                        + SmsFields.KEYS
                        + ")");
              }
            });
    if (!node.isObject()) {
      faults.add(
          prefix
              + "sms-gateway: "
              + node
              + " (expected: {} or {from: F, text: T, id: I, time: Z})");
    }
    return new SmsFields(
        named(node, "from", SmsFields.DEFAULTS.from()),
        named(node, "text", SmsFields.DEFAULTS.text()),
        named(node, "id", SmsFields.DEFAULTS.id()),
        named(node, "time", SmsFields.DEFAULTS.time()));
  }

  private static String named(JsonNode node, String key, String otherwise) {
    var named = text(node, key);
    return named == null ? otherwise : named;
  }

  private static boolean flag(JsonNode node, String key, String prefix, List<String> faults) {
    var flag = node.path(key);
    if (!flag.isMissingNode() && !flag.isBoolean()) {
      faults.add(prefix + key + ": " + flag + " (expected: true or false)");
    }
    return flag.asBoolean(false);
  }

  private static List<String> sites(JsonNode node, String prefix, List<String> faults) {
    var sites = new ArrayList<String>();
    for (var site : node) {
      if (site.isTextual() && !site.textValue().isBlank()) {
        sites.add(site.textValue());
      }
    }
    if (!node.isMissingNode() && (!node.isArray() || sites.size() != node.size())) {
      faults.add(prefix + "sites: " + node + " (expected: a list of site ids, or [\"*\"])");
    }
    return sites;
  }

  private static SourceKind kind(JsonNode node, String prefix, List<String> faults) {
    var said = text(node, "kind");
    for (var kind : SourceKind.values()) {
      if (said == null || kind.name().equals(said)) {
        return said == null ? SourceKind.OBSERVER : kind;
      }
    }
    faults.add(
        prefix
            + "kind: "
            + said
            + " (expected: one of "
            + Arrays.toString(SourceKind.values())
            + ")");
    return SourceKind.OBSERVER;
  }

  private static void refuseDoubles(List<KnownSource> sources, List<String> faults) {
    var names = new HashSet<String>();
    var hashes = new HashSet<String>();
    var numbers = new HashSet<String>();
    for (var source : sources) {
      if (!source.name().isEmpty() && !names.add(source.name())) {
        faults.add("name: " + source.name() + " (expected: each name once)");
      }
      if (!source.tokenSha256().isEmpty() && !hashes.add(source.tokenSha256())) {
        faults.add("sources: two with one token (expected: a token for each)");
      }
      for (var number : source.numbers()) {
        if (!number.isEmpty() && !numbers.add(number)) {
          faults.add("numbers: …%s twice (expected: one source for each)".formatted(end(number)));
        }
      }
    }
  }

  /** Enough to find it in the file, and no more: a list of numbers must not leak into a log. */
  private static String end(String number) {
    return number.substring(number.length() - 2);
  }

  private static @Nullable String text(JsonNode node, String key) {
    var value = node.path(key);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText()
        : null;
  }
}
