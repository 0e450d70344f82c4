package org.marsad.consumer.fanout.webhook;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertLine;

/** A signed POST to one receiver. The receiver's body is neither read nor logged. */
public final class WebhookChannel implements Channel {
  private final ChannelSettings.Webhook receiver;
  private final WebhookClient client;
  private final AlertLine line;
  private final AddressGuard guard;

  /**
   * @param names of areas, for the alert in words
   */
  public WebhookChannel(ChannelSettings.Webhook receiver, WebhookClient client, AreaNames names) {
    this.receiver = receiver;
    this.client = client;
    this.line = new AlertLine(names, false);
    this.guard = client.guard();
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    var body = WebhookBody.of(message.alert(), line.of(message.alert()).strip());
    return CompletableFuture.supplyAsync(this::refusal, client.lookups())
        .thenCompose(
            refusal ->
                refusal
                    .map(WebhookChannel::refused)
                    .orElseGet(() -> attempt(message.idempotencyKey(), body)))
        .exceptionally(WebhookChannel::failure)
        .completeOnTimeout(
            new Answer.TryAgain("TIMEOUT"), client.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Optional<String> refusal() {
    return receiver.ownNetwork() ? Optional.empty() : guard.refusal(receiver.url().getHost());
  }

  private static CompletableFuture<Answer> refused(String reason) {
    return CompletableFuture.completedFuture(new Answer.TryAgain(reason));
  }

  private CompletableFuture<Answer> attempt(String id, byte[] body) {
    return client
        .http()
        .sendAsync(request(id, body), info -> new UnreadBody(client.timeout()))
        .thenApply(response -> StatusAnswer.of(response, client.clock().instant()));
  }

  private HttpRequest request(String id, byte[] body) {
    var now = client.clock().instant();
    return HttpRequest.newBuilder(receiver.url())
        .timeout(client.timeout())
        .header("content-type", "application/json")
        .header("user-agent", "marsad")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", Signature.of(receiver.secret(), id, now, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Answer failure(Throwable failure) {
    var cause = causeOf(failure);
    if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
      return new Answer.TryAgain("TIMEOUT");
    }
    return new Answer.TryAgain(cause instanceof IOException ? "UNREACHABLE" : "FAILED");
  }

  private static @Nullable Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }
}
