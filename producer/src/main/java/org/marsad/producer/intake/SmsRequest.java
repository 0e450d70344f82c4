package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.ReportJson;

/**
 * The fields of a gateway's request, by name: those in its address, then those of its body, which
 * is JSON or a form. Of two with one name the later stands.
 */
final class SmsRequest {
  private final Map<String, String> said = new HashMap<>();
  private final List<Answer.Fault> broken = new ArrayList<>();

  /**
   * Reads a request.
   *
   * @param bytes its body, in UTF-8
   */
  SmsRequest(Context request, byte[] bytes) {
    var body = new String(bytes, StandardCharsets.UTF_8);
    var address = request.queryString();
    if (address != null) {
      addForm(address);
    }
    if (!Door.isJson(request.header("Content-Type"))) {
      addForm(body);
    } else if (!body.isBlank()) {
      addJson(body);
    }
  }

  /** By name, as they came. */
  Map<String, String> said() {
    return said;
  }

  /** What is not in the form of a request; such a request says nothing. */
  List<Answer.Fault> broken() {
    return broken;
  }

  private void addJson(String body) {
    try {
      for (var field : ReportJson.parse(body).properties()) {
        said.put(field.getKey(), field.getValue().isNull() ? "" : field.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      broken("body", body, "one JSON object");
    }
  }

  private void addForm(String form) {
    for (var pair : form.split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        said.put(decoded(parts[0], parts[0]), decoded(parts[0], parts[1]));
      }
    }
  }

  private String decoded(String field, String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      broken(field, text, "percent escapes: % and two hexadecimal digits");
      return "";
    }
  }

  private void broken(String field, String value, String expected) {
    broken.add(new Answer.Fault(0, new FieldError(field, value, expected)));
  }
}
