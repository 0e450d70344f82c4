package org.marsad.consumer.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.consumer.operations.http.AvroSchemas;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AuditEvent;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.Delivery;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Mute;
import org.marsad.message.Strike;

/** What the routes answer, as JSON Schema: our messages, and what holds them. */
final class ApiSchemas {
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, ObjectNode> byName;

  private ApiSchemas(Map<String, ObjectNode> byName) {
    this.byName = byName;
  }

  /** All of them, by name. */
  static Map<String, ObjectNode> all() {
    var messages =
        new AvroSchemas()
            .add(Alert.getClassSchema())
            .add(Strike.getClassSchema())
            .add(Delivery.getClassSchema())
            .add(DayRow.getClassSchema())
            .add(Mute.getClassSchema())
            .add(Decision.getClassSchema())
            .add(HospitalStatus.getClassSchema())
            .add(Acknowledgement.getClassSchema())
            .add(AuditEvent.getClassSchema());
    var schemas = new ApiSchemas(new TreeMap<>(messages.byName()));
    schemas.define();
    return schemas.byName;
  }

  private void define() {
    object("Session", "Who is signed in.", "user", "role", "subscriber", "means");
    object("User", "A user without its secrets.", "name", "role", "subscriber");
    flag("User", "password", "Whether it can log in by password.");
    texts("User", "tokens", "Names of its tokens.");
    extended("NewUser", "A user that was added.", "User", "token");
    list("UserList", "users", "User");
    texts("UserList", "faults", "Why the changed file is not in force.");
    object("Text", "An alert in one language.", "headline", "title", "where", "event");
    object("WholeText", "All that is said of an alert in one language.", "headline", "instruction");
    texts("WholeText", "description", "What is known, most important first.");
    object("Answer", "What teams of a subscriber say.", "subscriber", "intent", "at");
    integer("Answer", "teams", "How many teams say so.");
    object("TimelineEvent", "One thing that happened.", "at", "kind");
    object("Reach", "How many subscribers know of an alert; not for bound users.");
    integer("Reach", "told", "Whom a revision reached.");
    integer("Reach", "notTold", "Whom none reached, though it was tried.");
    extended("AlertBrief", "An alert with its headline in each language.", "Alert");
    items("AlertBrief", "answers", "Answer");
    reference("AlertBrief", "told", "Reach");
    map("AlertBrief", "text", "Text");
    extended("AlertStory", "An alert and all that became of it.", "Alert");
    map("AlertStory", "text", "WholeText");
    items("AlertStory", "answers", "Answer");
    reference("AlertStory", "told", "Reach");
    items("AlertStory", "deliveries", "Delivery");
    items("AlertStory", "timeline", "TimelineEvent");
    object("DeliveryStory", "Who was told of an alert, and who answered.", "alertId");
    texts("DeliveryStory", "lines", "The same in English, oldest first; times of the area.");
    items("DeliveryStory", "deliveries", "Delivery");
    items("DeliveryStory", "answers", "Acknowledgement");
    list("AlertPage", "alerts", "AlertBrief");
    integer("AlertPage", "total", "How many match.");
    text("AlertPage", "next", "Give it as `after` for the next page; absent: there is none.");
    object("StrikeCollection", "GeoJSON: a feature for each strike.", "type");
    integer("StrikeCollection", "total", "How many match.");
    items("StrikeCollection", "features", "StrikeFeature");
    object("StrikeFeature", "GeoJSON; no geometry where no point is known.", "type", "id");
    reference("StrikeFeature", "properties", "Strike");
    object("AreaCollection", "GeoJSON: areas, neighbourhoods, sites.", "type");
    object("Explanation", "An alert explained in English.", "alertId");
    texts("Explanation", "lines", "For a reader who has never seen the system.");
    items("Explanation", "timeline", "TimelineEvent");
    list("DayList", "days", "DayRow");
    object("Hospital", "A hospital, without its position.", "siteId", "area");
    flag("Hospital", "fictional", "Whether it is made up, for exercises.");
    items("Hospital", "statuses", "HospitalStatus");
    list("HospitalList", "hospitals", "Hospital");
    extended("MuteAndState", "A mute and what has become of it.", "Mute", "state", "text");
    list("MuteList", "mutes", "MuteAndState");
    object(
        "Channel",
        "How a channel fares.",
        "channel",
        "lastSuccessAt",
        "lastOutcome",
        "lastAt",
        "lastReason");
    flag("Channel", "pushed", "Whether we send over it; false: it is fetched; absent: it is gone.");
    integer("Channel", "notTold", "Messages given up since the last success.");
    object("Subscriber", "Somebody who is told.", "id", "role", "site");
    flag("Subscriber", "listed", "Whether it stands in the file of subscribers.");
    items("Subscriber", "channels", "Channel");
    list("SubscriberList", "subscribers", "Subscriber");
    object("ApiSource", "A source.", "id", "kind", "area", "lastHeardAt");
    integer("ApiSource", "everySeconds", "How often it says that it is there.");
    flag("ApiSource", "silent", "Whether it stopped.");
    list("SourceList", "sources", "ApiSource");
    list("AuditList", "events", "AuditEvent");
    integer("AuditList", "total", "How many match.");
    object("Status", "How things stand.", "now", "since");
    flag("Status", "caughtUp", "Whether all that there was at the start has been read.");
    integer("Status", "brokerSecondsAgo", "Since when the broker has not answered, seconds.");
    text("Status", "reason", "Why the service cannot be used.");
    texts("Status", "warnings", "What a person should mend.");
    byName.put("EventStream", JsonNodeFactory.instance.objectNode().put("type", "string"));
    object("Created", "What was written.", "alertId", "subscriber");
    integer("Created", "revision", "The revision that was answered.");
    extended(
        "DecisionAndState", "A decision and what has become of it.", "Decision", "state", "text");
    list("DecisionList", "decisions", "DecisionAndState");
    object(
        "Rejected",
        "A record that was set aside.",
        "id",
        "at",
        "topic",
        "reason",
        "source",
        "reportId",
        "message");
    flag("Rejected", "sentAgain", "Whether it was sent again.");
    list("RejectedList", "rejected", "Rejected");
    object("IntakeAnswer", "What the intake says of each entry.");
    object("Words", "Patterns by their keys, with facts in braces.");
    object("OpenApi", "This description.", "openapi");
  }

