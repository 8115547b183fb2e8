// Presenting a briefing: keys, address, builds, the presenter's window, paper.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, host } from "./host.mjs";

const here = (page) => page.evaluate(() => document.querySelector(".slide[data-here]")?.id);
const open = async (page, url) => {
  await page.goto(url);
  await expect(page.locator("html")).toHaveAttribute("data-show", /.+/);
};

for (const lang of ["", "en/"]) {
  test(`keys walk the deck, and the address says where (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}briefing/short/index.html`));
    await page.locator("[data-do=start]").click();
    await expect(page.locator("html")).toHaveAttribute("data-show", "slides");
    const ids = await page.locator(".slide").evaluateAll((l) => l.map((s) => s.id));
    expect(await here(page)).toBe(ids[0]);
    await page.keyboard.press("PageDown");
    expect(await here(page)).toBe(ids[1]);
    const hidden = () => page.locator(".slide[data-here] [data-step]:not([data-on])").count();
    const rest = await hidden();
    expect(rest).toBeGreaterThan(0);
    await page.keyboard.press(" ");
    expect(await hidden()).toBe(rest - 1);
    expect(page.url()).toContain(`#${ids[1]}/1`);
    await page.setViewportSize({ width: 1024, height: 768 });
    expect(await hidden()).toBe(rest - 1);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-show", "slides");
    expect(await here(page)).toBe(ids[1]);
    expect(await hidden()).toBe(rest - 1);
    await page.keyboard.press("End");
    expect(await here(page)).toBe(ids.at(-1));
    await page.keyboard.press("ArrowRight");
    expect(await here(page)).toBe(ids.at(-1));
    await page.keyboard.press("Home");
    expect(await here(page)).toBe(ids[0]);
    await page.evaluate(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", isComposing: true, bubbles: true })));
    expect(await here(page)).toBe(ids[0]);
    for (let i = 0; i < 50; i++) await page.keyboard.press("ArrowRight");
    expect(await here(page)).toBe(ids.at(-1));
    await expect(page.locator(".told")).toContainText(`${ids.length}`);
    await page.keyboard.press("b");
    await expect(page.locator("html")).toHaveAttribute("data-black", "");
    await page.keyboard.press("b");
    await expect(page.locator("html")).not.toHaveAttribute("data-black", "");
    await page.keyboard.press("o");
    await expect(page.locator(".slide:visible")).toHaveCount(ids.length);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.locator("dialog[open]")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.locator("html")).not.toHaveAttribute("data-show", /.*/);
    await expect(page.locator("h1")).toBeVisible();
    site.close();
  });
}

test("two windows go together, alone, and together again", async ({ context }) => {
  const site = await host();
  const url = site.url("en/briefing/short/index.html");
  const one = await context.newPage();
  await open(one, `${url}?present=1`);
  let two = await context.newPage();
  await open(two, `${url}?presenter=1`);
  await one.bringToFront();
  await one.keyboard.press("End");
  const last = await here(one);
  await expect.poll(() => here(two)).toBe(last);
  await two.bringToFront();
  await two.keyboard.press("Home");
  const first = await here(two);
  await expect.poll(() => here(one)).toBe(first);
  await two.close();
  await one.bringToFront();
  await one.keyboard.press("PageDown");
  const second = await here(one);
  expect(second).not.toBe(first);
  two = await context.newPage();
  await open(two, `${url}?presenter=1`);
  await expect.poll(() => here(two)).toBe(second);
  await expect(two.locator(".slide[data-here] .say")).toBeVisible();
  await expect(two.locator("[data-time=left]")).toContainText(":");
  // What is no message of ours changes nothing.
  await two.evaluate(() => {
    const c = new BroadcastChannel(`briefing ${location.pathname}`);
    for (const m of ["x", null, { kind: "state", slide: "<b>", step: 0, point: 0, black: false, turn: 999, began: 0 }, { kind: "go", slide: "gaps" }, { kind: "state", slide: "gaps", step: -1, point: 0, black: 1, turn: 999, began: 0 }]) c.postMessage(m);
  });
  await one.keyboard.press("Home");
  await expect.poll(() => here(two)).toBe(first);
  site.close();
});

test("where no window may open, the notes stand below the slide", async ({ page }) => {
  const site = await host();
  await page.addInitScript(() => { window.open = () => null; Storage.prototype.getItem = () => { throw new Error("no"); }; });
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await open(page, site.url("briefing/short/index.html?present=1"));
  await page.keyboard.press("p");
  await expect(page.locator("html")).toHaveAttribute("data-show", "split");
  await expect(page.locator(".slide[data-here] .say")).toBeVisible();
  await expect(page.locator(".told[data-note]")).toBeVisible();
  expect(errors).toEqual([]);
  site.close();
});

