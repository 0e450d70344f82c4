package org.marsad.standalone.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.standalone.Sample;

/**
 * Asks for what is still missing of an installation, one question a line. What cannot be used is
 * told, of an entry at its end, and that alone is asked for again. The end of the input leaves the
 * rest unanswered.
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

  /** What faults are told under that are about the ways to reach a subscriber. */
  private static final String CHANNELS = "channels";

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

  /** Whether the input has ended. */
  private boolean isOver;

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
    several(answers, answers.hospitals(), new Question("name", "Hospital", "id"), HOSPITAL);
    several(answers, answers.sources(), new Question("name", "Source that may report"), SOURCE);
    server(answers, answers.mail(), new Question("host", "Mail server, its name [none]: "), MAIL);
    server(answers, answers.sms(), new Question("url", "SMS gateway, its URL [none]: "), SMS);
    several(
        answers,
        answers.subscribers(),
        new Question("id", "Who is told: an id"),
        subscriber(answers));
  }

  private static List<Question> subscriber(Answers answers) {
    var questions = new ArrayList<Question>();
    questions.add(new Question("role", "  RESCUE, HOSPITAL, OPS or PUBLIC: "));
    questions.add(new Question("site", "  name of its hospital: ", false, Dialogue::isOfAHospital));
    questions.add(new Question("areas", "  areas, with commas [the home area; OPS: all]: "));
    questions.add(new Question("language", "  en or ar [en]: "));
    if (!answers.mail().isEmpty()) {
      questions.add(new Question("email", "  e-mail addresses, with commas [none]: ", CHANNELS));
    }
    if (!answers.sms().isEmpty()) {
      questions.add(new Question("sms", "  numbers as +963…, with commas [none]: ", CHANNELS));
    }
    questions.add(
        new Question("terminal", "  on the terminal of ./marsad up, too? y/n [n]: ", CHANNELS));
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
      if (!told(answers).isEmpty()) {
        values.remove(key);
      }
    }
  }

  private void several(
      Answers answers, List<Map<String, String>> entries, Question first, List<Question> others) {
    if (!entries.isEmpty()) {
      return; // they were given
    }
    for (var more = true; more; ) {
      var none = entries.isEmpty() ? " [none]: " : " [no more]: ";
      var questions = all(first.asking(first.text() + none), others);
      var entry = new LinkedHashMap<String, String>();
      more = ask(entry, questions, q -> true);
      if (more) {
        entries.add(entry);
        more = mend(answers, entry, questions);
        if (!more) {
          entries.remove(entries.size() - 1);
        }
      }
    }
  }

  private void server(
      Answers answers, Map<String, String> values, Question first, List<Question> others) {
    var questions = all(first, others);
    if (values.isEmpty()
        && !(ask(values, questions, q -> true) && mend(answers, values, questions))) {
      values.clear();
    }
  }

  private static List<Question> all(Question first, List<Question> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /**
   * Asks again for what is wrong with an entry until nothing is. A fault that no question is meant
   * by asks for all of it again.
   *
   * @return false where the entry was given up, or the input ended before it was sound
   */
  private boolean mend(Answers answers, Map<String, String> entry, List<Question> questions) {
    for (var wrong = told(answers); !wrong.isEmpty(); wrong = told(answers)) {
      var found = wrong;
      var meant = questions.stream().filter(q -> found.stream().anyMatch(q::isMeantBy)).toList();
      if (isOver || !ask(entry, questions, meant.isEmpty() ? q -> true : meant::contains)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Asks the questions that are wanted, and those that apply only after their answers.
   *
   * @return false where the first of them all has no answer: there is no entry
   */
  private boolean ask(
      Map<String, String> entry, List<Question> questions, Predicate<Question> isWanted) {
    var applied = questions.stream().filter(q -> q.applies().test(entry)).toList();
    for (var question : questions) {
      if (question.applies().test(entry)
          && (isWanted.test(question) || !applied.contains(question))) {
        put(entry, question);
      }
      if (!entry.containsKey(questions.get(0).key())) {
        return false;
      }
    }
    return true;
  }

  private void put(Map<String, String> entry, Question question) {
    var answer =
        question.isSecret() ? person.secret(question.text()) : person.answer(question.text());
    isOver = answer == null;
    if (answer == null || answer.isBlank()) {
      entry.remove(question.key());
    } else {
      entry.put(question.key(), answer);
    }
  }

  /** The faults of what has been answered so far, which are told. */
  private List<String> told(Answers answers) {
    var found = faults.apply(answers);
    found.forEach(person::tell);
    return found;
  }
}
