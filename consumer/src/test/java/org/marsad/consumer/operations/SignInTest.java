package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fixtures.MovedClock;
import org.marsad.consumer.operations.api.SessionRoutes;
import org.marsad.consumer.operations.api.UserRoutes;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.http.Authenticator;
import org.marsad.consumer.operations.http.HostNames;
import org.marsad.consumer.operations.http.Pace;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.consumer.operations.http.Workers;
import org.marsad.consumer.operations.people.LocalOperator;
import org.marsad.consumer.operations.people.LogIn;
import org.marsad.consumer.operations.people.Sessions;
import org.marsad.consumer.operations.people.SignInLinks;
import org.marsad.consumer.operations.people.TrustedProxy;
import org.marsad.consumer.operations.people.UsersSource;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** Signing in and out, on the real server. */
class SignInTest {
  private static final String ROOT = RouteTable.ROOT;

  private final MovedClock clock = new MovedClock(Instant.parse("2016-10-11T12:00:00Z"));
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @TempDir private Path folder;
  private PeopleDesk people;
  private SignInLinks links;
  private UsersSource users;
  private OperationsServer server;
  private final Workers workers = new Workers();
  private final CountDownLatch slowMayEnd = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    people = new PeopleDesk(folder.resolve("users.yaml"), false);
    users = new UsersSource(folder.resolve("users.yaml"), List.of());
    links = new SignInLinks(clock);
    server = server(TrustedProxy.NONE);
  }

  private OperationsServer server(TrustedProxy proxy) {
    var audit = new AuditLog(producer, new Topics(""), clock);
    var sessions = new Sessions(users::current, Duration.ofHours(1), Duration.ofHours(12), clock);
    var routes = new ArrayList<Route>();
    routes.addAll(
        new SessionRoutes(new LogIn(users::current), sessions, links, audit, user -> false, false)
            .routes());
    routes.addAll(new UserRoutes(users, audit).routes());
    routes.add(Route.get("/slow", "beSlow").pace(Pace.SLOW).by(this::beSlow));
    var table =
        new RouteTable(
            routes,
            new Authenticator(users::current, sessions, proxy),
            new HostNames(List.of("desk.example.org")),
            workers);
    var started = new OperationsServer("127.0.0.1", 0, List.of(table));
    started.start();
    return started;
  }

  private Reply beSlow(Request request) throws IOException {
    try {
      slowMayEnd.await();
      return Reply.nothing();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    workers.close();
  }

  @Test
  void shouldSignInWhileSlowRequestsWaitAndRefuseMoreOfThose() {
    // Given: as many as are taken, and one more
    var slow =
        IntStream.range(0, 21)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> people.ask(server.port(), null, "GET", ROOT + "/slow").statusCode(),
                        task -> new Thread(task).start()))
            .toList();
    await().until(() -> slow.stream().anyMatch(CompletableFuture::isDone));
    // When
    var welcome = signIn("operator", PeopleDesk.PASSWORD);
    // Then
    assertThat(welcome.statusCode()).isEqualTo(200);
    // When
    slowMayEnd.countDown();
    // Then
    assertThat(slow.stream().map(CompletableFuture::join)).containsOnlyOnce(503).contains(204);
  }

  @Test
  void shouldSignInByPasswordAndBeKnownUntilSigningOut() throws IOException {
    // When
    var welcome = signIn("operator", PeopleDesk.PASSWORD);
    // Then
    assertThat(welcome.statusCode()).isEqualTo(200);
    var cookie = welcome.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
    assertThat(whoAmI(cookie).body()).contains("\"user\":\"operator\"", "\"means\":\"SESSION\"");
    // When
    var left =
        people.send(
            PeopleDesk.request(server.port(), "DELETE", ROOT + "/session", null)
                .header("Cookie", bare(cookie))
                .header("X-Marsad-Request", "1"));
    // Then
    assertThat(left.statusCode()).isEqualTo(204);
    assertThat(left.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(gone -> assertThat(gone).contains("Max-Age=0"));
    assertThat(whoAmI(cookie).statusCode()).isEqualTo(401);
    assertThat(acts()).containsExactly("signIn", "signOut");
  }

  @Test
  void shouldEndASessionThatWasNotUsed() {
    // Given
    var cookie = cookie(signIn("viewer", PeopleDesk.PASSWORD));
    // When
    clock.pass(Duration.ofHours(1));
    // Then
    assertThat(whoAmI(cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldSayNeitherWhetherTheNameNorThePasswordWasWrong() throws IOException {
    // When
    var wrong = signIn("operator", "wrong");
    var unknown = signIn("nobody", "wrong");
    // Then
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(events()).extracting(AuditEvent::getOutcome).containsOnly(AuditOutcome.REFUSED);
    assertThat(events()).extracting(AuditEvent::getUser).containsExactly("operator", "nobody");
  }

  @Test
  void shouldMakeWaitWhoFailedTooOften() {
    // Given
    for (var tries = 0; tries < 10; tries++) {
      assertThat(signIn("operator", "wrong").statusCode()).isEqualTo(401);
    }
    // When
    var late = signIn("operator", PeopleDesk.PASSWORD);
    // Then
    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(late.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void shouldRefuseWhatAnotherSiteMayHaveMadeTheBrowserSend() {
    // Given
    var cookie = bare(cookie(signIn("admin", PeopleDesk.PASSWORD)));
    var body = "{\"name\":\"intruder\",\"role\":\"ADMIN\"}";
    // When, then: without our header, as a form would send it
    assertThat(add(cookie, body, null, null, null)).isEqualTo(403);
    assertThat(add(cookie, body, "0", null, null)).isEqualTo(403);
    assertThat(add(cookie, body, "1", "https://evil.example", null)).isEqualTo(403);
    assertThat(add(cookie, body, "1", "null", null)).isEqualTo(403);
    assertThat(add(cookie, body, "1", null, "cross-site")).isEqualTo(403);
    assertThat(add(cookie, body, "1", null, "same-site")).isEqualTo(403);
    assertThat(users.current().named("intruder")).isEmpty();
    // When, then: our own page
    var own = "http://127.0.0.1:" + server.port();
    assertThat(add(cookie, body, "1", own, "same-origin")).isEqualTo(200);
    assertThat(users.current().named("intruder")).isPresent();
  }

  @Test
  void shouldSignInOnceByALinkOnThisMachine() {
    // Given
    var secret = links.offer(users.current().named("admin").orElseThrow(), Duration.ofHours(1));
    // When
    var first = byLink(secret, "");
    var second = byLink(secret, "");
    // Then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(whoAmI(cookie(first)).body()).contains("\"role\":\"ADMIN\"");
    assertThat(second.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldNotSignInByALinkFromElsewhere() {
    // Given: a proxy on this machine, and somebody far away behind it
    server.close();
    server = server(TrustedProxy.of("X-User", List.of("127.0.0.1")));
    var secret = links.offer(users.current().named("admin").orElseThrow(), Duration.ofHours(1));
    // When
    var far = byLink(secret, "203.0.113.7");
    // Then
    assertThat(far.statusCode()).isEqualTo(401);
    assertThat(byLink(secret, "").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldBelieveTheUsersHeaderOfTheProxyAlone() {
    // When, then: nobody is a proxy
    assertThat(proxied("admin").statusCode()).isEqualTo(401);
    // When, then: a proxy elsewhere
    server.close();
    server = server(TrustedProxy.of("X-User", List.of("127.0.0.2")));
    assertThat(proxied("admin").statusCode()).isEqualTo(401);
    // When, then: the proxy
    server.close();
    server = server(TrustedProxy.of("X-User", List.of("127.0.0.1")));
    assertThat(proxied("admin").body()).contains("\"role\":\"ADMIN\"", "\"means\":\"PROXY\"");
    assertThat(proxied("nobody").statusCode()).isEqualTo(401);
    // When, then: an act needs our header, since browsers send proxies' cookies along
    var forged =
        people.send(
            PeopleDesk.request(server.port(), "DELETE", ROOT + "/users/viewer", null)
                .header("X-User", "admin"));
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  void shouldTakeTheAddressThatTheProxyAddedLastAndNotTheFirstLine() {
    // Given: a proxy that adds a line of its own behind the one that was sent
    server.close();
    server = server(TrustedProxy.of("X-User", List.of("127.0.0.1")));
    var secret = links.offer(users.current().named("admin").orElseThrow(), Duration.ofHours(1));
    // When
    var far =
        people.send(
            PeopleDesk.request(
                    server.port(), "POST", ROOT + "/session", "{\"link\":\"%s\"}".formatted(secret))
                .header("X-Marsad-Request", "1")
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-For", "203.0.113.7"));
    // Then
    assertThat(far.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldNotTakeAUserOfTheProxyForTheOperatorAtThisMachine() throws IOException {
    // Given
    server.close();
    users = new UsersSource(folder.resolve("users.yaml"), List.of(LocalOperator.create().user()));
    server = server(TrustedProxy.of("X-User", List.of("127.0.0.1")));
    // When, then
    assertThat(proxied("admin").statusCode()).isEqualTo(200);
    assertThat(proxied("local").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldRefuseAnotherMethodThanThatOfTheRequest() {
    // When
    var answer =
        people.send(
            PeopleDesk.request(server.port(), "GET", ROOT + "/users/viewer", null)
                .header("Authorization", "Bearer " + people.token("admin"))
                .header("X-HTTP-Method-Override", "DELETE"));
    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(users.current().named("viewer")).isPresent();
  }

  @Test
  void shouldAnswerUnderOurNamesAlone() {
    // Given: a server that listens under a name which leads here
    var request =
        PeopleDesk.request(server.port(), "GET", ROOT + "/session", null)
            .header("Authorization", "Bearer " + people.token("viewer"));
    // When, then
    assertThat(people.send(request).statusCode()).isEqualTo(200);
    assertThat(OtherHost.status(server.port(), "GET " + ROOT + "/session", "evil.example"))
        .isEqualTo(403);
    assertThat(OtherHost.status(server.port(), "GET " + ROOT + "/session", "desk.example.org"))
        .isEqualTo(401);
  }

  @Test
  void shouldManageUsersAndRecordItWithoutTheirSecrets() throws IOException {
    // When
    var added =
        people.ask(
            server.port(),
            "admin",
            "POST",
            ROOT + "/users",
            """
            {"name": "night", "role": "OPERATOR", "password": "a password of theirs", \
            "token": "cli"}\
            """);
    // Then
    assertThat(added.statusCode()).isEqualTo(200);
    var token = new ObjectMapper().readTree(added.body()).path("token").asText();
    assertThat(signIn("night", "a password of theirs").statusCode()).isEqualTo(200);
    var list = people.ask(server.port(), "admin", "GET", ROOT + "/users").body();
    assertThat(list).contains("night").doesNotContain("argon2", token);
    assertThat(events().toString()).contains("night").doesNotContain("a password of theirs", token);
    // When
    var removed = people.ask(server.port(), "admin", "DELETE", ROOT + "/users/night");
    // Then
    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(signIn("night", "a password of theirs").statusCode()).isEqualTo(401);
    assertThat(people.ask(server.port(), "admin", "DELETE", ROOT + "/users/night").statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldNameAllFaultsWhenAUserCannotBeAdded() {
    // When
    var refused =
        people.ask(
            server.port(),
            "admin",
            "POST",
            ROOT + "/users",
            "{\"role\": \"BOSS\", \"password\": 7, \"colour\": \"red\"}");
    // Then
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.body())
        .contains("name: absent", "role: BOSS", "password: (hidden)", "colour: unknown");
  }

  private int add(
      String cookie,
      String body,
      @Nullable String header,
      @Nullable String origin,
      @Nullable String site) {
    var request =
        PeopleDesk.request(server.port(), "POST", ROOT + "/users", body).header("Cookie", cookie);
    if (header != null) {
      request.header("X-Marsad-Request", header);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    return people.send(request).statusCode();
  }

  private HttpResponse<String> proxied(String user) {
    return people.send(
        PeopleDesk.request(server.port(), "GET", ROOT + "/session", null).header("X-User", user));
  }

  private HttpResponse<String> signIn(String name, String password) {
    return people.ask(
        server.port(),
        null,
        "POST",
        ROOT + "/session",
        "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  /** From an address that a proxy names; empty: it names none. */
  private HttpResponse<String> byLink(String secret, String address) {
    var request =
        PeopleDesk.request(
                server.port(), "POST", ROOT + "/session", "{\"link\":\"%s\"}".formatted(secret))
            .header("X-Marsad-Request", "1");
    return people.send(address.isEmpty() ? request : request.header("X-Forwarded-For", address));
  }

  private HttpResponse<String> whoAmI(String cookie) {
    return people.send(
        PeopleDesk.request(server.port(), "GET", ROOT + "/session", null)
            .header("Cookie", bare(cookie)));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private static String bare(String cookie) {
    return cookie.split(";", 2)[0];
  }

  private List<String> acts() {
    return events().stream().map(AuditEvent::getAct).toList();
  }

  private List<AuditEvent> events() {
    var codec = MessageCodec.of(AuditEvent.class);
    return producer.history().stream().map(sent -> codec.decode(sent.value())).toList();
  }
}
