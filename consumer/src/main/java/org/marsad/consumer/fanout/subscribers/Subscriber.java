package org.marsad.consumer.fanout.subscribers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/**
 * Somebody to be told. Made by {@link #builder}.
 *
 * @param id unique, never a person's name
 * @param role what it may see
 * @param site the hospital that it stands for; null: none
 * @param coverage where it wants to hear of
 * @param rules that it wants; empty means all
 * @param minimumSeverity the least that it wants; null: any
 * @param realities that it wants
 * @param history whether it also wants what has expired, such as replays
 * @param language of its texts, English or Arabic
 * @param quietHours in which it wants nothing that can wait; null: none
 * @param channels ways to reach it, in order; all are used that no escalation holds back
 * @param ratesPerMinute the most messages per minute, by channel; a channel that is not there has
 *     no limit
 * @param escalation what happens when nobody answers, in order
 * @param tokenSha256 SHA-256 of the token that its own program answers with, 64 hexadecimal digits
 *     in lower case; null: none
 */
public record Subscriber(
    String id,
    Role role,
    @Nullable String site,
    Coverage coverage,
    Set<Rule> rules,
    @Nullable Severity minimumSeverity,
    Set<Reality> realities,
    boolean history,
    Locale language,
    @Nullable QuietHours quietHours,
    List<ChannelSettings> channels,
    Map<String, Integer> ratesPerMinute,
    List<Escalation> escalation,
    @Nullable String tokenSha256) {
  public Subscriber {
    rules = Set.copyOf(rules);
    realities = Set.copyOf(realities);
    channels = List.copyOf(channels);
    ratesPerMinute = Map.copyOf(ratesPerMinute);
    escalation = List.copyOf(escalation);
  }

  /** Begins one that wants all that is actual, in English, and has no channel yet. */
  public static SubscriberBuilder builder(String id, Role role) {
    return new SubscriberBuilder(id, role);
  }

  /** The most messages per minute over a channel, 1 or more; empty: no limit. */
  public OptionalInt ratePerMinute(String channel) {
    var rate = ratesPerMinute.get(channel);
    return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
  }

  /** Whether a channel waits for an escalation, and is not used at once. */
  public boolean isHeldBack(String channel) {
    return escalation.stream()
        .anyMatch(step -> step instanceof Escalation.ToChannel to && to.channel().equals(channel));
  }
}
