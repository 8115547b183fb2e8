// Search: by keys, in both languages, from disk, and the index without script.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, host, wake } from "./host.mjs";

const ready = async (page) => {
  await wake(page);
  await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
};

for (const lang of ["", "en/"]) {
  for (const query of ["工业互联网", "industrial internet", "IT"]) {
    test(`“${query}” is found, grouped and marked (${lang || "zh"})`, async ({ page }) => {
      const site = await host();
      const bad = [];
      page.on("pageerror", (e) => bad.push(String(e)));
      page.on("console", (m) => m.type() === "error" && bad.push(m.text()));
      await page.goto(site.url(`${lang}terms/index.html`));
      await ready(page);
      await page.keyboard.press("Control+k");
      await expect(page.locator("#q")).toBeFocused();
      await page.keyboard.type(query);
      await expect(page.locator("#found h2")).not.toHaveCount(0);
      const counts = await page.locator("#found h2 small").allTextContents();
      const total = counts.reduce((n, c) => n + Number(c), 0);
      await expect(page.locator(".search [role=status]")).toContainText(String(total));
      for (const hit of await page.locator(".hit").all()) await expect(hit.locator("mark").first()).toBeVisible();
      expect(await page.locator("#found .badge").count()).toBeGreaterThan(0);
      await expect(page.locator("#found")).not.toContainText(/[a-z]\.(cell|event|term|question)/);
      await expect(page.locator(".lexicon")).toBeHidden();
      await page.keyboard.press("ArrowDown");
      await expect(page.locator(".hit").first()).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await expect(page.locator(".hit").nth(1)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(page.locator("#q")).toBeFocused();
      await page.reload();
      await expect(page.locator("#q")).toHaveValue(query);
      await expect(page.locator(".hit")).not.toHaveCount(0);
      await page.locator("#q").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/source\/index\.html.*#p\d+s\d+$/);
      await expect(page.locator(":target")).toBeVisible();
      expect(bad).toEqual([]);
      site.close();
    });
  }

  test(`what is not there is said, and Escape clears (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}terms/index.html?q=量子<b>`));
    await expect(page.locator(".search [role=status]")).toContainText("量子<b>");
    await page.locator("#q").focus();
    await page.keyboard.press("Escape");
    await expect(page.locator("#q")).toHaveValue("");
    await expect(page.locator(".lexicon")).toBeVisible();
    expect(page.url()).not.toContain("q=");
    site.close();
  });

  test(`every result leads to what it names (${lang || "zh"})`, async ({ page }) => {
    const site = await host();
    await page.goto(site.url(`${lang}terms/index.html?q=${encodeURIComponent("制造")}`));
    await expect(page.locator(".hit")).not.toHaveCount(0);
    const more = page.locator("[data-more]");
    while (await more.count()) await more.first().click();
    const places = await page.locator(".hit").evaluateAll((list) => [...new Set(list.map((a) => a.href))]);
    expect(places.length).toBeGreaterThan(50);
    const ids = new Map();
    for (const place of places) {
      const [url, id] = place.split("#");
      if (!ids.has(url)) ids.set(url, await (await page.request.get(url)).text());
      expect(ids.get(url).includes(`id="${id}"`), place).toBe(true);
    }
    site.close();
  });

  test(`without script the index is there (${lang || "zh"})`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(`${lang}terms/index.html`));
    await expect(page.locator(".search")).toBeHidden();
    expect(await page.locator(".cards > li").count()).toBe(20);
    await page.locator(".names a").first().click();
    await expect(page.locator(".sentence:target")).toBeVisible();
    await context.close();
    site.close();
  });
}

test("search works from disk, and Ctrl+K leads to it from another page", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(dist, "data/index.html")).href);
  await page.keyboard.press("Control+k");
  await expect(page.locator("#q")).toBeFocused();
  await ready(page);
  await page.locator("#q").fill("coalition");
  await expect(page.locator(".hit mark").first()).toBeVisible();
});
