package org.marsad.consumer.operations.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.SettingsException;

/**
 * The file of users, in YAML: a list; refused as a whole with all its faults, none of which repeats
 * a hash.
 */
public final class UsersFile {
  /** The form of a user's name. */
  public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  /** The form in words. */
  public static final String NAME_FORM = "1 to 64 of a-z, 0-9, '.', '_', '-', '@'";

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Set<String> KEYS =
      new TreeSet<>(List.of("name", "role", "subscriber", "password", "tokens"));
  private static final Set<String> TOKEN_KEYS = new TreeSet<>(List.of("name", "sha256"));

  /** Where an entry begins: the file's only dashes at the margin. */
  private static final Pattern ENTRY = Pattern.compile("(?m)(?=^- )");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> hashes = new HashSet<>();

  private UsersFile() {}

  /**
   * Reads a file.
   *
   * @throws SettingsException with every fault: path, value, what was expected
   * @throws IOException when the file cannot be read
   */
  public static List<User> read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * Reads the text of such a file; an empty text holds no user.
   *
   * @throws SettingsException with every fault
   */
  public static List<User> parse(String text) {
    return new UsersFile().users(text);
  }

  /**
   * Adds a user at the end of a file, or begins the file; what stands there, comments too, stays.
   *
   * @throws SettingsException where the user cannot be added, with every reason
   * @throws IOException when the file cannot be read or written
   */
  public static void add(Path file, User user) throws IOException {
    var before = Files.exists(file) ? Files.readString(file) : "";
    var expected = new ArrayList<>(parse(before));
    expected.add(user);
    var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    replace(file, before + end + yaml(user), expected);
  }

  /**
   * Removes a user from a file; what else stands there, comments too, stays.
   *
   * @return whether there was such a user
   * @throws SettingsException where the file cannot be changed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public static boolean remove(Path file, String name) throws IOException {
    var before = Files.exists(file) ? Files.readString(file) : "";
    var known = parse(before);
    var index = known.stream().map(User::name).toList().indexOf(name);
    if (index < 0) {
      return false;
    }
    var entries = ENTRY.split("\n" + before); // the first is what stands before them
    if (entries.length == known.size() + 1) {
      entries[index + 1] = "";
    }
    var left = known.stream().filter(user -> !user.name().equals(name)).toList();
    replace(file, String.join("", entries).substring(1), left);
    return true;
  }

  /** Writes a text only where it reads as what is expected. */
  private static void replace(Path file, String text, List<User> expected) throws IOException {
    if (!parse(text).equals(expected)) {
      throw new SettingsException(
          List.of(file + ": cannot be changed (expected: a list with its dashes at the margin)"));
    }
    PrivateFiles.replace(file, text);
  }

  private static String yaml(User user) throws IOException {
    var list = JsonNodeFactory.instance.arrayNode();
    var node = list.addObject();
    node.put("name", user.name()).put("role", user.role().name());
    if (user.subscriber() != null) {
      node.put("subscriber", user.subscriber());
    }
    if (user.passwordHash() != null) {
      node.put("password", user.passwordHash());
    }
    if (!user.tokens().isEmpty()) {
      var tokens = node.putArray("tokens");
      user.tokens()
          .forEach(
              token -> tokens.addObject().put("name", token.name()).put("sha256", token.sha256()));
    }
    return YAML.writeValueAsString(list).replaceFirst("^---\\s*", "");
  }

  private List<User> users(String text) {
    var users = new ArrayList<User>();
    var list = document(text);
    if (list != null && !list.isMissingNode() && !list.isNull()) {
      if (!list.isArray()) {
        faults.add("users: no list (expected: a YAML list of users)");
      }
      for (var index = 0; index < list.size(); index++) {
        var user = user("users[" + index + "]", list.path(index));
        if (user != null) {
          users.add(user);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return List.copyOf(users);
  }

  private @Nullable JsonNode document(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add("line " + line + ": no YAML (expected: a YAML list of users, each key once)");
      return null;
    }
  }

  private @Nullable User user(String path, JsonNode node) {
    refuseOthers(path, node, KEYS);
    var name = text(path + ".name", node.path("name"), NAME, NAME_FORM);
    if (name != null && !names.add(name)) {
      faults.add(path + ".name: " + name + " (expected: unique)");
    }
    var role = role(path, node.path("role"));
    var subscriber =
        node.has("subscriber")
            ? text(path + ".subscriber", node.path("subscriber"), NAME, "id of a subscriber")
            : null;
    if (role != null && subscriber != null && role.includes(UserRole.EDITOR)) {
      faults.add(
          "%s.role: %s (expected: VIEWER or OPERATOR with subscriber)".formatted(path, role));
    }
    var password =
        node.has("password")
            ? hidden(path + ".password", node.path("password"), Passwords.HASH, "an Argon2id hash")
            : null;
    var tokens = tokens(path + ".tokens", node.path("tokens"));
    return name == null || role == null ? null : new User(name, role, subscriber, password, tokens);
  }

  private List<AccessToken> tokens(String path, JsonNode node) {
    if (!node.isMissingNode() && !node.isArray()) {
      faults.add(path + ": no list (expected: a list of name, sha256)");
    }
    var tokens = new ArrayList<AccessToken>();
    var own = new HashSet<String>();
    for (var index = 0; index < node.size(); index++) {
      var place = path + "[" + index + "]";
      var token = node.path(index);
      refuseOthers(place, token, TOKEN_KEYS);
      var name = text(place + ".name", token.path("name"), NAME, NAME_FORM);
      var form = "SHA-256 of the token, 64 hexadecimal digits in lower case";
      var hash = hidden(place + ".sha256", token.path("sha256"), SHA256, form);
      if (name != null && !own.add(name)) {
        faults.add(place + ".name: " + name + " (expected: unique for its user)");
      }
      if (hash != null && !hashes.add(hash)) {
        faults.add(place + ".sha256: (hidden) (expected: a token of its own)");
      }
      if (name != null && hash != null) {
        tokens.add(new AccessToken(name, hash));
      }
    }
    return tokens;
  }

  private @Nullable UserRole role(String path, JsonNode node) {
    var said = node.asText();
    for (var role : UserRole.values()) {
      if (role.name().equals(said)) {
        return role;
      }
    }
    faults.add(
        "%s.role: %s (expected: one of %s)"
            .formatted(path, said(node), Arrays.toString(UserRole.values())));
    return null;
  }

  private @Nullable String text(String path, JsonNode node, Pattern form, String expected) {
    return checked(path, node, form.asMatchPredicate(), said(node), expected);
  }

  private @Nullable String hidden(String path, JsonNode node, Pattern form, String expected) {
    return checked(path, node, form.asMatchPredicate(), "(hidden)", expected);
  }

  private @Nullable String checked(
      String path, JsonNode node, Predicate<String> isSound, String said, String expected) {
    if (node.isValueNode() && isSound.test(node.asText())) {
      return node.asText();
    }
    faults.add(
        "%s: %s (expected: %s)".formatted(path, node.isMissingNode() ? "absent" : said, expected));
    return null;
  }

  private void refuseOthers(String path, JsonNode node, Set<String> keys) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                faults.add(path + "." + key + ": unknown key (expected: one of " + keys + ")");
              }
            });
  }

  private static String said(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.asText("no text");
  }
}