test("it presents from disk", async ({ page }) => {
  await open(page, `${pathToFileURL(path.join(dist, "briefing/short/index.html")).href}?present=1`);
  await page.keyboard.press("End");
  await expect(page.locator(".slide[data-here] .inner")).toBeVisible();
});

test("without script it is a document; on paper all is there", async ({ browser }) => {
  const site = await host();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url("briefing/short/index.html"));
  const slides = await page.locator(".slide").count();
  await expect(page.locator(".say:visible")).toHaveCount(slides);
  await expect(page.locator(".begin")).toBeHidden();
  await page.locator(".slide summary").first().click();
  await expect(page.locator(".slide [data-claim] q").first()).toBeVisible();
  await context.close();
  const scripted = await browser.newPage();
  await open(scripted, site.url("briefing/long/index.html?present=1#thread"));
  await scripted.emulateMedia({ media: "print" });
  const all = await scripted.locator(".slide").count();
  await expect(scripted.locator(".slide .say:visible")).toHaveCount(all);
  await expect(scripted.locator("#thread [data-step]").last()).toHaveCSS("visibility", "visible");
  await scripted.close();
  site.close();
});

/** What is too small or does not fit on the slide that is shown. */
const faults = () => {
  const out = [];
  const inner = document.querySelector(".slide[data-here] .inner");
  const frame = inner.getBoundingClientRect();
  for (const box of [inner, inner.querySelector(".show")]) {
    if (box.scrollHeight > box.clientHeight + 1) out.push(`${box.className} overflows by ${box.scrollHeight - box.clientHeight}`);
  }
  const walk = document.createTreeWalker(inner, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const r = range.getBoundingClientRect();
    const svg = node.parentElement.ownerSVGElement;
    const scale = svg?.viewBox.baseVal?.width ? svg.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize) * scale;
    if (size < frame.height / 40 - 0.05) out.push(`${size} px: ${node.data}`);
    if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1) out.push(`outside: ${node.data}`);
  }
  return out;
};

for (const [width, height] of [[1280, 720], [1024, 768]]) {
  for (const lang of ["", "en/"]) {
    test(`every slide fits and can be read from the back, ${width} × ${height} (${lang || "zh"})`, async ({ page }) => {
      const site = await host();
      await page.setViewportSize({ width, height });
      for (const cut of ["short", "medium", "long"]) {
        await open(page, site.url(`${lang}briefing/${cut}/index.html?present=1`));
        for (const id of await page.locator(".slide").evaluateAll((l) => l.map((s) => s.id))) {
          await page.evaluate((to) => (location.hash = to), id);
          await expect.poll(() => here(page)).toBe(id);
          expect(await page.evaluate(faults), `${cut} ${id}`).toEqual([]);
        }
      }
      site.close();
    });
  }
}

// What a projector, a browser or a hand may do.

/** Every error that a page throws from now on. */
const errors = (page) => {
  const found = [];
  page.on("pageerror", (e) => found.push(String(e)));
  return found;
};
const at = (page) => page.evaluate(() => `${document.querySelector(".slide[data-here]").id} ${document.querySelectorAll(".slide[data-here] [data-step][data-on]").length}`);

test("fifty fast presses land where fifty slow ones do", async ({ page }) => {
  const site = await host();
  const thrown = errors(page);
  await open(page, site.url("briefing/long/index.html?present=1"));
  const presses = (key, n) => page.evaluate(([key, n]) => {
    for (let i = 0; i < n; i++) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }, [key, n]);
  await presses("PageDown", 50);
  const fast = await at(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 50; i++) await page.keyboard.press("PageDown");
  expect(await at(page)).toBe(fast);
  await presses("PageUp", 50);
  expect(await at(page)).toMatch(/^problems 0$/);
  expect(thrown).toEqual([]);
  site.close();
});

test("keys that an input method is composing with are left to it", async ({ page }) => {
  const site = await host();
  await open(page, site.url("briefing/short/index.html?present=1"));
  const before = await at(page);
  const prevented = await page.evaluate(() => {
    const press = (key, more) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    return [press("b", { isComposing: true }), press("Process", {}), press(" ", { keyCode: 229 }), press("ArrowRight", { ctrlKey: true })];
  });
  expect(prevented).toEqual([false, false, false, false]);
  expect(await at(page)).toBe(before);
  await page.keyboard.press("ArrowRight");
  expect(await at(page)).not.toBe(before);
  site.close();
});

