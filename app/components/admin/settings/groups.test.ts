import { expect, test } from "vitest";

import { grouped, groups } from "./groups";

test("every setting stands in one group, and one that is new under the last", () => {
  const keys = groups.flatMap((group) => [...group.keys] as string[]);
  expect(new Set(keys).size).toBe(keys.length);
  const rows = [...keys, "a_new_one"].map((key) => ({ key }));
  const found = grouped(rows);
  expect(found.flatMap((group) => group.rows.map(({ key }) => key)).sort()).toEqual([...keys, "a_new_one"].sort());
  expect(found.at(-1)).toEqual({ name: "other", rows: [{ key: "a_new_one" }] });
  expect(grouped([{ key: "company" }]).map(({ name }) => name)).toEqual(["company"]);
});
