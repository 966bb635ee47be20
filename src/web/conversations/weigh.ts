/*
 * Texts as networks of short posts weigh them, and the parts that go out of what is too long. The server does the same in WeightedText.cs,
 * and what it says counts; both are tried by weigh.cases.json.
 */

interface Sign { text: string; weight: number }

const ofAnAddress = 23;
const ends = ".!?…";
const endsAlone = "。！？\n";
const opening = "«([{“";
const closing = "»)]}”!?:;,.…%";

const words = new RegExp(
  "(?<web>https?://(?:[\\p{L}\\p{N}_\\-]+\\.)+[a-z]{2,}(?::[0-9]+)?(?:/(?:(?:[a-z0-9!*';:=+,.$/%#\\[\\]_~@|&À-ɏЀ-ӿ–\\-]|\\([^\\s()]*\\))*(?:[a-z0-9=_#/+À-ɏЀ-ӿ\\-]|\\([^\\s()]*\\)))?)?(?:\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]_.,~|\\-]*[a-z0-9_&=#/\\-])?)"
  + "|(?<mailbox>[a-z0-9_.+\\-]+@[a-z0-9_\\-]+(?:\\.[a-z0-9_\\-]+)*)"
  + "|(?<bare>(?:[a-z0-9_\\-]+\\.)+[a-z]{2,}(?:[/?][^\\s<>\"]*)?)"
  + "|[a-z0-9_][a-z0-9_\\p{M}]*",
  "giu",
);
const emoji = /[\u{FE0F}\u{1F000}-\u{1FAFF}]/u;
const light = /^[\u{0}-\u{10FF}\u{2000}-\u{200D}\u{2010}-\u{201F}\u{2032}-\u{2037}]$/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const sum = (signs: Sign[]) => signs.reduce((all, sign) => all + sign.weight, 0);
const isSpace = (sign: Sign) => sign.text !== "\u00A0" && sign.text !== "\u202F" && sign.text.trim() === "";

function weightOf(sign: string): number {
  if (emoji.test(sign)) return 2;
  return [...sign.normalize("NFC")].reduce((all, letter) => all + (light.test(letter) ? 1 : 2), 0);
}

const drawn = (text: string): Sign[] => [...graphemes.segment(text)].map(({ segment }) => ({ text: segment, weight: weightOf(segment) }));

function read(found: RegExpMatchArray): Sign[] {
  const [text] = found;
  const signs = drawn(text);
  if (found.groups!["web"]) return [{ text, weight: ofAnAddress }];
  if (found.groups!["mailbox"]) return [{ text, weight: sum(signs) }];
  if (found.groups!["bare"]) return [{ text, weight: Math.max(ofAnAddress, sum(signs)) }];
  return signs;
}

function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const found of text.matchAll(words)) {
    signs.push(...drawn(text.slice(at, found.index)), ...read(found));
    at = found.index + found[0].length;
  }
  return [...signs, ...drawn(text.slice(at))];
}

function skip(signs: Sign[], from: number): number {
  let at = from;
  while (at < signs.length && isSpace(signs[at]!)) at++;
  return at;
}

function endsWord(signs: Sign[], end: number): boolean {
  if (end < signs.length && !isSpace(signs[end]!)) return false;
  const next = signs[skip(signs, end)];
  const last = signs[end - 1]!;
  return !next || !(closing.includes(next.text) || opening.includes(last.text) || isSpace(last));
}

function endOf(signs: Sign[], start: number, room: number): number {
  let [end, weight, sentence, word] = [start, 0, 0, 0];
  while (end < signs.length && weight + signs[end]!.weight <= room) {
    weight += signs[end++]!.weight;
    const last = signs[end - 1]!.text;
    const isWord = endsWord(signs, end);
    if (weight >= Math.floor(room / 2) && (endsAlone.includes(last) || (ends.includes(last) && isWord))) sentence = end;
    if (isWord) word = end;
  }
  return skip(signs, end) === signs.length ? signs.length : sentence || word || Math.max(end, start + 1);
}

function cut(signs: Sign[], room: number): string[] {
  const parts: string[] = [];
  for (let start = skip(signs, 0); start < signs.length;) {
    const end = endOf(signs, start, room);
    parts.push(signs.slice(start, end).map((sign) => sign.text).join("").trim());
    start = skip(signs, end);
  }
  return parts;
}

export const weigh = (text: string): number => sum(signsOf(text));

/** The parts of what is too long, each saying which of how many it is. */
export function split(text: string, longest: number): string[] {
  const signs = signsOf(text);
  if (sum(signs) <= longest) return [text];
  for (let mark = 4; ; mark += 2) {
    const parts = cut(signs, longest - mark);
    const marked = parts.map((part, at) => `${part} ${at + 1}/${parts.length}`);
    if (marked.every((part) => weigh(part) <= longest) || mark > longest / 2) return marked;
  }
}
