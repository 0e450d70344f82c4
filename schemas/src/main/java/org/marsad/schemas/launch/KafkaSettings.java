package org.marsad.schemas.launch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/** Kafka's settings for one client: the operator's, with those that a part's method rests on. */
public final class KafkaSettings {
  private KafkaSettings() {}

  /**
   * The settings of one client.
   *
   * @param kind {@code consumer} or {@code producer}
   * @param ours settings that no operator may change
   * @throws SettingsException when no broker is named
   */
  public static Map<String, Object> of(Settings settings, String kind, Map<String, Object> ours) {
    var all = new TreeMap<>(settings.kafka(kind));
    all.putAll(ours);
    if (!all.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new SettingsException(
          List.of(
              Settings.KAFKA
                  + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG
                  + ": absent (expected: host:port, …)"));
    }
    return all;
  }
}
