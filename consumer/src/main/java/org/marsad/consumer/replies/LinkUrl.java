package org.marsad.consumer.replies;

import java.net.URI;

/** Where a link leads. */
final class LinkUrl {
  /** What stands before the token; short, for links are read on small screens. */
  static final String PATH = "/r/";

  private LinkUrl() {}

  static URI of(URI base, String token) {
    return URI.create(base + PATH + token);
  }
}
