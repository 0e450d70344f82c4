package org.marsad.consumer.operations.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;
import org.marsad.schemas.yaml.YamlList;

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
  private static final YamlList<User> LIST = new YamlList<>(UsersFile::parse, UsersFile::entry);

  /** A file of comments alone holds nobody. */
  private static final Pattern NOTHING = Pattern.compile("(?:[ \\t]*(?:#.*)?\\R)*[ \\t]*(?:#.*)?");

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
    LIST.add(file, user);
  }

  /**
   * Removes a user from a file; what else stands there, comments too, stays.
   *
   * @return whether there was such a user
   * @throws SettingsException where the file cannot be changed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public static boolean remove(Path file, String name) throws IOException {
    return LIST.remove(file, user -> user.name().equals(name));
  }

  private static ObjectNode entry(User user) {
    var node = JsonNodeFactory.instance.objectNode();
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
    return node;
  }

  private List<User> users(String text) {
    if (NOTHING.matcher(text).matches()) {
      return List.of();
    }
    var document = YamlDocument.parse("users", text);
    var users = document.entries("name, role …", this::user);
    document.check();
    return users;
  }

  private @Nullable User user(YamlFields fields) {
    var name = fields.required("name", NAME, NAME_FORM);
    if (!name.isEmpty() && !names.add(name)) {
      fields.fault("name", name, "unique");
    }
    var role = fields.symbol("role", UserRole.class);
    fields.faultIfAbsent("role", "one of " + List.of(UserRole.values()));
    var subscriber = fields.optional("subscriber", NAME, "id of a subscriber");
    if (role != null && subscriber != null && role.includes(UserRole.EDITOR)) {
      fields.fault("role", role.name(), "VIEWER or OPERATOR with subscriber");
    }
    var password = hidden(fields, "password", Passwords.HASH, "an Argon2id hash");
    var own = new HashSet<String>();
    var tokens = fields.entries("tokens", token -> token(token, own));
    return role == null ? null : new User(name, role, subscriber, password, tokens);
  }

  private @Nullable AccessToken token(YamlFields fields, Set<String> own) {
    var name = fields.required("name", NAME, NAME_FORM);
    if (!name.isEmpty() && !own.add(name)) {
      fields.fault("name", name, "unique for its user");
    }
    var form = "SHA-256 of the token, 64 hexadecimal digits in lower case";
    var hash = hidden(fields, "sha256", SHA256, form);
    fields.faultIfAbsent("sha256", form);
    if (hash != null && !hashes.add(hash)) {
      fields.fault("sha256", "(hidden)", "a token of its own");
    }
    return hash == null ? null : new AccessToken(name, hash);
  }

  private static @Nullable String hidden(
      YamlFields fields, String name, Pattern form, String expected) {
    var text = fields.hidden(name, expected);
    if (text != null && !form.matcher(text).matches()) {
      fields.fault(name, "(hidden)", expected);
      return null;
    }
    return text;
  }
}
