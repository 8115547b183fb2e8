// Dossiers: all and only the sentences that name an actor, with and without scripts.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { dist, host } from "./host.mjs";

const model = JSON.parse(fs.readFileSync(path.join(dist, "data/explorer.json"), "utf8"));
const solid = (text) => text.replace(/\s/g, "");

for (const lang of ["", "en/"]) {
  test(`every dossier lists exactly the sentences that hold the actor's names (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang}actors/index.html`));
    expect(await page.locator("details.actor").count()).toBe(model.actors.length);
    for (const actor of model.actors) {
      const wanted = model.sentences.filter((s) => actor.names.some((n) => solid(s.text).includes(solid(n)))).map((s) => s.id);
      expect(wanted.length, actor.id).toBeGreaterThan(0);
      const named = page.locator(`details.actor[data-actors="${actor.id}"] .named`);
      expect(await named.locator("blockquote").evaluateAll((all) => all.map((b) => b.dataset.sentence)), actor.id).toEqual(wanted);
      for (const mark of await named.locator("p[lang=zh-Hans] mark").allTextContents()) expect(actor.names.map(solid), actor.id).toContain(solid(mark));
      for (const quote of await named.locator("blockquote").all()) expect(await quote.locator("p[lang=zh-Hans] mark").count(), actor.id).toBeGreaterThan(0);
    }
    await context.close();
    site.close();
  });

  test(`the address opens an actor's dossier, and the index does (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}actors/index.html?actor=ge`));
    await expect(page.locator("details.actor[data-actors=ge]")).toHaveAttribute("open", "");
    await expect(page.locator("details.actor:visible")).toHaveCount(1);
    await page.goto(site.url(`${lang}actors/index.html`));
    await page.locator('.index a[href="#actor-iic"]').click();
    await expect(page.locator("#actor-iic")).toBeVisible();
    await expect(page.locator("#actor-ge")).toBeHidden();
    site.close();
  });
}
