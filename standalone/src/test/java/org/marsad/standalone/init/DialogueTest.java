package org.marsad.standalone.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.schemas.settings.SettingsException;

class DialogueTest {
  private final PlanReader reader = new PlanReader(AreaFiles.bundled(), false);
  private final Answers answers = Answers.none();

  @Test
  void shouldAskForEverythingAndAskAgainForWhatCannotBeUsed() {
    // Given somebody who mistypes the area, a point, a mail address and a role
    var person =
        new Typist(
            "Aleppo rescue",
            "Atlantis",
            "حلب",
            "https://ops.example.org",
            // a hospital, wrong way round at first
            "Al-Quds",
            "القدس",
            "37.16, 36.20",
            "40",
            "n", //
            "36.20, 37.16", //
            "",
            // a source
            "field office",
            "agency",
            "",
            // a mail server, with a sender that is none at first
            "mail.example.org",
            "",
            "",
            "",
            "me",
            "marsad",
            "secret", //
            "alerts@marsad.example",
            // no gateway
            "",
            // who is told
            "desk",
            "cook",
            "",
            "ar",
            "desk@hospital.example",
            "", //
            "hospital",
            "Al-Quds", //
            "");
    // When
    new Dialogue(person, this::faults).complete(answers);
    // Then
    assertThat(person.typed).isEmpty();
    assertThat(person.told.stream().map(fault -> fault.replaceAll(":.*", "")))
        .containsExactly(
            "installation.home-area", "hospital 1.at", "mail.from", "subscriber 1.role");
    assertThat(answers.installation()).containsEntry("home-area", "حلب");
    assertThat(answers.hospitals())
        .containsExactly(
            Map.of(
                "name",
                "Al-Quds",
                "name-ar",
                "القدس",
                "at",
                "36.20, 37.16",
                "beds",
                "40",
                "confidential",
                "n"));
    assertThat(answers.mail()).containsEntry("password", "secret");
    assertThat(answers.subscribers()).hasSize(1);
    assertThat(reader.read(answers).subscribers()).hasSize(2);
  }

  @Test
  void shouldAskAgainForTheWaysToReachASubscriberWhereThereAreNone() {
    // Given a mail server, and somebody who leaves the address out
    answers.mail().putAll(Map.of("host", "localhost", "security", "none", "from", "a@b.example"));
    var person =
        new Typist(
            "",
            "",
            "",
            "",
            "",
            "",
            "crew",
            "rescue",
            "",
            "ar",
            "",
            "", //
            "crew@b.example",
            "",
            "");
    // When
    new Dialogue(person, this::faults).complete(answers);
    // Then
    assertThat(person.typed).isEmpty();
    assertThat(person.told).singleElement().asString().startsWith("subscriber 1.channels");
    assertThat(answers.subscribers())
        .containsExactly(
            Map.of("id", "crew", "role", "rescue", "language", "ar", "email", "crew@b.example"));
  }

  @Test
  void shouldDropAnEntryThatTheInputEndsWithin() {
    // When
    new Dialogue(new Typist("", "", "", "Al-Quds", "", "37.16, 36.20"), this::faults)
        .complete(answers);
    // Then
    assertThat(answers.hospitals()).isEmpty();
    assertThat(reader.read(answers).areas()).isEmpty();
  }

  @Test
  void shouldGiveUpAnEntryWhoseNameIsLeftOutWhenAskedAgain() {
    // Given two hospitals of one name
    var person = new Typist("", "", "", "Al-Quds", "", "36.20, 37.16", "", "");
    person.typed.addAll(List.of("Al-Quds", "", "36.21, 37.16", "", "", ""));
    // When
    new Dialogue(person, this::faults).complete(answers);
    // Then
    assertThat(person.told).singleElement().asString().startsWith("hospital 2.id: al-quds");
    assertThat(answers.hospitals())
        .containsExactly(Map.of("name", "Al-Quds", "at", "36.20, 37.16"));
  }

  @Test
  void shouldNotAskForWhatWasGiven() {
    // Given
    answers.installation().putAll(Map.of("name", "n", "home-area", "aleppo"));
    answers.installation().put("public-url", "https://ops.example.org");
    answers.hospitals().add(Map.of("name", "Al-Quds", "at", "36.20, 37.16"));
    answers.sources().add(Map.of("name", "field office"));
    answers.mail().putAll(Map.of("host", "localhost", "security", "none", "from", "a@b.example"));
    answers.sms().put("url", "https://sms.example.org/");
    answers.subscribers().add(Map.of("id", "a", "role", "ops", "terminal", "y"));
    var person = new Typist();
    // When
    new Dialogue(person, this::faults).complete(answers);
    // Then
    assertThat(person.asked).isEmpty();
  }

  @Test
  void shouldLeaveTheRestUnansweredWhenTheInputEnds() {
    // When
    new Dialogue(new Typist("Aleppo rescue"), this::faults).complete(answers);
    // Then
    assertThat(answers.installation()).containsOnlyKeys("name");
    assertThat(answers.subscribers()).isEmpty();
  }

  private List<String> faults(Answers so) {
    try {
      reader.read(so);
      return List.of();
    } catch (SettingsException e) {
      return e.faults();
    }
  }

  /** Types one line after the other. */
  private static final class Typist implements Dialogue.Person {
    private final Deque<String> typed;
    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private Typist(String... lines) {
      typed = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public @Nullable String answer(String question) {
      asked.add(question);
      return typed.poll();
    }

    @Override
    public @Nullable String secret(String question) {
      return answer(question);
    }

    @Override
    public void tell(String line) {
      told.add(line);
    }
  }
}
