package org.marsad.consumer.feeds.cap;

import java.util.List;
import java.util.Locale;

/** What CAP 1.2 (OASIS, 1 July 2010) fixes, and what we chose where it leaves a choice. */
public final class Cap {
  /** Of a CAP document. */
  public static final String MEDIA_TYPE = "application/cap+xml";

  /** Of all elements. */
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** One info block each, in this order. */
  static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("ar-SY"), Locale.ENGLISH);

  static final int MOST_VERTICES = 100; // of a polygon, the closing one among them

  private Cap() {}
}
