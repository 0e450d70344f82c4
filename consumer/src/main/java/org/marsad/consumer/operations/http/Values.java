package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.text.Lengths;

/** What a request said, already checked. */
public final class Values {
  private final Map<String, JsonNode> values;

  private Values(Map<String, JsonNode> values) {
    this.values = values;
  }

  /**
   * Checks what was said: all faults at once, and nothing that nobody asked for.
   *
   * @throws ProblemException with every fault
   */
  static Values check(List<Field> fields, Map<String, JsonNode> said) {
    var faults = new ArrayList<String>();
    var names = fields.stream().map(Field::name).sorted().toList();
    for (var name : said.keySet()) {
      if (!names.contains(name)) {
        faults.add(name + ": unknown (expected: one of " + names + ")");
      }
    }
    var values = new LinkedHashMap<String, JsonNode>();
    for (var field : fields) {
      var value = said.get(field.name());
      if (value == null || value.isNull()) {
        if (field.isRequired()) {
          faults.add(field.absent());
        }
      } else {
        field.fault(value).ifPresentOrElse(faults::add, () -> values.put(field.name(), value));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.unusable(faults).exception();
    }
    return new Values(values);
  }

  /** A text; null: it was not said. */
  public @Nullable String text(String name) {
    var value = values.get(name);
    return value == null ? null : value.textValue();
  }

  /** A text that had to be there. */
  public String required(String name) {
    var text = text(name);
    if (text == null) {
      throw new IllegalStateException(name + ": absent (expected: a required field)");
    }
    return text;
  }

  /** Texts; none where it was not said. */
  public List<String> texts(String name) {
    var texts = new ArrayList<String>();
    values
        .getOrDefault(name, MissingNode.getInstance())
        .forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  /** One of an enum; null: it was not said. */
  public <E extends Enum<E>> @Nullable E symbol(String name, Class<E> type) {
    var text = text(name);
    return text == null ? null : Enum.valueOf(type, text);
  }

  /** A whole number. */
  public int integer(String name, int otherwise) {
    var value = values.get(name);
    return value == null ? otherwise : value.intValue();
  }

  /** A flag, false where it was not said. */
  public boolean flag(String name) {
    var value = values.get(name);
    return value != null && value.booleanValue();
  }

  /** A moment; empty: it was not said. */
  public Optional<Instant> time(String name) {
    return Optional.ofNullable(text(name)).map(Instant::parse);
  }

  /** A length of time that had to be there. */
  public Duration length(String name) {
    return Lengths.parse(required(name));
  }

  /** What was said, for a record of it, without some fields. */
  public String json(List<String> without) {
    return tree(without).toString();
  }

  /** What was said, without some fields. */
  public ObjectNode tree(List<String> without) {
    var json = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (!without.contains(name)) {
            json.set(name, value);
          }
        });
    return json;
  }
}
