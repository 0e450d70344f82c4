package org.marsad.consumer.operations.people;

/**
 * What a program proves its user by. Only the hash of the token is kept.
 *
 * @param name what the token is for, unique for its user
 * @param sha256 64 hexadecimal digits in lower case
 */
public record AccessToken(String name, String sha256) {
  @Override
  public String toString() {
    return "AccessToken[name=" + name + "]";
  }
}
