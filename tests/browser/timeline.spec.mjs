// The timeline: lanes, an axis of years, keys, the shared selection, with and without scripts.
import { expect, test } from "@playwright/test";
import { host, wake } from "./host.mjs";

const GERMANY = { "": "德国", "en/": "Germany" };
const STOPS = ".event > details > summary, .event > a";

for (const lang of ["", "en/"]) {
  const name = lang || "zh";
  const open = async (page, query = "") => {
    const site = await host();
    await page.goto(site.url(`${lang}timeline/index.html${query}`));
    return site;
  };
  const running = async (page) => {
    await wake(page);
    await expect(page.locator("html")).toHaveAttribute("data-wasm", "on");
  };

  test(`without script every event opens in place (${name})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const site = await open(page);
    await expect(page.locator(".event[data-claim]")).toHaveCount(15);
    await expect(page.locator(".axis span")).toHaveCount(15);
    for (const event of await page.locator(".event[data-claim]").all()) {
      await event.locator("summary").click();
      await expect(event.locator(".detail > p")).toBeVisible();
      await expect(event.locator("blockquote").first()).toBeVisible();
    }
    await context.close();
    site.close();
  });

  test(`lanes: three levels, and one place without any date (${name})`, async ({ page }) => {
    const site = await open(page);
    await expect(page.locator(".dated .place")).toHaveCount(3);
    await expect(page.locator(".dated .place").first().locator("h4")).toHaveCount(3);
    await expect(page.locator(".dated h3", { hasText: GERMANY[lang] })).toHaveCount(0);
    await expect(page.locator(".undated h3", { hasText: GERMANY[lang] })).toBeVisible();
    for (const event of await page.locator("[data-places~=de]").all()) await expect(event).toHaveAttribute("data-when", "undated");
    const second = page.locator(".again a");
    await expect(second).toHaveCount(1);
    const first = page.locator(await second.getAttribute("href"));
    await expect(first).toHaveAttribute("data-places", "de us");
    site.close();
  });

  test(`columns are years of equal width, and marks stand in theirs (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const site = await open(page);
    const ticks = await page.locator(".axis span").evaluateAll((all) => all.map((e) => ({ year: e.textContent, left: e.getBoundingClientRect().left, width: e.getBoundingClientRect().width })));
    for (const tick of ticks) expect(Math.abs(tick.width - ticks[0].width)).toBeLessThan(0.5);
    for (const event of await page.locator(".dated .event[data-when=year]").all()) {
      const year = await event.getAttribute("data-year");
      const own = ticks.find((t) => t.year === year);
      const left = (await event.locator("summary").boundingBox()).x;
      expect(left - own.left, year).toBeGreaterThanOrEqual(0);
      expect(left - own.left, year).toBeLessThan(own.width / 2);
    }
    site.close();
  });

  for (const width of [1024, 1280, 1920]) {
    test(`no words of the wide timeline meet at ${width} (${name})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const site = await open(page);
      const meet = () => page.evaluate((stops) => {
        const boxes = [...document.querySelectorAll(stops)].concat([...document.querySelectorAll(".lane h4, .place h3")]).map((e) => [e.textContent, e.getBoundingClientRect()]);
        const out = [];
        boxes.forEach(([a, r], i) => boxes.slice(i + 1).forEach(([b, q]) => {
          if (r.left < q.right - 1 && q.left < r.right - 1 && r.top < q.bottom - 1 && q.top < r.bottom - 1) out.push(`${a} / ${b}`);
        }));
        return out;
      }, STOPS);
      expect(await meet()).toEqual([]);
      const before = await page.locator(".axis span").first().boundingBox();
      await page.locator(".chart summary").first().click();
      expect(await meet()).toEqual([]);
      const after = await page.locator(".axis span").first().boundingBox();
      expect([after.x, after.width]).toEqual([before.x, before.width]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      site.close();
    });
  }

  for (const width of [320, 390]) {
    test(`the timeline runs downwards at ${width} (${name})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      const site = await open(page);
      await expect(page.locator(".axis")).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await running(page);
      const stops = page.locator(STOPS);
      await stops.first().focus();
      await page.keyboard.press("ArrowDown");
      await expect(stops.nth(1)).toBeFocused();
      site.close();
    });
  }

  test(`keys walk in time and from lane to lane (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const site = await open(page);
    await running(page);
    await expect(page.locator(".timeline [tabindex='0']")).toHaveCount(1);
    const stops = page.locator(STOPS);
    const at = (id) => page.locator(`#event-${id} summary`);
    await stops.first().focus();
    await page.keyboard.press("ArrowRight");
    await expect(at("dmdii")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(at("dmdii")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(at("open-platform")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(at("dmdii")).toBeFocused();
    await page.keyboard.press("End");
    await expect(stops.last()).toBeFocused();
    await page.keyboard.press("Home");
    await expect(stops.first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(".event details").first()).toHaveAttribute("open", "");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(page.locator(".event details").first()).not.toHaveAttribute("open", "");
    await expect(stops.first()).toBeFocused();
    site.close();
  });

  test(`neighbours can be open together (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const site = await open(page);
    await page.evaluate(() => document.querySelectorAll(".event details").forEach((d) => (d.open = true)));
    const boxes = await page.locator(".chart .detail").evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).map((b) => [b.top, b.bottom]));
    expect(boxes.length).toBeGreaterThan(5);
    boxes.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < boxes.length; i++) expect(boxes[i][0]).toBeGreaterThanOrEqual(boxes[i - 1][1]);
    site.close();
  });

  test(`a summary says date, place, level and title (${name})`, async ({ page }) => {
    const site = await open(page);
    const said = (await page.locator("#event-iic summary").textContent()).replace(/\s+/g, " ");
    expect(said).toMatch(lang ? /^2014, US, Enterprise alliance: .*founded/ : /^2014，美国，企业联盟：.*成立/);
    site.close();
  });

  test(`the selection hides lanes, and the address keeps it (${name})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const site = await open(page);
    await running(page);
    const all = await page.locator(".event:visible").count();
    await page.locator(".chips button").nth(1).click();
    await expect(page).toHaveURL(/place=de/);
    await expect(page.locator(".dated .place:visible")).toHaveCount(0);
    await expect(page.locator(".dated .nothing")).toBeVisible();
    await expect(page.locator(".undated .event:visible")).toHaveCount(4);
    await expect(page.locator(".timeline [tabindex='0']:visible")).toHaveCount(1);
    await page.reload();
    await expect(page.locator(".event:visible")).toHaveCount(4);
    await page.goBack();
    await expect(page.locator(".event:visible")).toHaveCount(all);
    site.close();
  });
}
