package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.schemas.settings.SettingsException;

/** A file of subscribers is checked against the areas and sites that exist. */
class KnownTest {
  private static final String KEY = "the-key-of-the-hidden-one";

  private final Known known =
      Known.of(
          List.of(
              town().build(),
              Areas.aleppo()
                  .setCode("aleppo-governorate")
                  .setKind(AreaKind.GOVERNORATE)
                  .setNeighbourhoods(List.of())
                  .build()));

  @Test
  void shouldTakeWhatExists() {
    var read =
        SubscribersFile.parse(
            """
            - id: crew
              role: RESCUE
              governorates: [aleppo-governorate]
              areas: [aleppo, aleppo-governorate]
              neighbourhoods: [aleppo/al-fardous]
              channels: [{type: terminal}]
            - {id: ops, role: OPS, areas: ["*"], channels: [{type: terminal}]}
            - {id: h, role: HOSPITAL, site: open, areas: [aleppo], channels: [{type: terminal}]}
            - id: hidden
              role: HOSPITAL
              site: hidden
              site-key: the-key-of-the-hidden-one
              areas: [aleppo]
              channels: [{type: terminal}]
            """,
            Path.of(""),
            known);
    assertThat(read).hasSize(4);
  }

  @Test
  void shouldNameEveryAreaThatDoesNotExistWithItsLine() {
    assertThat(
            faults(
                """
                - id: crew
                  role: RESCUE
                  governorates: [aleppo]
                  areas:
                    - aleppo
                    - alepo
                  neighbourhoods:
                    - aleppo/al-fardous
                    - aleppo/al-fardus
                  subjects: [STRIKE, RAID]
                  findings: [HEAVY]
                  channels: [{type: terminal}]
                """))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).startsWith("line 3: subscribers[0].governorates: aleppo ("),
            fault -> assertThat(fault).startsWith("line 6: subscribers[0].areas: alepo ("),
            fault ->
                assertThat(fault)
                    .startsWith("line 9: subscribers[0].neighbourhoods: aleppo/al-fardus ("),
            fault -> assertThat(fault).startsWith("line 10: subscribers[0].subjects: RAID ("),
            fault -> assertThat(fault).startsWith("line 11: subscribers[0].findings: HEAVY ("));
  }

  /** Who tries sites or keys learns nothing of which sites there are. */
  @Test
  void shouldSayTheSameOfAWrongKeyOfNoKeyAndOfASiteThatDoesNotExist() {
    var answers =
        List.of(
            faults(hospital("hidden", "site-key: a-guess")),
            faults(hospital("hidden", "language: en")),
            faults(hospital("absent", "site-key: a-guess")),
            faults(hospital("absent", "site-key: " + KEY)),
            faults(hospital("keyless", "site-key: " + KEY)),
            faults(hospital("open", "site-key: " + KEY)));
    assertThat(answers)
        .allSatisfy(
            faults ->
                assertThat(faults)
                    .singleElement()
                    .asString()
                    .matches(
                        "line 3: subscribers\\[0\\].site: [a-z]+ \\(expected: a known site, with"
                            + " its site-key where it is confidential\\)")
                    .doesNotContain(KEY));
  }

  @Test
  void shouldRefuseAKeyWithoutASite() {
    assertThat(
            faults(
                """
                - {id: a, role: OPS, areas: ["*"], site-key: secret, channels: [{type: terminal}]}
                """))
        .singleElement()
        .asString()
        .startsWith("line 1: subscribers[0].site-key: (hidden) (expected: only with site)");
  }

  @Test
  void shouldRefuseSubjectsThatTheRoleMayNotKnow() {
    assertThat(
            faults(
                """
                - id: a
                  role: PUBLIC
                  areas: ["*"]
                  subjects: [STRIKE, HOSPITAL]
                  channels: [{type: terminal}]
                """))
        .singleElement()
        .asString()
        .startsWith("line 4: subscribers[0].subjects: HOSPITAL (expected: of what PUBLIC may know");
  }

  @Test
  void shouldCheckNothingWhereNoAreaIsKnown() {
    var nothing = Known.of(List.of());
    assertThat(SubscribersFile.parse(hospital("any", "language: en"), Path.of(""), nothing))
        .hasSize(1);
  }

  private static String hospital(String site, String more) {
    return """
    - id: h
      role: HOSPITAL
      site: %s
      areas: [aleppo]
      channels: [{type: terminal}]
      %s
    """
        .formatted(site, more);
  }

  private List<String> faults(String text) {
    return catchThrowableOfType(
            SettingsException.class, () -> SubscribersFile.parse(text, Path.of(""), known))
        .faults();
  }

  private static AreaProfile.Builder town() {
    return Areas.aleppo()
        .setGovernorate("aleppo-governorate")
        .setSites(
            List.of(
                Areas.hospital("open", 36.2, false),
                Areas.hospital("keyless", 36.2, true),
                Site.newBuilder(Areas.hospital("hidden", 36.2, true))
                    .setKeySha256(TokenHash.of(KEY))
                    .build()));
  }
}
