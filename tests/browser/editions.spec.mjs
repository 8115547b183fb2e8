// What readers take along: one-file editions from disk with the network off, the long picture and
// its page, the files that the build draws.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, host, wake } from "./host.mjs";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** Width and height of a PNG file. */
function size(file) {
  const bytes = fs.readFileSync(path.join(dist, file));
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Collects errors, and every request but for the file itself. */
function watch(page, url) {
  const bad = [];
  page.on("pageerror", (e) => bad.push(`error: ${e}`));
  page.on("console", (m) => m.type() === "error" && bad.push(`console: ${m.text()}`));
  page.on("request", (r) => r.url().split(/[?#]/)[0] !== url && !r.url().startsWith("data:") && bad.push(`request: ${r.url()}`));
  return bad;
}

for (const lang of ["zh", "en"]) {
  const file = pathToFileURL(path.join(dist, `explorer.${lang}.html`)).href;

  test(`the explorer works as one file from disk, the network off (${lang})`, async ({ browser }) => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const bad = watch(page, file);
    await page.goto(file);
    await wake(page);
    await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
    const shown = () => page.locator("[data-page]").evaluateAll((all) => all.map((e) => e.dataset.page)).catch(() => []); // between two loads
    await expect.poll(shown).toEqual(["overview"]);

    await page.locator('.top nav a[href^="#page-timeline"]').click();
    await expect.poll(shown).toEqual(["timeline"]);
    await wake(page);
    const all = await page.locator("[data-item=event]:visible").count();
    await page.locator('.selection [data-value=kr], .selection button:has-text("韩国"), .selection button:has-text("Korea")').first().click();
    await expect.poll(() => page.locator("[data-item=event]:visible").count()).toBeLessThan(all);

    await page.locator("figure[data-chart] .picture").first().hover();
    await expect(page.locator("figure[data-chart]").first()).toHaveAttribute("data-live", "");

    const details = page.locator("[data-item=event]:visible details.src").first();
    await details.locator("summary").click();
    await details.locator("blockquote a").first().click();
    await expect.poll(shown).toEqual(["source"]);
    await expect(page).toHaveURL(/#p\d+s\d+$/);
    await page.goBack();
    await expect.poll(shown).toEqual(["timeline"]);
    await page.locator('.top nav a[href*="#page-terms"]').click();
    await expect.poll(shown).toEqual(["terms"]);
    await page.locator("[role=search] input").fill("平台");
    await expect(page.locator("[role=search] ~ * a, .search a").first()).toBeVisible();
    await expect(page.locator("mark").first()).toContainText("平台");
    expect(bad).toEqual([]);
    await context.close();
  });

  test(`the one-file briefing is reloaded where it was presented (${lang})`, async ({ browser }) => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const bad = [];
    page.on("pageerror", (e) => bad.push(String(e)));
    const file = pathToFileURL(path.join(dist, `briefing.${lang}.html`)).href;
    await page.goto(`${file}?present=1#briefing-long--three-countries/1`);
    for (const _ of [1, 2]) {
      await expect(page.locator("html")).toHaveAttribute("data-show", "slides");
      await expect(page.locator("[data-page]")).toHaveAttribute("data-page", "briefing-long");
      await expect(page.locator(".slide[data-here]")).toHaveAttribute("id", "briefing-long--three-countries");
      await page.reload();
    }
    expect(bad).toEqual([]);
    await context.close();
  });

  test(`every link in the one file leads somewhere in it, ids are unique (${lang})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    const bad = watch(page, file);
    await page.goto(file);
    expect(await page.locator(".sentence[data-sentence]").count()).toBe(44);
    await expect(page.locator("[data-page]").last()).toBeVisible();
    const found = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      const dead = [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((h) => !h.startsWith("data:") && !document.getElementById(decodeURIComponent(h.split("#")[1] ?? "")));
      return { twice, dead };
    });
    expect(found).toEqual({ twice: [], dead: [] });
    expect(bad).toEqual([]);
    await context.close();
  });

  const prefix = lang === "en" ? "en/" : "";
  for (const width of [1080, 390]) {
    test(`the long picture's page fits ${width} px and breaks no rule (${lang})`, async ({ page }) => {
      const site = await host();
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.goto(site.url(`${prefix}poster/index.html`));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        expect(violations.map((v) => `${v.id}: ${v.nodes[0].html}`)).toEqual([]);
      }
      site.close();
    });
  }

  test(`the long picture holds every statement of the argument with its state and sentences (${lang})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${prefix}poster/index.html`));
    const claims = JSON.parse(fs.readFileSync(path.join(dist, "data/claims.json")));
    const shown = await page.locator("[data-claim]").evaluateAll((all) => all.map((e) => [e.dataset.claim, e.dataset.status, e.textContent]));
    for (const claim of claims.filter((c) => ["problem", "lesson", "recommendation", "event", "gap"].includes(c.kind))) {
      const here = shown.find(([id]) => id === claim.id);
      expect(here, claim.id).toBeTruthy();
      expect(here[1]).toBe(claim.status);
      expect(here[2]).toContain(lang === "zh" ? claim.text_zh : claim.text_en);
      for (const quote of claim.quotes) expect(here[2]).toContain(quote.sentence);
    }
    site.close();
  });

  test(`pictures have the size that is asked for (${lang})`, () => {
    const [width, height] = size(`images/poster.${lang}.png`);
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(3000);
    expect(size(`images/card.${lang}.png`)).toEqual([1200, 630]);
  });
}
