// The page: words, fields, and a card for each report that this phone holds.
(function () {
  'use strict';
  var MEANS = ['UNKNOWN', 'AIRCRAFT', 'HELICOPTER', 'DRONE', 'MISSILE', 'ARTILLERY'];
  var TARGETS = ['RESIDENTIAL', 'HOSPITAL', 'SCHOOL', 'SHELTER', 'MARKET', 'BAKERY', 'PLACE_OF_WORSHIP', 'CAMP', 'WATER',
    'RESCUE_BASE', 'INDUSTRIAL', 'MILITARY', 'OTHER'];
  var TEXT_FIELDS = ['where', 'date', 'time', 'killed', 'injured', 'impacts', 'note'];
  var FIELD_OF = { // the intake's name: ours
    placeText: 'where', area: 'where', neighbourhood: 'where', occurredFrom: 'when', occurredUntil: 'when',
    timePrecision: 'when', killed: 'killed', injured: 'injured', impacts: 'impacts', delivery: 'delivery',
    targets: 'targets', lat: 'here', lon: 'here', radiusMetres: 'here', note: 'note'
  };
  var IN_MORE = ['impacts', 'delivery', 'targets', 'here', 'note'];
  var STALE = 300000;
  var kept = marsad.storeIn('localStorage');
  var outbox = marsad.outbox;
  var words;
  var reality;
  var chosenAt = 0;
  var point = null;
  var correcting = null;
  var faults = [];

  function at(id) {
    return document.getElementById(id);
  }

  function say(key, value) {
    return words[key].replace('{0}', value);
  }

  function show(id, visible) {
    at(id).className = at(id).className.replace(/ ?\boff\b/, '') + (visible ? '' : ' off');
  }

  function isShown(id) {
    return !/\boff\b/.test(at(id).className);
  }

  function each(list, action) {
    Array.prototype.forEach.call(list, action);
  }

  function add(parent, tag, text, className) {
    var element = document.createElement(tag);
    element.textContent = text;
    element.className = className || '';
    parent.appendChild(element);
    return element;
  }

  function radios() {
    return document.querySelectorAll('input[name=when]');
  }

  function boxes() {
    return document.querySelectorAll('#targets input');
  }

  function clockTime(ms) {
    var date = new Date(ms);
    return marsad.reading.two(date.getHours()) + ':' + marsad.reading.two(date.getMinutes());
  }

  function today() {
    var now = new Date(marsad.clock.now());
    return marsad.reading.isoDay([now.getFullYear(), now.getMonth(), now.getDate()]);
  }

  // ---- words

  function speak(language) {
    words = marsad.TEXTS[language];
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    each(document.querySelectorAll('[data-text]'), function (element) {
      element.textContent = words[element.getAttribute('data-text')];
    });
    at('language').textContent = words.language;
    at('language').lang = words.languageOfButton;
    at('drill').textContent = reality ? words[reality] : '';
    at('link-fault').textContent = words.noLink;
    each(at('delivery').options, function (option) { option.textContent = words[option.value]; });
    each(boxes(), function (box) { box.nextSibling.textContent = words[box.value]; });
    render();
  }

  // ---- fields

  function said() {
    var all = { when: '', chosenAt: chosenAt, delivery: '', targets: [], point: at('here').checked ? point : null };
    TEXT_FIELDS.forEach(function (id) { all[id] = at(id).value; });
    each(radios(), function (radio) { all.when = radio.checked ? radio.value : all.when; });
    each(boxes(), function (box) {
      if (box.checked) {
        all.targets.push(box.value);
      }
    });
    all.delivery = at('delivery').value === 'UNKNOWN' ? '' : at('delivery').value;
    return all;
  }

  function fill(all) {
    TEXT_FIELDS.forEach(function (id) { at(id).value = all ? all[id] : ''; });
    at('date').value = all && all.date || today();
    each(radios(), function (radio) { radio.checked = !!all && all.when === radio.value; });
    each(boxes(), function (box) { box.checked = !!all && all.targets.indexOf(box.value) >= 0; });
    at('delivery').value = all && all.delivery || 'UNKNOWN';
    chosenAt = all ? all.chosenAt : 0;
    point = all ? all.point : null;
    at('here').checked = !!point;
    at('here-state').textContent = '';
    show('more', !!all && (!!all.delivery || !!all.impacts || all.targets.length > 0 || !!point || !!all.note));
  }

  function openForm(entry) {
    correcting = entry;
    outbox.correct(entry);
    faults = entry ? entry.faults : [];
    fill(entry && entry.said);
    show('form', true);
    render();
    window.scrollTo(0, 0);
  }

  function closeForm() {
    correcting = null;
    faults = [];
    kept.drop('marsad-draft');
    fill(null);
    show('form', false);
  }

  function keepDraft() {
    if (!correcting) {
      kept.keep('marsad-draft', said());
    }
  }

  function changedField(event) {
    var fault = at('fault-' + (event.target.name || event.target.id));
    if (fault) {
      fault.className += ' past'; // it keeps its room: nothing may move under a finger
    }
    keepDraft();
    renderForm();
  }

  function submit(event) {
    var all = said();
    event.preventDefault();
    faults = marsad.reading.faults(all, new Date(marsad.clock.now()));
    if (faults.length === 0) {
      var old = correcting;
      closeForm();
      outbox.add(all, old ? old.reality : reality, old);
      window.scrollTo(0, 0);
    } else {
      render();
      document.querySelector('#form .fault:not(.off)').parentNode.scrollIntoView();
    }
  }

  function locate() {
    point = null;
    at('here-state').textContent = at('here').checked ? words.hereAsked : '';
    if (!at('here').checked) {
      return;
    }
    navigator.geolocation.getCurrentPosition(function (found) {
      point = {
        lat: found.coords.latitude,
        lon: found.coords.longitude,
        radiusMetres: Math.max(10, Math.ceil(found.coords.accuracy))
      };
      keepDraft();
      renderForm();
    }, function () {
      at('here').checked = false;
      renderForm();
      at('here-state').textContent = words.hereFailed;
    }, { enableHighAccuracy: true, timeout: 30000, maximumAge: 60000 });
  }

  // ---- what is seen

  function fieldOf(fault) {
    return fault.text ? fault.field : FIELD_OF[fault.field.split('.')[0]] || 'general';
  }

  function faultText(fault) {
    return fault.text ? say(fault.text, fault.value) : words.faultRefused;
  }

  function renderFaults() {
    var byField = {};
    faults.forEach(function (fault) {
      byField[fieldOf(fault)] = byField[fieldOf(fault)] || fault;
    });
    each(document.querySelectorAll('[id^=fault-]'), function (element) {
      var name = element.id.slice(6);
      var fault = byField[name];
      var input = at(name);
      element.className = 'fault';
      element.textContent = fault ? fault.field === 'source' ? words.faultLinkOfProgram : faultText(fault) : '';
      if (fault && !fault.text) {
        add(element, 'span', (name === 'general' ? fault.field + ': ' : '') + fault.expected).dir = 'ltr';
      }
      show(element.id, !!fault);
      if (fault && IN_MORE.indexOf(name) >= 0) {
        show('more', true);
      }
      if (input) {
        input.className = fault ? 'wrong' : '';
      }
    });
  }

  function renderForm() {
    var isRefused = !!correcting && correcting.state === 'refused';
    each(document.querySelectorAll('.choice'), function (label) {
      label.className = 'choice' + (label.querySelector('input').checked ? ' chosen' : '');
    });
    show('other-time', said().when === 'other');
    show('correcting', !!correcting);
    at('correcting').textContent = isRefused ? words.refused + '. ' + words.refusedWhy : words.correcting;
    show('cancel', !!correcting);
    at('send').textContent = correcting && !isRefused ? words.sendCorrection : words.send;
    at('more-button').textContent = isShown('more') ? words.less : words.more;
    at('more-button').setAttribute('aria-expanded', String(isShown('more')));
    if (point) {
      at('here-state').textContent = say('hereFound', point.radiusMetres);
    }
  }

  function renderClock() {
    var minutes = Math.abs(Math.round((marsad.clock.ahead || 0) / 60000));
    show('clock-fault', minutes > 5);
    at('clock-fault').textContent = say('clock', minutes < 120 ? say('minutes', minutes)
      : minutes < 2880 ? say('hours', Math.round(minutes / 60)) : say('days', Math.round(minutes / 1440)));
  }

  function summary(entry) {
    var happened = new Date(marsad.reading.moment(entry.said, entry.ahead || 0));
    var day = marsad.reading.isoDay([happened.getFullYear(), happened.getMonth(), happened.getDate()]);
    var parts = [entry.said.where];
    parts.push((day === today() ? '' : day + ' ')
      + (entry.said.when === 'other' && !entry.said.time ? '' : clockTime(happened.getTime())));
    ['killed', 'injured'].forEach(function (field) {
      if (entry.said[field]) {
        parts.push(words[field] + ' \u200e' + entry.said[field] + '\u200e');
      }
    });
    return parts.filter(function (part) { return part.trim(); });
  }

  function button(card, text, action) {
    var element = add(card, 'button', text, 'plain');
    element.type = 'button';
    element.onclick = action;
  }

  function asks(text, action) {
    return function () {
      if (window.confirm(text)) {
        action();
      }
    };
  }

  function headline(entry) {
    if (entry.state === 'received') {
      return say(entry.takenBack ? 'takenBack' : 'received', clockTime(entry.receivedAt));
    }
    return entry.state === 'refused' ? words.refused : outbox.isSending(entry) ? words.sending : words.kept;
  }

  function renderCard(entry) {
    var why = outbox.whyWaiting(entry);
    var card = add(at('reports'), 'div', '', 'report ' + entry.state);
    var line;
    card.setAttribute('data-id', entry.id);
    add(card, 'h2', headline(entry));
    line = add(card, 'p', '', 'said');
    summary(entry).forEach(function (part, index) {
      add(line, 'span', index ? ' · ' : '');
      add(line, 'bdi', part);
    });
    if (entry.state === 'received' && !entry.takenBack) {
      add(card, 'p', entry.place ? say('placeFound', entry.place[document.documentElement.lang]) : words.placeUnknown);
      add(card, 'p', words.ifYouKnowMore);
      button(card, words.correct, function () { openForm(entry); });
      button(card, words.takeBack, asks(words.confirmTakeBack, function () { outbox.takeBack(entry); }));
    } else if (entry.state === 'refused') {
      add(card, 'p', words.refusedWhy);
      button(card, words.correct, function () { openForm(entry); });
      button(card, words.remove, asks(words.confirmRemove, function () { outbox.remove(entry); }));
    } else if (entry.state === 'waiting' && !outbox.isSending(entry)) {
      add(card, 'p', why ? words[why] : '');
      if (why === 'otherLink') {
        button(card, words.sendAnyway, function () { outbox.adopt(entry); });
      } else {
        button(card, words.tryNow, function () { outbox.tryNow(); });
        button(card, words.correct, function () { openForm(entry); });
      }
      button(card, words.remove, asks(words.confirmRemove, function () { outbox.remove(entry); }));
    }
    if (entry.state !== 'received' && !outbox.isLasting(entry)) {
      add(card, 'p', words.notKept, 'fault');
    }
  }

  function render() {
    at('reports').textContent = '';
    outbox.all().forEach(function (entry) {
      if (!correcting || correcting.id !== entry.id) {
        renderCard(entry);
      }
    });
    show('another', !isShown('form'));
    renderForm();
    renderFaults();
    renderClock();
  }

  // ---- what happens

  function onOutbox(answered) {
    if (answered && answered.state === 'refused' && !isShown('form')) {
      openForm(answered);
    } else {
      render();
    }
  }

  // The part behind # never leaves the phone: it is in no log and no Referer.
  function openLink() {
    var parts = /^#?(.*?)(?:\/(exercise|test))?$/.exec(location.hash);
    reality = parts[2] ? parts[2].toUpperCase() : '';
    document.body.className = reality ? 'exercise' : '';
    show('drill', !!reality);
    show('link-fault', parts[1].length < 20);
    outbox.use(parts[1], onOutbox);
    speak(document.documentElement.lang);
    outbox.tryNow();
  }

  function build() {
    MEANS.forEach(function (means) { add(at('delivery'), 'option', '').value = means; });
    TARGETS.forEach(function (target) {
      var label = add(at('targets'), 'label', '', 'choice');
      var box = add(label, 'input', '');
      box.type = 'checkbox';
      box.value = target;
      add(label, 'span', '');
    });
    each(radios(), function (radio) {
      radio.onclick = function () { chosenAt = new Date().getTime(); };
    });
    at('form').addEventListener('submit', submit);
    at('form').addEventListener('change', changedField);
    at('form').addEventListener('input', keepDraft);
    at('here').onclick = locate;
    show('here-field', !!navigator.geolocation && window.isSecureContext !== false);
    at('more-button').onclick = function () {
      show('more', !isShown('more'));
      renderForm();
    };
    at('another').onclick = function () { openForm(null); };
    at('cancel').onclick = function () {
      closeForm();
      outbox.correct(null);
      render();
    };
    at('language').onclick = function () {
      kept.keep('marsad-language', words.languageOfButton);
      speak(words.languageOfButton);
    };
    window.addEventListener('hashchange', openLink);
    window.addEventListener('online', function () { outbox.tryNow(); });
    window.addEventListener('pageshow', function () { outbox.tryNow(); });
  }

  function start() {
    var draft = kept.read('marsad-draft');
    var language = kept.read('marsad-language') || (/^ar/.test(navigator.language || '') ? 'ar' : 'en');
    build();
    if (draft && new Date().getTime() - draft.chosenAt > STALE && draft.when !== 'other') {
      draft.when = ''; // “just now” of yesterday
    }
    fill(draft);
    show('form', !!draft || outbox.all().length === 0);
    document.documentElement.lang = language;
    show('broken', false);
    show('page', true);
    openLink();
    marsad.clock.ask(render);
  }

  start();
}());
