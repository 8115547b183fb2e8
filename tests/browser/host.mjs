// Serves dist/ as an ordinary host would: under any prefix, with the types one asks for.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

export const dist = path.resolve(import.meta.dirname, "../../dist");
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };

const all = fs.readdirSync(dist, { recursive: true }).filter((f) => f.endsWith("index.html")).sort();

/** Every page of the site, below its root. */
export const pages = all.filter((f) => !/^(en\/)?embed\//.test(f));

/** The pages that other sites show in a frame. */
export const embeds = all.filter((f) => !pages.includes(f));

/** Starts a host; `answer(file)` may give {status, type, body} for a file in place of the real one. */
export async function host(prefix = "/", answer = () => undefined) {
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, "http://host").pathname);
    let file = url.startsWith(prefix) ? url.slice(prefix.length) : "?";
    if (file === "" || file.endsWith("/")) file += "index.html";
    const full = path.join(dist, file);
    const given = answer(file);
    if (given) return response.writeHead(given.status ?? 200, { "content-type": given.type ?? "text/html" }).end(given.body ?? "");
    if (!fs.existsSync(full) || fs.statSync(full).isDirectory()) return response.writeHead(404, { "content-type": "text/html" }).end(fs.readFileSync(path.join(dist, "404.html")));
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" }).end(fs.readFileSync(full));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: (file) => origin + prefix.split("/").map(encodeURIComponent).join("/") + file, close: () => server.close() };
}

/** Does what starts the program on a page, and waits until it has. */
export async function wake(page) {
  // A hand goes on moving: one move may come before the page listens.
  for (let x = 3; ; x = 12 - x) {
    await page.mouse.move(x, x);
    const woken = page.waitForFunction(() => document.documentElement.dataset.wasm, null, { timeout: 500 });
    if (await woken.then(() => true, () => false)) return;
  }
}
