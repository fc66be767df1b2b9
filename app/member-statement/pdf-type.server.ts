/** Setting words on a page: which font has their letters, how wide they are, where lines break, and where they stand. */
import { createRequire } from "node:module";

type Pdf = PDFKit.PDFDocument;

export type Weight = "regular" | "strong";
export type Words = { text: string; weight?: Weight; size?: number; quiet?: boolean };

type Script = "latin" | "devanagari";

// Two of one family: same weight and height of letters, and digits of one width, so that amounts stand under each other.
const resolve = createRequire(import.meta.url).resolve;
const files: Record<`${Script}-${Weight}`, string> = {
  "latin-regular": resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  "latin-strong": resolve("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
  "devanagari-regular": resolve("@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf"),
  "devanagari-strong": resolve("@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf"),
};
export const firstFont = files["latin-regular"];

export const ink = "#14202a";
const quietInk = "#4f5e6a";
/** Devanagari with the spaces between its words: a space is as wide as the words around it expect. */
const devanagari = /((?:\p{Script_Extensions=Devanagari}|\p{Join_Control})+(?: +(?:\p{Script_Extensions=Devanagari}|\p{Join_Control})+)*)/u;
export const hasDevanagari = (text: string): boolean => devanagari.test(text);

type Run = { text: string; script: Script };

/** Words whose letters one font has each, in order. */
const runs = (text: string): Run[] =>
  text.split(devanagari).flatMap((part, at) => (part === "" ? [] : [{ text: part, script: at % 2 === 1 ? "devanagari" : "latin" }]));

/** Longer texts hardly come twice. */
const longestKept = 24;

/** A typesetter for one document; its fonts are embedded as far as they are used. */
export function typesetter(doc: Pdf, language: string) {
  const leading = language === "hi" ? 1.65 : 1.4;

  // By its file, always: a name registered for a file that is open already has PDFKit read it anew at each use.
  const use = (script: Script, { weight = "regular", size = 9 }: Words) => doc.font(files[`${script}-${weight}`]).fontSize(size);
  // Shaping is most of the work, and the same words come again and again: their widths are kept, for a size of 1.
  const widths = new Map<string, number>();
  const widthOfRun = ({ text, script }: Run, words: Words): number => {
    const key = `${script} ${words.weight ?? ""} ${text}`;
    const known = widths.get(key) ?? use(script, { ...words, size: 1 }).widthOfString(text);
    if (text.length <= longestKept) widths.set(key, known);
    return known * (words.size ?? 9);
  };
  const widthOf = (words: Words, text = words.text): number => runs(text).reduce((sum, run) => sum + widthOfRun(run, words), 0);
  const heightOf = ({ size = 9 }: Words): number => size * leading;

  /** Parts of a word that fit a width; a word that fits is one. */
  function broken(words: Words, word: string, width: number): string[] {
    if (widthOf(words, word) <= width) return [word];
    const parts: string[] = [""];
    for (const { segment } of new Intl.Segmenter(language).segment(word)) {
      const longer = `${parts.at(-1) ?? ""}${segment}`;
      if (longer === segment || widthOf(words, longer) <= width) parts[parts.length - 1] = longer;
      else parts.push(segment);
    }
    return parts;
  }

  /** Lines that fit a width, broken at spaces, and inside a word only when it is longer than a line. */
  function lines(words: Words, width: number): Words[] {
    const space = widthOf(words, " ");
    const found: string[] = [];
    let left = 0;
    for (const part of words.text.split(/ +/).flatMap((word) => broken(words, word, width))) {
      const needed = widthOf(words, part);
      if (found.length > 0 && left >= space + needed) {
        found[found.length - 1] += ` ${part}`;
        left -= space + needed;
      } else {
        found.push(part);
        left = width - needed;
      }
    }
    return found.map((text) => ({ ...words, text }));
  }

  /** Draws one line whose top is at y. Fonts of two scripts stand on one baseline. */
  function draw(words: Words, x: number, y: number, width: number, end = false): void {
    let at = end ? x + width - widthOf(words) : x;
    const base = y + heightOf(words) * 0.74;
    for (const run of runs(words.text)) {
      use(run.script, words).fillColor(words.quiet ? quietInk : ink).text(run.text, at, base, { lineBreak: false, baseline: "alphabetic" });
      at += widthOfRun(run, words);
    }
  }

  return { lines, draw, heightOf, widthOf };
}
export type Typesetter = ReturnType<typeof typesetter>;
