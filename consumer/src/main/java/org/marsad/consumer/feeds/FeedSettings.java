package org.marsad.consumer.feeds;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.marsad.consumer.feeds.cap.CapCheck;
import org.marsad.schemas.settings.Settings;

/**
 * How feeds are offered.
 *
 * @param sender of CAP messages, unique in the world, such as a domain name
 * @param isPublic whether anybody may read what the public may see, without a token
 */
public record FeedSettings(String sender, boolean isPublic) {
  public static final String SENDER = "feeds.sender";
  public static final String PUBLIC = "feeds.public";

  /** Sender of somebody who has named none. */
  public static final String NO_SENDER = "marsad.invalid";

  /** Feeds for those who have a token only. */
  public static final FeedSettings DEFAULTS = new FeedSettings(NO_SENDER, false);

  /** Adds the keys, all with defaults, to a part's settings. */
  public static ConfigDef define(ConfigDef definition) {
    return definition
        .define(
            SENDER,
            ConfigDef.Type.STRING,
            NO_SENDER,
            FeedSettings::checkSender,
            Importance.MEDIUM,
            "Sender of CAP messages, unique in the world: a domain name or e-mail address of"
                + " yours.")
        .define(
            PUBLIC,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.HIGH,
            "Whether /feeds/public shows anybody what the public may see, without a token.");
  }

  /** The settings, already checked. */
  public static FeedSettings of(Settings settings) {
    return new FeedSettings(settings.text(SENDER), settings.flag(PUBLIC));
  }

  private static void checkSender(String name, Object value) {
    if (!CapCheck.isName(String.valueOf(value))) {
      throw new ConfigException(name, value, "expected: no space, comma, <, &");
    }
  }
}
