package org.marsad.consumer.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.feeds.cap.CapWriter;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.text.AlertLine;
import org.marsad.consumer.text.AlertText;
import org.marsad.consumer.text.SummaryText;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.MessageCodec;

/**
 * Two alerts that differ only in what an audience may not see are the same to it: the view to the
 * byte, and all that is said of it.
 */
class ViewNonInterferenceTest {
  private static final int SEEDS = 150;
  private static final MessageCodec<Alert> CODEC = MessageCodec.of(Alert.class);
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldShowTheSameWhateverIsHidden(Role role) {
    var different = 0;
    for (var seed = 0; seed < SEEDS; seed++) {
      var one = seenSubject(new RandomMessages(role, seed, 1_000 + seed).alert());
      var other = seenSubject(new RandomMessages(role, seed, 9_000 + seed).alert());
      assertThat(said(view(shuffled(other, role, seed), role), role))
          .as("seed %d", seed)
          .isEqualTo(said(view(one, role), role));
      different += Arrays.equals(CODEC.encode(one), CODEC.encode(other)) ? 0 : 1;
    }
    if (role == Role.PUBLIC || role == Role.RESCUE) {
      assertThat(different).as("pairs that differ").isGreaterThan(SEEDS / 2);
    }
  }

  /** The order of sites whose ids are hidden says nothing either. */
  private static Alert shuffled(Alert alert, Role role, long seed) {
    if (role != Role.PUBLIC) {
      return alert;
    }
    var findings = new ArrayList<Finding>();
    for (var finding : alert.getFindings()) {
      var sites = new ArrayList<>(finding.getSites());
      Collections.shuffle(sites, new Random(seed));
      findings.add(Finding.newBuilder(finding).setSites(sites).build());
    }
    return Alert.newBuilder(alert).setFindings(findings).build();
  }

  /** Of a kind that everybody may hear of. */
  private static Alert seenSubject(Alert alert) {
    var kinds = List.of(SubjectKind.STRIKE, SubjectKind.DAY, SubjectKind.WAVE);
    var kind = kinds.get(alert.getRevision() % kinds.size());
    return Alert.newBuilder(alert)
        .setSubject(new Subject(kind, alert.getSubject().getId()))
        .build();
  }

  private static Alert view(Alert alert, Role role) {
    return Projection.of(alert, role, null).orElseThrow();
  }

  /** Everything that is made of a view. */
  private static List<String> said(Alert view, Role role) {
    var said = new ArrayList<String>();
    said.add(HexFormat.of().formatHex(CODEC.encode(view)));
    said.add(SeenFields.of(view, role).toString());
    var areas = Areas.directory();
    for (var language : LANGUAGES) {
      var text = AlertText.in(areas, language);
      said.add(text.headline(view, view));
      said.addAll(text.body(view, null));
      said.add(text.shortForm(view, null, "K7Q2CD"));
      said.add(new AlertLine(areas, language, false).of(view));
      var now = view.getSentAt();
      said.add(SummaryText.in(areas, language).shortForm(List.of(view), now, now));
    }
    var writer = new CapWriter("marsad.example.org", areas);
    var cap = writer.write(view, new Audience(role, null), view.getReferences());
    said.add(new String(cap, StandardCharsets.UTF_8));
    return said;
  }
}
