package org.marsad.consumer.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.feeds.cap.Cap;
import org.marsad.consumer.feeds.cap.CapText;
import org.marsad.consumer.feeds.cap.XmlDocument;
import org.marsad.consumer.text.AlertText;

/**
 * A feed in Atom (RFC 4287): an entry for each message, which never changes and links to it in CAP.
 */
final class AtomFeed {
  static final String MEDIA_TYPE = "application/atom+xml";
  static final String FILE = "atom.xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final String sender;
  private final AreaNames names;
  private final FeedLinks links;
  private final Instant since;

  /**
   * A writer.
   *
   * @param sender of the messages
   * @param since when an empty feed was updated
   */
  AtomFeed(String sender, AreaNames names, FeedLinks links, Instant since) {
    this.sender = sender;
    this.names = names;
    this.links = links;
    this.since = since;
  }

  byte[] write(Feed feed, Listing listing) {
    return XmlDocument.write("feed", NAMESPACE, xml -> write(xml, feed, listing));
  }

  private void write(XmlDocument xml, Feed feed, Listing listing) {
    var messages = listing.messages();
    xml.attribute("xml:lang", feed.language().toLanguageTag());
    xml.text("id", name("feed", feed.id()));
    xml.text("title", "Marsad: " + feed.id());
    xml.text("updated", time(messages.isEmpty() ? since : messages.get(0).view().getSentAt()));
    xml.element("author", () -> xml.text("name", sender));
    xml.empty("link", "rel", "self", "type", MEDIA_TYPE, "href", links.to(feed, FILE));
    var texts = AlertText.in(names, feed.language());
    messages.forEach(shown -> xml.element("entry", () -> writeEntry(xml, feed, texts, shown)));
  }

  private void writeEntry(XmlDocument xml, Feed feed, AlertText texts, Listing.Shown shown) {
    var view = shown.view();
    xml.text("id", name("message", shown.message().identifier()));
    xml.text("title", CapText.line(texts.headline(view), AlertText.LONGEST_HEADLINE));
    xml.text("updated", time(view.getSentAt()));
    xml.text("published", time(view.getSentAt()));
    xml.empty(
        "link",
        "rel",
        "alternate",
        "type",
        Cap.MEDIA_TYPE,
        "href",
        links.toCap(feed, shown.message()));
    category(xml, "subject", view.getSubject().getKind());
    view.getFindings().forEach(finding -> category(xml, "finding", finding.getRule()));
    category(xml, "message-type", view.getMessageType());
    category(xml, "reality", view.getReality());
    category(xml, "severity", view.getSeverity());
    xml.text("summary", CapText.plain(String.join("\n", texts.description(view))));
  }

  private static void category(XmlDocument xml, String kind, Enum<?> value) {
    xml.empty("category", "scheme", "urn:x-marsad:" + kind, "term", value.name());
  }

  /** An id that stays the same wherever and whenever the feed is written. */
  private String name(String kind, String subject) {
    var text = String.join("\n", kind, sender, subject);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
