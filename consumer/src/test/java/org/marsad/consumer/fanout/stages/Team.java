package org.marsad.consumer.fanout.stages;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;

/** A subscriber put together by a test. */
final class Team {
  private final String id;
  private Role role;
  private @Nullable String site;
  private Set<String> areas = Set.of("aleppo");
  private Set<String> neighbourhoods = Set.of();
  private Set<SubjectKind> subjects = EnumSet.complementOf(EnumSet.of(SubjectKind.OTHER));
  private int interruptions = 12;
  private @Nullable String siteKey;
  private @Nullable Severity least = Severity.MINOR;
  private Set<Reality> realities = Set.of(Reality.ACTUAL);
  private boolean history;
  private Locale language = Locale.ENGLISH;
  private @Nullable QuietHours quietHours;
  private int perMinute;

  private Team(String id, Role role) {
    this.id = id;
    this.role = role;
  }

  static Team of(Role role) {
    return new Team("team", role);
  }

  static Team named(String id) {
    return new Team(id, Role.RESCUE);
  }

  /** Those who can be told, where nothing is known of areas. */
  static Roster roster(Recipient... recipients) {
    return new Roster(List.of(recipients), area -> Optional.empty());
  }

  Team role(Role as) {
    role = as;
    return this;
  }

  Team site(String code) {
    site = code;
    return this;
  }

  Team areas(String... codes) {
    areas = Set.of(codes);
    return this;
  }

  Team neighbourhoods(String... codes) {
    neighbourhoods = Set.of(codes);
    return this;
  }

  /** What its role is told where it says nothing, instead of everything. */
  Team byDefault() {
    subjects = Set.of();
    least = null;
    return this;
  }

  Team subjects(SubjectKind... wanted) {
    subjects = Set.of(wanted);
    return this;
  }

  /** At most so many interruptions in an hour. */
  Team interruptions(int perHour) {
    interruptions = perHour;
    return this;
  }

  /** SHA-256 of the key that it shows. */
  Team siteKey(String hash) {
    siteKey = hash;
    return this;
  }

  Team least(Severity severity) {
    least = severity;
    return this;
  }

  Team realities(Reality... wanted) {
    realities = Set.of(wanted);
    return this;
  }

  Team history() {
    history = true;
    return this;
  }

  Team language(String tag) {
    language = Locale.forLanguageTag(tag);
    return this;
  }

  Team quiet(QuietHours hours) {
    quietHours = hours;
    return this;
  }

  /** At most so many messages in a minute; 0: no limit. */
  Team perMinute(int messages) {
    perMinute = messages;
    return this;
  }

  Subscriber subscriber() {
    var subscriber =
        Subscriber.builder(id, role)
            .site(site)
            .siteKeySha256(siteKey)
            .interruptionsPerHour(interruptions)
            .coverage(new Coverage(Set.of(), areas, neighbourhoods, null, null))
            .subjects(subjects)
            .minimumSeverity(least)
            .realities(realities)
            .history(history)
            .language(language)
            .quietHours(quietHours);
    return (perMinute == 0 ? subscriber : subscriber.ratePerMinute("hook", perMinute)).build();
  }

  Recipient over(Channel channel) {
    return new Recipient(subscriber(), "hook", channel);
  }
}
