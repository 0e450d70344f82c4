package org.marsad.consumer.replies;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Acknowledgement;

/**
 * Which answers go to the topic of confidential sites: all that such a site says, for an answer
 * shows that there is one. It follows from who answers and from the form of the alert's id, never
 * from whether there is such an alert: somebody who guesses ids learns nothing from where the
 * answer shows.
 *
 * @param subscribers by id, as they are now
 */
public record PrivateAnswers(Function<String, Optional<Subscriber>> subscribers) {
  private static final Pattern OF_A_SITE = Pattern.compile("(exercise:|test:)?site:.*");

  /** Whether an answer does. */
  public boolean include(Acknowledgement answer) {
    return OF_A_SITE.matcher(answer.getAlertId()).matches()
        || subscribers.apply(answer.getSubscriber()).map(Subscriber::siteKeySha256).isPresent();
  }
}
