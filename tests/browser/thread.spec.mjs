// Picking an end of the thread, and all of it without scripts.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host, wake } from "./host.mjs";

const model = JSON.parse(fs.readFileSync(path.join(dist, "data/explorer.json"), "utf8"));
const joined = (id) => model.links.filter((l) => l.from === id || l.to === id).map((l) => l.claim.id).sort();

for (const lang of ["", "en/"]) {
  test(`picking an end shows its links and survives reload and back (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    const shown = () => page.locator(".link:visible").evaluateAll((all) => all.map((l) => l.id).sort());
    await page.goto(site.url(`${lang}thread/index.html`));
    await wake(page);
    await page.locator("a.node[data-claim=problem-smes]").click();
    await expect(page).toHaveURL(/claim=problem-smes/);
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.reload();
    await wake(page);
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.locator("a.node[data-claim=lesson-cooperation]").click();
    await expect.poll(shown).toEqual(joined("lesson-cooperation"));
    await page.goBack();
    await expect.poll(shown).toEqual(joined("problem-smes"));
    await page.locator(".picker .told button").click();
    await expect(page.locator(".link:visible")).toHaveCount(model.links.length);
    // An end without links shows what the text leaves open there.
    await page.locator("a.node[data-claim=rec-talent]").click();
    await expect(page.locator(".link:visible")).toHaveCount(0);
    const left = model.gaps.filter((g) => g.of === "rec-talent").map((g) => g.claim.id).sort();
    expect(await page.locator(".gaps .claim:visible").evaluateAll((all) => all.map((g) => g.id).sort())).toEqual(left);
    site.close();
  });

  test(`without script every link and gap is there (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang}thread/index.html`));
    await expect(page.locator(".link:visible")).toHaveCount(model.links.length);
    await expect(page.locator(".gaps [data-claim][data-status=absent]")).toHaveCount(model.gaps.length);
    for (const group of await page.locator(".group").all()) {
      const from = (await group.getAttribute("id")).slice("from-".length);
      expect(await group.locator(".link").evaluateAll((all) => all.map((l) => l.id).sort()), from).toEqual(model.links.filter((l) => l.from === from).map((l) => l.claim.id).sort());
    }
    await expect(page.locator('a.node[data-joins="0"]')).toHaveCount([...model.problems, ...model.lessons, ...model.recommendations].filter((p) => joined(p.claim.id).length === 0).length);
    await context.close();
    site.close();
  });
}
