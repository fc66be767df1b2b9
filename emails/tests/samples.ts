import type { MailName } from "../index";

const id = "0197a1c2-7f3b-7c11-9d2e-5a1f0c3b7e42";
const deposit = {
  first_name: "Ann",
  deposit: id,
  reference: "D-7K2MQ4XA",
  amount: "1500.00",
  currency: "USD",
  method: "USDT on Tron",
  transaction_reference: "9f4b2c7ad1e8435f90b6ce1277aa01d4",
};
const milestone = { first_name: "Ann", milestone: id, reference: "M-4XKQ7T2B", name: "First five", needed: 5, amount: "50.00", currency: "USD" };
const withdrawal = {
  first_name: "Ann",
  withdrawal: id,
  reference: "W-3HPR8T2C",
  amount: "1234567.50",
  fee: "2.25",
  currency: "USD",
  wallet: "INTEREST",
  destination: "Savings, TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
};

/** Facts as the database writes them, one mail of each kind. */
export const samples: Record<MailName, Record<string, unknown>> = {
  login_code: { code: "048213", minutes: 10 },
  step_up_code: {
    code: "730045",
    minutes: 10,
    purpose: "withdrawal",
    wallet: "DEPOSIT",
    amount: "250.00",
    currency: "USD",
    destination: "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
  },
  welcome: { first_name: "Ann", referral_code: "K7M2QX4R", bonus: { amount: "10.00", currency: "USD" } },
  deposit_pending: deposit,
  deposit_approved: { ...deposit, received: "1498.75" },
  deposit_rejected: { ...deposit, reason: "The transaction reference belongs to another transfer." },
  withdrawal_pending: withdrawal,
  withdrawal_approved: withdrawal,
  withdrawal_sent: { ...withdrawal, transaction_reference: "TX-2027-0305-118" },
  withdrawal_rejected: { ...withdrawal, reason: "The destination belongs to somebody else." },
  withdrawal_returned: { ...withdrawal, reason: "The bank closed the account." },
  kyc_approved: { first_name: "Ann", reference: "K-5TQ2X9MB", expires_on: "2031-05-12" },
  kyc_rejected: { first_name: "Ann", reference: "K-5TQ2X9MB", reason: "The photograph of the passport cannot be read." },
  kyc_expired: { first_name: "Ann", reference: "K-5TQ2X9MB", expires_on: "2027-03-05" },
  account_closed: { first_name: "Ann", retention_days: "2920" },
  destination_added: { first_name: "Ann", label: "Savings", destination: "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE", usable_at: "2027-03-06T09:15:00+00:00" },
  investment_confirmed: {
    first_name: "Ann",
    investment: id,
    reference: "I-9QW4E7RT",
    plan: "Professional",
    amount: "2500.00",
    currency: "USD",
    wallet: "DEPOSIT",
    start_on: "2027-01-30",
    end_on: "2027-02-28",
    days: 29,
    per_day: "10.00",
    total: "290.00",
  },
  investment_matured: {
    first_name: "Ann",
    investment: id,
    reference: "I-9QW4E7RT",
    plan: "Professional",
    amount: "2500.00",
    total: "290.00",
    awaiting: "30.00",
    currency: "USD",
    end_on: "2027-02-28",
  },
  awaiting_funding: { first_name: "Ann", amount: "10.00", currency: "USD", reason: "accrual" },
  referral_earned: { first_name: "Ann", from: "Bo", amount: "75.00", currency: "USD", source_reference: "I-9QW4E7RT" },
  milestone_approved: milestone,
  milestone_rejected: { ...milestone, reason: "Two of the members have asked for their money back." },
  admin_request: { request: id, reference: "R-5TGB6YHN", kind: "withdrawal", amount: "1234567.50", currency: "USD", member: "Ann Lindqvist" },
  alert_outflow: { asked: "120500.00", most: "100000.00", currency: "USD", at: "2027-03-05T09:15:00+00:00" },
  alert_books: { finding: id, law: "balance is the sum of lines", object: "account 42", expected: "150000", found: "150001", raised_at: "2027-03-05T09:15:00+00:00" },
};

/** Kinds whose optional facts change what stands in them. */
export const variants: [name: MailName, what: string, props: Record<string, unknown>][] = [
  ["step_up_code", "staff sign-in", { code: "730045", minutes: 10, purpose: "staff_login" }],
  ["step_up_code", "destination", { code: "730045", minutes: 10, purpose: "destination", destination: "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE" }],
  ["welcome", "no bonus", { first_name: "Ann", referral_code: "K7M2QX4R" }],
  ["deposit_approved", "as reported", deposit],
  ["withdrawal_pending", "no fee", { ...withdrawal, fee: "0.00" }],
  ["investment_matured", "all paid", { ...samples.investment_matured, awaiting: "0.00" }],
  ["admin_request", "no amount", { request: id, reference: "R-5TGB6YHN", kind: "plan_activation" }],
];
