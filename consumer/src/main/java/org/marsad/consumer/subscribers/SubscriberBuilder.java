package org.marsad.consumer.subscribers;

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
import org.marsad.message.SubjectKind;

/** Puts a subscriber together; what is not said stays as {@link Subscriber#builder} has it. */
public final class SubscriberBuilder {
  /** The most interruptions in any hour, unless something else is said. */
  static final int INTERRUPTIONS_PER_HOUR = 12;

  private final String id;
  private final Role role;
  private final List<ChannelSettings> channels = new ArrayList<>();
  private final Map<String, Integer> ratesPerMinute = new HashMap<>();
  private final List<Escalation> escalation = new ArrayList<>();
  private @Nullable String site;
  private Coverage coverage = Coverage.ofAreas();
  private @Nullable String siteKeySha256;
  private Set<SubjectKind> subjects = Set.of();
  private Set<Rule> findings = Set.of();
  private int interruptionsPerHour = INTERRUPTIONS_PER_HOUR;
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

  /**
   * The key that is shown for a confidential site.
   *
   * @param hash its SHA-256, 64 hexadecimal digits in lower case; null: none
   */
  public SubscriberBuilder siteKeySha256(@Nullable String hash) {
    siteKeySha256 = hash;
    return this;
  }

  /** Kinds of subjects; empty: those of the role. */
  public SubscriberBuilder subjects(Set<SubjectKind> wanted) {
    subjects = wanted;
    return this;
  }

  /** Findings of which an alert must have one; empty: none is asked for. */
  public SubscriberBuilder findings(Set<Rule> wanted) {
    findings = wanted;
    return this;
  }

  /** The least severity; null: that of the role. */
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

  /** The most interruptions in any hour over each channel, 1 or more. */
  public SubscriberBuilder interruptionsPerHour(int most) {
    interruptionsPerHour = most;
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
        siteKeySha256,
        coverage,
        subjects.isEmpty() ? RoleDefaults.subjects(role) : subjects,
        findings,
        minimumSeverity,
        realities,
        history,
        language,
        quietHours,
        channels,
        ratesPerMinute,
        interruptionsPerHour,
        escalation,
        tokenSha256);
  }
}
