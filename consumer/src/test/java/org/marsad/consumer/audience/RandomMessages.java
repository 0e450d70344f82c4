package org.marsad.consumer.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.schemas.SeenBy;

/**
 * Alerts with anything in any field, made from the schema alone. What one audience may see comes
 * from one source of chance, what is hidden from it from another.
 */
final class RandomMessages {
  private static final List<String> WORDS =
      List.of("aleppo", "aleppo/al-fardous", "s1", "hospital-a", "x y", "الفردوس", "Asia/Damascus");
  private static final long DAY = 24L * 3600 * 1000;
  private static final Instant NOON = Instant.parse("2016-10-11T09:00:00Z");

  private final String audience;
  private final Random open;
  private final Random hidden;

  RandomMessages(Role role, long openSeed, long hiddenSeed) {
    this.audience = role.name();
    this.open = new Random(openSeed);
    this.hidden = new Random(hiddenSeed);
  }

  Alert alert() {
    return (Alert) message(Alert.getClassSchema(), open);
  }

  private SpecificRecordBase message(Schema schema, Random chance) {
    var type = SpecificData.get().getClass(schema);
    var message = (SpecificRecordBase) SpecificData.newInstance(type, schema);
    for (var field : schema.getFields()) {
      var isSeen = SeenBy.of(field).contains(audience);
      message.put(field.pos(), value(field.schema(), isSeen ? chance : hidden));
    }
    return message;
  }

  private @Nullable Object value(Schema schema, Random chance) {
    var logical = schema.getLogicalType();
    return switch (schema.getType()) {
      case UNION ->
          chance.nextInt(3) == 0
              ? null
              : value(schema.getTypes().get(schema.getTypes().size() - 1), chance);
      case RECORD -> message(schema, chance);
      case ENUM -> symbol(schema, chance);
      case ARRAY -> list(schema.getElementType(), chance);
      case STRING -> WORDS.get(chance.nextInt(WORDS.size()));
      case BOOLEAN -> chance.nextBoolean();
      case INT ->
          logical instanceof LogicalTypes.Date
              ? LocalDate.of(2016, 10, 11).minusDays(chance.nextInt(400))
              : (Object) chance.nextInt(400);
      case LONG ->
          logical == null
              ? (Object) (long) chance.nextInt(9_000)
              : NOON.plusMillis((long) (chance.nextDouble() * DAY));
      case DOUBLE -> chance.nextDouble() * 900;
      case NULL -> null;
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static Object symbol(Schema schema, Random chance) {
    var symbols = SpecificData.get().getClass(schema).getEnumConstants();
    return symbols[chance.nextInt(symbols.length)];
  }

  private List<@Nullable Object> list(Schema element, Random chance) {
    var list = new ArrayList<@Nullable Object>();
    var size = chance.nextInt(4);
    for (var index = 0; index < size; index++) {
      list.add(value(element, chance));
    }
    return list;
  }
}
