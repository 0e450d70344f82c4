package org.marsad.standalone.attack;

/** The subscribers: one of each role over every channel, and the site where there is one. */
final class Audience {
  static final String CREW = "crew";

  /** The site's own people. */
  static final String OWN = "night-desk";

  private static final String ALL = "realities: [ACTUAL, EXERCISE, TEST]";

  private Audience() {}

  /** The file of subscribers. */
  static String file(Ears ears, boolean withTheSite) {
    var file =
        subscriber(ears, 0, CREW, "RESCUE", "areas: [aleppo]", ALL, "minimum-severity: MINOR")
            + subscriber(
                ears,
                1,
                SiteWorld.MILL,
                "HOSPITAL",
                "site: " + SiteWorld.MILL,
                "areas: [aleppo]",
                ALL)
            + subscriber(ears, 2, "radio", "PUBLIC", "areas: [\"*\"]", ALL)
            + subscriber(ears, 3, "operations", "OPS", "areas: [\"*\"]", ALL, "history: true")
                .stripTrailing()
            + "\n    - {type: terminal}\n"
            + subscriber(ears, 4, "archive", "ARCHIVE", "areas: [\"*\"]", ALL, "history: true");
    return withTheSite
        ? file
            + subscriber(
                ears,
                5,
                OWN,
                "HOSPITAL",
                "site: " + SiteWorld.SITE,
                "site-key: " + SiteWorld.KEY,
                "areas: [aleppo]",
                ALL)
        : file;
  }

  private static String subscriber(Ears ears, int number, String id, String role, String... lines) {
    return "- id: %s\n  role: %s\n  %s\n  token-sha256: %s\n  %s\n  channels:\n%s"
        .formatted(
            id,
            role,
            String.join("\n  ", lines),
            Tokens.hashOf(id),
            "interruptions-per-hour: 999",
            ears.channels(id, number));
  }
}
