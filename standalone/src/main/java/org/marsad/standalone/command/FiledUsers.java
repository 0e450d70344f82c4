package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.AccessToken;
import org.marsad.consumer.operations.people.Passwords;
import org.marsad.consumer.operations.people.Secrets;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UsersFile;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.schemas.settings.SettingsException;

/**
 * The users of a file, where nothing runs: somebody must make the first one.
 *
 * @param file may be absent: it holds none
 */
record FiledUsers(Path file) implements UserBook {
  @Override
  public List<JsonNode> all() throws IOException {
    return Files.exists(file)
        ? UsersFile.read(file).stream().map(FiledUsers::json).toList()
        : List.of();
  }

  @Override
  public @Nullable String add(NewUser user) throws IOException {
    var token = user.token() == null ? null : Secrets.generate();
    var tokens =
        token == null || user.token() == null
            ? List.<AccessToken>of()
            : List.of(new AccessToken(user.token(), TokenHash.of(token)));
    UsersFile.add(
        file, new User(user.name(), user.role(), user.subscriber(), hash(user.password()), tokens));
    return token;
  }

  @Override
  public void remove(String name) throws IOException {
    if (!UsersFile.remove(file, name)) {
      throw new IOException("user: %s is unknown in %s".formatted(name, file));
    }
  }

  private static @Nullable String hash(@Nullable String password) {
    try {
      return password == null ? null : Passwords.hash(password);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static JsonNode json(User user) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", user.name()).put("role", user.role().name());
    if (user.subscriber() != null) {
      json.put("subscriber", user.subscriber());
    }
    json.put("password", user.passwordHash() != null);
    user.tokens().stream().map(AccessToken::name).forEach(json.putArray("tokens")::add);
    return json;
  }
}
