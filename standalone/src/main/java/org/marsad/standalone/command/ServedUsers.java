package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.client.ApiClient;

/**
 * The users of a Marsad that runs.
 *
 * @param api as an administrator
 */
record ServedUsers(ApiClient api) implements UserBook {
  private static final String PATH = "/users";

  @Override
  public List<JsonNode> all() throws IOException, InterruptedException {
    var users = new ArrayList<JsonNode>();
    api.get(PATH).path("users").forEach(users::add);
    return users;
  }

  @Override
  public @Nullable String add(NewUser user) throws IOException, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", user.name()).put("role", user.role().name());
    body.put("subscriber", user.subscriber()).put("password", user.password());
    var token = api.post(PATH, body.put("token", user.token())).path("token");
    return token.isTextual() ? token.textValue() : null;
  }

  @Override
  public void remove(String name) throws IOException, InterruptedException {
    api.delete(ApiClient.path("users", name), JsonNodeFactory.instance.objectNode());
  }
}
