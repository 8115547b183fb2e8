// Starts the browser program on a page that is already complete. The page never waits for it and
// loses nothing without it: whatever goes wrong here is told by `data-wasm="off"` on <html> alone.
(function () {
  "use strict";
  var root = document.documentElement;
  var own = new URL(document.currentScript.src || location.href);
  var folder = new URL(".", own).href;
  var islands = document.querySelectorAll("[data-island]");
  var special = document.querySelector("[data-program]");
  var name = special ? special.dataset.program : "browser";
  var started = false;
  var charts = null;

  // A file beside this one, in the same edition: `boot.js?v=1` asks for `browser.js?v=1`.
  function address(name) {
    return folder + name + own.search;
  }

  // Loads one of our classic scripts; the promise fails where the script does.
  function script(name) {
    if (window.explorerInlined) return Promise.resolve(); // a one-file edition has them all
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address(name);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  // A chart's data, a classic script too, so that it loads from disk.
  function option(name) {
    function known() {
      return window.explorerOptions && window.explorerOptions[name];
    }
    return Promise.resolve(known() || script("../data/charts/" + name + ".js")).then(known);
  }

  // Live ECharts and a chart's data, asked for by the browser program: ECharts is loaded once,
  // and tried again after a failure.
  window.explorerCharts = function (name) {
    charts =
      charts ||
      Promise.resolve(window.echarts || script("echarts.js")).then(
        function () {
          if (window.echarts) return window.echarts;
          charts = null;
          throw new Error("echarts.js did not load");
        },
        function (problem) {
          charts = null;
          throw problem;
        },
      );
    return Promise.all([charts, option(name)]);
  };

  // The data alone, for a picture to take away.
  window.explorerOption = option;

  // The program's bytes. From disk there is no fetch: a classic script carries them as base64.
  // Elsewhere we look at the bytes and not at their type, which many hosts get wrong.
  function program() {
    if (location.protocol === "file:" || window.explorerInlined) {
      return script(name + "_wasm.js").then(function () {
        return Uint8Array.from(atob(window[name + "Wasm"]), function (c) {
          return c.charCodeAt(0);
        });
      });
    }
    return fetch(address(name + "_bg.wasm")).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    });
  }

  function told(state) {
    root.dataset.wasm = state;
  }

  function start() {
    if (started) return;
    started = true;
    var late = setTimeout(told, 30000, "off");
    Promise.all([program(), script(name + ".js")])
      .then(function (loaded) {
        return wasm_bindgen({ module_or_path: loaded[0] });
      })
      .then(
        function () {
          told("on");
          again();
        },
        function () {
          told("off");
        },
      )
      .then(function () {
        clearTimeout(late);
      });
  }

  // What was pressed before the program could answer is pressed again once it can. The program may
  // have put its own buttons where ours stood: then the one at the same place is meant.
  var pressed = null;
  function remember(event) {
    var control = event.target.closest && event.target.closest("button, select");
    var island = control && control.closest("[data-island]");
    if (!island || root.dataset.wasm) return;
    var all = island.querySelectorAll(control.tagName);
    pressed = { island: island, control: control, at: [].indexOf.call(all, control), value: control.value };
  }
  function again() {
    if (!pressed) return;
    var control = pressed.control;
    if (!control.isConnected) control = pressed.island.querySelectorAll(control.tagName)[pressed.at];
    if (!control) return;
    if (control.tagName === "BUTTON") return control.click();
    control.value = pressed.value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // A page is complete as it is, so the program waits until a reader does more than read, or until
  // the address asks for something only it can show.
  function wake() {
    start();
    SIGNS.forEach(function (name) {
      removeEventListener(name, wake, true);
    });
  }
  var SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin"];

  // Large type, before anything else: this script comes beside the style sheet, so that a page in
  // large type is drawn so at once and no page waits for it. Storage may be forbidden.
  function large(on) {
    var toggle = document.querySelector("button.large");
    root.toggleAttribute("data-large", on);
    if (toggle) toggle.setAttribute("aria-pressed", on);
  }
  // It changes every line of a page. What stands below the screen keeps its room and waits for the
  // frame after the one that answers: that one costs what is in sight and no more.
  function inSightFirst(change, sight) {
    var waiting = [];
    (function below(element) {
      [].forEach.call(element.children, function (child) {
        var box = child.getBoundingClientRect();
        if (box.top > sight) waiting.push([child.style, box.height]);
        else if (box.bottom > sight && child.localName !== "svg") below(child);
      });
    })(document.body);
    waiting.forEach(function (one) {
      one[0].contentVisibility = "hidden";
      one[0].containIntrinsicBlockSize = one[1] + "px";
    });
    change();
    requestAnimationFrame(function () {
      setTimeout(function () {
        waiting.forEach(function (one) {
          one[0].contentVisibility = one[0].containIntrinsicBlockSize = "";
        });
      });
    });
  }
  try {
    if (localStorage.getItem("large")) large(true);
  } catch {}
  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("button.large")) return;
    var on = !root.hasAttribute("data-large");
    // Smaller type brings up what stood within two screens.
    inSightFirst(large.bind(null, on), innerHeight * (on ? 1 : 3));
    try {
      if (on) localStorage.setItem("large", "1");
      else localStorage.removeItem("large");
    } catch {}
  });

  // Ctrl+K or ⌘K leads to the search from any page: no single letter, which speech or a slip would press.
  function seek() {
    var field = document.querySelector("[role=search] input");
    if (field) field.focus();
    return field;
  }
  document.addEventListener("keydown", function (event) {
    if ((event.key || "").toLowerCase() !== "k" || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    var link = document.querySelector('a[aria-keyshortcuts]');
    if (!seek() && link) location.href = link.href.split("#")[0] + "#q";
  });
  if (location.hash === "#q") seek();

  if (!islands.length) return;
  if (typeof WebAssembly !== "object" || !window.Promise) return told("off");
  ["click", "change"].forEach(function (name) {
    document.addEventListener(name, remember, true);
  });
  SIGNS.forEach(function (name) {
    addEventListener(name, wake, { capture: true, passive: true });
  });
  if (location.search.length > 1) wake();
  // Who opens a briefing came to present it.
  else if (special) addEventListener("load", wake);
})();
