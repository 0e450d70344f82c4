package org.marsad.consumer.channels.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Answer;

/**
 * What a failure means. A code of the server's decides (RFC 5321, 4.2.1): 4yz may work later, 5yz
 * rejects this mail, until somebody mends the server or its password.
 */
final class SmtpAnswer {
  private static final int PERMANENT = 500;

  private SmtpAnswer() {}

  static Answer of(MessagingException failure) {
    var all = causes(failure);
    for (var cause : all) {
      var code = code(cause);
      if (code > 0) {
        return code < PERMANENT
            ? new Answer.TryAgain("SMTP_" + code)
            : new Answer.Rejected("SMTP_" + code);
      }
      if (cause instanceof AuthenticationFailedException) {
        return new Answer.Rejected("AUTHENTICATION_FAILED");
      }
    }
    return new Answer.TryAgain(reason(all));
  }

  private static String reason(List<Throwable> causes) {
    for (var index = causes.size() - 1; index >= 0; index--) { // the innermost knows best
      var reason = reason(causes.get(index));
      if (reason != null) {
        return reason;
      }
    }
    return "SMTP_FAILED";
  }

  private static @Nullable String reason(Throwable cause) {
    if (cause instanceof AttemptSocket.NotAllowed) {
      return "ADDRESS_NOT_PUBLIC";
    }
    if (cause instanceof UnknownHostException) {
      return "UNKNOWN_HOST";
    }
    if (cause instanceof SSLException) {
      return "TLS_FAILED";
    }
    if (cause instanceof SocketTimeoutException) {
      return "TIMEOUT";
    }
    return cause instanceof IOException ? "UNREACHABLE" : null;
  }

  /** The server's code, 400 to 599; 0: it gave none. */
  private static int code(Throwable cause) {
    if (cause instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (cause instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  /** A failure and what led to it, outermost first; mail has two ways to name a cause. */
  private static List<Throwable> causes(MessagingException failure) {
    var all = new ArrayList<Throwable>();
    Throwable next = failure;
    while (next != null && !all.contains(next)) {
      all.add(next);
      next =
          next instanceof MessagingException mail && mail.getNextException() != null
              ? mail.getNextException()
              : next.getCause();
    }
    return all;
  }
}
