package org.marsad.consumer.subscribers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type sms. No fault repeats a number, a header or a template. */
final class SmsReader {
  private static final Pattern METHOD = Pattern.compile("POST|PUT|GET");
  private static final Pattern ANY = Pattern.compile("(?s).+");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]*");
  private static final Set<String> OURS =
      Set.of("host", "content-type", "content-length", "connection", "transfer-encoding");
  private static final String HEADERS =
      "names and texts of ASCII, in which only {id} and {token} are filled in";

  private static final Map<String, String> SAMPLE =
      Map.of("to", "+1", "digits", "1", "text", "\"\\\n", "coding", "2", "id", "1", "token", "t");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final YamlFields fields;
  private final Set<String> places = new HashSet<>();

  private SmsReader(YamlFields fields) {
    this.fields = fields;
  }

  static @Nullable ChannelSettings read(YamlFields fields, String name, HiddenFields hidden) {
    var receiver = ReceiverReader.read(fields);
    var numbers =
        new LinkedHashSet<>(
            hidden.oneOrMore(fields, "number", PhoneNumber.EXPECTED, PhoneNumber::new));
    var request = new SmsReader(fields).request(hidden);
    return receiver == null || numbers.isEmpty()
        ? null
        : new ChannelSettings.Sms(name, receiver, numbers, request);
  }

  private ChannelSettings.SmsRequest request(HiddenFields hidden) {
    var method = fields.optional("method", METHOD, "POST, PUT or GET");
    var query = template("query", Encoding.FORM, Set.of());
    var headers = headers();
    var type = fields.optional("content-type", ANY, "JSON, form or plain text");
    var contentType = type == null ? "application/json" : type;
    var body = body(contentType);
    var token = hidden.token(fields);
    faultIfMissing();
    if (places.contains("token") && token == null && !fields.has("token-file")) {
      fields.fault("token", "absent", "token or token-file, because {token} is to be filled in");
    }
    return new ChannelSettings.SmsRequest(
        method == null ? "POST" : method, query, headers, contentType, body, token);
  }

  private @Nullable Template body(String contentType) {
    var encoding = Encoding.of(contentType);
    if (encoding.isEmpty()) {
      fields.fault(
          "content-type",
          contentType,
          "application/json, application/x-www-form-urlencoded or text/plain");
    }
    var body = template("body", encoding.orElse(Encoding.PLAIN), Set.of());
    if (body != null && encoding.orElse(Encoding.PLAIN) == Encoding.JSON && !isJson(body)) {
      fields.fault("body", "(hidden)", "JSON, its places inside strings");
    }
    return body;
  }

  private @Nullable Template template(String name, Encoding encoding, Set<String> refused) {
    var text = fields.hidden(name, "a text with places such as {to} and {text}");
    return text == null ? null : template(name, text, encoding, refused);
  }

  private Template template(String name, String text, Encoding encoding, Set<String> refused) {
    var template = new Template(text, encoding);
    for (var place : template.places()) {
      if (!SAMPLE.containsKey(place) || refused.contains(place)) {
        fields.fault(name, "{" + place + "}", "one of {to} {digits} {text} {coding} {id} {token}");
      }
    }
    places.addAll(template.places());
    return template;
  }

  private Map<String, Template> headers() {
    var headers = new LinkedHashMap<String, Template>();
    fields
        .hiddenMap("headers", HEADERS)
        .forEach(
            (name, text) -> {
              if (!HEADER.matcher(name).matches()
                  || OURS.contains(name.toLowerCase(Locale.ROOT))
                  || !HEADER_VALUE.matcher(text).matches()) {
                fields.fault("headers", "(hidden)", HEADERS);
              }
              var refused = Set.of("to", "digits", "text", "coding");
              headers.put(name, template("headers", text, Encoding.PLAIN, refused));
            });
    return headers;
  }

  private void faultIfMissing() {
    if (!places.contains("text")) {
      fields.fault("body", "without {text}", "{text} in body or query");
    }
    if (!places.contains("to") && !places.contains("digits")) {
      fields.fault("body", "without {to}", "{to} or {digits} in body or query");
    }
  }

  private static boolean isJson(Template body) {
    if (!SAMPLE.keySet().containsAll(body.places())) {
      return true; // told already
    }
    try {
      return JSON.readTree(body.fill(SAMPLE)).isContainerNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
