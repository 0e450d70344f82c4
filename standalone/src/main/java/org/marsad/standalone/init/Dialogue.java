package org.marsad.standalone.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.standalone.Sample;

/**
 * Asks for what is still missing of an installation, one question a line. An answer that cannot be
 * used is told at once, and asked for again. The end of the input leaves the rest unanswered.
 */
public final class Dialogue {
  /** Somebody who can be asked. */
  public interface Person {
    /** The answer; null at the end of the input. */
    @Nullable String answer(String question);

    /** The same, without showing what is typed. */
    @Nullable String secret(String question);

    /** Shows a line. */
    void tell(String line);
  }

  /**
   * A question of an entry.
   *
   * @param applies whether it is asked, after the answers so far
   */
  private record Question(
      String key, String text, boolean isSecret, Predicate<Map<String, String>> applies) {
    Question(String key, String text) {
      this(key, text, false, answers -> true);
    }
  }

  private static final List<Question> HOSPITAL =
      List.of(
          new Question("name-ar", "  its Arabic name [none]: "),
          new Question("at", "  where, as latitude, longitude (36.20, 37.16): "),
          new Question("beds", "  patients that it can receive at once [not known]: "),
          new Question("confidential", "  shown to nobody but itself? y/n [n]: "));

  private static final List<Question> SOURCE =
      List.of(new Question("kind", "  OBSERVER, SENSOR, AGENCY, MEDIA or IMPORT [OBSERVER]: "));

  private static final List<Question> MAIL =
      List.of(
          new Question("security", "  STARTTLS, TLS, or NONE within your own network [STARTTLS]: "),
          new Question("port", "  port [587; TLS 465; NONE 25]: "),
          new Question("own-network", "  is it in your own network? y/n [n]: "),
          new Question("from", "  address that mails come from: "),
          new Question("user", "  user [none]: "),
          new Question("password", "  password: ", true, mail -> mail.containsKey("user")));

  private static final List<Question> SMS =
      List.of(
          new Question("own-network", "  is it in your own network? y/n [n]: "),
          new Question("method", "  POST, PUT or GET [POST]: "),
          new Question("query", "  query with {to} and {text} [none: a JSON body]: "),
          new Question("token", "  token, sent as bearer [none]: ", true, sms -> true));

  private final Person person;
  private final Function<Answers, List<String>> faults;

  /**
   * @param faults of what has been answered so far
   */
  public Dialogue(Person person, Function<Answers, List<String>> faults) {
    this.person = person;
    this.faults = faults;
  }

  /** Asks for everything that the answers do not say yet, and adds it to them. */
  public void complete(Answers answers) {
    var one = answers.installation();
    one(answers, one, "name", "Name of this installation [none]: ");
    one(
        answers,
        one,
        "home-area",
        "Home area, where a bare place name is looked up first [%s]: ".formatted(Sample.HOME_AREA));
    one(
        answers,
        one,
        "public-url",
        "Address of the page behind your proxy, such as https://ops.example.org [none]: ");
    several(answers, answers.hospitals(), "Hospital", "name", HOSPITAL);
    several(answers, answers.sources(), "Source that may report", "name", SOURCE);
    server(answers, answers.mail(), "Mail server, its name [none]: ", "host", MAIL);
    server(answers, answers.sms(), "SMS gateway, its URL [none]: ", "url", SMS);
    several(answers, answers.subscribers(), "Who is told: an id", "id", subscriber(answers));
  }

  private static List<Question> subscriber(Answers answers) {
    var questions = new ArrayList<Question>();
    questions.add(new Question("role", "  RESCUE, HOSPITAL, OPS or PUBLIC: "));
    questions.add(new Question("site", "  name of its hospital: ", false, Dialogue::isOfAHospital));
    questions.add(new Question("areas", "  areas, with commas [the home area; OPS: all]: "));
    questions.add(new Question("language", "  en or ar [en]: "));
    if (!answers.mail().isEmpty()) {
      questions.add(new Question("email", "  e-mail addresses, with commas [none]: "));
    }
    if (!answers.sms().isEmpty()) {
      questions.add(new Question("sms", "  numbers as +963…, with commas [none]: "));
    }
    questions.add(new Question("terminal", "  on the terminal of ./marsad up, too? y/n [n]: "));
    return questions;
  }

  private static boolean isOfAHospital(Map<String, String> subscriber) {
    return Role.HOSPITAL.name().equalsIgnoreCase(subscriber.getOrDefault("role", ""));
  }

  private void one(Answers answers, Map<String, String> values, String key, String text) {
    while (!values.containsKey(key)) {
      var answer = person.answer(text);
      if (answer == null || answer.isBlank()) {
        return;
      }
      values.put(key, answer);
      if (!isSound(answers)) {
        values.remove(key);
      }
    }
  }

  private void several(
      Answers answers,
      List<Map<String, String>> entries,
      String what,
      String key,
      List<Question> questions) {
    if (!entries.isEmpty()) {
      return; // they were given
    }
    for (var more = true; more; ) {
      var first = entries.isEmpty() ? " [none]: " : " [no more]: ";
      var entry = entry(what + first, key, questions);
      more = !entry.isEmpty();
      if (more) {
        entries.add(entry);
      }
      if (more && !isSound(answers)) {
        entries.remove(entry);
      }
    }
  }

  private void server(
      Answers answers,
      Map<String, String> values,
      String text,
      String key,
      List<Question> questions) {
    while (values.isEmpty()) {
      values.putAll(entry(text, key, questions));
      if (values.isEmpty()) {
        return;
      }
      if (!isSound(answers)) {
        values.clear();
      }
    }
  }

  /** Empty where its first question has no answer. */
  private Map<String, String> entry(String text, String key, List<Question> questions) {
    var entry = new LinkedHashMap<String, String>();
    put(entry, new Question(key, text));
    if (!entry.isEmpty()) {
      questions.stream().filter(q -> q.applies().test(entry)).forEach(q -> put(entry, q));
    }
    return entry;
  }

  private void put(Map<String, String> entry, Question question) {
    var answer =
        question.isSecret() ? person.secret(question.text()) : person.answer(question.text());
    if (answer != null && !answer.isBlank()) {
      entry.put(question.key(), answer);
    }
  }

  private boolean isSound(Answers answers) {
    var found = faults.apply(answers);
    found.forEach(person::tell);
    return found.isEmpty();
  }
}
