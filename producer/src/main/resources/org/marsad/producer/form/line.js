// One request over a bad line: it always ends, and says 0 where nobody answered.
marsad.request = function (method, path, token, body, done) {
  'use strict';
  var request = new XMLHttpRequest();
  var timer;
  var over = false;

  function end(status) {
    if (!over) {
      over = true;
      clearTimeout(timer);
      done(status, status ? request.responseText : '', status ? request.getResponseHeader('Retry-After') : null);
    }
  }

  request.open(method, path, true);
  request.onreadystatechange = function () {
    if (request.readyState === 4) {
      end(request.status);
    }
  };
  if (token !== null) {
    request.setRequestHeader('Authorization', 'Bearer ' + token);
    request.setRequestHeader('Content-Type', 'application/json');
  }
  timer = setTimeout(function () {
    end(0);
    request.abort();
  }, 30000);
  request.send(body);
};

// The intake's clock. A phone that lost its own must not report 1970.
marsad.clock = {
  // The intake's time minus this phone's, milliseconds; null while nobody knows.
  ahead: null,

  now: function () {
    return new Date().getTime() + (marsad.clock.ahead || 0);
  },

  // Calls with whether the intake answered.
  ask: function (done) {
    'use strict';
    var before = new Date().getTime();
    marsad.request('GET', '/report/time', null, null, function (status, text) {
      var answered = status === 200 && /^[0-9]{13}$/.test(text); // another's log-in page is 200 too
      if (answered) {
        marsad.clock.ahead = Number(text) - Math.round((before + new Date().getTime()) / 2);
      }
      done(answered);
    });
  }
};
