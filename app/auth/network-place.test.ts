import { expect, test } from "vitest";

import { placeOf } from "./network-place";

test.each([
  ["127.0.0.1", "here", ""],
  ["::1", "here", ""],
  ["10.1.2.3", "local", ""],
  ["172.16.0.9", "local", ""],
  ["172.32.0.9", "network", "172.32.0.*"],
  ["192.168.7.7", "local", ""],
  ["fd12:3456::1", "local", ""],
  ["203.0.113.9", "network", "203.0.113.*"],
  ["::ffff:203.0.113.9", "network", "203.0.113.*"],
  ["2001:db8:7:1::9", "network", "2001:db8:7:*"],
  ["2001:db8::9", "unknown", ""],
  ["", "unknown", ""],
  ["canary-ip", "unknown", ""],
])("%s is %s %s", (address, kind, prefix) => {
  expect(placeOf(address)).toEqual({ kind, prefix });
});
