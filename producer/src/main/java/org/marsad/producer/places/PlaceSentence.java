package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.places.Mention.Kind;
import org.marsad.producer.places.Mention.Voice;

/**
 * A title or a sentence that names its place somewhere inside. Silence is better than a wrong
 * place: names that contradict each other, or that may be something else, give the town, the
 * governorate or nothing.
 */
final class PlaceSentence {
  /** How many consonants the name of a town needs beside a word such as "village". */
  private static final int SAID_CONSONANTS = 3;

  /** How many consonants it needs that no such word stands beside. */
  private static final int UNSAID_CONSONANTS = 5;

  private final Gazetteer gazetteer;
  private final Words words;
  private final List<Mention> mentions;
  private final UnknownNames unknown;
  private final @Nullable Point point;
  private final @Nullable Area governorate;
  private final List<Area> nearby;

  /**
   * What a sentence says.
   *
   * @param areas the area; several where the text does not tell which
   * @param parts the neighbourhoods that its one name may mean; empty where the area is all
   * @param basis of the area
   */
  record Said(Collection<Area> areas, Set<Part> parts, PlaceBasis basis) {
    private static Said parent(Collection<Area> areas) {
      return new Said(areas, Set.of(), PlaceBasis.PARENT);
    }
  }

  /** A town as it is named; several that nothing tells apart. */
  private record Town(List<Area> areas, Voice voice) {}

  /**
   * A text to be read.
   *
   * @param governorate that the source gives
   * @param nearby areas whose neighbourhoods may be named without them, the likelier first
   */
  PlaceSentence(
      Gazetteer gazetteer,
      String text,
      @Nullable Point point,
      @Nullable Area governorate,
      List<Area> nearby) {
    this.gazetteer = gazetteer;
    this.words = new Words(text);
    this.mentions = PlaceMentions.in(words, gazetteer);
    this.unknown = new UnknownNames(words, mentions);
    this.point = point;
    this.governorate = governorate;
    this.nearby = nearby;
  }

  /** The place, empty where the text names none that is known. */
  Optional<Said> read() {
    var regions = regions();
    var named = towns(regions, mention -> mention.isOwn() && !mention.mayBePart());
    var towns = areas(onTheSpot(named));
    if (towns.isEmpty() && !named.isEmpty()) {
      return Optional.of(Said.parent(areas(named)));
    }
    return part(regions, towns).or(() -> town(regions, towns));
  }

  /** The neighbourhood of one area that the text names, if it names no other town. */
  Optional<Said> readWithin(Area area) {
    var named = areas(towns(regions(), mention -> mention.isOwn() && !mention.mayBePart()));
    named.remove(area);
    return named.isEmpty() ? partIn(List.of(area), true, false) : Optional.empty();
  }

  // Neighbourhoods

  private Optional<Said> part(Set<Area> regions, Set<Area> towns) {
    if (!towns.isEmpty()) {
      return partIn(towns, towns.size() == 1, false);
    }
    if (!regions.isEmpty()) {
      return partIn(capitals(regions), regions.size() == 1, true);
    }
    var ofOthers = areas(towns(regions, mention -> !mention.isOwn()));
    return ofOthers.isEmpty()
        ? partIn(Stream.concat(ownTowns(), nearby.stream()).toList(), true, false)
        : partIn(ofOthers, ofOthers.size() == 1, true);
  }

  /**
   * The neighbourhood of the first of these towns that has one of the names.
   *
   * @param alone no other town is named
   * @param saidOnly only names count that stand beside a word such as "neighbourhood"
   */
  private Optional<Said> partIn(Collection<Area> towns, boolean alone, boolean saidOnly) {
    for (var town : towns) {
      var parts = partsOf(town, saidOnly);
      if (parts.isPresent()) {
        return Optional.of(
            alone ? new Said(List.of(town), parts.get(), PlaceBasis.PARENT) : Said.parent(towns));
      }
    }
    return Optional.empty();
  }

