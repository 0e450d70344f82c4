package org.marsad.schemas;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SubjectKind;

/**
 * Who may see what, as the schemas say: the property {@code seenBy} of each field, and of the kinds
 * of subjects. An audience is the name of a role, such as {@code PUBLIC}. Every view, page, feed
 * and export asks here, so that a field is shown because its schema says so.
 */
public final class SeenBy {
  /** Name of the property. */
  public static final String PROPERTY = "seenBy";

  private SeenBy() {}

  /**
   * Those who may see a field; nobody but the operator where the schema says nothing.
   *
   * @param field of one of our messages
   */
  public static Set<String> of(Schema.Field field) {
    return names(field.getObjectProp(PROPERTY));
  }

  /** Those who may know that there is an alert about such a subject. */
  public static Set<String> of(SubjectKind kind) {
    var kinds = SubjectKind.getClassSchema().getObjectProp(PROPERTY);
    return kinds instanceof Map<?, ?> byKind ? names(byKind.get(kind.name())) : Set.of();
  }

  /** The kinds of subjects that an audience may know of. */
  public static Set<SubjectKind> subjects(String audience) {
    var subjects = EnumSet.noneOf(SubjectKind.class);
    for (var kind : SubjectKind.values()) {
      if (of(kind).contains(audience)) {
        subjects.add(kind);
      }
    }
    return subjects;
  }

  private static Set<String> names(@Nullable Object property) {
    var names = new TreeSet<String>();
    if (property instanceof Collection<?> audiences) {
      audiences.forEach(audience -> names.add(String.valueOf(audience)));
    }
    return names;
  }
}
