// Recommendations against problems: every cell is the data's, and every item of every measure is there.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host } from "./host.mjs";

const model = JSON.parse(fs.readFileSync(path.join(dist, "data/explorer.json"), "utf8"));

for (const lang of ["zh", "en"]) {
  test(`the matrix joins what the links join, without script (${lang})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang === "en" ? "en/" : ""}advice/index.html`));
    const cells = await page.locator(".pairs tbody tr").evaluateAll((rows) => rows.map((r) => [...r.querySelectorAll("td")].map((c) => c.dataset.status ?? "")));
    const wanted = model.problems.map((p) => model.recommendations.map((r) => model.links.find((l) => l.from === p.claim.id && l.to === r.claim.id)?.claim.status ?? ""));
    expect(cells).toEqual(wanted);
    const items = model.recommendations.flatMap((r) => r.parts.flatMap((p) => p.items.map((i) => i[lang])));
    expect(await page.locator(".measures .items li").allTextContents()).toEqual(items);
    const absent = model.recommendations.flatMap((r) => r.parts.flatMap((p) => [p.who, p.means, p.whom])).filter((f) => !f).length;
    await expect(page.locator(".measures td[data-status=absent]")).toHaveCount(absent);
    await context.close();
    site.close();
  });
}
