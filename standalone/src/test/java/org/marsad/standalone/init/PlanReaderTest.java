package org.marsad.standalone.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.producer.intake.SmsFields;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.schemas.settings.SettingsException;

class PlanReaderTest {
  private final PlanReader reader = new PlanReader(AreaFiles.bundled(), false);
  private Answers answers;

  @BeforeEach
  void answer() {
    answers = Answers.none();
  }

  @Test
  void shouldNeedNothingAtAll() {
    // When
    var plan = reader.read(answers);
    // Then the operations centre reads the terminal
    assertThat(plan.homeArea()).isEqualTo("aleppo");
    assertThat(plan.areas()).isEmpty();
    assertThat(plan.subscribers().findValuesAsText("id")).containsExactly("operations");
  }

  @Test
  void shouldTellEveryFaultAtOnceInTheWordsOfWhoStatedIt() {
    // Given
    answers.installation().put("home-area", "Atlantis");
    answers.installation().put("public-url", "http://ops.example.org/page");
    answers.hospitals().add(Map.of("name", "Al-Quds", "at", "37.16, 36.20", "bed", "4"));
    answers.hospitals().add(Map.of("name", "Omar", "at", "here", "beds", "many"));
    answers.sources().add(Map.of("kind", "spy"));
    answers.mail().putAll(Map.of("host", "mail.example.org", "security", "none", "from", "me"));
    answers.subscribers().add(Map.of("id", "Crew East", "role", "cook", "email", "x"));
    answers.subscribers().add(Map.of("id", "crew", "role", "rescue", "sms", "+963900000001"));
    answers.subscribers().add(Map.of("id", "desk", "role", "HOSPITAL", "site", "nowhere"));
    // Then
    assertThatThrownBy(() -> reader.read(answers))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e ->
                assertThat(e.faults().stream().map(fault -> fault.replaceAll(" \\(.*", "")))
                    .containsExactlyInAnyOrder(
                        "installation.public-url: http://ops.example.org/page",
                        "installation.home-area: Atlantis",
                        "hospital 1.bed: unknown key",
                        "hospital 2.at: here",
                        "hospital 2.beds: many",
                        "source 1.name: absent",
                        "source 1.kind: spy",
                        "subscriber 2.sms: 1 without a server",
                        "subscriber 1.id: Crew East",
                        "subscriber 1.role: COOK",
                        "mail.security: NONE",
                        "mail.from:",
                        "subscriber 1.email:",
                        "subscriber 2.channels: empty",
                        "subscriber 3.site: nowhere",
                        "subscriber 3.channels: empty"));
  }

  @Test
  void shouldNoticeAPointThatIsTheWrongWayRound() {
    // Given
    answers.hospitals().add(Map.of("name", "Al-Quds", "at", "37.16, 36.20"));
    // Then
    assertThatThrownBy(() -> reader.read(answers))
        .hasMessageContaining("hospital 1.at: ")
        .hasMessageContaining("km from the edge of aleppo (expected: within 50 km; latitude first");
  }

  @Test
  void shouldPutHospitalsIntoANewerVersionOfTheirArea() {
    // Given one public, one that has no Latin name and is confidential
    answers.hospitals().add(Map.of("name", "Al-Quds", "name-ar", "القدس", "at", "36.20,37.16"));
    answers
        .hospitals()
        .add(Map.of("name", "مشفى عمر", "at", "36.19 37.15", "beds", "40", "confidential", "yes"));
    // When
    var plan = reader.read(answers);
    // Then
    var before = area(AreaFiles.bundled());
    var after = area(plan.areas());
    assertThat(plan.areas()).hasSameSizeAs(AreaFiles.bundled());
    assertThat(after.getVersion()).isEqualTo(before.getVersion() + 1);
    var sites = after.getSites().subList(before.getSites().size(), after.getSites().size());
    assertThat(sites.get(0).getSiteId()).isEqualTo("al-quds");
    assertThat(sites.get(0).getNames())
        .containsExactly(new LocalName("en", "Al-Quds"), new LocalName("ar", "القدس"));
    assertThat(sites.get(1).getSiteId()).isEqualTo("mshfy-mr");
    assertThat(sites.get(1).getNames()).containsExactly(new LocalName("ar", "مشفى عمر"));
    assertThat(sites.get(1).getCapacity()).isEqualTo(40);
    assertThat(plan.tokens())
        .singleElement()
        .satisfies(
            token ->
                assertThat(sites.get(1).getKeySha256()).isEqualTo(SourceTokens.hash(token.text())));
  }

  @Test
  void shouldKeepPasswordsInFilesOfTheirOwn(@TempDir Path folder) throws Exception {
    // Given
    var secret = Files.writeString(folder.resolve("p"), "correct horse\n");
    answers
        .mail()
        .putAll(
            Map.of(
                "host",
                "mail.example.org",
                "user",
                "marsad",
                "password-file",
                secret.toString(),
                "from",
                "alerts@marsad.example"));
    answers.subscribers().add(Map.of("id", "a", "role", "ops", "email", "a@x.org, b@x.org"));
    // When
    var plan = reader.read(answers);
    // Then
    assertThat(plan.keys()).containsExactly(Map.entry("keys/email", "correct horse"));
    assertThat(SubscriberList.text(plan.subscribers()))
        .contains("password-file: \"keys/email\"", "name: \"email-2\"")
        .doesNotContain("horse");
    assertThat(plan.toString()).doesNotContain("horse");
  }

  @Test
  void shouldTakeAServerThatNoPublicNameCanMeanForTheOperatorsOwn() {
    // Given
    answers.mail().putAll(Map.of("host", "localhost", "security", "none", "from", "a@b.example"));
    answers.subscribers().add(Map.of("id", "a", "role", "ops", "email", "a@x.org"));
    // Then
    var channel = reader.read(answers).subscribers().path(0).path("channels").path(0);
    assertThat(channel.path("own-network").asBoolean()).isTrue();
  }

  @Test
  void shouldGiveTheGatewayATokenOfItsOwn() {
    // Given
    answers.sms().putAll(Map.of("url", "https://sms.example.org/send", "token", "t0ken"));
    answers.subscribers().add(Map.of("id", "a", "role", "rescue", "sms", "+963900000001"));
    // When
    var plan = reader.read(answers);
    // Then
    var token = plan.tokens().get(0);
    assertThat(plan.sources())
        .singleElement()
        .satisfies(
            gateway -> {
              assertThat(gateway.tokenSha256()).isEqualTo(SourceTokens.hash(token.text()));
              assertThat(gateway.gateway()).isEqualTo(SmsFields.DEFAULTS);
            });
    assertThat(plan.keys()).containsExactly(Map.entry("keys/sms", "t0ken"));
  }

  @Test
  void shouldKnowASourceByItsTelephones() {
    // Given
    answers.sources().add(Map.of("name", "Dr Salma", "numbers", "+963 912 345678, 00963900000002"));
    // Then
    assertThat(reader.read(answers).sources().get(0).numbers())
        .containsExactly("963912345678", "963900000002");
    // and one that is none is told
    answers.sources().add(Map.of("name", "x", "numbers", "0912345678"));
    assertThatThrownBy(() -> reader.read(answers))
        .hasMessageContaining("source 2.numbers: 0912345678 (expected: a number such as +963");
  }

  @Test
  void shouldReadAnEntryWhoseValuesHoldSemicolons() {
    assertThat(EntryText.read("crew; role=RESCUE; body=a;b; areas=*", "id"))
        .containsExactly(
            Map.entry("id", "crew"),
            Map.entry("role", "RESCUE"),
            Map.entry("body", "a;b"),
            Map.entry("areas", "*"));
  }

  private static AreaProfile area(List<AreaProfile> areas) {
    return areas.stream().filter(a -> a.getCode().equals("aleppo")).findFirst().orElseThrow();
  }
}
