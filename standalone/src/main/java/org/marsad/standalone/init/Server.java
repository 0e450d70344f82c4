package org.marsad.standalone.init;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.HostForm;

/**
 * What takes messages on their way out: a mail server or an SMS gateway, as channels of subscribers
 * name it. Its values are checked by who reads the file of subscribers.
 *
 * @param type of the channels
 * @param fields that all its channels share
 * @param secretField {@code password} or {@code token}
 * @param secret null: none
 */
record Server(String type, ObjectNode fields, String secretField, @Nullable String secret) {
  private static final String DEFAULT_BODY = "{\"to\": \"{to}\", \"text\": \"{text}\"}";

  /** A mail server: {@code host}, {@code port}, {@code security}, {@code user}, {@code from} … */
  static Server mail(Entry entry) {
    var fields = fields(entry, List.of("host", "port", "security", "user", "from"));
    var security = fields.path("security").asText();
    if (!security.isEmpty()) {
      fields.put("security", security.toUpperCase(Locale.ROOT));
    }
    ownNetwork(entry, fields, fields.path("host").asText());
    var server = new Server("email", fields, "password", secret(entry, "password"));
    entry.refuseOthers();
    return server;
  }

  /** An SMS gateway: {@code url}, {@code method}, {@code body} or {@code query} … */
  static Server sms(Entry entry) {
    var fields = fields(entry, List.of("url", "method", "content-type", "body", "query"));
    if (!fields.has("body") && !fields.has("query")) {
      fields.put("body", DEFAULT_BODY);
    }
    ownNetwork(entry, fields, host(fields.path("url").asText()));
    var server = new Server("sms", fields, "token", secret(entry, "token"));
    entry.refuseOthers();
    return server;
  }

  /** File of the secret, relative to the data folder. */
  String file() {
    return "keys/" + type;
  }

  /**
   * A channel over it.
   *
   * @param isInline whether the secret itself stands in it, or the name of its file
   */
  ObjectNode channel(boolean isInline) {
    var channel = JsonNodeFactory.instance.objectNode();
    channel.put("name", type).put("type", type);
    channel.setAll(fields);
    if (secret != null) {
      channel.put(isInline ? secretField : secretField + "-file", isInline ? secret : file());
    }
    return channel;
  }

  @Override
  public String toString() {
    return "Server[type=" + type + "]";
  }

  private static ObjectNode fields(Entry entry, List<String> keys) {
    var fields = JsonNodeFactory.instance.objectNode();
    for (var key : keys) {
      var value = entry.optional(key);
      if (value != null) {
        fields.put(key, value);
      }
    }
    return fields;
  }

  /** What no public name can mean is the operator's own, without being asked. */
  private static void ownNetwork(Entry entry, ObjectNode fields, String host) {
    if (entry.flag("own-network") || (!host.isEmpty() && !HostForm.mayBePublic(host))) {
      fields.put("own-network", true);
    }
  }

  private static String host(String url) {
    try {
      var host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException noUrl) {
      return "";
    }
  }

  /** As it was typed, or from a file, so that no list of processes shows it. */
  private static @Nullable String secret(Entry entry, String key) {
    var file = entry.optional(key + "-file");
    var typed = entry.optional(key);
    if (file == null) {
      return typed;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | IllegalArgumentException e) {
      entry.fault(key + "-file", file, "a readable file");
      return null;
    }
  }
}
