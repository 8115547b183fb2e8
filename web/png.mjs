// A picture of text needs few colours: Chromium's 24-bit PNG as one of 256, a fraction of the size.
import zlib from "node:zlib";

/** The raw pixels of an 8-bit RGB or RGBA picture without interlace, as Chromium writes it. */
function pixels(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const depth = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || ![2, 6].includes(png[25]) || png[28] !== 0) throw new Error("not a picture that Chromium writes");
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const data = zlib.inflateSync(Buffer.concat(parts));
  const row = width * depth;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x >= depth ? out[y * row + x - depth] : 0;
      const up = y ? out[(y - 1) * row + x] : 0;
      const corner = y && x >= depth ? out[(y - 1) * row + x - depth] : 0;
      out[y * row + x] = data[y * (row + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return { width, height, depth, out };
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(zlib.crc32 ? zlib.crc32(body) : crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let k = 0; k < 8; k += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** The same picture in its 256 most frequent colours, the others by their nearest. */
export function indexed(png) {
  const { width, height, depth, out } = pixels(png);
  const colors = new Uint32Array(width * height);
  const counts = new Map();
  for (let i = 0; i < colors.length; i += 1) {
    const at = i * depth;
    colors[i] = (out[at] << 16) | (out[at + 1] << 8) | out[at + 2];
    counts.set(colors[i], (counts.get(colors[i]) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256);
  const palette = frequent.map(([color]) => color);
  const apart = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const index = new Map(palette.map((color, i) => [color, i]));
  for (const color of counts.keys()) {
    if (index.has(color)) continue;
    let best = 0;
    for (let i = 1; i < palette.length; i += 1) if (apart(color, palette[i]) < apart(color, palette[best])) best = i;
    index.set(color, best);
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = index.get(colors[y * width + x]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk("IDAT", zlib.deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
