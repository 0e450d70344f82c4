// What this phone keeps. Where it may not keep anything (a private window), memory stands in.
marsad.storeIn = function (kind) {
  'use strict';
  var memory = {};

  function lasting() {
    try {
      return window[kind];
    } catch (refused) {
      return null;
    }
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (notOurs) {
      return null;
    }
  }

  function isLasting(key) {
    return !Object.prototype.hasOwnProperty.call(memory, key);
  }

  return {
    // Whether what is kept under the key outlives the page.
    isLasting: isLasting,

    keep: function (key, value) {
      var text = JSON.stringify(value);
      try {
        lasting().setItem(key, text);
        delete memory[key];
      } catch (fullOrRefused) {
        memory[key] = text;
      }
    },

    read: function (key) {
      if (!isLasting(key)) {
        return parsed(memory[key]);
      }
      try {
        return parsed(lasting().getItem(key));
      } catch (refused) {
        return null;
      }
    },

    drop: function (key) {
      delete memory[key];
      try {
        lasting().removeItem(key);
      } catch (refused) {
        // then nothing was kept there
      }
    },

    all: function (prefix) {
      var keys = Object.keys(memory);
      var values = [];
      var i;
      try {
        for (i = 0; i < lasting().length; i++) {
          if (isLasting(lasting().key(i))) {
            keys.push(lasting().key(i));
          }
        }
      } catch (refused) {
        // memory is all there is
      }
      for (i = 0; i < keys.length; i++) {
        if (keys[i].indexOf(prefix) === 0 && this.read(keys[i])) {
          values.push(this.read(keys[i]));
        }
      }
      return values;
    }
  };
};
