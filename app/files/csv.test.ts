import { expect, test } from "vitest";

import { csvResponse, csvStream } from "./csv.server";

test("formulas are defused, separators quoted, and the file is marked as UTF-8", async () => {
  const response = csvResponse("coffer ../x", ["About", "In"], [["=cmd|' /C calc'!A0", "1.00"], ['a "b", c', ""]]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="coffer-..-x.csv"');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe("About,In\r\n'=cmd|' /C calc'!A0,1.00\r\n\"a \"\"b\"\", c\",\r\n");
});

test("a negative amount stays a number, what only begins like one does not", async () => {
  const response = csvResponse("x", ["N"], [["-512666.26"], ["-1"], ["-1+cmd|'x'"], ["--1"], ["- 1"], ["-1e5"]]);
  expect((await response.text()).split("\r\n").slice(1)).toEqual(["-512666.26", "-1", "'-1+cmd|'x'", "'--1", "'- 1", "'-1e5", ""]);
});

test("a stream holds every part, in order", async () => {
  async function* parts() {
    yield [["1"], ["2"]];
    yield [];
    yield [["3"]];
  }
  const response = await csvStream("x", ["N"], parts());
  expect((await response.text()).split("\r\n")).toEqual(["N", "1", "2", "3", ""]);
});

test("a refusal of the first part is thrown, not cut off in the middle of a file", async () => {
  // eslint-disable-next-line require-yield -- it never gets that far
  async function* parts(): AsyncGenerator<string[][], void> {
    throw new Error("signed out");
  }
  await expect(csvStream("x", ["N"], parts())).rejects.toThrow("signed out");
});
