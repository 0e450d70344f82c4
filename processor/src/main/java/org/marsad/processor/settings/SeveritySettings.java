package org.marsad.processor.settings;

import org.marsad.processor.rules.severity.DaySeverity;
import org.marsad.processor.rules.severity.HospitalSeverity;
import org.marsad.processor.rules.severity.Severities;
import org.marsad.processor.rules.severity.StrikeSeverity;
import org.marsad.processor.rules.severity.WaveSeverity;

/** Reads the section {@code severity} of {@code rules.yaml}. */
final class SeveritySettings {
  private final RulesFile file;
  private final Severities defaults;

  SeveritySettings(RulesFile file, Severities defaults) {
    this.file = file;
    this.defaults = defaults;
  }

  /** What is not given, or at fault, has its default; the faults are the file's. */
  Severities read() {
    return new Severities(strike(), day(), wave(), hospital());
  }

  private StrikeSeverity strike() {
    var strike = defaults.strike();
    var path = "/severity/strike";
    var extremeKilled = file.whole(path + "/extreme/killed", strike.extremeKilled(), 1);
    var extremeCasualties = file.whole(path + "/extreme/casualties", strike.extremeCasualties(), 1);
    var severeKilled = file.whole(path + "/severe/killed", strike.severeKilled(), 1);
    var severeCasualties = file.whole(path + "/severe/casualties", strike.severeCasualties(), 1);
    var days = file.whole(path + "/severe/days", strike.severeDays(), 1);
    var killed = isInOrder(path, "killed", severeKilled, extremeKilled);
    var casualties = isInOrder(path, "casualties", severeCasualties, extremeCasualties);
    return killed && casualties
        ? new StrikeSeverity(extremeKilled, extremeCasualties, severeKilled, severeCasualties, days)
        : strike;
  }

  private DaySeverity day() {
    var day = defaults.day();
    return new DaySeverity(
        file.whole("/severity/day/extreme/days", day.extremeDays(), 1),
        file.whole("/severity/day/extreme/killed", day.extremeKilled(), 1),
        file.whole("/severity/day/severe/days", day.severeDays(), 1));
  }

  private WaveSeverity wave() {
    var wave = defaults.wave();
    return new WaveSeverity(
        file.whole("/severity/wave/severe/strikes", wave.severeStrikes(), 1),
        file.whole("/severity/wave/severe/residential", wave.severeResidential(), 1));
  }

  private HospitalSeverity hospital() {
    var hospital = defaults.hospital();
    var path = "/severity/hospital";
    var extreme = file.whole(path + "/extreme/arrivals", hospital.extremeArrivals(), 1);
    var share = file.positive(path + "/extreme/share-of-capacity", hospital.extremeShare());
    var severe = file.whole(path + "/severe/arrivals", hospital.severeArrivals(), 1);
    return isInOrder(path, "arrivals", severe, extreme)
        ? new HospitalSeverity(extreme, share, severe)
        : hospital;
  }

  private boolean isInOrder(String path, String what, int severe, int extreme) {
    if (severe <= extreme) {
      return true;
    }
    file.fault(
        path,
        "severe %s %d, extreme %s %d".formatted(what, severe, what, extreme),
        "severe <= extreme");
    return false;
  }
}
