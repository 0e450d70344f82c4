package org.marsad.standalone.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.schemas.settings.SettingsException;

/**
 * The subscribers of an installation in the form of their file. That file's reader checks them; its
 * faults are told in the words in which they were stated.
 */
final class SubscriberList {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private static final Pattern FAULT =
      Pattern.compile("(?s)line \\d+: subscribers\\[(\\d+)](?:\\.channels\\[(\\d+)])?\\.(.*)");

  private static final Pattern RECEIVER = Pattern.compile("(?s)(to|number|numbers): (.*)");

  private final Places places;
  private final String homeArea;
  private final @Nullable Server mail;
  private final @Nullable Server sms;
  private final Hospitals hospitals;
  private final boolean isInline;
  private final List<String> faults;
  private final ArrayNode list = JsonNodeFactory.instance.arrayNode();

  /**
   * @param mail null: there is none
   * @param sms null: there is none
   * @param hospitals of the installation
   * @param isInline whether secrets themselves stand in it, or the names of their files
   */
  SubscriberList(
      Places places,
      String homeArea,
      @Nullable Server mail,
      @Nullable Server sms,
      Hospitals hospitals,
      boolean isInline,
      List<String> faults) {
    this.places = places;
    this.homeArea = homeArea;
    this.mail = mail;
    this.sms = sms;
    this.hospitals = hospitals;
    this.isInline = isInline;
    this.faults = faults;
  }

  /** File of a confidential hospital's key, relative to the data folder. */
  static String keyFile(String site) {
    return "keys/site-" + site;
  }

  static String text(ArrayNode list) {
    try {
      return YAML.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  ArrayNode list() {
    return list;
  }

  void add(Entry entry) {
    var node = list.addObject();
    var role = entry.optional("role");
    copy(entry, node, "id");
    if (role != null) {
      node.put("role", role.toUpperCase(Locale.ROOT));
    }
    addSite(entry, node);
    addAreas(entry, node, Role.OPS.name().equals(node.path("role").asText()));
    copy(entry, node, "language");
    addRealities(entry, node);
    var channels = node.putArray("channels");
    if (entry.flag("terminal")) {
      channels.addObject().put("name", "terminal").put("type", "terminal");
    }
    addChannel(entry, channels, "email", mail, "--mail");
    addChannel(entry, channels, "sms", sms, "--sms");
    entry.refuseOthers();
  }

  /**
   * The operations centre at this machine, which reads the terminal of {@code up}; the page answers
   * under its id.
   */
  void addOperations() {
    for (var known : list) {
      if (known.path("id").asText().equals(OperationsSettings.OPERATIONS)) {
        return;
      }
    }
    var node = list.addObject();
    node.put("id", OperationsSettings.OPERATIONS).put("role", Role.OPS.name());
    node.putArray("areas").add("*");
    node.putArray("realities").add("ACTUAL").add("EXERCISE");
    node.putArray("channels").addObject().put("name", "terminal").put("type", "terminal");
  }

  /** Notes all faults: those of the subscribers, and those of the servers, used or not. */
  void check(Known known) {
    var told = list.size();
    var checked = list.deepCopy();
    for (var server : new Server[] {mail, sms}) {
      if (server != null) {
        addProbe(checked, server);
      }
    }
    try {
      SubscribersFile.parse(text(checked), Path.of(""), known);
    } catch (SettingsException e) {
      var said = new LinkedHashSet<String>();
      e.faults().forEach(fault -> said.add(inOurWords(fault, checked, told)));
      said.remove("");
      faults.addAll(said);
    }
  }

  /** Somebody who uses a server, so that its faults are found even where nobody does. */
  private static void addProbe(ArrayNode checked, Server server) {
    var node = checked.addObject();
    node.put("id", "probe-" + server.type()).put("role", Role.OPS.name());
    node.putArray("areas").add("*");
    var channel = server.channel(true);
    channel.put(server.type().equals("email") ? "to" : "number", "+10000000");
    node.putArray("channels").add(channel);
  }

  private static String inOurWords(String fault, ArrayNode checked, int told) {
    var parts = FAULT.matcher(fault);
    if (!parts.matches()) {
      return fault;
    }
    var index = Integer.parseInt(parts.group(1));
    var subscriber = "subscriber " + (index + 1) + ".";
    if (parts.group(2) == null) {
      return subscriber + parts.group(3);
    }
    var channel = checked.path(index).path("channels").path(Integer.parseInt(parts.group(2)));
    var type = channel.path("type").asText();
    var receiver = RECEIVER.matcher(parts.group(3));
    if (receiver.matches()) {
      return index < told ? subscriber + type + ": " + receiver.group(2) : "";
    }
    return (type.equals("email") ? "mail." : "sms.") + parts.group(3);
  }

  private static void copy(Entry entry, ObjectNode node, String key) {
    var value = entry.optional(key);
    if (value != null) {
      node.put(key, value);
    }
  }

  private void addSite(Entry entry, ObjectNode node) {
    var site = entry.optional("site");
    if (site == null) {
      return;
    }
    var id = hospitals.id(site);
    node.put("site", id);
    var key = hospitals.keys().get(id);
    if (key != null) {
      node.put(isInline ? "site-key" : "site-key-file", isInline ? key : keyFile(id));
    }
  }

  private void addAreas(Entry entry, ObjectNode node, boolean isOperations) {
    var areas = node.putArray("areas");
    var stated = entry.list("areas");
    if (stated.isEmpty()) {
      areas.add(isOperations ? "*" : homeArea);
    }
    for (var text : stated) {
      areas.add(text.equals("*") ? text : places.area(text).map(a -> a.getCode()).orElse(text));
    }
  }

  private static void addRealities(Entry entry, ObjectNode node) {
    var realities = entry.list("realities");
    if (!realities.isEmpty()) {
      var array = node.putArray("realities");
      realities.forEach(reality -> array.add(reality.toUpperCase(Locale.ROOT)));
    }
  }

  private void addChannel(
      Entry entry, ArrayNode channels, String key, @Nullable Server server, String option) {
    var receivers = entry.list(key);
    if (receivers.isEmpty()) {
      return;
    }
    if (server == null) {
      entry.fault(key, receivers.size() + " without a server", "with " + option);
      return;
    }
    if (key.equals("sms")) {
      var channel = server.channel(isInline);
      receivers.forEach(channel.putArray("numbers")::add);
      channels.add(channel);
      return;
    }
    for (var i = 0; i < receivers.size(); i++) {
      var channel = server.channel(isInline).put("to", receivers.get(i));
      channels.add(i == 0 ? channel : channel.put("name", key + "-" + (i + 1)));
    }
  }
}
