// What is opened and closed a hundred times leaves nothing behind.
import { expect, test } from "@playwright/test";
import { host, wake } from "./host.mjs";

/** Nodes and listeners of the page, after the garbage is gone. */
async function held(cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(["Nodes", "JSEventListeners"].map((name) => [name, metrics.find((m) => m.name === name).value]));
}

const CASES = {
  "statements": ["compare/index.html", (page) => page.evaluate(async () => {
    for (const open of [true, false]) {
      for (const details of document.querySelectorAll("details.src")) details.open = open;
      await new Promise(requestAnimationFrame);
    }
  })],
  "the order of rows": ["compare/index.html", async (page) => {
    for (const n of [1, 0]) {
      await page.locator(".sorting button").nth(n).evaluate((b) => b.click());
      // Rows follow in the next frame.
      await expect.poll(() => page.locator(".matrix .group").count().then((some) => some > 0)).toBe(n === 1);
    }
  }],
  "results": ["terms/index.html", async (page) => {
    // Set, not typed: typing is kept by the browser so that it can be undone.
    for (const [query, some] of [["制造", true], ["", false]]) {
      await page.locator("#q").evaluate((q, query) => {
        q.value = query;
        q.dispatchEvent(new Event("input", { bubbles: true }));
      }, query);
      await expect.poll(() => page.locator(".hit").count().then((n) => n > 0)).toBe(some);
    }
  }],
  "a citation": ["source/index.html", async (page) => {
    await page.locator("#p1s1 .copy").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".cite")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator(".cite")).toBeHidden();
  }],
  "a live chart in both forms": ["embed/network/index.html", async (page) => {
    for (const [width, form] of [[400, "narrow"], [1000, "wide"]]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => document.querySelector(".picture").dispatchEvent(new PointerEvent("pointerenter")));
      await expect(page.locator(`.${form}[data-live] .stage svg`)).toHaveCount(1);
      await expect(page.locator(".stage")).toHaveCount(1);
    }
  }],
};

for (const [name, [file, turn]] of Object.entries(CASES)) {
  test(`${name}: a hundred times leave nothing behind`, async ({ page }) => {
    test.setTimeout(240000);
    const site = await host();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    await page.goto(site.url(file));
    await wake(page);
    // What is loaded, and kept, once.
    for (let i = 0; i < 5; i++) await turn(page);
    const before = await held(cdp);
    for (let i = 0; i < 100; i++) await turn(page);
    const after = await held(cdp);
    // Less than one for every second time: a leak is one each time, or more.
    expect(after.Nodes - before.Nodes, JSON.stringify([before, after])).toBeLessThan(50);
    expect(after.JSEventListeners - before.JSEventListeners, JSON.stringify([before, after])).toBeLessThan(50);
    site.close();
  });
}
