package org.marsad.consumer.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.wave;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

class AtomFeedTest {
  private static final Feed OPERATIONS = FeedBench.feed(Readers.of("ops", Role.OPS).build());
  private static final Instant LATER = SENT.plusSeconds(3_600);

  @Test
  void shouldBeReadByAFeedReader() throws Exception {
    // When
    var feed = read(OPERATIONS, residential().build(), wave().build(), silentSource().build());
    // Then
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getUri()).startsWith("urn:uuid:");
    assertThat(feed.getTitle()).isEqualTo("Marsad: ops");
    assertThat(feed.getAuthors())
        .singleElement()
        .satisfies(author -> assertThat(author.getName()).isEqualTo("marsad.example.org"));
    assertThat(feed.getEntries()).hasSize(3);
    for (var entry : feed.getEntries()) {
      assertThat(entry.getUri()).startsWith("urn:uuid:");
      assertThat(entry.getTitle()).isNotBlank();
      assertThat(entry.getDescription().getValue()).isNotBlank();
      assertThat(entry.getUpdatedDate()).isNotNull();
      assertThat(entry.getPublishedDate()).isNotNull();
      assertThat(entry.getLinks())
          .singleElement()
          .satisfies(link -> assertThat(link.getType()).isEqualTo("application/cap+xml"))
          .satisfies(link -> assertThat(link.getHref()).startsWith("cap/marsad.").endsWith(".xml"));
    }
  }

  @Test
  void shouldHaveAnEntryOfItsOwnForEachMessageNewestFirst() throws Exception {
    // Given
    var update =
        revision(
            residential()
                .setSentAt(LATER)
                .setReferences(List.of(new AlertReference(1, SENT, true))),
            2,
            MessageType.UPDATE);
    // When
    var feed = read(OPERATIONS, residential().build(), update, heaviest().build());
    // Then
    assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates().hasSize(3);
    assertThat(feed.getEntries().get(0).getLink()).isEqualTo("cap/marsad.strike:s1.2.xml");
    assertThat(updated(feed)).isEqualTo(Date.from(LATER));
  }

  @Test
  void shouldNameAMessageTheSameWhereverItIsShown() throws Exception {
    // When
    var ofOperations = read(OPERATIONS, residential().build()).getEntries().get(0);
    var crew = FeedBench.feed(Readers.of("crew", Role.RESCUE).build());
    var ofTheCrew = read(crew, heaviest().build(), residential().build()).getEntries();
    // Then
    assertThat(ofTheCrew).extracting(SyndEntry::getUri).contains(ofOperations.getUri());
  }

  @Test
  void shouldBeValidWhenItIsEmpty() throws Exception {
    var feed = read(OPERATIONS);
    assertThat(feed.getEntries()).isEmpty();
    assertThat(updated(feed)).isEqualTo(Date.from(SENT));
  }

  @Test
  void shouldTellRealityAndWithdrawalByMoreThanWords() throws Exception {
    // Given
    var cancel =
        revision(
            residential().setReferences(List.of(new AlertReference(1, SENT, true))),
            2,
            MessageType.CANCEL);
    var feed =
        FeedBench.feed(
            Readers.of("ops", Role.OPS)
                .realities(Set.of(Reality.ACTUAL, Reality.EXERCISE))
                .build());
    // When
    var entries =
        read(feed, cancel, residential().setAlertId("x").setReality(Reality.EXERCISE).build())
            .getEntries();
    // Then
    assertThat(entries)
        .anySatisfy(
            entry -> assertThat(terms(entry)).contains("CANCEL", "ACTUAL", "STRIKE", "CASUALTIES"))
        .anySatisfy(entry -> assertThat(terms(entry)).contains("ALERT", "EXERCISE"));
  }

  @Test
  void shouldBeInTheReadersLanguage() throws Exception {
    var arabic = Readers.of("ops", Role.OPS).language(Locale.forLanguageTag("ar")).build();
    var feed = read(FeedBench.feed(arabic), residential().build());
    assertThat(feed.getEntries().get(0).getTitle()).contains("الفردوس");
  }

  @Test
  void shouldLinkInFullWhereTheServersAddressIsKnown() {
    // When
    var links = new FeedLinks(URI.create("https://marsad.example.org/x"));
    // Then
    assertThat(links.to(OPERATIONS, "atom.xml"))
        .isEqualTo("https://marsad.example.org/x/feeds/ops/atom.xml");
  }

  private static SyndFeed read(Feed feed, Alert... alerts) throws Exception {
    var bytes = new FeedBench(Areas.directory(), List.of(alerts)).atom(feed);
    try (var reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      return new SyndFeedInput().build(reader);
    }
  }

  /** Rome calls it the published date, since other feeds have only that. */
  private static Date updated(SyndFeed feed) {
    return feed.getPublishedDate();
  }

  private static List<String> terms(SyndEntry entry) {
    return entry.getCategories().stream().map(category -> category.getName()).toList();
  }
}
