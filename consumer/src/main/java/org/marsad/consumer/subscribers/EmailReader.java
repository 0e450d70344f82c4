package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.MailServer.Login;
import org.marsad.consumer.subscribers.MailServer.Security;
import org.marsad.schemas.yaml.YamlFields;

/** Reads a channel of type email. No fault repeats a user, a password or an address. */
final class EmailReader {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
  private static final int HIGHEST_PORT = 65_535;
  private static final String PASSWORD = "a password without line breaks";

  private EmailReader() {}

  static @Nullable ChannelSettings read(YamlFields fields, String name, HiddenFields hidden) {
    var server = server(fields, hidden);
    var from = address(fields, "from");
    var to = address(fields, "to");
    return server == null || from == null || to == null
        ? null
        : new ChannelSettings.Email(name, server, from, to);
  }

  private static @Nullable MailServer server(YamlFields fields, HiddenFields hidden) {
    var ownNetwork = fields.flag("own-network", false);
    var host = fields.required("host", HOST, "the name of a mail server");
    var given = fields.symbol("security", Security.class);
    var security = given == null ? Security.STARTTLS : given;
    var port = port(fields, security);
    var login = login(fields, hidden);
    if (!host.isEmpty() && !ownNetwork && !HostForm.mayBePublic(host)) {
      fields.fault("host", host, "a public host, or own-network: true");
      return null;
    }
    if (security == Security.NONE && !ownNetwork) {
      fields.fault("security", "NONE", "STARTTLS or TLS, or own-network: true");
      return null;
    }
    return host.isEmpty() || port == 0
        ? null
        : new MailServer(host, port, security, login, ownNetwork);
  }

  private static int port(YamlFields fields, Security security) {
    var text = fields.optional("port", PORT, "1 to 65535");
    if (text == null) {
      return fields.has("port") ? 0 : security.port();
    }
    var port = Integer.parseInt(text);
    if (port > HIGHEST_PORT) {
      fields.fault("port", text, "1 to 65535");
      return 0;
    }
    return port;
  }

  private static @Nullable Login login(YamlFields fields, HiddenFields hidden) {
    var user = fields.hidden("user", "the name of a user");
    var password = hidden.one(fields, "password", PASSWORD, EmailReader::password);
    var passwordGiven = fields.has("password") || fields.has("password-file");
    if (fields.has("user") != passwordGiven) {
      fields.fault(
          passwordGiven ? "user" : "password", "absent", "user and password, or neither of them");
    }
    return user == null || password == null ? null : new Login(user, password);
  }

  private static Hidden password(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("(hidden) (expected: " + PASSWORD + ")");
    }
    return new Hidden(text);
  }

  private static @Nullable MailAddress address(YamlFields fields, String name) {
    var text = fields.hidden(name, MailAddress.EXPECTED);
    fields.faultIfAbsent(name, MailAddress.EXPECTED);
    if (text == null) {
      return null;
    }
    try {
      return new MailAddress(text);
    } catch (IllegalArgumentException e) {
      fields.fault(name, "(hidden)", MailAddress.EXPECTED);
      return null;
    }
  }
}
