package org.marsad.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The phone form where the line, the intake or the link to it fails. */
class FormLineIT extends PhoneForm {
  @Test
  void shouldKeepTheReportWhileTheLineIsLostAndSendItOnceItIsBack() throws Exception {
    // Given
    var page = open(token);
    phone.setOffline(true);
    // When
    fill(page, "الفردوس", "46");
    send(page);
    // Then it says so, also after the page was closed and opened again without a line
    assertThat(page.locator(CARD)).containsText("محفوظ على هذا الهاتف ولم يُرسل بعد", patiently());
    assertThat(page.locator(CARD)).containsText("لا يوجد اتصال");
    assertThat(page.locator(CARD)).not().containsText("لا يستطيع هذا الهاتف حفظه");
    page.close();
    var again = open(token);
    assertThat(again.locator(CARD)).containsText("محفوظ على هذا الهاتف", patiently());
    assertThat(posts()).isEmpty();
    // When the line is back
    phone.setOffline(false);
    // Then nobody has to touch anything
    assertThat(again.locator(CARD)).containsText("استُلم البلاغ", patiently());
    strike(46);
  }

  @Test
  void shouldNotDoubleAReportWhoseAnswerWasLost() throws Exception {
    // Given a line that breaks after the report has come
    var page = open(token);
    loseTheNextAnswer(page);
    // When
    fill(page, "Bustan al-Qasr", "47");
    send(page);
    assertThat(page.locator(CARD)).containsText("محفوظ على هذا الهاتف", patiently());
    strike(47);
    page.getByText("المحاولة الآن").click();
    // Then it went twice, as one and the same
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    assertThat(bodies()).hasSize(2).containsOnly(bodies().get(0));
    await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ofSeconds(2))
        .until(() -> strikes(47).size() == 1);
  }

  @Test
  void shouldChangeAReportWhoseAnswerWasLostAsANewRevision() throws Exception {
    // Given
    var page = open(token);
    loseTheNextAnswer(page);
    fill(page, "Sukkari", "55");
    send(page);
    assertThat(page.locator(CARD)).containsText("محفوظ على هذا الهاتف", patiently());
    // When
    page.getByText("تصحيح", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#killed").fill("56");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    strike(56);
    assertThat(strikes(55)).isEmpty();
    assertThat(bodies()).extracting(body -> body.path("revision").asInt()).containsExactly(1, 2);
  }

  @Test
  void shouldNotTakeTheLogInPageOfAnotherForTheIntake() {
    // Given
    Consumer<Route> logIn =
        route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("<html>Log in"));
    var page = open(token);
    page.route("**/report/time", logIn, new Page.RouteOptions().setTimes(1));
    page.route(REPORTS, logIn, new Page.RouteOptions().setTimes(1));
    fill(page, "Fardous", "49");
    // When asked for the time, and when it takes the report
    for (var i = 0; i < 2; i++) {
      if (i == 0) {
        send(page);
      } else {
        page.getByText("المحاولة الآن").click();
      }
      assertThat(page.locator(CARD)).containsText("لا يوجد اتصال", patiently());
    }
    // Then it is sent for good at last
    page.getByText("المحاولة الآن").click();
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
  }

  @Test
  void shouldWaitWhenTheIntakeIsBusyAndTryAgainByItself() {
    // Given
    var page = open(token);
    page.route(
        REPORTS,
        route ->
            route.fulfill(
                new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "1"))),
        new Page.RouteOptions().setTimes(1));
    // When
    fill(page, "Fardous", "50");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("تعذّر استلامه الآن", patiently());
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
  }

  @Test
  void shouldKeepTheReportWhenItsLinkWasReplacedAndAskBeforeTheNewOneSendsIt() throws Exception {
    // Given a link that was taken from a lost phone
    var page = open("A".repeat(43));
    fill(page, "Fardous", "51");
    // When
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("لم يعد هذا الرابط صالحًا", patiently());
    // When the new link is opened in the same window
    page.navigate(marsad.url() + "/report#" + token);
    // Then
    assertThat(page.locator(CARD)).containsText("برابط آخر");
    page.getByText("إرساله").click();
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    strike(51);
  }

  private static void loseTheNextAnswer(Page page) {
    page.route(
        REPORTS,
        route -> {
          route.fetch();
          route.abort();
        },
        new Page.RouteOptions().setTimes(1));
  }
}
