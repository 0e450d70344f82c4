// From what people type to the report of POST /api/reports.
marsad.reading = (function () {
  'use strict';
  var MOST = 100000;
  var MINUTE = 60000;

  // Arabic and Persian digits become 0-9; blanks and invisible marks of direction go.
  function plain(text) {
    return text
      .replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); })
      .replace(/[\u06f0-\u06f9]/g, function (digit) { return String(digit.charCodeAt(0) - 0x6f0); })
      .replace(/[\s\u00a0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  }

  // A number, {low, best, high}, undefined for nothing, null for what is no count.
  function count(text) {
    var said = plain(text);
    var plus = /^\+?([0-9]{1,6})\+?$/.exec(said);
    var range = /^([0-9]{1,6})[-\u2013\u2014]([0-9]{1,6})$/.exec(said);
    var low;
    if (said === '') {
      return undefined;
    }
    if (plus && Number(plus[1]) <= MOST) {
      low = Number(plus[1]);
      return said.indexOf('+') < 0 ? low : { low: low, best: low };
    }
    if (range && Math.max(range[1], range[2]) <= MOST) {
      low = Math.min(range[1], range[2]); // right to left, people write it either way
      return { low: low, best: low, high: Math.max(range[1], range[2]) };
    }
    return null;
  }

  // [year, month, day] of 2026-11-30 or 30/11/2026; null where there is no such day.
  function day(text) {
    var iso = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(plain(text));
    var local = /^([0-9]{1,2})[\/.]([0-9]{1,2})[\/.]([0-9]{4})$/.exec(plain(text));
    var parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
    var date = parts && new Date(Number(parts[0]), parts[1] - 1, Number(parts[2]));
    return date && date.getMonth() === parts[1] - 1 && date.getDate() === Number(parts[2])
      ? [date.getFullYear(), date.getMonth(), date.getDate()] : null;
  }

  // [hour, minute] of 14:05, 14.05 or 2:05 pm; null where there is no such time.
  function time(text) {
    var parts = /^([0-9]{1,2})[:.]([0-9]{2})([ap]m|[\u0635\u0645])?$/.exec(plain(text).toLowerCase());
    var hour = parts && Number(parts[1]);
    if (!parts || parts[2] > 59 || hour > 23 || (parts[3] && (hour < 1 || hour > 12))) {
      return null;
    }
    if (parts[3]) {
      hour = hour % 12 + (parts[3] === 'pm' || parts[3] === '\u0645' ? 12 : 0);
    }
    return [hour, Number(parts[2])];
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function isoDay(parts) {
    return parts[0] + '-' + two(parts[1] + 1) + '-' + two(parts[2]);
  }

  // When it happened, milliseconds of the intake's clock; of a day without a time, its beginning.
  function moment(said, ahead) {
    var at = day(said.date);
    var clock = time(said.time) || [0, 0];
    return said.when === 'other'
      ? new Date(at[0], at[1], at[2], clock[0], clock[1]).getTime()
      : said.chosenAt + ahead - said.when * MINUTE;
  }

  return {
    isoDay: isoDay,
    two: two,
    moment: moment,

    // Which fields cannot be used: [{field, text, value}].
    faults: function (said, now) {
      var faults = [];
      var at = day(said.date);
      if (!said.where.trim()) {
        faults.push({ field: 'where', text: 'faultWhere' });
      }
      if (!said.when) {
        faults.push({ field: 'when', text: 'faultWhen' });
      } else if (said.when === 'other' && !at) {
        faults.push({ field: 'when', text: 'faultDate', value: isoDay([now.getFullYear(), now.getMonth(), now.getDate()]) });
      } else if (said.when === 'other' && plain(said.time) && !time(said.time)) {
        faults.push({ field: 'when', text: 'faultTime' });
      } else if (said.when === 'other' && moment(said, 0) > now.getTime() + MINUTE) {
        faults.push({ field: 'when', text: 'faultFuture', value: isoDay([now.getFullYear(), now.getMonth(), now.getDate()])
          + ' ' + two(now.getHours()) + ':' + two(now.getMinutes()) });
      }
      ['killed', 'injured', 'impacts'].forEach(function (field) {
        if (count(said[field]) === null) {
          faults.push({ field: field, text: 'faultCount' });
        }
      });
      return faults;
    },

    // The report's JSON. Only “just now” and a stated time are known to the minute.
    report: function (entry, ahead) {
      var said = entry.said;
      var dayOnly = said.when === 'other' && !plain(said.time);
      var report = { localId: entry.id, revision: entry.revision, placeText: said.where.trim() };
      report.occurredFrom = dayOnly
        ? isoDay(day(said.date))
        : new Date(moment(said, ahead)).toISOString().slice(0, 16) + 'Z';
      if (said.when !== 'other' && said.when > 0) {
        report.timePrecision = 'HOUR';
      }
      if (entry.reality) {
        report.reality = entry.reality;
      }
      if (entry.takenBack) {
        report.status = 'RETRACTED';
      }
      ['killed', 'injured', 'impacts'].forEach(function (field) {
        report[field] = count(said[field]); // undefined is left out
      });
      report.delivery = said.delivery || undefined;
      report.targets = said.targets.length ? said.targets : undefined;
      report.note = said.note.trim() || undefined;
      if (said.point) {
        report.lat = said.point.lat;
        report.lon = said.point.lon;
        report.radiusMetres = said.point.radiusMetres;
      }
      return JSON.stringify(report);
    }
  };
}());
