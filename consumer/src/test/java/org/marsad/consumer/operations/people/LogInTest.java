package org.marsad.consumer.operations.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.operations.people.LogIn.Outcome;

class LogInTest {
  private static final String PASSWORD = "a long enough password";
  private static final User SHIFT =
      new User("shift", UserRole.OPERATOR, null, Passwords.hash(PASSWORD), List.of());
  private static final User PROGRAM = new User("program", UserRole.VIEWER, null, null, List.of());

  private final AtomicLong nanos = new AtomicLong();
  private final Users users = new Users(List.of(SHIFT, PROGRAM));
  private final LogIn logIn = new LogIn(() -> users, nanos::get);

  @Test
  void shouldLetInWhoHasThePasswordAndNobodyElse() {
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Welcome(SHIFT));
    for (var wrong : List.of("", "A long enough password", "x".repeat(200))) {
      assertThat(logIn.attempt("shift", wrong, "10.0.0.1")).isEqualTo(new Outcome.Wrong());
    }
    assertThat(logIn.attempt("nobody", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Wrong());
    assertThat(logIn.attempt("program", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void shouldMakeAnAddressWaitWhenItFailedTooOften() {
    // Given
    failTimes(10, "10.0.0.1");
    // When, then: the right password is not looked at
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.0.1"))
        .isEqualTo(new Outcome.Later(Duration.ofSeconds(10)));
    // When, then
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Welcome(SHIFT));
  }

  @Test
  void shouldMakeAUserWaitEverywhereButWhereItCameInBefore() {
    // Given
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Welcome(SHIFT));
    for (var address = 0; address < 10; address++) {
      logIn.attempt("shift", "", "10.0.1." + address);
    }
    // When, then
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.2.1")).isInstanceOf(Outcome.Later.class);
    assertThat(logIn.attempt("shift", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Welcome(SHIFT));
  }

  private void failTimes(int times, String address) {
    for (var time = 0; time < times; time++) {
      assertThat(logIn.attempt("user-" + time, "", address)).isEqualTo(new Outcome.Wrong());
    }
  }
}
