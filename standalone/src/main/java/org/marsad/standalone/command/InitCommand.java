package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.text.PlainText;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.Folders;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.client.ApiClient;
import org.marsad.standalone.init.Answers;
import org.marsad.standalone.init.Dialogue;
import org.marsad.standalone.init.EntryText;
import org.marsad.standalone.init.InstallationFiles;
import org.marsad.standalone.init.Plan;
import org.marsad.standalone.init.PlanReader;
import org.marsad.standalone.machine.DataLock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad init}: a real installation, from its questions to a test of everybody. */
@Command(
    name = "init",
    description = {
      "Sets up a real installation in an empty folder and tests it. Asks for what no option says.",
      "An ENTRY is a line such as \"name=Al-Quds Hospital; at=36.20, 37.16; beds=40\"."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private static final String ENTRY = "ENTRY";

  private final Terminal terminal = Terminal.ofProcess();

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder to be; empty or new.")
  private Path data = Path.of("");

  @Option(names = "--name", description = "What you call it.")
  private @Nullable String name;

  @Option(
      names = "--home-area",
      paramLabel = "AREA",
      description = "By code or name: where a bare place name is looked up first.")
  private @Nullable String homeArea;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where people reach the page through your proxy: https://ops.example.org.")
  private @Nullable String publicUrl;

  @Option(
      names = "--areas",
      paramLabel = "FILE|DIR",
      description = "Areas to use instead of the bundled ones, copied; may be repeated.")
  private List<Path> areas = List.of();

  @Option(
      names = "--hospital",
      paramLabel = ENTRY,
      description = "name, name-ar, at (latitude, longitude), beds, area, confidential, id.")
  private List<String> hospitals = List.of();

  @Option(
      names = "--source",
      paramLabel = ENTRY,
      description =
          "Who may report: name, kind, home-area, lineage, relay, sites, numbers (by SMS).")
  private List<String> sources = List.of();

  @Option(
      names = "--mail",
      paramLabel = ENTRY,
      description = "Mail server: host, security, port, user, password-file, from, own-network.")
  private @Nullable String mail;

  @Option(
      names = "--sms",
      paramLabel = ENTRY,
      description =
          "SMS gateway: url, method, body or query with {to}, {text}, {coding}, content-type,"
              + " token-file, own-network.")
  private @Nullable String sms;

  @Option(
      names = "--subscriber",
      paramLabel = ENTRY,
      description =
          "Who is told: id, role, areas, language, email, sms, terminal, site, realities.")
  private List<String> subscribers = List.of();

  @Option(names = "--no-questions", description = "Asks nothing: what no option says is absent.")
  private boolean noQuestions;

  @Option(names = "--no-test", description = "Sends no tests.")
  private boolean noTest;

  @Option(
      names = "--wait",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "How long to wait for the outcomes of the tests. Default: ${DEFAULT-VALUE}.")
  private int wait = 30;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folders = new Folders(data);
    var plan = plan();
    InstallationFiles.write(plan, folders);
    terminal.say("set up in " + data);
    tellTokens(plan);
    var isReached = noTest || test();
    tellWhatIsNext(plan.settings().get(InstallationSettings.REPLY_URL));
    return isReached ? 0 : 1;
  }

  private Plan plan() throws IOException {
    var reader =
        new PlanReader(
            areas.isEmpty() ? AreaFiles.bundled() : AreaFiles.read(areas), !areas.isEmpty());
    var answers = given();
    var faults = new ArrayList<String>();
    if (!InstallationFiles.isFree(data)) {
      faults.add("DIR: " + data + " is not empty (expected: an empty folder, or none yet)");
    }
    faults.addAll(faults(reader, answers));
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    if (!noQuestions) {
      terminal.progress("Enter alone takes what stands in [brackets]");
      new Dialogue(new TerminalPerson(terminal), so -> faults(reader, so)).complete(answers);
    }
    return reader.read(answers);
  }

  private Answers given() {
    var answers = Answers.none();
    put(answers.installation(), "name", name);
    put(answers.installation(), "home-area", homeArea);
    put(answers.installation(), "public-url", publicUrl);
    if (mail != null) {
      answers.mail().putAll(EntryText.read(mail, "host"));
    }
    if (sms != null) {
      answers.sms().putAll(EntryText.read(sms, "url"));
    }
    hospitals.forEach(text -> answers.hospitals().add(EntryText.read(text, "name")));
    sources.forEach(text -> answers.sources().add(EntryText.read(text, "name")));
    subscribers.forEach(text -> answers.subscribers().add(EntryText.read(text, "id")));
    return answers;
  }

  private static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  private static List<String> faults(PlanReader reader, Answers answers) {
    try {
      reader.read(answers);
      return List.of();
    } catch (SettingsException e) {
      return e.faults();
    }
  }

  private void tellTokens(Plan plan) {
    if (plan.tokens().isEmpty()) {
      return;
    }
    terminal.say("tokens, shown this once; only their hashes are kept:");
    for (var token : plan.tokens()) {
      terminal.print("  %-44s %s".formatted(PlainText.of(token.whose()), token.text()));
    }
  }

  /** Whether everybody was reached, over every channel. */
  private boolean test() throws IOException, InterruptedException {
    terminal.progress("testing: each subscriber is sent a message marked TEST");
    var up = new UpCommand();
    new CommandLine(up).parseArgs("--data=" + data, "--port=0", "--broker-port=0");
    var options = up.options();
    var who = options.subscribers().current();
    var lock = DataLock.take(data);
    try (lock;
        var marsad = Standalone.start(options)) {
      var token = Files.readString(options.folders().operationsToken());
      var tests = new ChannelTests(new ApiClient(marsad.url(), token), Duration.ofSeconds(wait));
      return tell(who, tests.run(who.stream().map(Subscriber::id).toList()));
    }
  }

  private boolean tell(List<Subscriber> who, List<TestOutcomes> outcomes) {
    var now = Clock.systemUTC().instant();
    var isReached = true;
    for (var i = 0; i < who.size(); i++) {
      for (var line : outcomes.get(i).lines(now)) {
        terminal.print("  %-24s %s".formatted(who.get(i).id(), line));
      }
      isReached &= outcomes.get(i).allDelivered();
    }
    if (!isReached) {
      terminal.fault("not everybody was reached; docs/first-hour.md says what the reasons mean");
    }
    return isReached;
  }

  private void tellWhatIsNext(@Nullable String url) {
    terminal.say("next:");
    terminal.print("  ./marsad up --data " + data + "   runs it: page on http://127.0.0.1:8080");
    terminal.print("  docs/first-hour.md   a service that starts with the machine, and your proxy");
    if (url != null) {
      terminal.print("  sources report to " + url + "/api/reports with their tokens");
      terminal.print("  an observer's phone opens " + url + "/report#TOKEN");
      terminal.print("  an SMS gateway passes on what it receives to " + url + "/api/sms");
    }
  }
}
