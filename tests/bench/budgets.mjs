// Prints what a reader's browser has to fetch and do against the project's budgets: `cargo xtask bench`.
// Sizes are brotli 11 without headers. Nothing here passes or fails but by its last line.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { chromium } from "@playwright/test";
import { dist, host, pages } from "../browser/host.mjs";
import { folders, measure } from "./interactions.mjs";

const KB = 1000;
const brotli = (file) =>
  zlib.brotliCompressSync(fs.readFileSync(path.join(dist, file)), {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

let over = 0;
function line(what, found, most, unit) {
  const fits = found <= most;
  over += fits ? 0 : 1;
  const digits = unit === "kB" || unit === "s" ? 1 : what.includes("shift") ? 4 : 0;
  console.log(`${fits ? "  " : "! "}${what.padEnd(46)} ${found.toFixed(digits).padStart(8)} ${unit.padEnd(3)} of ${most}`);
}

console.log("Sizes\n");
for (const file of pages) {
  line(file, brotli(file) / KB, /(^|\/)source\/index.html$/.test(file) ? 30 : 20, "kB");
}
for (const program of ["browser", "presenter"]) {
  const files = ["assets/boot.js", `assets/${program}.js`, `assets/${program}_bg.wasm`];
  line(`Wasm and its loader: ${program}`, files.map(brotli).reduce((a, b) => a + b) / KB, 100, "kB");
}
line("live ECharts", brotli("assets/echarts.js") / KB, 200, "kB");

console.log("\nBuild\n");
const program = process.env.EXPLORER_PROGRAM;
if (program) {
  const times = [1, 2, 3].map(() => {
    const out = fs.mkdtempSync(path.join(os.tmpdir(), "explorer-"));
    const begun = performance.now();
    execFileSync(program, ["build", "--out", path.join(out, "site")], { stdio: "ignore" });
    const took = performance.now() - begun;
    fs.rmSync(out, { recursive: true });
    return took / 1000;
  });
  line("pages, data and chart pictures (best of 3)", Math.min(...times), 2, "s");
}

console.log("\nIn Chromium, CPU 4 times slower, program started by a moving pointer\n");
const site = await host();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const worst = { blocking: 0, shift: 0, before: 0 };
for (const file of pages) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.long = 0;
    window.shift = 0;
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (window.long += Math.max(0, e.duration - 50)))).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (window.shift += e.hadRecentInput ? 0 : e.value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(site.url(file));
  const settled = await page.evaluate(() => window.long);
  await page.mouse.move(200, 200);
  await page.waitForFunction(() => document.documentElement.dataset.wasm || !document.querySelector("[data-island]"));
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => ({
    blocking: window.long,
    shift: window.shift,
    before: 1 + performance.getEntriesByType("resource").filter((r) => r.renderBlockingStatus === "blocking").length,
  }));
  if (found.blocking > 0) console.log(`  ${file}: ${settled.toFixed(0)} ms over before the program, ${(found.blocking - settled).toFixed(0)} ms over with it`);
  for (const key of Object.keys(worst)) worst[key] = Math.max(worst[key], found[key]);
  await page.close();
}
line("requests before first paint, worst page", worst.before, 2, "");
line("layout shift, worst page", worst.shift, 0, "");
line("blocking time, worst page", worst.blocking, 0, "ms");

console.log("\nFrom a press to the next paint, CPU 4 times slower: the slowest kind of each page, and every other over the limit\n");
const views = [
  { name: "phone, zh", prefix: "", width: 412, height: 823, touch: true },
  { name: "desktop, en", prefix: "en/", width: 1280, height: 800, touch: false },
];
for (const { name, prefix, ...view } of views) {
  for (const folder of folders) {
    const kinds = await measure(browser, site.url(`${prefix}${folder}index.html`), folder, view);
    const slowest = kinds.toSorted((a, b) => b.worst - a.worst);
    for (const [place, { kind, worst, median }] of slowest.entries()) {
      if (place === 0 || worst > 50) line(`${prefix}${folder}index.html, ${name}: ${kind} (median ${median})`.padEnd(64), worst, 50, "ms");
    }
  }
}
await browser.close();
site.close();
console.log(over ? `\n${over} over budget` : "\nall within budget");
