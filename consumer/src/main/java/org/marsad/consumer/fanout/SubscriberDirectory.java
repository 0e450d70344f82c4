package org.marsad.consumer.fanout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.consumer.replies.ReplyIntake;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Subscriber;

/** The subscribers in force, by id, by token and by number. Safe for several threads. */
final class SubscriberDirectory implements ReplyIntake.Directory {
  private volatile Indexes indexes;

  /** Both change together. */
  private record Indexes(
      List<Subscriber> all,
      Map<String, Subscriber> byId,
      Map<String, Subscriber> byToken,
      Map<String, Subscriber> byNumber) {
    static Indexes of(List<Subscriber> subscribers) {
      var byId = new HashMap<String, Subscriber>();
      var byToken = new HashMap<String, Subscriber>();
      var byNumber = new HashMap<String, Subscriber>();
      for (var subscriber : subscribers) {
        byId.put(subscriber.id(), subscriber);
        var token = subscriber.tokenSha256();
        if (token != null) {
          byToken.put(token, subscriber);
        }
        for (var channel : subscriber.channels()) {
          if (channel instanceof ChannelSettings.Sms sms) {
            sms.numbers().forEach(number -> byNumber.putIfAbsent(number.digits(), subscriber));
          }
        }
      }
      return new Indexes(List.copyOf(subscribers), byId, byToken, byNumber);
    }
  }

  SubscriberDirectory(List<Subscriber> subscribers) {
    this.indexes = Indexes.of(subscribers);
  }

  /** Others are in force from now on. */
  void replace(List<Subscriber> subscribers) {
    indexes = Indexes.of(subscribers);
  }

  /** All in force; another list once they have changed. */
  List<Subscriber> all() {
    return indexes.all;
  }

  @Override
  public Optional<Subscriber> byId(String id) {
    return Optional.ofNullable(indexes.byId.get(id));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A look-up is as safe as a comparison in constant time: what its time could tell is about a
   * hash, of which the caller cannot choose a part.
   */
  @Override
  public Optional<Subscriber> byTokenSha256(String hash) {
    return Optional.ofNullable(indexes.byToken.get(hash));
  }

  @Override
  public Optional<Subscriber> byNumber(String number) {
    return Optional.ofNullable(indexes.byNumber.get(number));
  }
}
