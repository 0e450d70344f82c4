package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.fixtures.FakeOutput;
import org.marsad.consumer.operations.stream.StreamClient;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

class ConfidentialSitesTest {
  private static final Topics TOPICS = new Topics("");
  private static final Clock CLOCK = Clock.fixed(Examples.NOON, ZoneOffset.UTC);

  /** Worlds that differ in what is hidden: the page, its map, its answers and its stream do not. */
  @Test
  void shouldEmitTheSameBytesWithAConfidentialSiteMovedRenamedOrAbsent() {
    // Given
    var absent = emitted(null);
    // Then
    assertThat(emitted(hidden("a-hidden", 36.19, 37.15))).isEqualTo(absent);
    assertThat(emitted(hidden("z-concealed", 36.21, 37.18))).isEqualTo(absent);
    assertThat(absent)
        .contains("open-bakery", "hospital:aleppo:open", "\"subscriber\":\"crew\"")
        .doesNotContain("hidden");
  }

  @Test
  void shouldReadNoPrivateTopic() {
    assertThat(DashboardFeed.topics(TOPICS))
        .doesNotContain(
            TOPICS.privateAlerts(), TOPICS.privateDeliveries(), TOPICS.privateAcknowledgements());
  }

  /** Even where such a message comes: the page shows no alert about a confidential site. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldShowNoAlertToASite(boolean isPrivate) {
    // Given
    var state = new DashboardState(new AreaDirectory(), CLOCK);
    var feed = new DashboardFeed(state, TOPICS);
    var topic = isPrivate ? TOPICS.privateAlerts() : TOPICS.alerts();
    // When
    var bytes = MessageCodec.of(Alert.class).encode(Alerts.site("hidden").build());
    feed.onRecord(new ConsumerRecord<>(topic, 0, 0, new byte[0], bytes));
    // Then
    assertThat(state.alerts().list(item -> true, 9).items()).isEmpty();
    assertThat(state.unreadable()).isZero();
  }

  /** Even of a site of which no profile says yet that it is confidential. */
  @Test
  void shouldTakeNoAnswerOfThePrivateTopic() {
    // Given
    var state = new DashboardState(new AreaDirectory(), CLOCK);
    state.onAlert(Examples.alert("near").build());
    // When
    privately(new DashboardFeed(state, TOPICS), "hidden");
    // Then
    assertThat(state.answers()).isEmpty();
    assertThat(state.alerts().list(item -> true, 9).items()).hasSize(1);
  }

  /** The processor says nothing anew of an alert when the area's profile changes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldHideASiteThatBecomesConfidentialWhetherItsAlertsAreKnownOrComeLater(boolean isKnown) {
    // Given
    var near =
        Examples.alert("near")
            .setFindings(
                List.of(
                    Facts.casualties(), Facts.sites(Facts.withinReach("b", SiteKind.BAKERY, 12.0))))
            .build();
    var hidden =
        Examples.aleppo()
            .setVersion(2)
            .setSites(
                List.of(
                    Examples.site("b", SiteKind.BAKERY, true),
                    Examples.site("h", SiteKind.HOSPITAL, true)))
            .build();
    var told = new DashboardState(new AreaDirectory(), CLOCK);
    told.onArea(isKnown ? Examples.aleppo().build() : hidden);
    told.onAlert(near);
    told.onAlert(surge("h"));
    var frames = listening(told);
    // When
    told.onArea(hidden);
    told.onAlert(near);
    told.onAlert(surge("h"));
    told.onArea(hidden);
    // Then
    var shown = told.alerts().list(item -> true, 10).items();
    assertThat(shown).hasSize(1);
    assertThat(new String(shown.get(0).json(), StandardCharsets.UTF_8))
        .contains("\"alertId\":\"near\"", "CASUALTIES")
        .doesNotContain("siteId", "distanceMetres", "BAKERY", "PROTECTED_SITE_STRIKE");
    assertThat(shown.get(0).findings()).containsExactly("CASUALTIES");
    assertThat(frames.text().split("event: removed", -1)).hasSize(isKnown ? 3 : 1);
    assertThat(frames.text().split("event: alert", -1)).hasSize(isKnown ? 2 : 1);
  }

  /** A world's page: lists, map, answers and events, without what is random in the latter. */
  private static String emitted(@Nullable Site site) {
    var sites = new ArrayList<Site>();
    sites.add(Examples.site("open-bakery", SiteKind.BAKERY, false));
    sites.add(Examples.site("open", SiteKind.HOSPITAL, false));
    Optional.ofNullable(site).ifPresent(sites::add);
    var told = new DashboardState(new AreaDirectory(), CLOCK);
    told.onArea(Examples.aleppo().setSites(sites).build());
    var feed = new DashboardFeed(told, TOPICS);
    var frames = listening(told);
    told.onAlert(
        Examples.alert("near")
            .setFindings(
                List.of(Facts.sites(Facts.withinReach("open-bakery", SiteKind.BAKERY, 30.0))))
            .build());
    told.onAlert(surge("open"));
    told.onAcknowledgement(answer("near", "crew"));
    if (site != null) {
      privately(feed, site.getSiteId());
      told.onAcknowledgement(answer("near", site.getSiteId()));
    }
    told.onAcknowledgement(answer("near", "crew-2")); // events are numbered without a gap
    var text = new StringBuilder();
    for (var item : told.alerts().list(item -> true, 10).items()) {
      text.append(new String(item.json(), StandardCharsets.UTF_8));
    }
    return text.append(told.answers())
        .append(new String(told.areas().map().json(), StandardCharsets.UTF_8))
        .append(frames.text().replaceAll("(?m)^(id: [^:]+|retry: .*)", ""))
        .toString();
  }

  private static void privately(DashboardFeed feed, String siteId) {
    var alert = MessageCodec.of(Alert.class).encode(Alerts.site(siteId).build());
    feed.onRecord(new ConsumerRecord<>(TOPICS.privateAlerts(), 0, 0, new byte[0], alert));
    var answer = MessageCodec.of(Acknowledgement.class).encode(answer("near", siteId));
    feed.onRecord(
        new ConsumerRecord<>(TOPICS.privateAcknowledgements(), 0, 0, new byte[0], answer));
  }

  private static FakeOutput listening(DashboardState state) {
    var frames = new FakeOutput();
    var client = new StreamClient(frames, 1_000_000, () -> {});
    client.onWritePossible();
    var unused = state.events().join(client, null);
    return frames;
  }

  private static Site hidden(String siteId, double lat, double lon) {
    return Site.newBuilder(Examples.site(siteId, SiteKind.HOSPITAL, true))
        .setLat(lat)
        .setLon(lon)
        .build();
  }

  private static Acknowledgement answer(String alertId, String subscriber) {
    return new Acknowledgement(
        alertId, 1, subscriber, "desk", Intent.SEEN, "hook", Examples.NOON.plusSeconds(1));
  }

  private static Alert surge(String siteId) {
    return Alerts.surge()
        .setAlertId("hospital:aleppo:" + siteId + ":2016-10-11")
        .setAddressee(siteId)
        .setFindings(List.of(Facts.surge(Facts.surgeFacts().setSiteId(siteId).build())))
        .build();
  }
}
