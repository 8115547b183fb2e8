// What a reader does, in both languages, with and without scripts, on any host.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, host, pages } from "./host.mjs";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** Collects what must never happen: errors, policy violations, requests elsewhere. */
async function watch(page, origin) {
  const bad = [];
  page.on("pageerror", (e) => bad.push(`error: ${e}`));
  page.on("console", (m) => m.type() === "error" && bad.push(`console: ${m.text()}`));
  page.on("request", (r) => !r.url().startsWith(origin) && !r.url().startsWith("data:") && bad.push(`foreign: ${r.url()}`));
  return bad;
}

test("there is a page of each kind in each language", () => {
  expect(pages.filter((p) => p.startsWith("en/")).length).toBe(pages.length / 2);
  expect(pages.length).toBe(28);
});

for (const prefix of ["/", "/a/b/", "/政策 100% #1/"]) {
  test(`every page and link works at ${prefix}`, async ({ page }) => {
    const site = await host(prefix);
    const bad = await watch(page, site.origin);
    for (const file of pages) {
      await page.goto(site.url(file));
      await expect(page.locator("h1")).toHaveCount(1);
      const broken = await page.evaluate(async () => {
        const out = [];
        for (const a of document.querySelectorAll("a[href]")) {
          if (a.origin !== location.origin) out.push(a.href);
          else if (a.pathname === location.pathname && a.hash && !document.getElementById(decodeURIComponent(a.hash.slice(1)))) out.push(a.href);
        }
        return out;
      });
      expect(broken, file).toEqual([]);
      const local = await page.evaluate(() => [...new Set([...document.querySelectorAll("a[href]")].map((a) => a.href.split("#")[0]))]);
      for (const url of local) expect((await page.request.get(url)).status(), `${file} → ${url}`).toBe(200);
    }
    expect(bad).toEqual([]);
    site.close();
  });
}

for (const lang of ["", "en/"]) {
  test(`without script all is readable (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang}source/index.html`));
    expect(await page.locator("[data-sentence]").count()).toBe(44);
    await page.goto(site.url(`${lang}index.html`));
    await page.locator("details.src summary").first().click();
    await expect(page.locator("details.src blockquote").first()).toBeVisible();
    await page.locator("details.src[open] blockquote a").first().click();
    await expect(page).toHaveURL(/source\/index\.html#p\d+s\d+$/);
    await page.goBack();
    await expect(page.locator("h1")).toBeVisible();
    await context.close();
    site.close();
  });

  test(`the timeline is filtered, and the address says so (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    const bad = await watch(page, site.origin);
    await page.goto(site.url(`${lang}timeline/index.html`));
    const all = await page.locator(".event").count();
    const chip = page.locator("button.chip[aria-pressed]").nth(2);
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    expect(page.url()).toContain("place=");
    const shown = await page.locator(".event:visible").count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    await expect(page.locator(".controls [role=status]")).toContainText(String(shown));
    await page.reload();
    await expect(page.locator(".event:visible")).toHaveCount(shown);
    await page.goBack();
    await expect(page.locator(".event:visible")).toHaveCount(all);
    await page.locator(".event").first().focus();
    await page.keyboard.press("End");
    await expect(page.locator(".event").last()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(".event").last().locator("details")).toHaveAttribute("open", "");
    expect(bad).toEqual([]);
    site.close();
  });

  test(`columns of the comparison are chosen (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}compare/index.html?place=nowhere`));
    await expect(page.locator("#table thead [data-place]:visible")).toHaveCount(3);
    await page.locator("button.chip[aria-pressed]").first().click();
    await expect(page.locator("#table thead [data-place]:visible")).toHaveCount(1);
    site.close();
  });
}

const broken = {
  "is missing": { status: 404, body: "" },
  "is an HTML page": { body: "<!doctype html><p>hello" },
  "is cut short": { type: "application/wasm", body: fs.readFileSync(path.join(dist, "assets/browser_bg.wasm")).subarray(0, 5000) },
};
for (const [how, answer] of Object.entries(broken)) {
  test(`all stays readable when the Wasm ${how}`, async ({ page }) => {
    const site = await host("/", (file) => (file.endsWith(".wasm") ? answer : undefined));
    await page.goto(site.url("timeline/index.html"));
    await expect(page.locator("html")).toHaveAttribute("data-wasm", "off");
    await expect(page.locator("a.chip").first()).toBeVisible();
    expect(await page.locator(".event:visible").count()).toBeGreaterThan(10);
    site.close();
  });
}

test("a host may give the Wasm a wrong type", async ({ page }) => {
  const body = fs.readFileSync(path.join(dist, "assets/browser_bg.wasm"));
  const site = await host("/", (file) => (file.endsWith(".wasm") ? { type: "text/plain", body } : undefined));
  await page.goto(site.url("timeline/index.html"));
  await expect(page.locator("button.chip[aria-pressed]").first()).toBeVisible();
  site.close();
});

test("the folder works from disk, filters too", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(dist, "en/timeline/index.html")).href);
  await page.locator("button.chip[aria-pressed]").nth(1).click();
  await expect(page.locator("button.chip[aria-pressed=true]")).toHaveCount(1);
});

test("the layout does not shift", async ({ page }) => {
  const site = await host();
  for (const file of ["timeline/index.html", "en/compare/index.html"]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(site.url(file));
    await expect(page.locator("button.chip[aria-pressed]").first()).toBeVisible();
    const shift = await page.evaluate(() => new Promise((done) => new PerformanceObserver((l) => done(l.getEntries().reduce((n, e) => n + e.value, 0))).observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 300)));
    expect(shift, file).toBe(0);
  }
  site.close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing, ${scheme}, ${width} px wide`, async ({ browser }) => {
      test.setTimeout(120000);
      const site = await host();
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      for (const file of pages) {
        await page.goto(site.url(file));
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        const list = found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`);
        expect(list, file).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} is wider than the screen`).toBe(true);
      }
      await context.close();
      site.close();
    });
  }
}

test("a chart comes to life in the same box, and keys read it out", async ({ page }) => {
  const site = await host();
  const bad = await watch(page, site.origin);
  await page.goto(site.url("en/compare/index.html"));
  const picture = page.locator("figure[data-chart] .picture").first();
  await picture.scrollIntoViewIfNeeded();
  await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
  const before = await picture.boundingBox();
  await picture.focus();
  await expect(page.locator("figure[data-live]")).toHaveCount(1);
  const after = await picture.boundingBox();
  expect(Math.abs(after.height - before.height)).toBeLessThan(1);
  await page.keyboard.press("ArrowDown");
  const row = await page.locator("figure tbody tr").first().locator("td").first().textContent();
  await expect(page.locator("figure .said")).toContainText(row);
  expect(bad).toEqual([]);
  site.close();
});