  /**
   * The neighbourhoods that one name may mean.
   *
   * @return empty: none is named; an empty set: different ones are, or one that is not known
   */
  private Optional<Set<Part>> partsOf(Area town, boolean saidOnly) {
    var named = new ArrayList<Set<Part>>();
    var isUnknownNamed = false;
    for (var mention : mentions) {
      var parts = mention.partsOf(town);
      if (!parts.isEmpty()
          && (mention.kind() == Kind.NEIGHBOURHOOD || (!saidOnly && mention.isOwn()))) {
        named.add(parts);
        isUnknownNamed |= mention.several();
      }
    }
    for (var spellings : unknown.neighbourhoodsOf(town)) {
      var sounding = spellings.first(town::partsSoundingLike);
      isUnknownNamed |= sounding.isEmpty();
      if (!sounding.isEmpty()) {
        named.add(sounding);
      }
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    var common = new LinkedHashSet<>(named.get(0));
    named.forEach(common::retainAll);
    return Optional.of(isUnknownNamed ? Set.of() : common);
  }

  /** Towns whose name is a part of a neighbourhood's: "University of Aleppo". */
  private Stream<Area> ownTowns() {
    return mentions.stream()
        .filter(mention -> mention.isOwn() && mention.mayBePart())
        .flatMap(
            mention ->
                mention.named().stream()
                    .map(Named::town)
                    .filter(town -> isNamedWithin(town, mention)))
        .distinct();
  }

  private boolean isNamedWithin(Area town, Mention mention) {
    return IntStream.range(mention.first(), mention.end()).anyMatch(i -> town.isNamed(words.at(i)));
  }

  // Towns

  private Optional<Said> town(Set<Area> regions, Set<Area> named) {
    var towns = new LinkedHashSet<>(named);
    if (towns.isEmpty()) {
      towns.addAll(areas(towns(regions, mention -> mention.isOwn() && mention.mayBePart())));
    }
    if (towns.isEmpty() && regions.isEmpty()) {
      towns.addAll(areas(towns(regions, mention -> mention.voice() == Voice.BRANCH)));
    }
    var governorates = new LinkedHashSet<>(regions);
    towns.forEach(town -> gazetteer.governorateOfSameName(town).ifPresent(governorates::add));
    var unknownTowns = unknown.towns();
    towns.addAll(villages(governorates, unknownTowns));
    towns.removeIf(town -> isCapitalBeside(town, towns, regions));
    if (!towns.isEmpty() && !regions.isEmpty() && !areIn(regions, towns)) {
      towns.addAll(regions);
    }
    if (towns.size() == 1 && isOneOfSeveral(towns)) {
      return onlyGovernorate(towns).map(area -> Said.parent(List.of(area)));
    }
    if (towns.size() == 1) {
      var town = towns.iterator().next();
      var ofSameName = gazetteer.governorateOfSameName(town);
      return Optional.of(
          ofSameName.isPresent() && !unknownTowns.isEmpty()
              ? Said.parent(List.of(ofSameName.get()))
              : new Said(List.of(town), Set.of(), PlaceBasis.NAME));
    }
    var areas = towns.isEmpty() ? regions : towns;
    return areas.isEmpty() ? Optional.empty() : Optional.of(Said.parent(areas));
  }

  private static boolean areIn(Set<Area> regions, Set<Area> towns) {
    var codes = regions.stream().map(Area::code).toList();
    return towns.stream().allMatch(town -> codes.contains(town.governorate()));
  }

  private boolean isOneOfSeveral(Set<Area> towns) {
    return mentions.stream()
        .anyMatch(
            mention -> mention.several() && mention.towns().stream().anyMatch(towns::contains));
  }

  /**
   * "Aleppo, Atarib" means Atarib; "Aleppo: in the countryside of Aleppo" means the countryside.
   */
  private boolean isCapitalBeside(Area town, Set<Area> towns, Set<Area> regions) {
    var own = gazetteer.governorateOfSameName(town).orElse(null);
    return own != null
        && (regions.contains(own)
            || towns.stream()
                .anyMatch(
                    other -> other != town && Objects.equals(other.governorate(), own.code())));
  }

  /** Towns of the one governorate that is named, by the sound of their names. */
  private Set<Area> villages(Set<Area> governorates, List<UnknownNames.Spellings> unknownTowns) {
    var found = new LinkedHashSet<Area>();
    if (governorates.size() == 1) {
      var code = governorates.iterator().next().code();
      var towns = gazetteer.towns();
      unknownTowns.forEach(
          name -> found.addAll(name.first(n -> towns.soundingLike(n, code, SAID_CONSONANTS))));
      if (found.isEmpty()) {
        unknown
            .all()
            .forEach(
                name ->
                    found.addAll(name.first(n -> towns.soundingLike(n, code, UNSAID_CONSONANTS))));
      }
    }
    return found;
  }

  /** Without the towns that something came from or goes to; none where only such are named. */
  private static List<Town> onTheSpot(List<Town> towns) {
    var plain = towns.stream().filter(town -> town.voice() == Voice.PLAIN).toList();
    if (!plain.isEmpty()) {
      return plain;
    }
    var voices = towns.stream().map(Town::voice).distinct().count();
    return voices > 1 ? List.of() : towns;
  }

  private List<Town> towns(Set<Area> regions, Predicate<Mention> which) {
    var code = governorateCode(regions);
    return mentions.stream()
        .filter(which)
        .filter(mention -> mention.kind() != Kind.REGION)
        .filter(mention -> mention.voice() != Voice.NOT_A_PLACE)
        .map(mention -> new Town(choose(mention.towns(), code), mention.voice()))
        .filter(town -> !town.areas().isEmpty())
        .toList();
  }

  /** A governorate that the text names tells towns of one name apart, but hides none. */
  private List<Area> choose(List<Area> towns, @Nullable String code) {
    var chosen = Towns.choose(towns, code, point);
    return chosen.isEmpty() && governorate == null ? Towns.choose(towns, null, point) : chosen;
  }

  private static Set<Area> areas(List<Town> towns) {
    var areas = new LinkedHashSet<Area>();
    towns.forEach(town -> areas.addAll(town.areas()));
    return areas;
  }

  /** The governorate that tells towns of one name apart: given, named, or that of a named town. */
  private @Nullable String governorateCode(Set<Area> regions) {
    if (governorate != null) {
      return governorate.code();
    }
    var known = new LinkedHashSet<>(regions);
    if (known.isEmpty()) {
      mentions.stream()
          .filter(Mention::isOwn)
          .flatMap(mention -> mention.towns().stream())
          .forEach(town -> gazetteer.governorateOfSameName(town).ifPresent(known::add));
    }
    return known.size() == 1 ? known.iterator().next().code() : null;
  }

  // Governorates

  /** The governorates that are named: "Aleppo Governorate", "countryside of Aleppo". */
  private Set<Area> regions() {
    var regions = new LinkedHashSet<Area>();
    mentions.stream()
        .filter(mention -> mention.isOwn() && mention.kind() == Kind.REGION)
        .forEach(mention -> region(mention).ifPresent(regions::add));
    return regions;
  }

  private Optional<Area> region(Mention mention) {
    var withWordBefore = words.readings(Math.max(0, mention.first() - 1), mention.end());
    var alone = words.readings(mention.first(), mention.end());
    return Stream.concat(withWordBefore.stream(), alone.stream())
        .map(gazetteer::governorate)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> onlyGovernorate(mention.towns()));
  }

  private Set<Area> capitals(Set<Area> regions) {
    return mentions.stream()
        .flatMap(mention -> mention.named().stream())
        .map(Named::town)
        .filter(town -> gazetteer.governorateOfSameName(town).filter(regions::contains).isPresent())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<Area> onlyGovernorate(Collection<Area> towns) {
    var codes = towns.stream().map(Area::governorate).filter(Objects::nonNull).distinct().toList();
    return codes.size() == 1 ? gazetteer.find(codes.get(0)) : Optional.empty();
  }
}
