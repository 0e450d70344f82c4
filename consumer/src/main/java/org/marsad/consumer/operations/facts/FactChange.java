package org.marsad.consumer.operations.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.MessageJson;

/**
 * A fact that is not the same in two messages of one kind.
 *
 * @param name path of the field, such as {@code place.basis}; a range is one fact
 * @param older null where it was absent
 * @param newer null where it is absent
 */
public record FactChange(String name, @Nullable JsonNode older, @Nullable JsonNode newer) {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  /**
   * All facts that differ, in the order of the schema.
   *
   * @param ignored which names say nothing
   */
  public static List<FactChange> between(
      SpecificRecord older, SpecificRecord newer, Predicate<String> ignored) {
    return between(MessageJson.tree(older), MessageJson.tree(newer), ignored);
  }

  /**
   * All facts that differ in two trees of one kind.
   *
   * @param ignored which names say nothing
   */
  public static List<FactChange> between(
      ObjectNode older, ObjectNode newer, Predicate<String> ignored) {
    var changes = new ArrayList<FactChange>();
    collect("", older, newer, ignored, changes);
    return changes;
  }

  private static void collect(
      String path,
      ObjectNode older,
      ObjectNode newer,
      Predicate<String> ignored,
      List<FactChange> changes) {
    var names = new LinkedHashSet<String>();
    older.fieldNames().forEachRemaining(names::add);
    newer.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      var full = path.isEmpty() ? name : path + "." + name;
      var before = older.get(name);
      var after = newer.get(name);
      if (ignored.test(full) || (before != null && before.equals(after))) {
        continue;
      }
      if (isRecord(before) || isRecord(after)) {
        collect(full, orNothing(before), orNothing(after), ignored, changes);
      } else {
        changes.add(new FactChange(full, before, after));
      }
    }
  }

  private static ObjectNode orNothing(@Nullable JsonNode node) {
    return node instanceof ObjectNode tree ? tree : NOTHING;
  }

  private static boolean isRecord(@Nullable JsonNode node) {
    return node instanceof ObjectNode && !FactText.isRange(node);
  }
}
