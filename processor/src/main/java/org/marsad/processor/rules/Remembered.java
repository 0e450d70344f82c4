package org.marsad.processor.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The last answers to questions whose answer never changes. Not thread-safe.
 *
 * @param <Q> the question, with equality
 * @param <A> its answer
 */
public final class Remembered<Q, A> {
  private final Map<Q, A> answers;
  private final Function<Q, A> answer;

  /**
   * None yet.
   *
   * @param most how many are kept, those asked for last
   * @param answer finds what is not known
   */
  public Remembered(int most, Function<Q, A> answer) {
    this.answer = answer;
    answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > most;
          }
        };
  }

  /** The answer to a question. */
  public A to(Q question) {
    return answers.computeIfAbsent(question, answer);
  }
}
