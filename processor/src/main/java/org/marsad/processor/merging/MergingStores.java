package org.marsad.processor.merging;

import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.Ages;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.AreaStore;
import org.marsad.processor.state.Concerns;
import org.marsad.processor.state.DecisionStore;
import org.marsad.processor.state.DueStore;
import org.marsad.processor.state.MovedReportStore;
import org.marsad.processor.state.NewestDayStore;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.StrikeStore;

/** What merging works on, opened for the area and reality of one cause at a time. */
final class MergingStores {
  private final Concerns concerns;
  private final MovedReportStore moved;
  private final AreaStore areas;

  MergingStores(AreaBook book) {
    concerns = book.concerns();
    moved = new MovedReportStore(concerns);
    areas = new AreaStore(concerns);
  }

  AreaStore areas() {
    return areas;
  }

  MovedReportStore moved() {
    return moved;
  }

  ReportStore reports(Cause cause) {
    return reports(cause.area(), cause.reality());
  }

  /** The newest revision of a report that an area knows, in whatever world; null where none is. */
  @Nullable StrikeReport newest(String area, String reportId) {
    for (var reality : Reality.values()) {
      var filed = reports(area, reality).find(reportId);
      if (filed != null && filed.isNewest()) {
        return filed.report();
      }
    }
    return null;
  }

  NewestDayStore newestDays() {
    return new NewestDayStore(concerns);
  }

  private ReportStore reports(String area, Reality reality) {
    return new ReportStore(concerns, area, reality.name());
  }

  Ages ages() {
    return new Ages(concerns);
  }

  StrikeStore strikes(Cause cause) {
    return new StrikeStore(concerns, cause.area(), cause.reality().name());
  }

  DueStore due(Cause cause, DueStore.Kind kind) {
    return new DueStore(concerns, cause.area(), cause.reality().name(), kind);
  }

  DecisionStore decisions(Cause cause) {
    return new DecisionStore(concerns, cause.area(), cause.reality().name());
  }

  Regrouping regrouping(Rules rules, Cause cause) {
    return new Regrouping(
        rules,
        cause,
        areas.of(cause.area()),
        reports(cause),
        decisions(cause),
        strikes(cause),
        due(cause, DueStore.Kind.ENDED_STRIKE));
  }
}
