package org.marsad.producer.intake;

/**
 * What an SMS gateway calls what it passes on.
 *
 * @param from the sender's number
 * @param text the message
 * @param id the gateway's id of the message, the same when it sends it once more
 */
public record SmsFields(String from, String text, String id) {
  /** What they are called unless the file of sources says otherwise. */
  public static final SmsFields DEFAULTS = new SmsFields("from", "text", "id");
}
