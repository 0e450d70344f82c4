package org.marsad.consumer.operations.people;

/** What a user may do. Each role may do all that the roles before it may. */
public enum UserRole {
  /** Looks. */
  VIEWER,
  /** Answers alerts, mutes, tests channels. */
  OPERATOR,
  /** Decides about strikes, sends rejected reports again, enters a hospital's status. */
  EDITOR,
  /** Manages users and sources, and sees the alerts of confidential sites. */
  ADMIN;

  /** Whether this role may do what another may. */
  public boolean includes(UserRole other) {
    return compareTo(other) >= 0;
  }
}
