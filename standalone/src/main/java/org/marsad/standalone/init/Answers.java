package org.marsad.standalone.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody says of an installation, before anything of it is checked. Its parts are filled in
 * one after the other.
 *
 * @param installation {@code name}, {@code home-area}, {@code public-url}
 * @param mail the mail server; empty: none
 * @param sms the SMS gateway; empty: none
 */
public record Answers(
    Map<String, String> installation,
    Map<String, String> mail,
    Map<String, String> sms,
    List<Map<String, String>> hospitals,
    List<Map<String, String>> sources,
    List<Map<String, String>> subscribers) {
  /** Nothing yet. */
  public static Answers none() {
    return new Answers(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
