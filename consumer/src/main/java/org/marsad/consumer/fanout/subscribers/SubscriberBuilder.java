package org.marsad.consumer.fanout.subscribers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/** Puts a subscriber together; what is not said stays as {@link Subscriber#builder} has it. */
public final class SubscriberBuilder {
  private final String id;
  private final Role role;
  private final List<ChannelSettings> channels = new ArrayList<>();
  private final Map<String, Integer> ratesPerMinute = new HashMap<>();
  private final List<Escalation> escalation = new ArrayList<>();
  private @Nullable String site;
  private Coverage coverage = Coverage.ofAreas();
  private Set<Rule> rules = Set.of();
  private @Nullable Severity minimumSeverity;
  private Set<Reality> realities = Set.of(Reality.ACTUAL);
  private boolean history;
  private Locale language = Locale.ENGLISH;
  private @Nullable QuietHours quietHours;
  private @Nullable String tokenSha256;

  SubscriberBuilder(String id, Role role) {
    this.id = id;
    this.role = role;
  }

  public SubscriberBuilder site(@Nullable String hospital) {
    site = hospital;
    return this;
  }

  public SubscriberBuilder coverage(Coverage wanted) {
    coverage = wanted;
    return this;
  }

  /** Whole areas, and nothing else. */
  public SubscriberBuilder areas(String... codes) {
    return coverage(Coverage.ofAreas(codes));
  }

  public SubscriberBuilder rules(Set<Rule> wanted) {
    rules = wanted;
    return this;
  }

  public SubscriberBuilder minimumSeverity(@Nullable Severity least) {
    minimumSeverity = least;
    return this;
  }

  public SubscriberBuilder realities(Set<Reality> wanted) {
    realities = wanted;
    return this;
  }

  public SubscriberBuilder history(boolean wanted) {
    history = wanted;
    return this;
  }

  public SubscriberBuilder language(Locale wanted) {
    language = wanted;
    return this;
  }

  public SubscriberBuilder quietHours(@Nullable QuietHours hours) {
    quietHours = hours;
    return this;
  }

  /** Adds a channel after those that it has. */
  public SubscriberBuilder channel(ChannelSettings channel) {
    channels.add(channel);
    return this;
  }

  /** Limits a channel to so many messages per minute, 1 or more. */
  public SubscriberBuilder ratePerMinute(String channel, int most) {
    ratesPerMinute.put(channel, most);
    return this;
  }

  /** Adds a step after those that it has. */
  public SubscriberBuilder escalation(Escalation step) {
    escalation.add(step);
    return this;
  }

  public SubscriberBuilder tokenSha256(@Nullable String hash) {
    tokenSha256 = hash;
    return this;
  }

  public Subscriber build() {
    return new Subscriber(
        id,
        role,
        site,
        coverage,
        rules,
        minimumSeverity,
        realities,
        history,
        language,
        quietHours,
        channels,
        ratesPerMinute,
        escalation,
        tokenSha256);
  }
}
