package org.marsad.consumer.subscribers.matching;

import org.marsad.consumer.subscribers.Subscriber;

/** A subscriber with its place in the order; compared by that alone, which is cheap. */
final class Candidate implements Comparable<Candidate> {
  private final int number;
  private final Subscriber subscriber;

  Candidate(int number, Subscriber subscriber) {
    this.number = number;
    this.subscriber = subscriber;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  @Override
  public int compareTo(Candidate other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Candidate candidate && candidate.number == number;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(number);
  }
}
