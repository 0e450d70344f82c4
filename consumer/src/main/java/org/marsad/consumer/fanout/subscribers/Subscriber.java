package org.marsad.consumer.fanout.subscribers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/**
 * Somebody to be told.
 *
 * @param id unique, never a person's name
 * @param role what it may see
 * @param site the hospital that it stands for; null: none
 * @param areas codes of areas; {@code *} means all
 * @param neighbourhoods narrow their area to these; an area of which none is listed counts whole
 * @param rules that it wants; empty means all
 * @param minimumSeverity the least that it wants; null: any
 * @param realities that it wants
 * @param history whether it also wants what has expired, such as replays
 * @param channels ways to reach it, all are used
 */
public record Subscriber(
    String id,
    Role role,
    @Nullable String site,
    Set<String> areas,
    Set<String> neighbourhoods,
    Set<Rule> rules,
    @Nullable Severity minimumSeverity,
    Set<Reality> realities,
    boolean history,
    List<ChannelSettings> channels) {
  /** The code that stands for all areas. */
  public static final String ALL_AREAS = "*";

  public Subscriber {
    areas = Set.copyOf(areas);
    neighbourhoods = Set.copyOf(neighbourhoods);
    rules = Set.copyOf(rules);
    realities = Set.copyOf(realities);
    channels = List.copyOf(channels);
  }
}
