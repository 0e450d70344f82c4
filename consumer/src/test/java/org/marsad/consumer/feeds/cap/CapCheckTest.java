package org.marsad.consumer.feeds.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One good message; each test breaks it in one way and names the fault that must be found. */
class CapCheckTest {
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>strike.s1.2</identifier>
        <sender>marsad.example.org</sender>
        <sent>2016-10-11T14:25:00+03:00</sent>
        <status>Actual</status>
        <msgType>Update</msgType>
        <scope>Restricted</scope>
        <restriction>Crews only</restriction>
        <references>marsad.example.org,strike.s1.1,2016-10-11T14:20:00+03:00</references>
        <info>
          <language>ar-SY</language>
          <category>Security</category>
          <event>قصف</event>
          <urgency>Immediate</urgency>
          <severity>Severe</severity>
          <certainty>Likely</certainty>
          <eventCode><valueName>rule</valueName><value>X</value></eventCode>
          <effective>2016-10-11T14:25:00+03:00</effective>
          <expires>2016-10-11T20:25:00+03:00</expires>
          <headline>عنوان</headline>
          <area>
            <areaDesc>حلب</areaDesc>
            <polygon>36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1</polygon>
            <circle>36.1,37.1 2.5</circle>
            <geocode><valueName>a</valueName><value>b</value></geocode>
          </area>
        </info>
        <info>
          <language>en</language>
          <category>Security</category>
          <event>Strike</event>
          <urgency>Immediate</urgency>
          <severity>Severe</severity>
          <certainty>Likely</certainty>
          <eventCode><valueName>rule</valueName><value>X</value></eventCode>
          <headline>A headline</headline>
        </info>
      </alert>
      """;

  @Test
  void shouldFindNothingInAGoodMessage() {
    assertThat(CapCheck.faults(bytes(GOOD))).isEmpty();
  }

  /** What the schema alone lets pass, and what it does not. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <sender>marsad.example.org</sender>           | <sender></sender>                  | sender
          <sender>marsad.example.org</sender>           | <sender>a b</sender>               | sender
          <sender>marsad.example.org</sender>           | ''                                 | sender
          <identifier>strike.s1.2</identifier>          | <identifier>a,b</identifier>       | identifier
          <identifier>strike.s1.2</identifier>          | <identifier>a&amp;b</identifier>   | identifier
          <identifier>strike.s1.2</identifier>          | <identifier>a&lt;b</identifier>    | identifier
          <sent>2016-10-11T14:25:00+03:00</sent>        | <sent>2016-10-11T11:25:00Z</sent>  | sent
          <sent>2016-10-11T14:25:00+03:00</sent>        | <sent>2016-10-11T14:25+03:00</sent> | sent
          <status>Actual</status>                       | <status>actual</status>            | status
          <msgType>Update</msgType>                     | <msgType>New</msgType>             | msgType
          <scope>Restricted</scope>                     | <scope>Secret</scope>              | scope
          <scope>Restricted</scope>                     | <scope>Public</scope>              | restriction
          <scope>Restricted</scope>                     | <scope>Private</scope>             | addresses
          <restriction>Crews only</restriction>         | ''                                 | restriction
          <restriction>Crews only</restriction>         | <restriction> </restriction>       | restriction
          strike.s1.1,2016-10-11T14:20:00+03:00         | strike.s1.1                        | references
          strike.s1.1,2016-10-11T14:20:00+03:00         | strike.s1.2,2016-10-11T14:25:00+03:00 | references
          <references>                                  | <incidents>x</incidents><references> | references
          <language>ar-SY</language>                    | <language>ar_SY</language>         | language
          <language>ar-SY</language>                    | <language>en</language>            | language
          <category>Security</category>                 | <category>War</category>           | category
          <category>Security</category>                 | <category>Fire</category>          | categories
          <category>Security</category>                 | ''                                 | category
          <event>قصف</event>                            | ''                                 | event
          <event>قصف</event>                            | <event>Strike</event>              | event
          <headline>عنوان</headline>                    | <headline>A headline</headline>    | headline
          <headline>عنوان</headline>                    | <headline>&lt;b>x&lt;/b></headline> | headline
          <headline>عنوان</headline>                    | <headline>a &amp;nbsp; b</headline> | headline
          <headline>عنوان</headline>                    | <headline lang="ar">x</headline>   | attributes
          <headline>عنوان</headline>                    | <headline><b>x</b></headline>      | headline
          <urgency>Immediate</urgency>                  | <urgency>Soon</urgency>            | urgency
          <severity>Severe</severity>                   | <severity>Bad</severity>           | severity
          <certainty>Likely</certainty>                 | <certainty>Very Likely</certainty> | certainty
          <urgency>Immediate</urgency>                  | <responseType>Run</responseType><urgency>Past</urgency> | responseType
          <value>X</value>                              | <value>Y</value>                   | event codes
          <expires>2016-10-11T20:25:00+03:00</expires>  | <expires>2016-10-11T14:25:00+03:00</expires> | expires
          <effective>2016-10-11T14:25:00+03:00</effective> | <expires>2016-10-11T20:25:00+03:00</expires> | expires
          <areaDesc>حلب</areaDesc>                      | ''                                 | areaDesc
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | garbage                            | polygon
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | 36.1,37.1 36.1,37.2 36.1,37.1      | polygon
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | 36.1,37.1 36.1,37.2 36.2,37.2 36.3,37.3 | polygon
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | 36.1,37.1 36.2,37.2 36.1,37.2 36.2,37.1 36.1,37.1 | polygon
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | 96.1,37.1 96.1,37.2 96.2,37.2 96.1,37.1 | polygon
          36.1,37.1 36.1,37.2 36.2,37.2 36.1,37.1       | 36.1 37.1 36.1 37.2 36.2 37.2 36.1 37.1 | polygon
          36.1,37.1 2.5                                 | 36.1,37.1                          | circle
          36.1,37.1 2.5                                 | 36.1,37.1 -1                       | circle
          36.1,37.1 2.5                                 | 36.1,37.1 1e3                      | circle
          <value>b</value>                              | ''                                 | geocode
          <status>Actual</status>                       | <status>Actual</status><status>Actual</status> | status
          <status>Actual</status>                       | <x xmlns="urn:other"/><status>Actual</status> | status
          """)
  void shouldFindTheFault(String good, String bad, String named) {
    assertThat(GOOD).contains(good);
    var broken = GOOD.replaceFirst(Pattern.quote(good), quoted(bad));
    assertThat(CapCheck.faults(bytes(broken)))
        .isNotEmpty()
        .anySatisfy(fault -> assertThat(fault).contains(named));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Update", "Cancel", "Ack", "Error"})
  void shouldWantReferencesWithEveryMessageThatFollowsAnother(String type) {
    var alone =
        GOOD.replaceAll("<references>.*</references>", "").replace(">Update<", ">" + type + "<");
    assertThat(CapCheck.faults(bytes(alone)))
        .singleElement()
        .asString()
        .contains("alert/references: absent (expected: with msgType " + type + ")");
  }

  @Test
  void shouldWantAnInfoBlock() {
    var bare = GOOD.replaceAll("(?s)<info>.*</info>", "");
    assertThat(CapCheck.faults(bytes(bare)))
        .containsExactly("alert/info: absent (expected: at least one)");
    assertThat(CapCheck.faults(bytes(bare.replace(">Update<", ">Ack<")))).isEmpty();
  }

  @Test
  void shouldRefuseAGeocodeAlone() {
    var alone = GOOD.replaceAll("<polygon>.*</polygon>", "").replaceAll("<circle>.*</circle>", "");
    assertThat(CapCheck.faults(bytes(alone))).singleElement().asString().contains("geocode: alone");
  }

  @ParameterizedTest
  @CsvSource({"99,true", "100,false"})
  void shouldCountTheVerticesOfAPolygon(int corners, boolean good) {
    // Given
    var ring =
        IntStream.rangeClosed(0, corners)
            .mapToObj(i -> 2 * Math.PI * (i % corners) / corners)
            .map(a -> "%.6f,%.6f".formatted(36 + Math.sin(a), 37 + Math.cos(a)))
            .collect(Collectors.joining(" "));
    // Then
    var message = GOOD.replaceAll("<polygon>.*</polygon>", "<polygon>" + ring + "</polygon>");
    assertThat(CapCheck.faults(bytes(message)).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"headline,140", "event,35"})
  void shouldMeasureTexts(String element, int longest) {
    assertThat(CapCheck.faults(bytes(withText(element, "x".repeat(longest))))).isEmpty();
    assertThat(CapCheck.faults(bytes(withText(element, "x".repeat(longest + 1)))))
        .singleElement()
        .asString()
        .contains(element, "at most " + longest);
  }

  @Test
  void shouldRefuseTextBetweenElements() {
    assertThat(CapCheck.faults(bytes(GOOD.replace("<scope>", "x<scope>")))).isNotEmpty();
    assertThat(CapCheck.faults(bytes(GOOD.replace("<event>Strike", "x<event>Strike"))))
        .isNotEmpty();
  }

  @Test
  void shouldReadNothingFromOutside() {
    var outside =
        GOOD.replace(
                "<alert ",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<alert ")
            .replace("A headline", "&x;");
    assertThat(CapCheck.faults(bytes(outside))).singleElement().asString().contains("DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no XML", "<alert/>", "<alert xmlns='urn:x'/>", "<a><b></a>"})
  void shouldRefuseWhatIsNoCap(String text) {
    assertThat(CapCheck.faults(bytes(text))).singleElement().asString().startsWith("document:");
  }

  private static String withText(String element, String text) {
    return GOOD.replaceFirst(
        "<" + element + ">.*</" + element + ">", "<" + element + ">" + text + "</" + element + ">");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
