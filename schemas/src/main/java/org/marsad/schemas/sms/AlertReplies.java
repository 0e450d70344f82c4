package org.marsad.schemas.sms;

/** Takes an SMS that answers an alert. */
@FunctionalInterface
public interface AlertReplies {
  /**
   * Takes one message; never fails.
   *
   * @param from the sender's number, as {@code +963912345678} where it is international
   * @param text as it came; without what {@link AlertCode#in} takes for a code it is only said
   *     whether the number is one that alerts go to
   */
  AlertReply take(String from, String text);
}
