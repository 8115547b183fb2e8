// What a reader does with a chart: brings it to life, walks it, takes it away.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { dist, embeds, host, wake } from "./host.mjs";

const axe = fs.readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** Collects what must never happen: errors, policy violations, requests elsewhere. */
function watch(page, origin) {
  const bad = [];
  page.on("pageerror", (e) => bad.push(`error: ${e}`));
  page.on("console", (m) => m.type() === "error" && bad.push(`console: ${m.text()}`));
  page.on("request", (r) => !r.url().startsWith(origin) && !r.url().startsWith("data:") && bad.push(`foreign: ${r.url()}`));
  return bad;
}

/** The words of a row as the live region says them. */
const row = (page, n) =>
  page.evaluate((n) => {
    const figure = document.querySelector("figure[data-chart]");
    const cells = figure.querySelectorAll("tbody tr")[n].querySelectorAll("th, td");
    return [...figure.querySelectorAll("thead th")].map((h, i) => `${h.textContent} ${cells[i].textContent}`).join(" · ");
  }, n);

for (const file of embeds.filter((f) => /events-by-year|network|recommendations|coverage-dimensions/.test(f))) {
  for (const width of [390, 1000]) {
    test(`${file} comes to life in the same box at ${width} px, and keys read it out`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const site = await host();
      const bad = watch(page, site.origin);
      await page.goto(site.url(file));
      const picture = page.locator(".picture");
      const before = await picture.boundingBox();
      await picture.focus();
      await expect(page.locator("figure[data-live]")).toHaveCount(1);
      const after = await picture.boundingBox();
      expect(Math.abs(after.height - before.height)).toBeLessThan(0.5);
      const [still, live] = await page.evaluate(() => ["[data-live] > svg", ".stage svg"].map((s) => document.querySelector(`.picture ${s}`).getBoundingClientRect().toJSON()));
      expect(Math.abs(still.width - live.width) + Math.abs(still.height - live.height)).toBeLessThan(2);
      const plain = await page.locator(".stage").innerHTML();
      await page.keyboard.press("ArrowDown");
      await expect(page.locator(".said")).toHaveText(await row(page, 0));
      await expect(page.locator("tr[data-at]")).toHaveCount(1);
      await expect.poll(async () => (await page.locator(".stage").innerHTML()) === plain).toBe(false);
      await page.keyboard.press("End");
      const rows = await page.locator("tbody tr").count();
      await expect(page.locator(".said")).toHaveText(await row(page, rows - 1));
      await page.keyboard.press("ArrowUp");
      await expect(page.locator(".said")).toHaveText(await row(page, rows - 2));
      await page.keyboard.press("Home");
      await expect(page.locator(".said")).toHaveText(await row(page, 0));
      await page.keyboard.press("Escape");
      await expect(page.locator(".said")).toHaveText("");
      expect(bad).toEqual([]);
      site.close();
    });
  }
}

test("a live chart follows the width and the scheme", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  const site = await host();
  await page.goto(site.url("embed/network/index.html"));
  await page.locator(".picture").hover();
  await expect(page.locator("figure[data-live]")).toHaveCount(1);
  await page.setViewportSize({ width: 640, height: 800 });
  const widths = () => page.evaluate(() => ["[data-live] > svg", ".stage svg"].map((s) => document.querySelector(`.picture ${s}`).getBoundingClientRect().width));
  await expect.poll(async () => Math.abs((await widths()).reduce((still, live) => still - live))).toBeLessThan(1);
  const fill = () => page.evaluate(() => getComputedStyle([...document.querySelectorAll(".stage path")].find((p) => p.getAttribute("fill")?.startsWith("var(--c"))).fill);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await fill();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await fill()).not.toBe(light);
  site.close();
});

for (const lang of ["", "en/"]) {
  test(`the menu gives a picture, files, a link, code and a citation (${lang || "zh"})`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const site = await host();
    const bad = watch(page, site.origin);
    await page.goto(site.url(`${lang}timeline/index.html`));
    const figure = page.locator("#chart-events-by-place");
    await figure.scrollIntoViewIfNeeded();
    await wake(page);
    const menu = figure.locator(".menu");
    await menu.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(menu.locator("button[data-do=png]")).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), menu.locator("[data-do=png]").click()]);
    expect(download.suggestedFilename()).toBe(`events-by-place.${lang ? "en" : "zh"}.png`);
    const png = fs.readFileSync(await download.path());
    const svg = fs.readFileSync(path.join(dist, `data/charts/events-by-place.${lang ? "en" : "zh"}.svg`), "utf8");
    expect(png.readUInt32BE(16)).toBe(2 * Math.floor(+svg.match(/ width="([\d.]+)"/)[1]));
    expect(Math.abs(png.readUInt32BE(20) - 2 * +svg.match(/ height="([\d.]+)"/)[1])).toBeLessThan(3);
    const copied = async (what) => {
      await menu.locator(`[data-do=${what}]`).click();
      await expect(menu.locator("[role=status]")).not.toHaveText("");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied("link")).toBe(site.url(`${lang}timeline/index.html#chart-events-by-place`));
    expect(await copied("code")).toContain(`<iframe src="${site.url(`${lang}embed/events-by-place/index.html`)}"`);
    const cited = await copied("cite");
    expect(cited).toContain(await figure.locator("figcaption").textContent());
    if (lang) expect(cited).toContain("@misc{");
    for (const a of await menu.locator("a").all()) expect((await page.request.get(await a.evaluate((e) => e.href))).status()).toBe(200);
    expect(bad).toEqual([]);
    site.close();
  });
}

test("from disk the chart lives and its picture is saved", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(dist, "en/timeline/index.html")).href);
  const figure = page.locator("figure[data-chart]").first();
  await figure.locator(".picture").focus();
  await expect(figure).toHaveAttribute("data-live", "");
  await page.keyboard.press("ArrowDown");
  await expect(figure.locator(".said")).toHaveText(await row(page, 0));
  await figure.locator(".menu summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), figure.locator("[data-do=png]").click()]);
  expect(download.suggestedFilename()).toBe("events-by-year.en.png");
});

test("a picture to take away is whole by itself", () => {
  const svgs = fs.readdirSync(path.join(dist, "data/charts")).filter((f) => f.endsWith(".svg"));
  expect(svgs.length).toBe(embeds.length);
  for (const file of svgs) expect(fs.readFileSync(path.join(dist, "data/charts", file), "utf8"), file).not.toMatch(/var\(|style=|href=/);
});

for (const width of [320, 1200]) {
  test(`pages to embed fit ${width} px, without script too, and axe finds nothing`, async ({ browser }) => {
    test.setTimeout(120000);
    const site = await host();
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ viewport: { width, height: 700 }, bypassCSP: true, javaScriptEnabled });
      const page = await context.newPage();
      for (const file of embeds) {
        await page.goto(site.url(file));
        await expect(page.locator(".picture svg:visible"), file).toHaveCount(1);
        await expect(page.locator("h1")).toHaveCount(1);
        expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
        if (!javaScriptEnabled) continue;
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} is too wide`).toBe(true);
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } }));
        expect(found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), file).toEqual([]);
      }
      await context.close();
    }
    site.close();
  });
}
