package org.marsad.consumer.fanout.subscribers;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.schemas.settings.SettingsException;

/** The file of subscribers, in YAML: a list; checked as a whole, all faults at once. */
public final class SubscribersFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final String ID_FORM = "1 to 64 of a-z, 0-9, '.', '_', '-'";
  private static final Pattern AREA = Pattern.compile("\\*|[^\\s/]{1,100}");
  private static final Pattern NEIGHBOURHOOD = Pattern.compile("[^\\s/]{1,100}/[^\\s/]{1,100}");

  private final ChannelReader channels;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private SubscribersFile(Path folder) {
    this.channels = new ChannelReader(folder);
  }

  /**
   * Reads a file; paths in it are relative to its folder.
   *
   * @throws SettingsException with every fault: line, path, value, what was expected
   * @throws IOException when the file cannot be read
   */
  public static List<Subscriber> read(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    return parse(Files.readString(file), folder == null ? Path.of("") : folder);
  }

  /**
   * Reads the text of such a file.
   *
   * @param folder that paths in it are relative to
   * @throws SettingsException with every fault
   */
  public static List<Subscriber> parse(String text, Path folder) {
    return new SubscribersFile(folder).read(text);
  }

  private List<Subscriber> read(String text) {
    var subscribers = new ArrayList<Subscriber>();
    if (document(text) instanceof YamlNode.Sequence list) {
      for (var index = 0; index < list.items().size(); index++) {
        var subscriber = entry("subscribers[" + index + "]", list.items().get(index));
        if (subscriber != null) {
          subscribers.add(subscriber);
        }
      }
    } else if (faults.isEmpty()) {
      faults.add("line 1: subscribers: no list (expected: a list of subscribers)");
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return List.copyOf(subscribers);
  }

  private @Nullable YamlNode document(String text) {
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

  private @Nullable Subscriber entry(String path, YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      faults.add("line " + node.line() + ": " + path + ": no entry (expected: id, role …)");
      return null;
    }
    var fields = new Fields(path, mapping, faults);
    var subscriber = subscriber(fields);
    fields.refuseOthers();
    return subscriber;
  }

  private @Nullable Subscriber subscriber(Fields fields) {
    var id = fields.required("id", ID, ID_FORM);
    if (!id.isEmpty() && !ids.add(id)) {
      fields.fault("id", id, "unique");
    }
    var role = fields.symbol("role", Role.class);
    var site = fields.optional("site", ID, ID_FORM);
    var areas = fields.texts("areas", AREA, "codes of areas, or *");
    var neighbourhoods = fields.texts("neighbourhoods", NEIGHBOURHOOD, "area/neighbourhood");
    var rules = fields.symbols("rules", Rule.class);
    var severity = fields.symbol("minimum-severity", Severity.class);
    var realities = fields.symbols("realities", Reality.class);
    var history = fields.flag("history", false);
    var reached = fields.entries("channels", channels::read);

    if (role == null) {
      fields.faultIfAbsent("role", "one of " + List.of(Role.values()));
    }
    if (areas.isEmpty()) {
      fields.faultIfAbsent("areas", "one area or more, or *");
    }
    if (reached.isEmpty()) {
      fields.faultIfAbsent("channels", "one channel or more");
    }
    if (site != null && role != Role.HOSPITAL) {
      fields.fault("site", site, "only with role HOSPITAL");
    }
    for (var neighbourhood : neighbourhoods) {
      var area = neighbourhood.substring(0, neighbourhood.indexOf('/'));
      if (!areas.contains(area) && !areas.contains(Subscriber.ALL_AREAS)) {
        fields.fault("neighbourhoods", neighbourhood, "one of an area listed in areas");
      }
    }
    var names = new HashSet<String>();
    for (var channel : reached) {
      if (!names.add(channel.name())) {
        fields.fault("channels", channel.name(), "names unique within the subscriber");
      }
    }
    return role == null
        ? null
        : new Subscriber(
            id,
            role,
            site,
            areas,
            neighbourhoods,
            rules,
            severity,
            realities.isEmpty() ? Set.of(Reality.ACTUAL) : realities,
            history,
            reached);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
