// The comparison: every cell, columns, order, and the structures beside it.
import { expect, test } from "@playwright/test";
import { host, wake } from "./host.mjs";

for (const lang of ["", "en/"]) {
  const name = lang || "zh";
  const open = async (page, query = "") => {
    const site = await host();
    await page.goto(site.url(`${lang}compare/index.html${query}`));
    return site;
  };
  const rows = (page) => page.locator(".matrix tr[data-said]").evaluateAll((all) => all.map((e) => e.querySelector("th").textContent));
  const said = (page) => page.locator(".matrix tr[data-said]").evaluateAll((all) => all.map((e) => Number(e.dataset.said)));

  test(`without script every cell and structure is there (${name})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const site = await open(page);
    await expect(page.locator(".matrix td [data-claim]:visible")).toHaveCount(48);
    for (const cell of await page.locator(".matrix td").all()) {
      const absent = await cell.locator("[data-claim]").evaluate((e) => e.dataset.status === "absent");
      expect(await cell.evaluate((e) => getComputedStyle(e).backgroundImage !== "none")).toBe(absent);
      await expect(cell.locator(".badge")).toBeVisible();
    }
    expect(await page.locator(".set").evaluateAll((all) => all.map((e) => e.dataset.kind))).toEqual(["levels", "strengths", "scope", "tiers", "directions"]);
    await expect(page.locator(".sorting")).toBeHidden();
    await expect(page.locator(".nothing")).toBeHidden();
    await context.close();
    site.close();
  });

  test(`rows are ordered by coverage, and the address keeps it (${name})`, async ({ page }) => {
    const site = await open(page);
    await wake(page);
    const buttons = page.locator(".sorting button:enabled");
    await expect(buttons).toHaveCount(2);
    const first = await rows(page);
    await buttons.nth(1).click();
    await expect(page).toHaveURL(/\?sort=coverage$/);
    const counts = await said(page);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await expect(page.locator(".group")).toHaveCount(new Set(counts).size);
    await page.locator(".chips button").first().click();
    await expect(page).toHaveURL(/sort=coverage&place=us/);
    await page.reload();
    await expect(page.locator(".group")).toHaveCount(new Set(counts).size);
    expect(await said(page)).toEqual(counts);
    await page.goBack();
    await page.goBack();
    await expect(page.locator(".group")).toHaveCount(0);
    expect(await rows(page)).toEqual(first);
    site.close();
  });

  test(`an unknown order is the text's (${name})`, async ({ page }) => {
    const site = await open(page, "?sort=nonsense");
    await expect(page.locator(".sorting button:enabled").first()).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator(".group")).toHaveCount(0);
    site.close();
  });

  test(`columns are chosen and widen (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const site = await open(page);
    const column = page.locator("#table thead [data-places]:visible");
    await expect(column).toHaveCount(3);
    const before = (await column.first().boundingBox()).width;
    await page.locator(".chips button").nth(0).click();
    await page.locator(".chips button").nth(2).click();
    await expect(column).toHaveCount(2);
    expect((await column.first().boundingBox()).width).toBeGreaterThan(before * 1.3);
    const heads = await column.evaluateAll((all) => all.map((e) => e.dataset.places));
    const cells = await page.locator("#table tbody tr").first().locator("td:visible").evaluateAll((all) => all.map((e) => e.dataset.places));
    expect(cells).toEqual(heads);
    site.close();
  });

  test(`a theme chooses rows; a place that is not compared is said so (${name})`, async ({ page }) => {
    const site = await open(page, "?theme=talent&sort=coverage");
    await expect(page.locator("tr[data-said]:visible")).toHaveCount(1);
    await expect(page.locator(".group:visible")).toHaveCount(1);
    await page.goto(site.url(`${lang}compare/index.html?place=jiangsu`));
    await expect(page.locator("#table")).toBeHidden();
    await expect(page.locator(".comparison .nothing")).toBeVisible();
    await expect(page.locator(".selection [role=status]")).toContainText(/\b0\b/);
    site.close();
  });

  test(`strengths stand on steps in order, said not to be to scale (${name})`, async ({ page }) => {
    const site = await open(page);
    const ladder = page.locator(".ladder");
    await expect(ladder.locator("tbody tr")).toHaveCount(3);
    await expect(ladder.locator("caption")).toContainText(lang ? "not to scale" : "不按比例");
    await expect(ladder.locator("tbody th").nth(0)).toContainText("领先优势");
    await expect(ladder.locator("tbody th").nth(2)).toContainText("远不及");
    await expect(ladder.locator("tbody tr").nth(0).locator(".at")).toHaveCount(2);
    await expect(page.locator("[data-kind=scope] .open")).toBeVisible();
    site.close();
  });

  for (const width of [320, 390]) {
    test(`each dimension is a card at ${width} (${name})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      const site = await open(page, "?sort=coverage");
      await expect(page.locator(".group").first()).toBeVisible();
      await expect(page.locator("#table thead")).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const label = await page.locator("#table td").first().evaluate((e) => getComputedStyle(e, "::before").content);
      expect(label).not.toBe("none");
      site.close();
    });
  }

  test(`the head stays in sight on wide screens (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    const site = await open(page);
    await page.evaluate(() => document.documentElement.style.setProperty("scroll-behavior", "auto"));
    await page.locator("#table tbody tr").nth(12).scrollIntoViewIfNeeded();
    expect((await page.locator("#table thead th").nth(1).boundingBox()).y).toBeGreaterThanOrEqual(0);
    site.close();
  });
}
