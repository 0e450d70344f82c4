package org.marsad.schemas;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Examples of messages with every field filled: no null, no empty list, no default. */
final class Example {
  private static final int OCTOBER_11 = 17_085; // days since 1970: 2016-10-11
  private static final long NOON = 1_476_187_200_000L; // 2016-10-11T12:00:00Z

  private Example() {}

  static GenericRecord of(Schema schema) {
    var record = new GenericData.Record(schema);
    for (var field : schema.getFields()) {
      record.put(field.pos(), value(field.schema(), field.name(), field.pos()));
    }
    return record;
  }

  private static Object value(Schema schema, String name, int position) {
    return switch (schema.getType()) {
      case RECORD -> of(schema);
      case ENUM -> {
        var symbols = schema.getEnumSymbols();
        yield new GenericData.EnumSymbol(schema, symbols.get(position % symbols.size()));
      }
      case ARRAY ->
          Stream.of(position, position + 1)
              .map(item -> value(schema.getElementType(), name, item))
              .toList();
      case UNION -> value(notNull(schema.getTypes()), name, position);
      case STRING -> name + " " + position + " الفردوس";
      case INT -> schema.getLogicalType() == LogicalTypes.date() ? OCTOBER_11 : 40 + position;
      case LONG -> NOON + position;
      case DOUBLE -> 36.18703 + position;
      case BOOLEAN -> true;
      default ->
          throw new IllegalArgumentException(
              name + ": " + schema.getType() + " (expected: a type that our messages use)");
    };
  }

  private static Schema notNull(List<Schema> branches) {
    return branches.stream().filter(branch -> !branch.isNullable()).findFirst().orElseThrow();
  }
}
