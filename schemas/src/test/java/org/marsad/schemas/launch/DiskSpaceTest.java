package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
  private static final long MB = 1024 * 1024;

  private final AtomicLong left = new AtomicLong();
  private final DiskSpace disk = new DiskSpace(Path.of("data"), left::get, 100, 40);

  @Test
  void shouldWarnBelowTheFirstLimitAndStopBelowTheSecond() {
    left.set(100 * MB);
    assertThat(disk.warning()).isEmpty();
    assertThat(disk.full()).isEmpty();
    left.set(100 * MB - 1);
    assertThat(disk.warning().orElseThrow().text())
        .isEqualTo(
            "less than 100 MB are left on the disk of data: below 40 MB no reports are taken");
    assertThat(disk.full()).isEmpty();
    left.set(40 * MB - 1);
    assertThat(disk.warning()).isPresent();
    assertThat(disk.full()).contains("less than 40 MB are left on the disk of data: make room");
  }

  @Test
  void shouldNotSayThatReportsAreRefusedWhereTheyNeverAre() {
    left.set(MB);
    assertThat(new DiskSpace(Path.of("data"), left::get, 100, 0).warning().orElseThrow().text())
        .isEqualTo("less than 100 MB are left on the disk of data");
  }

  @Test
  void shouldBeWellAgainAtAQuarterMore() {
    left.set(10 * MB);
    assertThat(disk.full()).isPresent();
    left.set(50 * MB - 1);
    assertThat(disk.full()).isPresent();
    left.set(50 * MB);
    assertThat(disk.full()).isEmpty();
    left.set(40 * MB);
    assertThat(disk.full()).isEmpty();
  }

  @Test
  void shouldRefuseAStartWithoutRoomForIt() {
    left.set(20 * MB);
    assertThatCode(disk::requireRoomToStart).doesNotThrowAnyException();
    left.set(20 * MB - 1);
    assertThatThrownBy(disk::requireRoomToStart)
        .isInstanceOf(IOException.class)
        .hasMessage(
            "disk of data: 19 MB are left (expected: at least 20 MB to start with; make room)");
  }

  @Test
  void shouldFindOutWhatIsLeft(@TempDir Path folder) throws IOException {
    assertThat(DiskSpace.of(folder, 0, 0).warning()).isEmpty();
    assertThat(DiskSpace.of(folder, Integer.MAX_VALUE, Integer.MAX_VALUE).full()).isPresent();
  }
}
