package org.marsad.consumer.subscribers;

import org.jspecify.annotations.Nullable;

/**
 * A text that nobody may see, such as a token. Neither its text nor any error shows it.
 *
 * @param text as it is sent, never logged
 */
public record Hidden(String text) {
  /** The text, or null where there is none. */
  public static @Nullable String textOf(@Nullable Hidden hidden) {
    return hidden == null ? null : hidden.text;
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
