package org.marsad.consumer.audience;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.SeenBy;

/**
 * Hides from one audience what the schemas do not show to it: a hidden field has its default, at
 * every depth. There is no list of fields here. Safe for several threads.
 */
final class Veil {
  private final String audience;
  private final Map<String, Cover> covers = new ConcurrentHashMap<>();

  /**
   * @param audience as the schemas name it, such as {@code PUBLIC}
   */
  Veil(String audience) {
    this.audience = audience;
  }

  /** The message as the audience may see it; the message itself where nothing is hidden. */
  Object over(SpecificRecordBase message) {
    var cover = cover(message.getSchema());
    if (!cover.hidesAnything()) {
      return message;
    }
    var copy = (SpecificRecordBase) SpecificData.newInstance(message.getClass(), null);
    for (var position = 0; position < cover.hidden().length; position++) {
      copy.put(
          position,
          cover.hidden()[position] ? cover.defaults()[position] : seen(message.get(position)));
    }
    return copy;
  }

  /** Whether anything is hidden of such a message. */
  boolean hidesAnything(SpecificRecordBase message) {
    return cover(message.getSchema()).hidesAnything();
  }

  private @Nullable Object seen(@Nullable Object value) {
    if (value instanceof SpecificRecordBase message) {
      return over(message);
    }
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      return value;
    }
    var seen = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> seen.add(seen(item)));
    return seen;
  }

  private Cover cover(Schema message) {
    var known = covers.get(message.getFullName());
    if (known != null) {
      return known;
    }
    var cover = Cover.of(message, audience);
    covers.put(message.getFullName(), cover);
    return cover;
  }

  /**
   * Which fields of a kind of message are hidden.
   *
   * @param hidden by position
   * @param defaults what stands there instead
   * @param hidesAnything here or further down
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two
  private record Cover(boolean[] hidden, @Nullable Object[] defaults, boolean hidesAnything) {
    static Cover of(Schema message, String audience) {
      var fields = message.getFields();
      var hidden = new boolean[fields.size()];
      var defaults = new @Nullable Object[fields.size()];
      for (var field : fields) {
        hidden[field.pos()] = !SeenBy.of(field).contains(audience);
        defaults[field.pos()] = hidden[field.pos()] ? standIn(field) : null;
      }
      return new Cover(hidden, defaults, hidesAnything(message, audience, new HashSet<>()));
    }

    private static boolean hidesAnything(Schema schema, String audience, Set<String> asked) {
      return switch (schema.getType()) {
        case RECORD ->
            asked.add(schema.getFullName())
                && schema.getFields().stream()
                    .anyMatch(
                        field ->
                            !SeenBy.of(field).contains(audience)
                                || hidesAnything(field.schema(), audience, asked));
        case ARRAY -> hidesAnything(schema.getElementType(), audience, asked);
        case UNION ->
            schema.getTypes().stream().anyMatch(type -> hidesAnything(type, audience, asked));
        default -> false;
      };
    }

    private static @Nullable Object standIn(Schema.Field field) {
      return field.hasDefaultValue()
          ? SpecificData.get().getDefaultValue(field)
          : empty(field.schema(), field.name());
    }

    /** Nothing, in the form that the type has for it. */
    private static @Nullable Object empty(Schema type, String name) {
      return switch (type.getType()) {
        case NULL -> null;
        case UNION -> type.isNullable() ? null : empty(type.getTypes().get(0), name);
        case ARRAY -> List.of();
        case STRING -> "";
        case BOOLEAN -> false;
        case INT -> 0;
        case LONG -> 0L;
        case DOUBLE -> 0.0;
        default ->
            throw new IllegalStateException(
                name + ": hidden, without a default (expected: one, for a " + type.getType() + ")");
      };
    }
  }
}
