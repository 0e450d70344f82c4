package org.marsad.schemas.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.settings.Settings;

class HorizonTest {
  private static final ConfigDef DEFINITION = Horizon.define(new ConfigDef());

  @Test
  void shouldRememberAsDescribedWhereNothingIsSaid() {
    assertThat(Horizon.of(settings(Map.of()))).isEqualTo(new Horizon(400, 800));
  }

  @Test
  void shouldTakeWhatIsSaid() {
    assertThat(Horizon.of(settings(Map.of(Horizon.DAYS, "31", Horizon.DAY_ROWS, "431"))))
        .isEqualTo(new Horizon(31, 431));
  }

  @Test
  void shouldRefuseWhatIsTooNear() {
    assertThatThrownBy(() -> settings(Map.of(Horizon.DAYS, "30")))
        .hasMessageContaining("horizon.days");
    assertThatThrownBy(() -> new Horizon(30, 800))
        .hasMessage("horizon.days: 30 (expected: 31 or more)");
  }

  /** A claim about the oldest day that is judged anew looks back a year and past a pause. */
  @Test
  void shouldRefuseSumsThatAreForgottenBeforeTheyAreAskedFor() {
    assertThatThrownBy(() -> Horizon.of(settings(Map.of(Horizon.DAYS, "401"))))
        .hasMessageContaining(
            "horizon.day.rows: 800 (expected: 801 or more, 400 beyond horizon.days)");
  }

  private static Settings settings(Map<String, String> given) {
    return Settings.of(DEFINITION, given);
  }
}
