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
    for (const m of ["x", null, { kind: "state", slide: "<b>", step: 0, black: false, turn: 999 }, { kind: "go", slide: "gaps" }, { kind: "state", slide: "gaps", step: -1, black: 1, turn: 999 }]) c.postMessage(m);
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
