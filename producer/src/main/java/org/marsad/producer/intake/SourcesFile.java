package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.message.SourceKind;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;
import org.marsad.schemas.yaml.YamlList;

/** The sources that may report: a YAML list, tokens hashed, refused as a whole with all faults. */
public final class SourcesFile {
  private static final YamlList<KnownSource> LIST =
      new YamlList<>(SourcesFile::parse, SourcesFile::entry);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String HASH_FORM = "64 hexadecimal digits, lower case";
  private static final Pattern NOT_BLANK = Pattern.compile("(?s).*\\S.*");

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
    var document = YamlDocument.parse("sources", text);
    var sources = document.entries("name, token-sha256 …", SourcesFile::source);
    refuseDoubles(sources, document);
    document.check();
    return sources;
  }

  /**
   * Adds a source at the end of a file; what stands there, comments too, stays as it is.
   *
   * @throws SettingsException where it cannot be added, with every reason
   * @throws IOException when the file cannot be read or written
   */
  public static void add(Path file, KnownSource source) throws IOException {
    LIST.add(file, source);
  }

  /**
   * Removes a source from a file; what else stands there, comments too, stays as it is. The
   * operator stays: without its token no command could change anything.
   *
   * @throws SettingsException where it cannot be removed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public static void remove(Path file, String name) throws IOException {
    if (!LIST.remove(file, source -> source.name().equals(name) && !source.operator())) {
      throw new SettingsException(
          List.of("NAME: " + name + " (expected: a source that is listed, and no operator)"));
    }
  }

  /**
   * Writes a new file that its owner alone may read.
   *
   * @throws IOException when it cannot be written, or exists
   */
  public static void write(Path file, List<KnownSource> sources) throws IOException {
    PrivateFiles.create(file, LIST.text(sources));
  }

  private static ObjectNode entry(KnownSource source) {
    var node = JsonNodeFactory.instance.objectNode();
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
    return node;
  }

  private static KnownSource source(YamlFields fields) {
    var name = fields.required("name", NOT_BLANK, "a name");
    var hash = fields.hidden("token-sha256", HASH_FORM);
    if (hash == null || !HASH.matcher(hash).matches()) {
      fields.fault("token-sha256", "unusable", HASH_FORM);
    }
    var kind = fields.symbol("kind", SourceKind.class);
    return new KnownSource(
        name,
        hash == null ? "" : hash,
        kind == null ? SourceKind.OBSERVER : kind,
        fields.text("lineage"),
        fields.text("home-area"),
        fields.flag("relay", false),
        List.copyOf(
            fields.texts("sites", NOT_BLANK, site -> true, "a list of site ids, or [\"*\"]")),
        fields.flag("operator", false),
        numbers(fields),
        fields.entry("sms-gateway", "{} or {from: F, text: T, id: I, time: Z}", SourcesFile::sms));
  }

  private static List<String> numbers(YamlFields fields) {
    var expected = "a list of numbers such as +963912345678";
    var numbers =
        fields.hiddenTexts("numbers", expected).stream().map(PhoneNumbers::digits).toList();
    if (numbers.contains("")) {
      fields.fault("numbers", "unusable", expected);
    }
    return numbers;
  }

  private static SmsFields sms(YamlFields fields) {
    return new SmsFields(
        named(fields, "from", SmsFields.DEFAULTS.from()),
        named(fields, "text", SmsFields.DEFAULTS.text()),
        named(fields, "id", SmsFields.DEFAULTS.id()),
        named(fields, "time", SmsFields.DEFAULTS.time()));
  }

  private static String named(YamlFields fields, String key, String otherwise) {
    var named = fields.text(key);
    return named == null ? otherwise : named;
  }

  private static void refuseDoubles(List<KnownSource> sources, YamlDocument document) {
    var names = new HashSet<String>();
    var hashes = new HashSet<String>();
    var numbers = new HashSet<String>();
    for (var source : sources) {
      if (!source.name().isEmpty() && !names.add(source.name())) {
        document.fault("name: " + source.name() + " (expected: each name once)");
      }
      if (!source.tokenSha256().isEmpty() && !hashes.add(source.tokenSha256())) {
        document.fault("sources: two with one token (expected: a token for each)");
      }
      for (var number : source.numbers()) {
        if (!number.isEmpty() && !numbers.add(number)) {
          document.fault(
              "numbers: …%s twice (expected: one source for each)".formatted(end(number)));
        }
      }
    }
  }

  /** Enough to find it in the file, and no more: a list of numbers must not leak into a log. */
  private static String end(String number) {
    return number.substring(number.length() - 2);
  }
}
