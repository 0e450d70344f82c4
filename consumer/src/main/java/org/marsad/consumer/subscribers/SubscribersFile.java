package org.marsad.consumer.subscribers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.SeenBy;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;

/** The file of subscribers, in YAML: a list; checked as a whole, all faults at once. */
public final class SubscribersFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final String ID_FORM = "1 to 64 of a-z, 0-9, '.', '_', '-'";
  private static final Pattern LANGUAGE = Pattern.compile("en|ar");
  private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern PER_HOUR = Pattern.compile("[1-9][0-9]{0,2}");
  private static final String PER_HOUR_FORM = "a whole number, 1 to 999";

  private final ChannelReader channels;
  private final HiddenFields hidden;
  private final Known known;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final List<Runnable> atTheEnd = new ArrayList<>();

  private SubscribersFile(Path folder, Known known) {
    this.channels = new ChannelReader(folder);
    this.hidden = new HiddenFields(folder);
    this.known = known;
  }

  /**
   * Reads a file; paths in it are relative to its folder. Nothing is known of areas and sites.
   *
   * @throws SettingsException with every fault: line, path, value, what was expected
   * @throws IOException when the file cannot be read
   */
  public static List<Subscriber> read(Path file) throws IOException {
    return read(file, Known.ANYTHING);
  }

  /**
   * Reads a file and refuses areas and sites that do not exist.
   *
   * @throws SettingsException with every fault: line, path, value, what was expected
   * @throws IOException when the file cannot be read
   */
  public static List<Subscriber> read(Path file, Known known) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    return parse(Files.readString(file), folder == null ? Path.of("") : folder, known);
  }

  /**
   * Reads the text of such a file. Nothing is known of areas and sites.
   *
   * @param folder that paths in it are relative to
   * @throws SettingsException with every fault
   */
  public static List<Subscriber> parse(String text, Path folder) {
    return parse(text, folder, Known.ANYTHING);
  }

  /**
   * Reads the text of such a file and refuses areas and sites that do not exist.
   *
   * @param folder that paths in it are relative to
   * @throws SettingsException with every fault
   */
  public static List<Subscriber> parse(String text, Path folder, Known known) {
    return new SubscribersFile(folder, known).read(text);
  }

  private List<Subscriber> read(String text) {
    var document = YamlDocument.parse("subscribers", text);
    var subscribers = document.entries("id, role …", this::subscriber);
    atTheEnd.forEach(Runnable::run);
    document.check();
    return List.copyOf(subscribers);
  }

  private @Nullable Subscriber subscriber(YamlFields fields) {
    var id = fields.required("id", ID, ID_FORM);
    if (!id.isEmpty() && !ids.add(id)) {
      fields.fault("id", id, "unique");
    }
    var role = fields.symbol("role", Role.class);
    var site = fields.optional("site", ID, ID_FORM);
    var siteKey = SiteKey.read(fields, hidden);
    var coverage = new CoverageReader(known).read(fields);
    var subjects = fields.symbols("subjects", SubjectKind.class);
    var findings = fields.symbols("findings", Rule.class);
    var severity = fields.symbol("minimum-severity", Severity.class);
    var realities = fields.symbols("realities", Reality.class);
    var history = fields.flag("history", false);
    var language = fields.optional("language", LANGUAGE, "en or ar");
    var quiet = fields.entry("quiet-hours", "from, until, zone", SubscribersFile::quietHours);
    var token = token(fields);
    var rates = new HashMap<String, Integer>();
    var interruptions = fields.optional("interruptions-per-hour", PER_HOUR, PER_HOUR_FORM);
    var reached = fields.entries("channels", channel -> channel(channel, rates));
    var escalation = fields.entries("escalation", step -> step(step, id));

    if (role == null) {
      fields.faultIfAbsent("role", "one of " + List.of(Role.values()));
    }
    if (reached.isEmpty()) {
      fields.faultIfAbsent("channels", "one channel or more");
    }
    checkSite(fields, role, site, siteKey);
    if (role != null) {
      checkSubjects(fields, role, subjects);
    }
    checkNames(fields, reached, escalation);
    if (role == null) {
      return null;
    }
    var subscriber =
        Subscriber.builder(id, role)
            .site(site)
            .siteKeySha256(siteKey)
            .coverage(coverage)
            .subjects(subjects)
            .findings(findings)
            .minimumSeverity(severity)
            .realities(realities.isEmpty() ? Set.of(Reality.ACTUAL) : realities)
            .history(history)
            .language(language == null ? Locale.ENGLISH : Locale.forLanguageTag(language))
            .quietHours(quiet)
            .tokenSha256(token);
    if (interruptions != null) {
      subscriber.interruptionsPerHour(Integer.parseInt(interruptions));
    }
    reached.forEach(subscriber::channel);
    rates.forEach(subscriber::ratePerMinute);
    escalation.forEach(subscriber::escalation);
    return subscriber.build();
  }

  /** Of a wrong key and of a site that does not exist the same is said. */
  private void checkSite(
      YamlFields fields, @Nullable Role role, @Nullable String site, @Nullable String siteKey) {
    if (site != null && role != Role.HOSPITAL) {
      fields.fault("site", site, "only with role HOSPITAL");
    } else if (site != null && !known.isSite(site, siteKey)) {
      fields.fault("site", site, "a known site, with its site-key where it is confidential");
    }
    if (site == null && siteKey != null) {
      fields.fault("site-key", "(hidden)", "only with site");
    }
  }

  private static void checkSubjects(YamlFields fields, Role role, Set<SubjectKind> subjects) {
    var may = SeenBy.subjects(role.name());
    for (var subject : subjects) {
      if (!may.contains(subject)) {
        fields.fault("subjects", subject.name(), "of what " + role + " may know: " + may);
      }
    }
  }

  /** Not the token itself, which is its owner's alone; no fault repeats it. */
  private @Nullable String token(YamlFields fields) {
    var form = "SHA-256 of the token, 64 hexadecimal digits in lower case";
    var hash = fields.hidden("token-sha256", form);
    if (hash != null && !SHA256.matcher(hash).matches()) {
      fields.fault("token-sha256", "(hidden)", form);
      return null;
    }
    if (hash != null && !tokens.add(hash)) {
      fields.fault("token-sha256", "(hidden)", "a token of its own");
    }
    return hash;
  }

  private @Nullable ChannelSettings channel(YamlFields fields, Map<String, Integer> rates) {
    var channel = channels.read(fields);
    var rate = fields.optional("rate-per-minute", RATE, "a whole number, 1 to 9999");
    if (channel != null && rate != null) {
      rates.put(channel.name(), Integer.valueOf(rate));
    }
    return channel;
  }

  private static @Nullable QuietHours quietHours(YamlFields fields) {
    var time = "a time of the day such as 22:00";
    var place = "a time zone such as Asia/Damascus";
    var from = fields.parsed("from", time, LocalTime::parse);
    var until = fields.parsed("until", time, LocalTime::parse);
    var zone = fields.parsed("zone", place, ZoneId::of);
    fields.faultIfAbsent("from", time);
    fields.faultIfAbsent("until", time);
    fields.faultIfAbsent("zone", place);
    if (from == null || until == null || zone == null) {
      return null;
    }
    if (from.equals(until)) {
      fields.fault("until", until.toString(), "not the same as from");
      return null;
    }
    return new QuietHours(from, until, zone);
  }

  private @Nullable Escalation step(YamlFields fields, String id) {
    var step = EscalationReader.read(fields);
    if (step instanceof Escalation.ToSubscriber to) {
      atTheEnd.add(
          () -> {
            if (to.subscriber().equals(id) || !ids.contains(to.subscriber())) {
              fields.fault("subscriber", to.subscriber(), "id of another subscriber of this file");
            }
          });
    }
    return step;
  }

  private static void checkNames(
      YamlFields fields, List<ChannelSettings> channels, List<Escalation> escalation) {
    var names = new HashSet<String>();
    for (var channel : channels) {
      if (!names.add(channel.name())) {
        fields.fault("channels", channel.name(), "names unique within the subscriber");
      }
    }
    var held = new HashSet<String>();
    for (var step : escalation) {
      if (step instanceof Escalation.ToChannel to
          && (!names.contains(to.channel()) || !held.add(to.channel()))) {
        fields.fault("escalation", to.channel(), "a channel of the subscriber, each once");
      }
    }
    if (!names.isEmpty() && held.containsAll(names)) {
      fields.fault("escalation", "all channels", "at least one channel that is used at once");
    }
  }
}