test("a finger's stroke turns the slide; up and down scrolls", async ({ browser }) => {
  const site = await host();
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const thrown = errors(page);
  await open(page, site.url("briefing/short/index.html?present=1"));
  const first = await here(page);
  const client = await context.newCDPSession(page);
  const stroke = async (from, to) => {
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from[0], y: from[1] }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: to[0], y: to[1] }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await stroke([800, 300], [300, 310]);
  await expect.poll(() => here(page)).not.toBe(first);
  await stroke([300, 300], [800, 310]);
  await expect.poll(() => here(page)).toBe(first);
  await stroke([500, 600], [560, 100]);
  expect(await here(page)).toBe(first);
  await page.touchscreen.tap(900, 400);
  await expect.poll(() => here(page)).not.toBe(first);
  expect(thrown).toEqual([]);
  await context.close();
  site.close();
});

const REFUSALS = {
  "full screen rejects": () => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("no")); },
  "full screen throws": () => { Element.prototype.requestFullscreen = () => { throw new Error("no"); }; },
  "full screen is missing": () => { delete Element.prototype.requestFullscreen; },
};
for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`${name}: it is said, and the presentation goes on`, async ({ page }) => {
    const site = await host();
    const thrown = errors(page);
    await page.addInitScript(refuse);
    await open(page, site.url("en/briefing/short/index.html?present=1"));
    await page.keyboard.press("f");
    await expect(page.locator(".told[data-note]")).toContainText("full screen");
    await page.keyboard.press("End");
    await expect(page.locator(".slide[data-here] .inner")).toBeVisible();
    await expect(page.locator(".told[data-note]")).toHaveCount(0);
    expect(thrown).toEqual([]);
    site.close();
  });
}

const WITHOUT = {
  "no wake lock": () => { delete Navigator.prototype.wakeLock; },
  "a wake lock that rejects": () => { Object.defineProperty(Navigator.prototype, "wakeLock", { get: () => ({ request: () => Promise.reject(new DOMException("no")) }) }); },
  "a wake lock that throws": () => { Object.defineProperty(Navigator.prototype, "wakeLock", { get: () => { throw new Error("no"); } }); },
  "storage that throws": () => {
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: () => { throw new DOMException("no", "SecurityError"); } });
  },
  "storage that is full": () => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; },
  "no channel between windows": () => { delete window.BroadcastChannel; },
  "an address that may not be rewritten": () => { History.prototype.replaceState = () => { throw new DOMException("no", "SecurityError"); }; },
};
for (const [name, without] of Object.entries(WITHOUT)) {
  test(`with ${name} it presents all the same`, async ({ page }) => {
    const site = await host();
    const thrown = errors(page);
    await page.addInitScript(without);
    await open(page, site.url("briefing/short/index.html?present=1"));
    await page.keyboard.press("End");
    const last = await page.locator(".slide").last().getAttribute("id");
    expect(await here(page)).toBe(last);
    await page.keyboard.press("Escape");
    await expect(page.locator("html")).not.toHaveAttribute("data-show", /.*/);
    await page.locator("[data-do=start]").first().click();
    await expect(page.locator("html")).toHaveAttribute("data-show", "slides");
    expect(thrown).toEqual([]);
    site.close();
  });
}

test("a window that changes its size in mid-build keeps its place and fits", async ({ page }) => {
  const site = await host();
  await open(page, site.url("en/briefing/long/index.html?present=1#thread/2"));
  const before = await at(page);
  expect(before).toMatch(/^thread [1-9]/);
  for (const [width, height] of [[1024, 768], [1920, 1080], [800, 600], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    expect(await at(page)).toBe(before);
    expect(await page.evaluate(faults), `${width} × ${height}`).toEqual([]);
  }
  await page.keyboard.press("ArrowRight");
  expect(await at(page)).not.toBe(before);
  site.close();
});

/** What is cut off or lies upon something else on paper. */
const cutOff = () => {
  const out = [];
  for (const slide of document.querySelectorAll(".slide")) {
    const outer = slide.getBoundingClientRect();
    const notes = slide.querySelector(".say p").getBoundingClientRect();
    if (notes.bottom > outer.bottom + 1) out.push(`${slide.id}: notes end ${notes.bottom - outer.bottom} px below their box`);
    if (notes.top < slide.querySelector(".face").getBoundingClientRect().bottom) out.push(`${slide.id}: notes begin on the slide`);
    for (const box of [slide, ...slide.querySelectorAll(".board, .face, .inner, .show, .say, .tiles > li")]) {
      if (box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 0) out.push(`${slide.id} ${box.className}: ${box.scrollHeight - box.clientHeight} px too high`);
      if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0) out.push(`${slide.id} ${box.className}: ${box.scrollWidth - box.clientWidth} px too wide`);
    }
  }
  return out;
};

