import { expect, test } from "vitest";

import { playwrightFailures, vitestFailures } from "./failures";

test("failed tests and files that did not load are named with the beginning of their messages", () => {
  const long = Array.from({ length: 50 }, (_, line) => `line ${line}`).join("\n");
  const named = vitestFailures({
    testResults: [
      { name: "a.test.ts", message: "", assertionResults: [{ status: "passed", fullName: "holds" }, { status: "failed", fullName: "breaks", failureMessages: [long] }] },
      { name: "b.test.ts", message: "no such module", assertionResults: [] },
      { name: "c.test.ts", message: "", assertionResults: [{ status: "passed", fullName: "holds" }] },
    ],
  });
  expect(named).toHaveLength(2);
  expect(named[0]).toContain("a.test.ts › breaks\n    line 0\n");
  expect(named[0]).not.toContain("line 20");
  expect(named[1]).toBe("b.test.ts\n    no such module");
});

test("browser tests are found in suites of suites, unsteady ones too", () => {
  const spec = (title: string, status: string) => ({ ok: status === "expected", file: "x.spec.ts", title, tests: [{ projectName: "a11y", status, results: [{ errors: [{ message: "\u001b[31mtoo pale\u001b[39m" }] }] }] });
  expect(playwrightFailures({ suites: [{ specs: [spec("one", "expected")], suites: [{ specs: [spec("two", "unexpected"), spec("three", "flaky")] }] }] })).toEqual([
    "x.spec.ts [a11y] › two (unexpected)\n    too pale",
    "x.spec.ts [a11y] › three (flaky)\n    too pale",
  ]);
  expect(playwrightFailures({})).toEqual([]);
});
