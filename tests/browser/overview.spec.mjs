// The front page leads everywhere, and its counts are the data's.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host } from "./host.mjs";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

const claims = JSON.parse(fs.readFileSync(path.join(dist, "data/claims.json"), "utf8"));

for (const lang of ["", "en/"]) {
  test(`the ways in lead to every page of the navigation (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}index.html`));
    const links = await page.locator(".ways a").evaluateAll((all) => all.map((a) => a.href));
    const named = await page.locator(".top nav a:not([aria-current])").evaluateAll((all) => all.map((a) => a.href));
    expect(named.length).toBeGreaterThan(0);
    expect(links).toEqual(named);
    for (const url of links) expect((await page.request.get(url)).status(), url).toBe(200);
    for (const status of ["stated", "inferred", "absent"]) {
      const row = page.locator(".key dt").filter({ has: page.locator(`.badge[data-status=${status}]`) });
      await expect(row.locator("b")).toHaveText(String(claims.filter((c) => c.status === status).length));
    }
    site.close();
  });

  for (const width of [320, 390]) {
    test(`nothing is wider than a screen of ${width} px (${lang || "zh"})`, async ({ page }) => {
      const site = await host();
      await page.setViewportSize({ width, height: 800 });
      for (const folder of ["", "advice/", "actors/", "thread/"]) {
        await page.goto(site.url(`${lang}${folder}index.html`));
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), folder).toBe(true);
      }
      site.close();
    });
  }
}

for (const scheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing when everything is open, ${scheme}, ${width} px wide`, async ({ browser }) => {
      test.setTimeout(120000);
      const site = await host();
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      for (const file of ["", "advice/", "actors/", "thread/"].flatMap((f) => [`${f}index.html`, `en/${f}index.html`])) {
        await page.goto(site.url(file));
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        expect(found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), file).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} is wider than the screen`).toBe(true);
      }
      await context.close();
      site.close();
    });
  }
}

for (const lang of ["", "en/"]) {
  test(`on paper a claim is followed by its sentences, and no control is left (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.emulateMedia({ media: "print" });
    for (const folder of ["", "advice/", "actors/", "thread/", "compare/", "timeline/"]) {
      await page.goto(site.url(`${lang}${folder}index.html`));
      const quotes = page.locator("main [data-claim] blockquote");
      const shown = await quotes.evaluateAll((all) => all.filter((q) => q.getBoundingClientRect().height > 0).length);
      expect(shown, folder).toBeGreaterThan(0);
      expect(shown, folder).toBe(await quotes.count());
      expect(await page.locator("button:visible, select:visible, .top nav:visible").count(), folder).toBe(0);
    }
    site.close();
  });
}
