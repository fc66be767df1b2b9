import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

type Pair = { light: string; dark: string };

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colours = new Map<string, Pair>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) colours.set(name, { light, dark });

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

function of(name: string): Pair {
  const pair = colours.get(name);
  if (!pair) throw new Error(`no colour ${name}`);
  return pair;
}

const grounds = ["canvas", "surface", "sunken"];
const words: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [["ink", ground, 7], ["quiet", ground, 4.5], ["accent", ground, 4.5], ["danger", ground, 4.5]]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["on-danger", "danger", 4.5],
  ...["accent", "success", "warning", "danger", "info"].flatMap((tone): [string, string, number][] => [[tone, `${tone}-soft`, 4.5], ["ink", `${tone}-soft`, 7]]),
  // Edges of controls and the focus ring are not text: three to one.
  ["line-strong", "surface", 3],
  ["line-strong", "canvas", 3],
  ["accent", "canvas", 3],
];

test.each(words)("%s on %s has a contrast of at least %s", (front, back, least) => {
  expect(contrast(of(front).light, of(back).light)).toBeGreaterThanOrEqual(least);
  expect(contrast(of(front).dark, of(back).dark)).toBeGreaterThanOrEqual(least);
});
