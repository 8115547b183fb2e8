// In the one-file editions: shows the page that the address's fragment is in, and keeps the others
// out of the document, so that each page works just as it does alone. Another page is another load
// of the same file. Without scripts all pages stand one after another, and the links still work.
(function () {
  "use strict";
  var pages = Array.prototype.slice.call(document.querySelectorAll("[data-page]"));
  function wanted() {
    var id = "";
    try {
      // A presentation writes its step behind the slide: `#slide/2`.
      id = decodeURIComponent(location.hash.slice(1)).split("/")[0];
    } catch (_) {
      // A broken fragment is the first page.
    }
    var found = pages.filter(function (page) {
      return id && (page.id === id || page.querySelector('[id="' + CSS.escape(id) + '"]'));
    });
    return found[0] || (id === "main" && shown) || pages[0];
  }
  var shown = null;
  shown = wanted();
  pages.forEach(function (page) {
    if (page !== shown) page.remove();
  });
  delete document.documentElement.dataset.paged;
  document.querySelectorAll(".top nav a").forEach(function (link) {
    if (link.hash === "#" + shown.id) link.setAttribute("aria-current", "page");
  });
  var heading = shown.querySelector("h1");
  if (heading && shown !== pages[0]) document.title = heading.textContent + " · " + document.title;
  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target !== shown) target.scrollIntoView();
  else scrollTo(0, 0);
  addEventListener("hashchange", function () {
    if (wanted() !== shown) location.reload();
  });
})();
