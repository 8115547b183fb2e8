// Only in previews (`cargo xtask serve`, `trunk serve`): reloads the page after each build, and lays
// what went wrong over it. Trunk's own script is inline, which our policy does not allow.
(function () {
  "use strict";
  var address = new URL("../.well-known/trunk/ws", document.currentScript.src);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  var overlay = null;

  function show(reason) {
    if (!overlay) {
      overlay = document.createElement("pre");
      overlay.setAttribute("role", "alert");
      Object.assign(overlay.style, {
        position: "fixed",
        inset: "0",
        zIndex: "2147483647",
        margin: "0",
        padding: "2rem",
        overflow: "auto",
        whiteSpace: "pre-wrap",
        font: "1rem/1.6 ui-monospace, monospace",
        color: "#111",
        background: "#fff4f2",
      });
      document.body.append(overlay);
    }
    overlay.textContent =
      "构建失败，页面仍是上一次的内容。详情见终端。\n" +
      "The build failed; this page is the last good one. The terminal says more.\n\n" +
      reason;
  }

  function connect(again) {
    var socket = new WebSocket(address);
    socket.onopen = function () {
      if (again) location.reload(); // the server was away: it has built since
    };
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      if (message.type === "reload") location.reload();
      if (message.type === "buildFailure") show(message.data.reason);
    };
    socket.onclose = function () {
      setTimeout(connect, 2000, true);
    };
  }

  connect(false);
})();
