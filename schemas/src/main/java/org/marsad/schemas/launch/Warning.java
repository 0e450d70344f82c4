package org.marsad.schemas.launch;

import java.util.List;

/**
 * Something that a person should mend while Marsad goes on.
 *
 * @param text for anybody who asks: it names no user, subscriber or site
 * @param details for the operator's own eyes, a line each
 */
public record Warning(String text, List<String> details) {
  public Warning {
    details = List.copyOf(details);
  }

  /** One without details. */
  public static Warning of(String text) {
    return new Warning(text, List.of());
  }

  /**
   * A file that was changed and cannot be used.
   *
   * @param what it holds, such as subscribers
   */
  public static Warning refused(String what, List<String> faults) {
    return new Warning(
        "%s: the changed file is refused (faults: %d), and those before stay in force"
            .formatted(what, faults.size()),
        faults);
  }
}
