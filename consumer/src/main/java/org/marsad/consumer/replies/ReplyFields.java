package org.marsad.consumer.replies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Intent;

/** The fields of a JSON object; each fault is noted and reading goes on. */
final class ReplyFields {
  private final List<Response.Fault> faults = new ArrayList<>();
  private final Set<String> known = new TreeSet<>();
  private final JsonNode said;

  ReplyFields(JsonNode said) {
    this.said = said;
  }

  /** A text that must be there; empty where it is not or is at fault. */
  String required(String name, Pattern form, String expected) {
    var text = optional(name, form, expected);
    if (text == null && !said.hasNonNull(name)) {
      fault(name, "absent", expected);
    }
    return text == null ? "" : text;
  }

  /** A text that may be absent; null too where it is at fault. */
  @Nullable String optional(String name, Pattern form, String expected) {
    known.add(name);
    if (!said.hasNonNull(name)) {
      return null;
    }
    var node = said.path(name);
    if (!node.isTextual() || !form.matcher(node.textValue()).matches()) {
      fault(name, PlainText.of(node.asText(node.toString())), expected);
      return null;
    }
    return node.textValue();
  }

  /** A number that must be there, 1 or more; 1 where it is not or is at fault. */
  int count(String name) {
    known.add(name);
    var node = said.path(name);
    if (node.isInt() && node.intValue() > 0) {
      return node.intValue();
    }
    fault(name, node.isMissingNode() ? "absent" : PlainText.of(node.toString()), "1 or more");
    return 1;
  }

  /** An intent that must be there; SEEN where it is not or is at fault. */
  Intent intent(String name) {
    known.add(name);
    var node = said.path(name);
    for (var intent : Intent.values()) {
      if (intent.name().equals(node.textValue())) {
        return intent;
      }
    }
    fault(
        name,
        node.isMissingNode() ? "absent" : PlainText.of(node.asText(node.toString())),
        "one of " + Arrays.toString(Intent.values()));
    return Intent.SEEN;
  }

  void fault(String name, String value, String expected) {
    faults.add(new Response.Fault(name, value, expected));
  }

  /** All faults, also of every key that nobody asked for. */
  List<Response.Fault> faults() {
    said.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(PlainText.of(name), "unknown key", "one of " + known);
              }
            });
    return List.copyOf(faults);
  }
}
