package org.marsad.consumer.operations.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.MovedClock;

class SessionsTest {
  private static final User SHIFT = new User("shift", UserRole.VIEWER, null, "hash", List.of());

  private final MovedClock clock = new MovedClock(Instant.EPOCH);
  private final AtomicReference<Users> users = new AtomicReference<>(new Users(List.of(SHIFT)));
  private final Sessions sessions =
      new Sessions(users::get, Duration.ofHours(1), Duration.ofHours(3), clock);

  @Test
  void shouldEndWhenUnusedOrOldOrSignedOut() {
    // Given
    var unused = sessions.begin(SHIFT);
    var used = sessions.begin(SHIFT);
    var signedOut = sessions.begin(SHIFT);
    sessions.end(signedOut);
    assertThat(sessions.user(signedOut)).isEmpty();
    assertThat(sessions.user("anything")).isEmpty();
    // When, then: used every 59 minutes
    pass(Duration.ofMinutes(59));
    assertThat(sessions.user(used)).hasValue(SHIFT);
    pass(Duration.ofMinutes(1));
    assertThat(sessions.user(unused)).isEmpty();
    pass(Duration.ofMinutes(58));
    assertThat(sessions.user(used)).hasValue(SHIFT);
    pass(Duration.ofMinutes(59));
    assertThat(sessions.user(used)).hasValue(SHIFT);
    // When, then: three hours after its beginning
    pass(Duration.ofMinutes(3));
    assertThat(sessions.user(used)).isEmpty();
  }

  @Test
  void shouldHaveTheUsersPresentRoleAndEndWithItsPassword() {
    // Given
    var session = sessions.begin(SHIFT);
    var promoted = new User("shift", UserRole.EDITOR, null, "hash", List.of());
    // When
    users.set(new Users(List.of(promoted)));
    // Then
    assertThat(sessions.user(session)).hasValue(promoted);
    // When
    users.set(new Users(List.of(new User("shift", UserRole.EDITOR, null, "other", List.of()))));
    // Then
    assertThat(sessions.user(session)).isEmpty();
    // When
    var another = sessions.begin(promoted);
    users.set(new Users(List.of()));
    // Then
    assertThat(sessions.user(another)).isEmpty();
  }

  @Test
  void shouldEndTheLongestUnusedWhenAUserHasTooMany() {
    // When
    var begun = new ArrayList<String>();
    for (var i = 0; i < 21; i++) {
      begun.add(sessions.begin(SHIFT));
    }
    // Then
    assertThat(sessions.user(begun.get(0))).isEmpty();
    assertThat(sessions.user(begun.get(1))).hasValue(SHIFT);
  }

  @Test
  void shouldSignInOnceWithinItsTimeWhenALinkIsUsed() {
    // Given
    var links = new SignInLinks(clock);
    var used = links.offer(SHIFT, Duration.ofHours(1));
    // When, then
    assertThat(links.take(used)).hasValue(SHIFT);
    assertThat(links.take(used)).isEmpty();
    assertThat(links.take("guess")).isEmpty();
    // When, then
    var late = links.offer(SHIFT, Duration.ofHours(1));
    pass(Duration.ofHours(1));
    assertThat(links.take(late)).isEmpty();
  }

  private void pass(Duration time) {
    clock.pass(time);
  }
}
