package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Desk;
import org.marsad.standalone.Folders;
import org.marsad.standalone.Standalone;
import picocli.CommandLine;

/** Sites that come and go while Marsad runs, from the command line. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SitesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path data;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    var up = new UpCommand();
    new CommandLine(up).parseArgs("--data=" + data, "--port=0", "--broker-port=0");
    marsad = Standalone.start(up.options());
  }

  @AfterAll
  static void stop() {
    marsad.close();
  }

  @Test
  @Order(1)
  void shouldAddAHospitalThatARunningMarsadKnowsWithinSeconds() throws Exception {
    // When
    var added =
        sites(
            "add",
            "Al-Shifa",
            "--at",
            "36.2, 37.15",
            "--area",
            "حلب",
            "--beds",
            "٤٠",
            "--name-ar",
            "الشفاء");
    // Then
    assertThat(added.status()).as(added.errors()).isZero();
    assertThat(added.errors()).contains("added al-shifa (Al-Shifa) to aleppo");
    assertThat(added.out()).isEmpty();
    await().atMost(PATIENCE).until(() -> status("al-shifa").status() == 0);
    var listed = listedBy("aleppo", "al-shifa").orElseThrow();
    assertThat(listed.getCapacity()).isEqualTo(40);
    assertThat(listedBy("al-bab", "al-shifa")).as("of a town in reach").contains(listed);
    assertThat(page()).contains("al-shifa");
    // and the files are the owner's alone
    var folder = new Folders(data).areas();
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("areas.jsonl"))).isEqualTo("rw-------");
  }

  @Test
  @Order(2)
  void shouldShowTheKeyOfAConfidentialHospitalOnceAndTheHospitalToNobody() throws Exception {
    // When
    var added = sites("add", "Cave 4", "--at", "36.21,37.14", "--area", "aleppo", "--confidential");
    // Then
    assertThat(added.status()).as(added.errors()).isZero();
    var key = added.out().strip();
    assertThat(key).matches("[A-Za-z0-9_-]{43}");
    assertThat(Files.readString(new Folders(data).areas().resolve("areas.jsonl")))
        .contains("cave-4")
        .doesNotContain(key);
    var right = Files.writeString(data.resolve("right"), key).toString();
    var wrong = Files.writeString(data.resolve("wrong"), key + "x").toString();
    await().atMost(PATIENCE).until(() -> status("cave-4", "--key-file", right).status() == 0);
    assertThat(status("cave-4", "--key-file", wrong).status()).isEqualTo(2);
    assertThat(status("cave-4").status()).isEqualTo(2);
    assertThat(page()).doesNotContain("cave-4");
    // and to its operator nothing is hidden
    var list = sites("list");
    assertThat(list.out()).containsPattern("cave-4 +HOSPITAL +aleppo .* CONFIDENTIAL Cave 4");
    assertThat(list.errors()).contains("1 of them confidential: show this list to nobody");
    assertThat(sites("list", "--json").out())
        .contains("\"siteId\":\"cave-4\"", "\"confidential\":true", "\"area\":\"aleppo\"")
        .doesNotContain("keySha256", key);
  }

  @Test
  @Order(3)
  void shouldRefuseWhatNobodyCouldUse() {
    assertRefused(
        sites("add", "Far", "--at", "48.8,2.3", "--area", "aleppo"), "site.at: ", "within 50 km");
    assertRefused(
        sites("add", "Swapped", "--at", "37.15,36.2", "--area", "aleppo"), "latitude first");
    assertRefused(
        sites("add", "X", "--at", "here", "--area", "xyzzy"), "site.at: here", "site.area: xyzzy");
    assertRefused(
        sites("add", "Al-Shifa", "--at", "36.2,37.15", "--area", "aleppo"),
        "site.id: al-shifa (expected: an id of its own: --id)");
    assertRefused(sites("remove", "nowhere"), "NAME: nowhere (expected: id or name of one site");
  }

  @Test
  @Order(4)
  void shouldRemoveASiteByItsNameAndNoneThatTwoHaveOrSomebodySubscribesFor() throws Exception {
    // Given
    sites("add", "Al-Shifa", "--at", "36.19,37.16", "--area", "aleppo", "--id", "al-shifa-2");
    // Then
    assertRefused(sites("remove", "Al-Shifa"), "one of the ids [al-shifa, al-shifa-2]");
    var subscribers = new Folders(data).subscribers();
    Files.writeString(
        subscribers,
        """
        - id: shifa
          role: HOSPITAL
          site: al-shifa
          areas: [aleppo]
          channels: [{name: screen, type: terminal}]
        """);
    assertRefused(sites("remove", "al-shifa"), "subscribers[0].site: al-shifa");
    // When nobody does any more
    Files.delete(subscribers);
    assertThat(sites("remove", "الشفاء").errors()).contains("removed al-shifa of aleppo");
    // Then
    await().atMost(PATIENCE).until(() -> status("al-shifa").status() == 1);
    assertThat(listedBy("aleppo", "al-shifa")).isEmpty();
    assertThat(listedBy("al-bab", "al-shifa")).isEmpty();
    assertThat(listedBy("aleppo", "al-shifa-2")).isPresent();
    assertThat(page()).doesNotContain("\"al-shifa\"");
  }

  private static void assertRefused(Run run, String... reasons) {
    assertThat(run.status()).as(run.errors()).isEqualTo(2);
    assertThat(run.errors()).contains(reasons);
  }

  private static Run sites(String... command) {
    var all = new ArrayList<>(List.of("sites"));
    all.addAll(List.of(command));
    all.addAll(List.of("--data", data.toString()));
    return Run.of(all);
  }

  private static Run status(String site, String... more) {
    var all = new ArrayList<>(List.of("hospital", site, "--emergency", "NORMAL"));
    all.addAll(List.of("--url", marsad.url()));
    all.addAll(List.of("--token-file", new Folders(data).operationsToken().toString()));
    all.addAll(List.of(more));
    return Run.of(all);
  }

  /** As the newest profile of an area in the log has it. */
  private static Optional<Site> listedBy(String area, String site) {
    var codec = MessageCodec.of(AreaProfile.class);
    return TopicReader.readAll(
            Map.of("bootstrap.servers", marsad.bootstrapServers()), marsad.topics().areas())
        .stream()
        .map(record -> codec.decode(record.value()))
        .filter(profile -> profile.getCode().equals(area))
        .reduce((earlier, later) -> later)
        .flatMap(
            newest ->
                newest.getSites().stream().filter(s -> s.getSiteId().equals(site)).findFirst());
  }

  /** The map of the page. */
  private static String page() throws Exception {
    return Desk.of(marsad, data).get("/areas").toString();
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
