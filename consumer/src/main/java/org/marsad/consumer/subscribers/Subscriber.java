package org.marsad.consumer.subscribers;

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
import org.marsad.message.SubjectKind;

/**
 * Somebody to be told. Made by {@link #builder}.
 *
 * @param id unique, never a person's name
 * @param role what it may see
 * @param site the hospital that it stands for; null: none
 * @param coverage where it wants to hear of
 * @param siteKeySha256 SHA-256 of the key that it shows for a confidential site, 64 hexadecimal
 *     digits in lower case; null: none
 * @param subjects kinds of subjects that it wants, of those that its role may know of
 * @param findings of which an alert must have one; empty: none is asked for
 * @param minimumSeverity the least that it wants; null: that of its role
 * @param realities that it wants
 * @param history whether it also wants what has expired, such as replays
 * @param language of its texts, English or Arabic
 * @param quietHours in which it wants nothing that can wait; null: none
 * @param channels ways to reach it, in order; all are used that no escalation holds back
 * @param ratesPerMinute the most messages per minute, by channel; a channel that is not there has
 *     no limit
 * @param interruptionsPerHour the most in any hour over each channel, 1 or more, before summaries
 *     stand for those below EXTREME
 * @param escalation what happens when nobody answers, in order
 * @param tokenSha256 SHA-256 of the token that its own program answers with, 64 hexadecimal digits
 *     in lower case; null: none
 */
public record Subscriber(
    String id,
    Role role,
    @Nullable String site,
    @Nullable String siteKeySha256,
    Coverage coverage,
    Set<SubjectKind> subjects,
    Set<Rule> findings,
    @Nullable Severity minimumSeverity,
    Set<Reality> realities,
    boolean history,
    Locale language,
    @Nullable QuietHours quietHours,
    List<ChannelSettings> channels,
    Map<String, Integer> ratesPerMinute,
    int interruptionsPerHour,
    List<Escalation> escalation,
    @Nullable String tokenSha256) {
  public Subscriber {
    subjects = Set.copyOf(subjects);
    findings = Set.copyOf(findings);
    realities = Set.copyOf(realities);
    channels = List.copyOf(channels);
    ratesPerMinute = Map.copyOf(ratesPerMinute);
    escalation = List.copyOf(escalation);
  }

  /** Begins one that wants what its role is told of what is actual, in English; no channel yet. */
  public static SubscriberBuilder builder(String id, Role role) {
    return new SubscriberBuilder(id, role);
  }

  /** The least severity that it wants of alerts about such a subject; null: any. */
  public @Nullable Severity leastSeverity(SubjectKind kind) {
    return minimumSeverity == null ? RoleDefaults.least(role, kind) : minimumSeverity;
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

  /** No text shows a hash: a weak key or token could be guessed from it. */
  @Override
  public String toString() {
    return "Subscriber[id=" + id + ", role=" + role + ", channels=" + channels + "]";
  }
}
