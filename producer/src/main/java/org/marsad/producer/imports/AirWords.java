package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marsad.message.DeliveryMeans;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;

/**
 * The words of a headline that make an event an attack from the air. They lie in a file that people
 * read and replace ({@code air-words.yaml}, which also says how they are matched). Immutable.
 */
public final class AirWords {
  private static final String SHIPPED = "air-words.yaml";
  private static final String SOMETHING_ELSE = "something-else";
  private static final String IGNORED = "ignored";
  private static final String RESIDENTIAL = "residential";

  /** In order of trust: the first that is found anywhere decides. */
  private static final List<DeliveryMeans> DELIVERIES =
      List.of(
          DeliveryMeans.DRONE,
          DeliveryMeans.HELICOPTER,
          DeliveryMeans.AIRCRAFT,
          DeliveryMeans.MISSILE,
          DeliveryMeans.UNKNOWN);

  private static final Pattern BETWEEN_HEADLINES = Pattern.compile(";");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern PHRASE = Pattern.compile("(?s).*[\\p{L}\\p{Nd}].*");
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Map<String, Pattern> words;

  private AirWords(Map<String, Pattern> words) {
    this.words = Map.copyOf(words);
  }

  /** Those that ship with Marsad. */
  public static AirWords shipped() {
    try (var in = Objects.requireNonNull(AirWords.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of a file.
   *
   * @throws ImportException with every fault of it
   * @throws IOException when it cannot be read
   */
  public static AirWords read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /** What headlines say, or nothing where they speak of no attack from the air. */
  Optional<Wording> find(String headlines) {
    var texts =
        BETWEEN_HEADLINES
            .splitAsStream(folded(headlines))
            .filter(text -> !has(text, SOMETHING_ELSE))
            .map(text -> words(IGNORED).matcher(text).replaceAll(" "))
            .toList();
    for (var delivery : DELIVERIES) {
      var speaking = texts.stream().filter(text -> has(text, key(delivery))).toList();
      if (!speaking.isEmpty()) {
        var residential = speaking.stream().anyMatch(text -> has(text, RESIDENTIAL));
        return Optional.of(new Wording(delivery, residential));
      }
    }
    return Optional.empty();
  }

  /** Why headlines that say nothing of an attack from the air do not, for a count by reasons. */
  String reasonToSkip(String headlines) {
    var text = folded(headlines);
    return has(text, SOMETHING_ELSE)
        ? "headline tells of something else, such as a plane shot down"
        : "headline has no word of an air attack";
  }

  private boolean has(String text, String key) {
    return words(key).matcher(text).find();
  }

  private Pattern words(String key) {
    return words.getOrDefault(key, NOTHING);
  }

  private static AirWords parse(String file, String yaml) throws ImportException {
    var known = new ArrayList<>(DELIVERIES.stream().map(AirWords::key).toList());
    known.addAll(List.of(SOMETHING_ELSE, IGNORED, RESIDENTIAL));
    var document = YamlDocument.parse("air-words", yaml);
    var words = document.mapping(fields -> words(fields, known));
    var faults = new ArrayList<>(document.faults());
    if (DELIVERIES.stream().map(AirWords::key).noneMatch(words::containsKey)) {
      faults.add("no words (expected: some of " + known + ")");
    }
    if (!faults.isEmpty()) {
      throw new ImportException(faults.stream().map(fault -> file + ": " + fault).toList());
    }
    return new AirWords(words);
  }

  private static Map<String, Pattern> words(YamlFields fields, List<String> known) {
    var words = new HashMap<String, Pattern>();
    for (var key : known) {
      var phrases = fields.texts(key, PHRASE, phrase -> true, "a list of words");
      if (!phrases.isEmpty()) {
        words.put(key, anyOf(phrases));
      }
    }
    return words;
  }

  private static Pattern anyOf(Set<String> phrases) {
    var alternatives = new ArrayList<String>();
    phrases.forEach(phrase -> alternatives.add(alternative(folded(phrase).strip())));
    return Pattern.compile(
        "(?<![\\p{L}\\p{Nd}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{Nd}])");
  }

  private static String alternative(String phrase) {
    var isOpen = phrase.endsWith("*");
    var plain = isOpen ? phrase.substring(0, phrase.length() - 1) : phrase;
    var words =
        Pattern.compile("\\s+")
            .splitAsStream(plain)
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s-]*"));
    var isArabic =
        Character.UnicodeScript.of(phrase.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    return (isArabic ? "(?:[وفبكل]?(?:ال)?)" : "") + words + (isOpen ? "[\\p{L}\\p{Nd}]*" : "");
  }

  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static String key(DeliveryMeans delivery) {
    return delivery.name().toLowerCase(Locale.ROOT);
  }
}
