// Pictures and PDFs of the finished pages, made with the system's Chromium. `cargo xtask site` runs
// this on the folder it is about to publish: node web/editions.mjs FOLDER CACHE CHROMIUM
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "@playwright/test";
import { indexed } from "./png.mjs";

const [folder, cache, executablePath] = process.argv.slice(2);
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
// Changes when this file makes something else of the same pages.
const VERSION = "1";

/** Everything there is to make: the file, the page it is of, and how. */
function wanted() {
  const jobs = [];
  for (const [lang, prefix] of [["zh", ""], ["en", "en/"]]) {
    jobs.push({ file: `images/poster.${lang}.png`, page: `${prefix}poster/index.html`, width: 1080, height: 1200, of: "main" });
    jobs.push({ file: `images/card.${lang}.png`, page: `embed/card.${lang}.html`, width: 1200, height: 630 });
    const cuts = path.join(folder, prefix, "briefing");
    for (const cut of fs.existsSync(cuts) ? fs.readdirSync(cuts).sort() : []) {
      const slides = `${prefix}briefing/${cut}/index.html`;
      const text = `${prefix}briefing/${cut}/text/index.html`;
      for (const [kind, page] of [["handout", slides], ["text", text]]) {
        if (fs.existsSync(path.join(folder, page))) jobs.push({ file: `briefing/${cut}-${kind}.${lang}.pdf`, page });
      }
    }
  }
  return jobs;
}

/** What a picture depends on: its page, which holds its style. */
function key(job) {
  const hash = createHash("sha256").update(VERSION + JSON.stringify(job));
  hash.update(fs.readFileSync(path.join(folder, job.page)));
  return hash.digest("hex").slice(0, 32);
}

/** Chromium writes the hour and the machine into a PDF: spaces instead, so that every offset holds. */
function plain(pdf) {
  const told = /\/(?:CreationDate|ModDate|Creator) \((?:[^()\\]|\\.)*\)/g;
  const blank = (entry) => " ".repeat(entry.length);
  return Buffer.from(pdf.toString("latin1").replace(told, blank), "latin1");
}

function serve() {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = path.join(folder, name);
    if (!file.startsWith(folder) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" }).end(fs.readFileSync(file));
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

async function make(browser, origin, job) {
  const pdf = job.file.endsWith(".pdf");
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light", locale: "en-GB", timezoneId: "UTC", viewport: { width: job.width ?? 1280, height: job.height ?? 720 } });
  const page = await context.newPage();
  await page.goto(`${origin}/${job.page}`, { waitUntil: "load" });
  let bytes;
  if (pdf) bytes = plain(await page.pdf({ preferCSSPageSize: true, format: "A4", printBackground: true, tagged: true, outline: true }));
  else if (job.of) bytes = indexed(await page.locator(job.of).screenshot({ type: "png" }));
  else bytes = indexed(await page.screenshot({ type: "png" }));
  await context.close();
  return bytes;
}

const jobs = wanted().map((job) => ({ ...job, stored: path.join(cache, `${key(job)}${path.extname(job.file)}`) }));
const missing = jobs.filter((job) => !fs.existsSync(job.stored));
fs.mkdirSync(cache, { recursive: true });
if (missing.length) {
  const server = await serve();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  try {
    for (const job of missing) {
      const bytes = await make(browser, `http://127.0.0.1:${server.address().port}`, job);
      fs.writeFileSync(`${job.stored}.new`, bytes);
      fs.renameSync(`${job.stored}.new`, job.stored);
    }
  } finally {
    await browser.close();
    server.close();
  }
}
for (const job of jobs) {
  const file = path.join(folder, job.file);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.copyFileSync(job.stored, file);
}
// What no page of today is made from goes.
const kept = new Set(jobs.map((job) => path.basename(job.stored)));
for (const file of fs.readdirSync(cache)) if (!kept.has(file)) fs.rmSync(path.join(cache, file));
for (const job of jobs) console.log(`    ${job.file}: ${fs.statSync(job.stored).size} bytes${missing.includes(job) ? "" : " (as before)"}`);