for (const lang of ["", "en/"]) {
  test(`on paper nothing is cut off, in any cut (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    // A4 across, without its margins.
    const page = await browser.newPage({ viewport: { width: 1032, height: 703 } });
    await page.emulateMedia({ media: "print" });
    for (const cut of ["short", "medium", "long"]) {
      await page.goto(site.url(`${lang}briefing/${cut}/index.html`));
      expect(await page.evaluate(cutOff), cut).toEqual([]);
    }
    // Notes far too long for half a sheet take more room.
    await page.evaluate(() => {
      const notes = document.querySelector(".say p");
      notes.textContent = notes.textContent.repeat(12);
    });
    expect(await page.evaluate(cutOff)).toEqual([]);
    await page.close();
    site.close();
  });
}

test("printing while presenting prints the whole cut, from any slide, built or black", async ({ page }) => {
  const site = await host();
  const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  await page.goto(site.url("en/briefing/long/index.html"));
  const whole = await sheets();
  const slides = await page.locator(".slide").count();
  expect(whole).toBe(Math.ceil(slides / 2));
  await open(page, site.url("en/briefing/long/index.html?present=1#timeline"));
  expect(await sheets()).toBe(whole);
  await page.keyboard.press("]");
  await page.keyboard.press("o");
  expect(await sheets()).toBe(whole);
  await page.keyboard.press("o");
  await page.keyboard.press("b");
  expect(await sheets()).toBe(whole);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".slide .say:visible")).toHaveCount(slides);
  await expect(page.locator("#timeline [data-step]").last()).toHaveCSS("visibility", "visible");
  await expect(page.locator(".pointed:visible")).toHaveCount(0);
  for (const part of await page.locator("#timeline .mark").all()) await expect(part).toHaveCSS("opacity", "1");
  site.close();
});

for (const [lang, words] of [["", "编者归纳"], ["en/", "Editors’ reading"]]) {
  test(`a presenter points at a bar, with keys and the mouse (${lang || "zh"})`, async ({ context }) => {
    const site = await host();
    const url = site.url(`${lang}briefing/long/index.html`);
    const one = await context.newPage();
    const thrown = errors(one);
    await open(one, `${url}?present=1#check-a-statement`);
    const two = await context.newPage();
    await open(two, `${url}?presenter=1#check-a-statement`);
    const bars = one.locator(".slide[data-here] .bars [data-say]");
    const pointed = (page) => page.evaluate(() => [...document.querySelectorAll("[data-at]")].map((e) => e.dataset.say ?? e.dataset.claim));
    await one.bringToFront();
    await one.keyboard.press("Shift+ArrowRight");
    const first = await bars.nth(0).getAttribute("data-say");
    expect(await pointed(one)).toEqual([first]);
    await expect(one.locator(".slide[data-here] .pointed")).toContainText(first);
    await expect(one.locator(".told")).toContainText(first);
    await expect(bars.nth(1)).toHaveCSS("opacity", "0.22");
    // As data in the other window, which marks its own.
    await expect.poll(() => pointed(two)).toEqual([first]);
    await expect(two.locator(".slide[data-here] .pointed")).toContainText(first);
    await one.keyboard.press("]");
    const second = await bars.nth(1).getAttribute("data-say");
    expect(second).toContain(words);
    expect(await pointed(one)).toEqual([second]);
    await one.keyboard.press("[");
    await one.keyboard.press("[");
    expect(await pointed(one)).toEqual([]);
    // Large enough for the back of the room.
    await bars.nth(2).hover();
    const third = await bars.nth(2).getAttribute("data-say");
    expect(await pointed(one)).toEqual([third]);
    expect(await one.evaluate(faults)).toEqual([]);
    await expect.poll(() => pointed(two)).toEqual([third]);
    await one.locator(".slide[data-here] h2").hover();
    expect(await pointed(one)).toEqual([]);
    // A press keeps it, and does not turn the slide; Escape lets go and does not end.
    await bars.nth(0).click();
    await one.locator(".slide[data-here] h2").hover();
    expect(await pointed(one)).toEqual([first]);
    expect(await here(one)).toBe("check-a-statement");
    await one.keyboard.press("Escape");
    expect(await pointed(one)).toEqual([]);
    await expect(one.locator("html")).toHaveAttribute("data-show", "slides");
    // The presenter's own window points too; the next slide starts without.
    await two.bringToFront();
    await two.keyboard.press("]");
    await expect.poll(() => pointed(one)).toEqual([first]);
    await two.keyboard.press("ArrowRight");
    await expect.poll(() => pointed(one)).toEqual([]);
    await expect(one.locator(".pointed")).toHaveCount(0);
    expect(thrown).toEqual([]);
    site.close();
  });
}