  private void object(String name, String description, String... texts) {
    var schema =
        JsonNodeFactory.instance.objectNode().put("description", description).put("type", "object");
    schema.putObject("properties");
    byName.put(name, schema);
    for (var text : texts) {
      properties(name).putObject(text).put("type", "string");
    }
  }

  private void extended(String name, String description, String base, String... texts) {
    object(name, description, texts);
    schema(name).putArray("allOf").addObject().put("$ref", REFERENCE + base);
  }

  private void list(String name, String property, String item) {
    object(name, "A list.");
    items(name, property, item);
  }

  private void items(String name, String property, String item) {
    properties(name)
        .putObject(property)
        .put("type", "array")
        .putObject("items")
        .put("$ref", REFERENCE + item);
  }

  private void reference(String name, String property, String to) {
    properties(name).putObject(property).put("$ref", REFERENCE + to);
  }

  private void map(String name, String property, String value) {
    properties(name)
        .putObject(property)
        .put("type", "object")
        .put("description", "By language, `en` and `ar`.")
        .putObject("additionalProperties")
        .put("$ref", REFERENCE + value);
  }

  private void text(String name, String property, String description) {
    typed(name, property, "string", description);
  }

  private void integer(String name, String property, String description) {
    typed(name, property, "integer", description);
  }

  private void flag(String name, String property, String description) {
    typed(name, property, "boolean", description);
  }

  private void texts(String name, String property, String description) {
    typed(name, property, "array", description);
    ((ObjectNode) properties(name).get(property)).putObject("items").put("type", "string");
  }

  private void typed(String name, String property, String type, String description) {
    properties(name).putObject(property).put("type", type).put("description", description);
  }

  private ObjectNode properties(String name) {
    return (ObjectNode) schema(name).get("properties");
  }

  private ObjectNode schema(String name) {
    var schema = byName.get(name);
    if (schema == null) {
      throw new IllegalArgumentException(name);
    }
    return schema;
  }
}
