package org.marsad.schemas.sms;

/** Takes an SMS that answers an alert. */
@FunctionalInterface
public interface AlertReplies {
  /**
   * Takes one message; never fails.
   *
   * @param from the sender's number
   * @param text as it came; it holds what {@link AlertCode#in} takes for a code
   */
  AlertReply take(String from, String text);
}
