// Keeps each report until it was received, and sends it again under one local id, so that it never doubles.
//
// A report: {id, revision, said, reality, link, ahead, at, state: waiting|refused|received, faults, unsure, takenBack,
// place: null or {en, ar}, where the intake found it}.
// What was received stays for corrections in the page's session alone: a phone that is taken away tells nothing.
marsad.outbox = (function () {
  'use strict';
  var PREFIX = 'marsad-report-';
  var SHORTEST_WAIT = 5000;
  var LONGEST_WAIT = 60000;
  var NOT_TAKEN = [401, 413, 422, 429];
  var waiting = marsad.storeIn('localStorage');
  var received = marsad.storeIn('sessionStorage');
  var link = { token: '', mark: '' };
  var changed;
  var timer = null;
  var wait = SHORTEST_WAIT;
  var sending = null;
  var correcting = null;
  var trouble = '';

  function random() {
    var hex = '';
    var bytes;
    var i;
    if (window.crypto && window.crypto.getRandomValues) {
      bytes = window.crypto.getRandomValues(new Uint8Array(10));
    } else {
      bytes = [];
      for (i = 0; i < 10; i++) {
        bytes.push(Math.floor(Math.random() * 256));
      }
    }
    for (i = 0; i < bytes.length; i++) {
      hex += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    }
    return hex;
  }

  function keep(entry) {
    waiting.keep(PREFIX + entry.id, entry);
  }

  function all() {
    return waiting.all(PREFIX).concat(received.all(PREFIX)).sort(function (a, b) { return a.at - b.at; });
  }

  function next() {
    return waiting.all(PREFIX).filter(function (entry) {
      return entry.state === 'waiting' && entry.link === link.mark && entry.id !== correcting;
    }).sort(function (a, b) { return a.at - b.at; })[0];
  }

  function later(seconds) {
    clearTimeout(timer);
    timer = setTimeout(attempt, seconds ? seconds * 1000 : wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  // The intake's word that it has the report, else null.
  function receipt(status, text) {
    var answer;
    if (status !== 202) {
      return null; // the log-in page of a café is 200
    }
    try {
      answer = JSON.parse(text)[0];
      return answer.status === 'published' || answer.status === 'spooled' ? answer : null;
    } catch (notTheIntake) {
      return null;
    }
  }

  // What the intake faults: [{field, expected}].
  function faultsOf(text) {
    try {
      return JSON.parse(text).errors.map(function (error) {
        return { field: error.field, expected: error.expected };
      });
    } catch (notTheIntake) {
      return [{ field: '', expected: text.slice(0, 200) }];
    }
  }

  function settle(entry, status, text, retryAfter) {
    var taken = receipt(status, text);
    if (taken) {
      entry.state = 'received';
      entry.place = taken.area === 'unplaced' ? null : { en: taken.place, ar: taken.placeInArabic };
      entry.receivedAt = marsad.clock.now();
      received.keep(PREFIX + entry.id, entry);
      waiting.drop(PREFIX + entry.id);
      wait = SHORTEST_WAIT;
      attempt();
    } else if (status === 422 || status === 413) {
      entry.state = 'refused';
      entry.faults = faultsOf(text);
      keep(entry);
      attempt();
    } else if (status === 401) {
      trouble = 'badLink'; // until another link is opened, or somebody asks for it
      keep(entry);
    } else {
      trouble = status >= 400 ? 'busy' : 'noLine'; // a log-in page of another is no line either
      keep(entry);
      later(Math.min(Number(retryAfter) || 0, 300));
    }
    changed(entry);
  }

  function attempt() {
    var entry = next();
    clearTimeout(timer);
    if (sending || !entry || !link.token) {
      return;
    }
    trouble = '';
    sending = entry.id;
    changed();
    marsad.clock.ask(function (answered) {
      if (!answered) {
        sending = null;
        trouble = 'noLine';
        later();
        changed();
        return;
      }
      post(entry);
    });
  }

  function post(entry) {
    var ahead = entry.ahead === null ? marsad.clock.ahead : entry.ahead;
    var before = entry.unsure;
    entry.unsure = true; // from now on it may have come, whatever becomes of this page
    keep(entry);
    marsad.request('POST', '/api/reports', link.token, marsad.reading.report(entry, ahead),
      function (status, text, retryAfter) {
        sending = null;
        if (NOT_TAKEN.indexOf(status) >= 0) {
          entry.unsure = before;
        }
        settle(entry, status, text, retryAfter);
      });
  }

  return {
    all: all,

    // Uses a link's token from now on; calls back when anything changes, with the report that was answered.
    use: function (token, onChange) {
      var mark = 0;
      var i;
      for (i = 0; i < token.length; i++) {
        mark = (mark * 31 + token.charCodeAt(i)) | 0; // tells links apart, and does not give the token away
      }
      link = { token: token, mark: String(mark) };
      changed = onChange;
      trouble = '';
    },

    // A new report, or a new revision of one.
    add: function (said, reality, old) {
      var entry = old || { id: 'form-' + random(), revision: 1, at: marsad.clock.now() };
      if (old && (old.unsure || old.state === 'received')) {
        entry.revision = old.revision + 1;
        entry.unsure = false;
      }
      entry.said = said;
      entry.reality = reality;
      entry.link = link.mark;
      entry.ahead = marsad.clock.ahead;
      entry.state = 'waiting';
      entry.faults = [];
      keep(entry);
      received.drop(PREFIX + entry.id);
      correcting = null;
      this.tryNow();
    },

    takeBack: function (entry) {
      entry.takenBack = true;
      this.add(entry.said, entry.reality, entry);
    },

    // Holds a report back while somebody corrects it; null ends that.
    correct: function (entry) {
      correcting = entry && entry.id;
      if (!entry) {
        attempt();
      }
    },

    // A report of another link becomes one of this link.
    adopt: function (entry) {
      entry.link = link.mark;
      keep(entry);
      this.tryNow();
    },

    remove: function (entry) {
      waiting.drop(PREFIX + entry.id);
      changed();
    },

    tryNow: function () {
      wait = SHORTEST_WAIT;
      attempt();
      changed();
    },

    // Whether it outlives the page.
    isLasting: function (entry) {
      return waiting.isLasting(PREFIX + entry.id);
    },

    isSending: function (entry) {
      return sending === entry.id;
    },

    // Why it waits: otherLink, badLink, busy, noLine, or nothing yet.
    whyWaiting: function (entry) {
      return entry.link === link.mark ? trouble : 'otherLink';
    }
  };
}());
