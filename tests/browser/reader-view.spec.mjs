// The reader: two languages, what cites each sentence, citations that are copied.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, host, wake } from "./host.mjs";

const ready = async (page) => {
  await wake(page);
  await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
};
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

for (const lang of ["", "en/"]) {
  test.describe(lang || "zh", () => {
    test("one language or both is shown, and the address keeps which", async ({ page }) => {
      const site = await host();
      await page.goto(site.url(`${lang}source/index.html`));
      await ready(page);
      const zh = page.locator(".sentence p.zh").first();
      const en = page.locator(".sentence p.en").first();
      const [a, b] = [await zh.boundingBox(), await en.boundingBox()];
      expect(Math.abs(a.y - b.y), "both columns begin on one line").toBeLessThan(12);
      await page.locator("[data-show=zh]").click();
      await expect(en).toBeHidden();
      expect(page.url()).toContain("text=zh");
      await page.locator("[data-show=en]").click();
      await expect(zh).toBeHidden();
      await page.reload();
      await expect(zh).toBeHidden();
      await page.goBack();
      await expect(en).toBeHidden();
      await page.goto(site.url(`${lang}source/index.html?text=klingon`));
      await ready(page);
      await expect(zh).toBeVisible();
      await expect(en).toBeVisible();
      site.close();
    });

    test("a sentence is copied with its source in three styles", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const site = await host();
      await page.goto(site.url(`${lang}source/index.html`));
      await ready(page);
      const sentence = page.locator("#p2s4");
      await sentence.locator(".copy").click();
      const quote = await sentence.locator("p.zh").textContent();
      const plain = await pasted(page);
      expect(plain).toContain(quote);
      expect(plain).toContain("p2s4");
      expect(plain).toContain(site.url(`${lang}source/index.html#p2s4`));
      await expect(sentence.locator(".cite [role=status]")).not.toBeEmpty();
      await sentence.locator("[data-style=gbt]").click();
      expect(await pasted(page)).toMatch(/\[EB\/OL\].*p2s4\[\d{4}-\d\d-\d\d\]/);
      await sentence.locator("[data-style=bibtex]").click();
      const bibtex = await pasted(page);
      expect(bibtex).toMatch(/^@misc\{[a-z]+-p2s4,/);
      expect(bibtex).not.toContain("author");
      expect(bibtex.split("{").length).toBe(bibtex.split("}").length);
      await page.keyboard.press("Escape");
      await expect(page.locator(".cite")).toBeHidden();
      await expect(sentence.locator(".copy")).toBeFocused();
      site.close();
    });

    test("words copied by hand carry their source", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const site = await host();
      await page.goto(site.url(`${lang}source/index.html`));
      await ready(page);
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("#p3s4 p.zh")));
      await page.keyboard.press("Control+c");
      const text = await pasted(page);
      expect(text).toContain(await page.locator("#p3s4 p.zh").textContent());
      expect(text).toContain("p3s4");
      expect(text).not.toContain("p3s5");
      expect(text).toContain("/source/index.html#p3s4");
      site.close();
    });

    test("notes stand at their sentences, terms and citations lead somewhere", async ({ page }) => {
      const site = await host();
      await page.goto(site.url(`${lang}source/index.html?claim=event-amp`));
      await ready(page);
      await expect(page.locator(".sentence[data-chosen]")).not.toHaveCount(0);
      for (const odd of await page.locator("a.odd").all()) {
        const id = (await odd.getAttribute("href")).slice(1);
        await expect(page.locator(`.sentence:has(#${id}) a.odd[href="#${id}"]`)).toHaveCount(1);
      }
      await page.locator("p.zh a.term").first().click();
      await expect(page).toHaveURL(/terms\/index\.html.*#term-/);
      await expect(page.locator(":target")).toBeVisible();
      site.close();
    });
  });
}

test("the reader works from disk", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(dist, "source/index.html")).href);
  await ready(page);
  await page.locator("#p1s1 .copy").click();
  await expect(page.locator("#p1s1 textarea")).toHaveValue(/source\/index\.html#p1s1/);
});