test("whatever states something can be pointed at, once it is built, and shows its sentences", async ({ page }) => {
  const site = await host();
  await open(page, site.url("en/briefing/long/index.html?present=1#timeline"));
  const count = () => page.locator("[data-at]").count();
  const built = await page.evaluate(() => [...document.querySelectorAll("#timeline [data-claim]")].filter((e) => !e.closest("details") && !(e.closest("[data-step]") && !e.closest("[data-on]"))).length);
  const all = await page.locator("#timeline .show [data-claim]").count();
  expect(built).toBeLessThan(all);
  for (let i = 0; i < built; i++) {
    await page.keyboard.press("]");
    expect(await count()).toBe(1);
    expect(await page.locator("[data-at]").first().isVisible()).toBe(true);
    await expect(page.locator(".pointed")).toContainText(/p\d+s\d+/);
    expect(await page.evaluate(faults)).toEqual([]);
  }
  await page.keyboard.press("]");
  expect(await count()).toBe(0);
  site.close();
});

for (const storage of ["kept", "forbidden"]) {
  test(`clock and time left survive a reload of either window, storage ${storage}`, async ({ context }) => {
    const site = await host();
    if (storage === "forbidden") await context.addInitScript(WITHOUT["storage that throws"]);
    const url = site.url("briefing/short/index.html");
    const one = await context.newPage();
    await open(one, `${url}?present=1`);
    const two = await context.newPage();
    await open(two, `${url}?presenter=1`);
    // As if both had begun two minutes and five seconds ago.
    await two.evaluate(() => {
      const began = Math.floor(Date.now() / 1000) * 1000 - 125_000;
      new BroadcastChannel(`briefing ${location.pathname}`).postMessage({ kind: "state", slide: document.querySelector(".slide").id, step: 0, point: 0, black: false, turn: 50, began });
    });
    const elapsed = (page) => page.evaluate(() => document.querySelector("[data-time=elapsed]").textContent);
    const left = (page) => page.evaluate(() => document.querySelector("[data-time=left]").textContent);
    for (const page of [one, two]) await expect.poll(() => elapsed(page)).toMatch(/^2:/);
    for (const page of [two, one]) {
      await page.reload();
      await open(page, page.url());
      await expect.poll(() => elapsed(page)).toMatch(/^2:/);
      await expect.poll(() => left(page)).toMatch(/^0:/);
    }
    if (storage === "kept") {
      // Alone, too.
      await two.close();
      await one.reload();
      await expect.poll(() => elapsed(one)).toMatch(/^2:/);
    }
    await one.keyboard.press("r");
    await expect.poll(() => elapsed(one)).toMatch(/^0:/);
    site.close();
  });
}

test("two windows meet again at once after a reload or a reopening, and within a second when out of step", async ({ context }) => {
  const site = await host();
  // Time stands still unless it is told to go on: what happens in between, messages alone have done.
  await context.clock.install({ time: new Date("2026-03-02T09:00:00") });
  await context.addInitScript(() => {
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (data) {
      if (!window.unheard) post.call(this, data);
    };
  });
  const url = site.url("en/briefing/medium/index.html");
  const one = await context.newPage();
  await open(one, `${url}?present=1`);
  let two = await context.newPage();
  await open(two, `${url}?presenter=1`);
  await context.clock.pauseAt(new Date("2026-03-02T10:00:00"));
  await one.keyboard.press("End");
  await expect.poll(() => at(two)).toBe(await at(one));
  // The other moves on while this one loads again, as it was.
  const old = two.url();
  await two.goto("about:blank");
  await one.keyboard.press("Home");
  await one.keyboard.press("PageDown");
  await two.goto(old);
  await expect.poll(() => at(two)).toBe(await at(one));
  await two.close();
  await one.keyboard.press("PageDown");
  two = await context.newPage();
  await open(two, old);
  await expect.poll(() => at(two)).toBe(await at(one));
  // Neither hears the other; each goes on alone.
  for (const page of [one, two]) await page.evaluate(() => { window.unheard = true; });
  await one.keyboard.press("End");
  await two.keyboard.press("Home");
  await two.keyboard.press("PageDown");
  expect(await at(two)).not.toBe(await at(one));
  for (const page of [one, two]) await page.evaluate(() => { window.unheard = false; });
  expect(await at(two)).not.toBe(await at(one));
  await context.clock.runFor(1000);
  await expect.poll(async () => (await at(two)) === (await at(one))).toBe(true);
  site.close();
});
