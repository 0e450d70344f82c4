package org.marsad.producer.places;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A name found inside a text.
 *
 * @param first index of its first word
 * @param end index after its last word
 * @param named what it may stand for, at least one
 * @param kind what the words beside it say that it is
 * @param voice how it is said
 * @param several it is one of several, of which others may not be known
 */
record Mention(
    int first, int end, Collection<Named> named, Kind kind, Voice voice, boolean several) {
  /** What the words beside a name say that it is. */
  enum Kind {
    NEIGHBOURHOOD,
    TOWN,
    /** The countryside or the governorate of that name. */
    REGION,
    UNSAID
  }

  /** How a name is said. */
  enum Voice {
    PLAIN,
    /** Where something comes from. */
    FROM,
    /** Where something goes to. */
    TO,
    /** Of an organisation there: "civil defence of Aleppo". */
    BRANCH,
    /** Of people or media named after it, who may be anywhere. */
    NAMESAKE,
    /** Of something else that bears the name, or a word that is no name here. */
    NOT_A_PLACE
  }

  /** The towns that may be meant; none where the text says that it is something else. */
  List<Area> towns() {
    return kind == Kind.NEIGHBOURHOOD
        ? List.of()
        : named.stream().filter(name -> name.part() == null).map(Named::town).distinct().toList();
  }

  /** The neighbourhoods of a town that may be meant. */
  Set<Part> partsOf(Area town) {
    var parts = new LinkedHashSet<Part>();
    if (kind == Kind.NEIGHBOURHOOD || kind == Kind.UNSAID) {
      named.stream()
          .filter(name -> name.town() == town)
          .map(Named::part)
          .filter(Objects::nonNull)
          .forEach(parts::add);
    }
    return parts;
  }

  boolean mayBePart() {
    return (kind == Kind.NEIGHBOURHOOD || kind == Kind.UNSAID)
        && named.stream().anyMatch(name -> name.part() != null);
  }

  /** Whether it is none of what its name may stand for, by the words beside it. */
  boolean namesNothing() {
    return voice == Voice.NOT_A_PLACE || (towns().isEmpty() && !mayBePart());
  }

  /** Whether it can say where something happened, and does so on its own account. */
  boolean isOwn() {
    return voice == Voice.PLAIN || voice == Voice.FROM || voice == Voice.TO;
  }
}
