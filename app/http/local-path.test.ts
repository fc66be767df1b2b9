import { expect, test } from "vitest";

import { localPath } from "./local-path";

test.each(["/", "/home", "/invest/0197?amount=5", "/a%20b"])("%s stays", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each(["", "home", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "/x\\y", null, undefined, 7])(
  "%s goes to the start instead",
  (path) => {
    expect(localPath(path, "/start")).toBe("/start");
  },
);
