// Starts the browser program on a page that is already complete. The page never waits for it and
// loses nothing without it: whatever goes wrong here is told by `data-wasm="off"` on <html> alone.
(function () {
  "use strict";
  var root = document.documentElement;
  var own = new URL(document.currentScript.src || location.href);
  var folder = new URL(".", own).href;
  var islands = document.querySelectorAll("[data-island]");
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

  // Live ECharts, asked for by the browser program: loaded once, tried again after a failure.
  window.explorerCharts = function () {
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
    return charts;
  };

  // The program's bytes. From disk there is no fetch: a classic script carries them as base64.
  // Elsewhere we look at the bytes and not at their type, which many hosts get wrong.
  function program() {
    if (location.protocol === "file:" || window.explorerInlined) {
      return script("browser_wasm.js").then(function () {
        return Uint8Array.from(atob(window.browserWasm), function (c) {
          return c.charCodeAt(0);
        });
      });
    }
    return fetch(address("browser_bg.wasm")).then(function (answer) {
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
    Promise.all([program(), script("browser.js")])
      .then(function (loaded) {
        return wasm_bindgen({ module_or_path: loaded[0] });
      })
      .then(
        function () {
          told("on");
        },
        function () {
          told("off");
        },
      )
      .then(function () {
        clearTimeout(late);
      });
  }

  // After the page has loaded, painted and come to rest.
  function soon() {
    if (document.readyState !== "complete") return addEventListener("load", soon, { once: true });
    requestAnimationFrame(function () {
      if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 2000 });
      else setTimeout(start, 100);
    });
  }

  // A reader who saves data gets the program on touching an island, not before.
  function touched(event) {
    if (event.target.closest && event.target.closest("[data-island]")) start();
  }

  if (!islands.length) return;
  if (typeof WebAssembly !== "object" || !window.Promise) return told("off");
  ["pointerdown", "focusin"].forEach(function (name) {
    document.addEventListener(name, touched, true);
  });
  if (navigator.connection && navigator.connection.saveData) return;
  if (location.search.length > 1 || !window.IntersectionObserver) return soon();
  var near = new IntersectionObserver(
    function (entries) {
      var seen = entries.some(function (entry) {
        return entry.isIntersecting;
      });
      if (!seen) return;
      near.disconnect();
      soon();
    },
    { rootMargin: "300px" },
  );
  islands.forEach(function (island) {
    near.observe(island);
  });
})();
