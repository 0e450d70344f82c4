package org.marsad.consumer.subscribers;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.SeenBy;

/** What a role is told where a subscriber has not said what it wants. */
final class RoleDefaults {
  private RoleDefaults() {}

  /** The kinds of subjects; for operations and archives all that they may know of. */
  static Set<SubjectKind> subjects(Role role) {
    return switch (role) {
      case RESCUE -> EnumSet.of(SubjectKind.STRIKE, SubjectKind.WAVE);
      case HOSPITAL -> EnumSet.of(SubjectKind.HOSPITAL, SubjectKind.SITE, SubjectKind.STRIKE);
      case PUBLIC -> EnumSet.of(SubjectKind.STRIKE, SubjectKind.DAY);
      case OPS, ARCHIVE -> SeenBy.subjects(role.name());
    };
  }

  /** The least severity of such an alert; null: any. What is a hospital's own has none. */
  static @Nullable Severity least(Role role, SubjectKind kind) {
    return switch (role) {
      case RESCUE, PUBLIC -> Severity.MODERATE;
      case HOSPITAL -> isOwn(kind) ? null : Severity.SEVERE;
      case OPS, ARCHIVE -> null;
    };
  }

  private static boolean isOwn(SubjectKind kind) {
    return kind == SubjectKind.HOSPITAL || kind == SubjectKind.SITE;
  }
}
