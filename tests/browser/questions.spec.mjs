// Questions and data: what they promise, in both languages; axe on these pages with a state changed.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host, wake } from "./host.mjs";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const solid = (t) => t.replace(/\s/g, "");

for (const lang of ["", "en/"]) {
  test(`answers are the text's own words, and gaps look like gaps (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}questions/index.html`));
    const seed = solid(fs.readFileSync(path.join(dist, "data/seeds", fs.readdirSync(path.join(dist, "data/seeds"))[0]), "utf8"));
    const quotes = await page.locator(".questions blockquote p[lang=zh-Hans]").allTextContents();
    expect(quotes.length).toBeGreaterThan(12);
    for (const q of quotes) expect(seed.includes(solid(q)), q).toBe(true);
    const open = page.locator(".questions > [data-status=absent]");
    expect(await open.count()).toBeGreaterThanOrEqual(6);
    await expect(open.locator("blockquote")).toHaveCount(0);
    const frame = (x) => x.evaluate((e) => getComputedStyle(e).borderLeftStyle);
    expect(await frame(open.first())).not.toBe(await frame(page.locator(".questions > [data-status=stated]").first()));
    const links = await page.locator(".asked a").count();
    expect(links).toBe(await page.locator(".questions > li").count());
    site.close();
  });

  test(`the commands of the worked example cut out the quotation (${lang || "zh"})`, async ({ page }) => {
    test.skip(process.platform === "win32", "sh");
    const site = await host();
    await page.goto(site.url(`${lang}data/index.html`));
    const step = page.locator(".steps > li").nth(2);
    const wanted = solid(await page.locator(".steps blockquote").textContent());
    for (const n of [0, 1]) {
      const command = await step.locator("pre").nth(n).textContent();
      const said = execFileSync("sh", ["-c", command], { cwd: path.join(dist, "data/seeds"), encoding: "utf8" });
      expect(solid(said), command).toBe(wanted);
    }
    site.close();
  });

  for (const width of [320, 1280]) {
    test(`axe finds nothing with all in use, ${width} px (${lang || "zh"})`, async ({ browser }) => {
      const site = await host();
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      for (const [file, act] of [
        ["source/index.html", () => page.locator("#p1s1 .copy").click()],
        ["terms/index.html?q=IT", () => expect(page.locator(".hit").first()).toBeVisible()],
        ["questions/index.html", () => page.locator("button.large").click()],
        ["data/index.html", () => undefined],
      ]) {
        await page.goto(site.url(lang + file.split("?")[0]) + (file.includes("?") ? `?${file.split("?")[1]}` : ""));
        if (!file.startsWith("data")) await wake(page);
        await act();
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        expect(found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), file).toEqual([]);
      }
      await context.close();
      site.close();
    });
  }
}
