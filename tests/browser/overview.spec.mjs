// The front page leads everywhere, and its counts are the data's.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host, pages } from "./host.mjs";

const claims = JSON.parse(fs.readFileSync(path.join(dist, "data/claims.json"), "utf8"));

for (const lang of ["", "en/"]) {
  test(`the ways in lead to every other page (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    const own = pages.filter((p) => p.startsWith("en/") === (lang === "en/"));
    await page.goto(site.url(`${lang}index.html`));
    const links = await page.locator(".ways a").evaluateAll((all) => all.map((a) => a.href));
    expect(links.length).toBe(own.length - 1);
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
