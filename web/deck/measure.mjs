// How much room words take, by estimate: decks are made where there is no screen to measure on.
const WIDE = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—]/;

/** Width of a text in ems. */
export function ems(text) {
  let sum = 0;
  for (const letter of text) sum += WIDE.test(letter) ? 1 : /[A-Z0-9mwMW]/.test(letter) ? 0.66 : 0.53;
  return sum;
}

/** Lines a text needs in a width (inches) at a size (points). */
export function lines(text, width, size) {
  const room = Math.max(1, (width * 72) / size - 0.6);
  return text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil((ems(part) * 1.04) / room)), 0);
}

/** Height in inches. */
export function height(text, width, size, leading = 1.32) {
  return (lines(text, width, size) * size * leading) / 72;
}

/** The largest size, in points, at which a text fits a box. */
export function fit(text, width, high, most, least) {
  for (let size = most; size > least; size -= 0.5) if (height(text, width, size) <= high) return size;
  return least;
}
