// How much room words take, by estimate: decks are made where there is no screen to measure on.
// Latin letters have the widths of Arial, Chinese ones are square.
const WIDTHS = {
  " ": 278, "!": 278, '"': 355, "%": 889, "&": 667, "'": 191, "(": 333, ")": 333, "*": 389, "+": 584, ",": 278, "-": 333, ".": 278, "/": 278, ":": 278, ";": 278,
  A: 667, B: 667, C: 722, D: 722, E: 667, F: 611, G: 778, H: 722, I: 278, K: 667, M: 833, N: 722, O: 778, P: 667, Q: 778, R: 722, S: 667, T: 611, U: 722, V: 667, W: 944, X: 667, Y: 667, Z: 611,
  "[": 278, "]": 278, c: 500, f: 278, i: 222, j: 222, k: 500, l: 222, m: 833, r: 333, s: 500, t: 278, v: 500, w: 722, x: 500, y: 500, z: 500, "“": 333, "”": 333, "‘": 222, "’": 222, "·": 333, "…": 1000, "—": 1000,
};
const CHINESE = /[\u2e80-\u2fff\u3040-\u9fff]/;
const SQUARE = /[\u2e80-\u9fff\uff00-\uffef]/;
const QUOTES = /[“”‘’·]/;
/** What a line may end after: a square letter with the marks that cling to it, a word with its space, a part before a dash. */
const PIECES = /[（《「“‘]*[\u2e80-\u3000\u3003-\u9fff\uff10-\uff19\uff21-\uff3a](?:[，。、；：！？）》」”’…—％]+)?|[^\s–\-\u2e80-\u9fff\uff00-\uffef]+[–-]?\s*|\s+|./gu;

/** Width of a text in ems. */
export function ems(text, bold = false) {
  const chinese = CHINESE.test(text);
  let sum = 0;
  for (const letter of text) sum += SQUARE.test(letter) || (chinese && QUOTES.test(letter)) ? 1 : ((WIDTHS[letter] ?? 556) / 1000) * (bold ? 1.08 : 1);
  return sum;
}

/** Width of a text on one line, in inches. */
export function width(text, size, bold = false) {
  return (ems(text, bold) * size * 1.05) / 72;
}

/** Lines a text needs in a width, and how much the last one holds; a word that is wider counts as far too many. */
function wrapped(text, wide, size, bold) {
  const chinese = CHINESE.test(text);
  const of = (piece) => {
    const own = [...piece].reduce((sum, letter) => sum + (chinese && QUOTES.test(letter) ? 1 : ems(letter, bold)), 0);
    return (own * size * 1.05) / 72;
  };
  let count = 1;
  let at = 0;
  let last = "";
  for (const piece of text.match(PIECES) ?? []) {
    const whole = of(piece);
    const word = of(piece.trimEnd());
    if (word > wide) return { count: 99, last: piece };
    if (at + word > wide) {
      count += 1;
      at = 0;
      last = "";
    }
    at += whole;
    last += piece;
  }
  return { count, last };
}

/** Lines a text needs in a width. */
export function lines(text, wide, size, bold = false) {
  return wrapped(text, wide, size, bold).count;
}

/** How many paragraphs end in a line of one Chinese letter, or of one short word after a single line. */
export function orphans(paragraphs, wide) {
  return paragraphs.filter((p) => {
    const { count, last } = wrapped(p.text, wide, p.size, p.bold || p.lead);
    if (count > 1 && CHINESE.test(last)) return [...last].length < 3;
    return count === 2 && !last.trim().includes(" ") && width(last, p.size, p.bold) < wide * 0.3;
  }).length;
}

/** A somewhat smaller size at which fewer lines are orphans, where there is one; large words have more room to give. */
export function tidied(size, least, count) {
  const sizes = Array.from({ length: size > 22 ? 9 : 3 }, (_, i) => size - i / 2).filter((s) => s >= least);
  return sizes.reduce((best, s) => (count(s) < count(best) ? s : best), size);
}

/** The width at which the lines of a text are about as long as each other. */
export function balanced(text, wide, size, bold = false) {
  const most = lines(text, wide, size, bold);
  let narrow = wide;
  while (narrow > wide / 3 && lines(text, narrow - 0.1, size, bold) <= most) narrow -= 0.1;
  return most > 1 ? Math.min(wide, narrow * 1.08) : wide;
}

/** Height in inches of a text in a width. */
export function height(text, wide, size, bold = false) {
  return (lines(text, wide, size, bold) * size * (CHINESE.test(text) ? 1.46 : 1.22)) / 72;
}

/** Height of paragraphs: `{ text, size, bold, after }`. */
export function stack(paragraphs, wide) {
  return paragraphs.reduce((sum, p) => sum + height(p.text, wide, p.size, p.bold || p.lead) + (p.after ?? 0) / 72, 0);
}

/** The largest of the sizes between two at which all is well; the least where none is. */
export function largest(most, least, well, step = 0.5) {
  for (let size = most; size > least; size -= step) if (well(size)) return size;
  return least;
}
