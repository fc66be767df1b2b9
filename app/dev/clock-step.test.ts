import { expect, test } from "vitest";

import { readClockStep } from "./clock-step";

test.each([
  ["+1d", { by: "1 days" }],
  ["+36h", { by: "36 hours" }],
  ["+90m", { by: "90 minutes" }],
  ["+2w", { by: "2 weeks" }],
  ["+3mo", { by: "3 months" }],
  ["2027-03-05", { to: "2027-03-05T00:00:00Z" }],
  ["2027-03-05T10:00Z", { to: "2027-03-05T10:00:00Z" }],
  ["2027-03-05T10:00:30Z", { to: "2027-03-05T10:00:30Z" }],
])("%s moves the clock", (text, step) => {
  expect(readClockStep(text)).toEqual(step);
});

test.each(["", "1d", "-1d", "+0d", "+1.5d", "+99999d", "+1y", "tomorrow", "2027-02-30", "2027-13-01", "2027-03-05T25:00Z", "2027-03-05T10:00+02:00", "+1d; drop"])(
  "%s is not understood",
  (text) => {
    expect(readClockStep(text)).toBeNull();
  },
);
