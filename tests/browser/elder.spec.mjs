// Large type: on every page, remembered, nothing smaller to press, at 320 px too.
import { expect, test } from "@playwright/test";
import { host, pages } from "./host.mjs";

test("large type is remembered from page to page, and put away again", async ({ page }) => {
  const site = await host();
  await page.goto(site.url("source/index.html"));
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  const toggle = page.locator("button.large");
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await toggle.focus();
  await page.keyboard.press("Enter");
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  expect((await size()) / before).toBeGreaterThan(1.35);
  const heights = await page.locator("summary:visible").evaluateAll((all) => all.map((s) => s.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await page.goto(site.url("en/questions/index.html"));
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  expect((await size()) / before).toBeGreaterThan(1.35);
  await toggle.click();
  await page.goto(site.url("source/index.html"));
  expect(await size()).toBe(before);
  expect(page.url()).not.toContain("claim=");
  site.close();
});

test("where storage is forbidden it still works on the page", async ({ page }) => {
  const site = await host();
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("forbidden"); } }));
  const bad = [];
  page.on("pageerror", (e) => bad.push(String(e)));
  await page.goto(site.url("data/index.html"));
  await page.locator("button.large").click();
  await expect(page.locator("html")).toHaveAttribute("data-large", "");
  expect(bad).toEqual([]);
  site.close();
});

test("without script there is no toggle that does nothing", async ({ browser }) => {
  const site = await host();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url("data/index.html"));
  await expect(page.locator("button.large")).toBeHidden();
  await context.close();
  site.close();
});

test("at 320 px nothing is wider than the screen, small type or large", async ({ page }) => {
  test.setTimeout(120000);
  const site = await host();
  await page.setViewportSize({ width: 320, height: 640 });
  const mine = pages.filter((p) => /(source|questions|terms|data)\//.test(p) && !p.includes("embed"));
  expect(mine.length).toBe(8);
  for (const large of [false, true]) {
    for (const file of mine) {
      await page.goto(site.url(file));
      if ((await page.locator("html").getAttribute("data-large")) === null && large) await page.locator("button.large").click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${file} ${large}`).toBeLessThanOrEqual(320);
    }
  }
  site.close();
});
