package org.marsad.standalone.init;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.marsad.message.AreaProfile;
import org.marsad.producer.intake.KnownSource;

/**
 * An installation that can be set up: what was said of it, checked and completed.
 *
 * @param settings of {@code marsad.properties}
 * @param homeArea code of the area in which a bare place name is looked up first
 * @param areas of its own, with their hospitals; empty: the bundled ones
 * @param sources that may report, beside the local operator
 * @param subscribers who is told, in the form of {@code subscribers.yaml}
 * @param keys passwords and tokens, by the name of the file that the subscribers name them by
 * @param tokens that are shown once
 */
public record Plan(
    Map<String, String> settings,
    String homeArea,
    List<AreaProfile> areas,
    List<KnownSource> sources,
    ArrayNode subscribers,
    Map<String, String> keys,
    List<Token> tokens) {
  /**
   * A token or key that somebody has to be given.
   *
   * @param whose in words
   * @param text the token itself
   */
  public record Token(String whose, String text) {
    /** No text shows it by mistake. */
    @Override
    public String toString() {
      return "Token[whose=" + whose + "]";
    }
  }

  public Plan {
    settings = Map.copyOf(settings);
    areas = List.copyOf(areas);
    sources = List.copyOf(sources);
    keys = Map.copyOf(keys);
    tokens = List.copyOf(tokens);
  }

  @Override
  public String toString() {
    return "Plan[homeArea=" + homeArea + "]"; // the rest holds secrets
  }
}
