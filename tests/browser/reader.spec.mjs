// What a reader does, in both languages, with and without scripts, on any host.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, expect, test } from "@playwright/test";
import { dist, host, pages, wake } from "./host.mjs";

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
  const here = pages.filter((p) => !p.startsWith("en/"));
  expect(here.map((p) => `en/${p}`)).toEqual(pages.filter((p) => p.startsWith("en/")));
  expect(here.length).toBeGreaterThan(12);
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

  test(`columns of the comparison are chosen (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}compare/index.html`));
    await wake(page);
    await expect(page.locator("#table thead [data-places]:visible")).toHaveCount(3);
    await page.locator("button.chip[aria-pressed]").first().click();
    await expect(page.locator("#table thead [data-places]:visible")).toHaveCount(1);
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
    await wake(page);
    await expect(page.locator("html")).toHaveAttribute("data-wasm", "off");
    await expect(page.locator(".selection")).toBeHidden();
    expect(await page.locator(".event:visible").count()).toBeGreaterThan(10);
    site.close();
  });
}

test("a host may give the Wasm a wrong type", async ({ page }) => {
  const body = fs.readFileSync(path.join(dist, "assets/browser_bg.wasm"));
  const site = await host("/", (file) => (file.endsWith(".wasm") ? { type: "text/plain", body } : undefined));
  await page.goto(site.url("timeline/index.html"));
  await wake(page);
  await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
  site.close();
});

test("the folder works from disk, filters too", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(dist, "en/timeline/index.html")).href);
  await wake(page);
  await page.locator("button.chip[aria-pressed]").nth(1).click();
  await expect(page.locator("button.chip[aria-pressed=true]")).toHaveCount(1);
});

test("without a compiler for Wasm the page stays as it is", async () => {
  const browser = await chromium.launch({ ...test.info().project.use.launchOptions, args: ["--no-sandbox", "--disable-gpu", "--js-flags=--jitless"] });
  const page = await browser.newPage();
  const site = await host();
  await page.goto(site.url("en/timeline/index.html"));
  await wake(page);
  await expect(page.locator("html")).toHaveAttribute("data-wasm", "off");
  expect(await page.locator(".event:visible").count()).toBeGreaterThan(10);
  await browser.close();
  site.close();
});

test("a press before the program is there is not lost", async ({ page }) => {
  const body = fs.readFileSync(path.join(dist, "assets/browser_bg.wasm"));
  let give;
  const held = new Promise((resolve) => (give = resolve));
  const site = await host();
  await page.route("**/browser_bg.wasm", async (route) => {
    await held;
    await route.fulfill({ body, contentType: "application/wasm" });
  });
  await page.goto(site.url("timeline/index.html"));
  await page.locator(".selection button.chip").nth(1).click();
  give();
  await expect(page.locator(".selection button.chip").nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/place=/);
  site.close();
});

test("only reading loads no program", async ({ page }) => {
  const site = await host();
  const files = [];
  page.on("request", (r) => files.push(new URL(r.url()).pathname));
  await page.goto(site.url("index.html"));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(300);
  expect(files.map((f) => f.split("/").pop())).toEqual(["index.html", "boot.js"]);
  site.close();
});

test("a choice that no page has is left aside, and said", async ({ page }) => {
  const site = await host();
  for (const file of ["timeline/index.html", "en/timeline/index.html"]) {
    await page.goto(site.url(`${file}?place=nowhere,%3Cb%3E&claim=%22%5D`));
    await wake(page);
    await expect(page.locator(".selection [role=status]")).not.toBeEmpty();
    await expect(page.locator("[data-fit]")).toHaveCount(0);
  }
  site.close();
});

test("the selection goes with the reader from view to view and to the other language", async ({ page }) => {
  const site = await host();
  await page.goto(site.url("timeline/index.html?place=us,kr&theme=strategy"));
  await wake(page);
  await page.locator("header nav a").nth(2).click();
  await expect(page).toHaveURL(/compare\/index\.html\?place=us,kr&theme=strategy$/);
  await wake(page);
  await expect(page.locator("#table thead [data-places]:visible")).toHaveCount(2);
  await page.locator("a.twin").click();
  await expect(page).toHaveURL(/en\/compare\/index\.html\?place=us,kr&theme=strategy$/);
  await wake(page);
  await expect(page.locator(".selection button[aria-pressed=true]")).toHaveCount(2);
  site.close();
});

test("an opened statement stands in the address and is shown again", async ({ page }) => {
  const site = await host();
  await page.goto(site.url("en/timeline/index.html"));
  await wake(page);
  const claim = page.locator("[data-claim]").nth(4);
  const id = await claim.getAttribute("data-claim");
  await claim.locator("summary").first().click();
  await expect(page).toHaveURL(new RegExp(`claim=${id}`));
  await page.reload();
  await expect(page.locator(`[data-claim=${id}] details[open]`)).toHaveCount(1);
  await page.goto(site.url(`source/index.html?claim=${id}`));
  await expect(page.locator(".sentence[data-chosen]").first()).toBeVisible();
  site.close();
});

test("the layout does not shift, whatever page, with the program or without", async ({ page }) => {
  test.setTimeout(90000);
  const site = await host();
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (window.shift += e.hadRecentInput ? 0 : e.value))).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const file of pages) {
      await page.goto(site.url(file));
      if (await page.locator("[data-island]").count()) await wake(page);
      await page.waitForTimeout(120);
      expect(await page.evaluate(() => window.shift), `${file} at ${width}`).toBe(0);
    }
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
