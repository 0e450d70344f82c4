package org.marsad.consumer.channels.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.channels.Pseudonym;
import org.marsad.consumer.channels.http.HttpMessage;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.subscribers.PhoneNumber;
import org.marsad.consumer.subscribers.Template;
import org.marsad.consumer.text.Gsm7;

/** The requests that a gateway wants, made from the templates of the settings. */
final class SmsRequests {
  private static final int ID_BYTES = 16;

  /** What Kannel and others call how a text is coded: left to guess, they send question marks. */
  private static final String SEPTETS = "0";

  private static final String UCS2 = "2";

  private final ChannelSettings.Sms settings;
  private final ChannelSettings.SmsRequest request;

  SmsRequests(ChannelSettings.Sms settings) {
    this.settings = settings;
    this.request = settings.request();
  }

  /**
   * The request for one SMS.
   *
   * @param key the same over all attempts
   */
  HttpMessage to(PhoneNumber number, String text, String key) {
    var token = Hidden.textOf(request.token());
    var values =
        Map.of(
            "to",
            number.digits(),
            "digits",
            number.digits().substring(1),
            "text",
            text,
            "coding",
            Gsm7.isEncodable(text) ? SEPTETS : UCS2,
            "id",
            Pseudonym.of(key, number.digits(), ID_BYTES),
            "token",
            token == null ? "" : token);
    var message =
        new HttpMessage(request.method(), url(values), settings.receiver().ownNetwork())
            .bearer(isTokenPlaced() ? null : token);
    request.headers().forEach((name, template) -> message.header(name, template.fill(values)));
    var body = request.body();
    return body == null
        ? message
        : message.body(request.contentType(), body.fill(values).getBytes(UTF_8));
  }

  private URI url(Map<String, String> values) {
    var url = settings.receiver().url();
    var query = request.query();
    if (query == null) {
      return url;
    }
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query.fill(values));
  }

  /** A token that stands in no template is sent as bearer. */
  private boolean isTokenPlaced() {
    var templates = new ArrayList<Template>(request.headers().values());
    if (request.query() != null) {
      templates.add(request.query());
    }
    if (request.body() != null) {
      templates.add(request.body());
    }
    return holdsToken(templates);
  }

  private static boolean holdsToken(List<Template> templates) {
    return templates.stream().anyMatch(template -> template.places().contains("token"));
  }
}
