package org.marsad.consumer.channels.sms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.PhoneNumber;
import org.marsad.consumer.text.AlertText;
import org.marsad.consumer.text.SummaryText;

/**
 * One SMS to each number, at once. It is tried again where the gateway has not taken it, and there
 * only; that is forgotten in a restart.
 */
public final class SmsChannel implements Channel {
  /** Messages that wait at the same time; of those before them it is forgotten who has them. */
  private static final int MOST_REMEMBERED = 100;

  private final ChannelSettings.Sms settings;
  private final SmsRequests requests;
  private final HttpSender sender;
  private final AreaNames names;
  private final Map<String, Progress> progress = Collections.synchronizedMap(new Recent());

  /**
   * @param names of areas, for the alert in words
   */
  public SmsChannel(ChannelSettings.Sms settings, HttpSender sender, AreaNames names) {
    this.settings = settings;
    this.requests = new SmsRequests(settings);
    this.sender = sender;
    this.names = names;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    return send(shown(message), message.idempotencyKey());
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return send(shown(summary), summary.idempotencyKey());
  }

  @Override
  public boolean isInPlace() {
    return false;
  }

  @Override
  public String shown(Message message) {
    return AlertText.in(names, message.language())
        .shortForm(message.alert(), message.earlierAlert(), message.replies().code());
  }

  @Override
  public String shown(Summary summary) {
    return SummaryText.in(names, summary.language())
        .shortForm(summary.views(), summary.from(), summary.until());
  }

  private CompletableFuture<Answer> send(String text, String key) {
    var through = progress.computeIfAbsent(key, id -> new Progress(settings.numbers()));
    var answers = new LinkedHashMap<PhoneNumber, CompletableFuture<Answer>>();
    for (var number : through.open()) {
      answers.put(number, sender.send(requests.to(number, text, key)));
    }
    return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              answers.forEach((number, answer) -> through.answered(number, answer.join()));
              return through.answer();
            });
  }

  /** The latest messages. */
  private static final class Recent extends LinkedHashMap<String, Progress> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
