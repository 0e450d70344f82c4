package org.marsad.producer.areas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/**
 * JSON in the shape of {@link org.marsad.schemas.MessageJson} to records of an area profile.
 * Unknown fields, wrong types and missing values are refused with the path of the field.
 */
final class StrictRecords {
  private static final Map<String, Supplier<SpecificRecordBase>> RECORDS =
      Map.of(
          "AreaProfile", AreaProfile::new,
          "Neighbourhood", Neighbourhood::new,
          "Site", Site::new,
          "LocalName", LocalName::new);
  private static final Map<String, Function<String, Enum<?>>> ENUMS =
      Map.of(
          "AreaKind", AreaKind::valueOf,
          "LandUse", LandUse::valueOf,
          "SiteKind", SiteKind::valueOf);

  private StrictRecords() {}

  /** Reads an area profile; faults are {@link AreaFileException}s without the place in the file. */
  static AreaProfile areaProfile(JsonNode node) {
    return (AreaProfile) record(AreaProfile.getClassSchema(), node, "");
  }

  private static SpecificRecordBase record(Schema schema, JsonNode node, String path) {
    if (!node.isObject()) {
      throw fault(path, node, "an object");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (schema.getField(name) == null) {
                var known = schema.getFields().stream().map(Schema.Field::name).toList();
                throw fault(join(path, name), node.get(name), "no such field, but one of " + known);
              }
            });
    var record = Objects.requireNonNull(RECORDS.get(schema.getName())).get();
    for (var field : schema.getFields()) {
      record.put(field.pos(), field(field, node.get(field.name()), join(path, field.name())));
    }
    return record;
  }

  private static @Nullable Object field(Schema.Field field, @Nullable JsonNode node, String path) {
    if (node != null && !node.isNull()) {
      return value(field.schema(), node, path);
    }
    if (node != null && !field.schema().isNullable()) {
      throw fault(path, node, named(field.schema()));
    }
    if (!field.hasDefaultValue()) {
      throw new AreaFileException(path + ": absent (expected: " + named(field.schema()) + ")");
    }
    var value = field.defaultVal();
    return value == JsonProperties.NULL_VALUE ? null : value;
  }

  private static Object value(Schema schema, JsonNode node, String path) {
    return switch (schema.getType()) {
      case RECORD -> record(schema, node, path);
      case UNION -> value(schema.getTypes().get(1), node, path); // [null, X]
      case ARRAY -> items(schema.getElementType(), node, path);
      case ENUM -> symbol(schema, node, path);
      case STRING -> {
        expect(node.isTextual(), schema, node, path);
        yield node.textValue();
      }
      case INT -> schema.getLogicalType() == null ? number(schema, node, path) : date(node, path);
      case DOUBLE -> {
        expect(node.isNumber(), schema, node, path);
        yield node.doubleValue();
      }
      case BOOLEAN -> {
        expect(node.isBoolean(), schema, node, path);
        yield node.booleanValue();
      }
      default -> throw new IllegalStateException(path + ": " + schema);
    };
  }

  private static Object number(Schema schema, JsonNode node, String path) {
    expect(node.isInt(), schema, node, path);
    return node.intValue();
  }

  private static Object date(JsonNode node, String path) {
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeParseException e) {
      throw fault(path, node, "a date such as 2016-09-15");
    }
  }

  private static Object symbol(Schema schema, JsonNode node, String path) {
    expect(node.isTextual() && schema.hasEnumSymbol(node.textValue()), schema, node, path);
    return Objects.requireNonNull(ENUMS.get(schema.getName())).apply(node.textValue());
  }

  private static List<Object> items(Schema element, JsonNode node, String path) {
    if (!node.isArray()) {
      throw fault(path, node, "an array");
    }
    var items = new ArrayList<Object>(node.size());
    for (var item : node) {
      items.add(value(element, item, path + "[" + items.size() + "]"));
    }
    return items;
  }

  private static void expect(boolean right, Schema schema, JsonNode node, String path) {
    if (!right) {
      throw fault(path, node, named(schema));
    }
  }

  private static String named(Schema schema) {
    return schema.getType() == Schema.Type.ENUM
        ? "one of " + schema.getEnumSymbols()
        : schema.getType().getName();
  }

  private static AreaFileException fault(String path, JsonNode node, String expected) {
    var at = path.isEmpty() ? "line" : path;
    return new AreaFileException(at + ": " + node + " (expected: " + expected + ")");
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
