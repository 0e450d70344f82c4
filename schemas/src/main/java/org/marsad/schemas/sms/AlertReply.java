package org.marsad.schemas.sms;

/**
 * What became of an SMS that answers an alert.
 *
 * @param outcome for a program
 * @param text for its sender, in the sender's language; says nothing of the alert
 */
public record AlertReply(Outcome outcome, String text) {
  /** What can become of it. */
  public enum Outcome {
    /** It is safe in the log. */
    RECORDED,
    /** The code is good; what the team does is not to be understood. */
    NOT_UNDERSTOOD,
    /** No alert that can still be answered has the code. */
    UNKNOWN_CODE,
    /** There is no code in it, and alerts go to this number. */
    NO_CODE,
    /** There is no code in it, and no alert goes to this number; its text is empty. */
    UNKNOWN_SENDER,
    /** This number sent too many in a minute. */
    TOO_MANY,
    /** It is not safe: it must come again. */
    NOT_RECORDED
  }
}
