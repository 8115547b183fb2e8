// How long a page takes to answer: for every kind of interaction, the time from the reader's press to
// the next paint, as browsers report it (Event Timing, in steps of 8 ms), the CPU made slower. What
// else the machine does counts too: on a busy one the figures are too large, never too small.
import { wake } from "../browser/host.mjs";

const touch = (page, target) => (page.touch ? target.tap({ timeout: 2000 }) : target.click({ timeout: 2000 }));

/** A reader presses what stands still in sight. */
async function seen(page, target) {
  await target.evaluate((e) => e.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.waitForTimeout(250);
}

/** Presses what a selector finds, one after another, each twice where that takes it back. */
function press(selector, { most = 4, twice = false } = {}) {
  return async (page, told) => {
    const found = page.locator(selector).filter({ visible: true });
    const count = Math.min(most, await found.count());
    for (let i = 0; i < count; i++) {
      for (let time = 0; time < (twice ? 2 : 1); time++) {
        await seen(page, found.nth(i)).catch(() => {});
        await told(() => touch(page, found.nth(i)));
      }
    }
  };
}

/** Focuses what a selector finds and presses keys there. */
function keys(selector, names) {
  return async (page, told) => {
    const found = page.locator(selector).filter({ visible: true }).first();
    if (!(await found.count())) return;
    await seen(page, found);
    await found.focus();
    await page.waitForTimeout(150);
    for (const name of names) await told(() => page.keyboard.press(name));
  };
}

const chips = ["selection: chip", press(".selection .chips button", { twice: true })];
const pick = ["selection: list", keys(".selection select", ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"])];
const sources = ["sentences", press("main details.src > summary", { twice: true })];
const chart = ["chart: keys", keys(".picture[tabindex]", ["ArrowDown", "ArrowDown", "ArrowRight", "End", "Home", "Escape"])];
const menu = ["figure: menu", press("details.menu > summary", { most: 3, twice: true })];
const large = ["large type", press("button.large", { twice: true })];
const common = [chips, pick, sources, chart, menu, large];
const walk = ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home"];

/** What a reader can do, by page. */
const PAGES = {
  "": [["statement", press(".titled summary", { twice: true })]],
  "timeline/": [
    ["event", press(".event summary", { twice: true })],
    ["event: keys", keys('.event summary[tabindex="0"], .event > a[tabindex="0"]', [...walk, "Enter", "Escape"])],
  ],
  "compare/": [["order", press(".sorting button", { twice: true })]],
  "advice/": [],
  "actors/": [
    ["dossier", press(".actor > summary", { twice: true })],
    ["index link", press(".index a", { most: 4 })],
  ],
  "thread/": [
    ["end", press("a.node", { twice: true })],
    ["end, next", press("a.node")],
    ["all again", press(".picker .told button.chip")],
  ],
  "source/": [
    ["languages", press(".shown button", { twice: true })],
    ["what cites it", press(".foot summary", { twice: true })],
    ["copy", press(".foot .copy", { most: 3 })],
  ],
  "questions/": [["question link", press(".asked a", { most: 4 })]],
  "terms/": [["search: typing", keys("#q, .search input", [..."smart", ...Array(5).fill("Backspace"), ..."data"])]],
  "data/": [],
};

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];

/**
 * Every kind of interaction of a page: `{kind, median, worst, times}`, in milliseconds; `only` one
 * kind, and each press within `around`, for those who trace it.
 */
export async function measure(browser, url, folder, { width, height, touch, rate = 4, around = (act) => act(), only }) {
  const kinds = [...PAGES[folder.replace(/^en\//, "")], ...common];
  const results = [];
  for (const [kind, act] of kinds) {
    if (only && !kind.includes(only)) continue;
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
    const page = await context.newPage();
    page.touch = touch;
    await page.addInitScript(() => {
      window.answered = [];
      const note = (list) => list.getEntries().forEach((e) => e.interactionId && window.answered.push(e.duration));
      new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: true });
    });
    await page.goto(url);
    if (await page.locator("[data-island]").count()) await wake(page);
    const client = await context.newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    const times = [];
    await act(page, async (one) => {
      await page.evaluate(() => (window.answered.length = 0));
      await around(async () => {
        await one().catch(() => {});
        await page.waitForTimeout(150);
      }, { page, client, kind, times });
      times.push(Math.max(0, ...(await page.evaluate(() => window.answered))));
    });
    if (times.length) results.push({ kind, median: median(times), worst: Math.max(...times), times });
    await context.close();
  }
  return results;
}

export const folders = Object.keys(PAGES);
