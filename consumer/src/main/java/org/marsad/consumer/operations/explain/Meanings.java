package org.marsad.consumer.operations.explain;

import java.util.Locale;
import java.util.ResourceBundle;
import org.marsad.message.CancelReason;
import org.marsad.message.Change;
import org.marsad.schemas.Marks;

/** What codes mean, for a reader who does not know the rules: {@code meanings.properties}. */
public final class Meanings {
  private static final ResourceBundle MEANINGS =
      ResourceBundle.getBundle("org.marsad.consumer.operations.explain.meanings", Locale.ROOT);

  private Meanings() {}

  /** Why a rule found something; empty where nobody wrote it down. */
  static String ofFinding(String code) {
    return of("finding.", code);
  }

  /** What changed. */
  static String ofChange(Change change) {
    return orCode("change.", change.name());
  }

  /** Why an alert was taken back. */
  static String ofCancel(CancelReason reason) {
    return orCode("cancel.", reason.name());
  }

  /** What intake repaired or doubts; the code itself where nobody wrote it down. */
  public static String ofMark(String code) {
    return code.startsWith(Marks.MOVED_TO)
        ? orCode("mark.", "MOVED_TO") + " " + code.substring(Marks.MOVED_TO.length()) + "."
        : orCode("mark.", code);
  }

  private static String orCode(String prefix, String code) {
    var meaning = of(prefix, code);
    return meaning.isEmpty() ? Words.code(code) : meaning;
  }

  private static String of(String prefix, String code) {
    var key = prefix + code;
    return MEANINGS.containsKey(key) ? MEANINGS.getString(key) : "";
  }
}
