package org.marsad.standalone.attack;

import java.util.List;

/** Users of the API, of each role that may not see what is private. */
final class Desks {
  static final String VIEWER = "viewer";
  static final String EDITOR = "editor";

  /** Bound to the crew. */
  static final String CREW = "crew-desk";

  /** Bound to a hospital that everybody may know of. */
  static final String MILL = "mill-desk";

  static final List<String> NAMES = List.of(VIEWER, EDITOR, CREW, MILL);

  private Desks() {}

  /** The file of users. */
  static String file() {
    return user(VIEWER, "VIEWER", "")
        + user(EDITOR, "EDITOR", "")
        + user(CREW, "OPERATOR", Audience.CREW)
        + user(MILL, "OPERATOR", SiteWorld.MILL);
  }

  private static String user(String name, String role, String subscriber) {
    var bound = subscriber.isEmpty() ? "" : "  subscriber: " + subscriber + "\n";
    return "- name: %s\n  role: %s\n%s  tokens: [{name: desk, sha256: %s}]\n"
        .formatted(name, role, bound, Tokens.hashOf(name));
  }
}
