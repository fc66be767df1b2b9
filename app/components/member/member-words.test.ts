import { expect, test } from "vitest";

import { deviceOf } from "./device";
import { readMovementFilter } from "./movement-filter";
import { paymentText } from "./payment-text.server";

test("a code of a chain holds the bare address", () => {
  expect(paymentText({ type: "BTC", address: "bc1qexample", details: null, currency: "BTC" }, "D-1")).toBe("bc1qexample");
});

test("a code of a bank is a UPI payment with the reference, and nothing without a UPI id", () => {
  const details = { account_name: "Coffer & Co", account_number: "1", bank_name: "B", ifsc: null, upi_id: "coffer@bank" };
  expect(paymentText({ type: "BANK", address: null, details, currency: "INR" }, "D-AB-1")).toBe("upi://pay?pa=coffer%40bank&pn=Coffer%20%26%20Co&cu=INR&tn=D-AB-1");
  expect(paymentText({ type: "BANK", address: null, details: { ...details, upi_id: null }, currency: "INR" }, "D-AB-1")).toBeNull();
});

test("only real dates filter, and empty fields do not", () => {
  expect(readMovementFilter(new URLSearchParams("wallet=&kind=accrual&from=2027-02-30&to=2027-02-28"))).toEqual({
    wallet: null,
    currency: null,
    kind: "accrual",
    from: null,
    to: "2027-02-28",
  });
  expect(readMovementFilter(new URLSearchParams("from=2027-13-01&to='; drop table"))).toMatchObject({ from: null, to: null });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge", "Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome", "Android"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox", "Linux"],
])("%s", (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }));

test("what says nothing about itself is unknown", () => {
  expect(deviceOf("curl/8")).toEqual({ browser: null, system: null });
});
