// Picking an end of the thread, and all of it without scripts.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host } from "./host.mjs";

const model = JSON.parse(fs.readFileSync(path.join(dist, "data/explorer.json"), "utf8"));
const joined = (id) => model.links.filter((l) => l.from === id || l.to === id).map((l) => l.claim.id).sort();

for (const lang of ["", "en/"]) {
  test(`picking an end shows its links and survives reload and back (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    const shown = () => page.locator(".link:visible").evaluateAll((all) => all.map((l) => l.id).sort());
    await page.goto(site.url(`${lang}thread/index.html`));
    await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
    await page.locator("a.node[data-claim=problem-smes]").click();
    await expect(page).toHaveURL(/claim=problem-smes/);
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.reload();
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.locator("a.node[data-claim=lesson-cooperation]").click();
    await expect.poll(shown).toEqual(joined("lesson-cooperation"));
    await page.goBack();
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.locator(".picker .told button").click();
    await expect(page.locator(".link:visible")).toHaveCount(model.links.length);
    site.close();
  });

  test(`without script every link and gap is there (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang}thread/index.html`));
    await expect(page.locator(".link:visible")).toHaveCount(model.links.length);
    await expect(page.locator(".gaps [data-claim][data-status=absent]")).toHaveCount(model.gaps.length);
    await expect(page.locator('a.node[data-joins="0"]')).toHaveCount([...model.problems, ...model.lessons, ...model.recommendations].filter((p) => joined(p.claim.id).length === 0).length);
    await context.close();
    site.close();
  });
}
