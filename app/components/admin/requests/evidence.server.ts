import { z } from "zod";

import { estate } from "~/db/claim.server";
import { kyc, profile } from "~/db/compliance-shapes.server";
import { booking, bookingMoney, bookingPayment } from "~/db/ev-shapes.server";
import { Problem } from "~/db/db-error.server";
import { figures } from "~/db/reconciliation.server";
import { deposit, destination, method, withdrawal } from "~/db/funding-shapes.server";
import { compensationPlan, whatIf } from "~/db/network-shapes.server";
import { importLine, importRun, importTotals } from "~/db/import.server";
import { journal, journalLine } from "~/db/journal.server";
import { milestone, milestoneClaim } from "~/db/milestone.server";
import { payout, payoutPart } from "~/db/payout.server";
import { setting } from "~/db/setting.server";
import { colleague, standing } from "~/db/staff.server";
import { amount, count, currency, day, id, instant, maybe, plan, wallet } from "~/db/shapes.server";
import type { RequestDetail } from "~/db/approval.server";

const balance = z.object({ id: maybe(z.string()), name: z.string(), balance: amount, held: maybe(amount), currency });

const note = maybe(z.string());
const named = z.object({ id, name: z.string() });
const staffPayload = z.object({ before: standing, after: standing, reason: z.string() });
const settingPayload = z.object({ before: z.string(), value: z.string(), reason: z.string() });
const suspensionPayload = z.object({ suspend: z.boolean(), reason: z.string() });
const treasuryPayload = z.object({ treasury: z.string(), method: z.string(), note });
const transferPayload = z.object({ from: z.string(), to: z.string(), note });
const reasonPayload = z.object({ note: z.string() });
const money = z.object({ treasury: z.array(balance), methods: z.array(balance) });

const shapes = {
  deposit: z.object({ deposit: deposit.extend({ file: maybe(z.string()) }), method, wallets: z.array(wallet), earlier: z.object({ approved: count, rejected: count }) }),
  withdrawal: z.object({ withdrawal, destination: destination.extend({ account_number: maybe(z.string()) }), wallets: z.array(wallet), last_24h: amount }),
  payout: z.object({ payout, parts: z.array(payoutPart), destination: destination.extend({ account_number: maybe(z.string()) }), wallets: z.array(wallet) }),
  tax_deposit: z.object({
    from_on: day,
    until_on: day,
    regime: z.enum(["SEED", "IN"]),
    form: z.string(),
    code: note,
    /** of the quarter, and what of it is still to be paid over */
    withheld: amount,
    deposited: amount,
    left: amount,
    method: z.object({ name: z.string(), balance: amount }),
    reference: z.string(),
    paid_on: day,
    note,
  }),
  sweep: z.object({ held: amount, own: amount, held_now: amount, own_now: amount, method: z.object({ name: z.string(), balance: amount }), note }),
  plan_activation: z.object({ plan, hash: z.string(), previous: maybe(plan), rate_differs: z.boolean(), what_if: maybe(whatIf), read: z.boolean() }),
  compensation_activation: z.object({ version: compensationPlan, before: maybe(compensationPlan), what_if: maybe(whatIf), read: z.boolean() }),
  milestone: z.object({
    milestone,
    claim: milestoneClaim,
    /** those who count today; since the claim it may have become fewer */
    active_now: count,
    counted: z.array(z.object({ id, name: z.string(), joined_at: instant, state: z.string(), kyc: z.boolean(), investments: count })),
  }),
  reconciliation: z.object({
    method: z.object({ id, name: z.string() }),
    on: day,
    figures,
    /** a line came or was matched since: it will not be signed */
    stale: z.boolean(),
    items: z.array(z.object({ side: z.enum(["bank", "books", "opening"]), amount, on: day, reason: z.string(), note })),
  }),
  kyc: z.object({ kyc, profile, reviewer: z.string() }),
  recovery: z.object({
    recovery: z.object({ old_email: z.string(), new_email: z.string(), drop_authenticator: z.boolean(), asked_at: instant, proven_at: maybe(instant), note: z.string() }),
    kyc,
    profile,
  }),
  staff_role: z.object({
    person: colleague,
    /** how many could approve now */
    approvers: count,
    /** the person is no longer as when it was asked: it will not be carried out */
    stale: z.boolean(),
    before_member: maybe(named),
    after_member: maybe(named),
  }),
  setting: z.object({ setting }),
  suspension: z.object({
    member: z.object({ id, name: z.string(), email: z.string(), status: z.string(), joined_at: instant }),
    wallets: z.array(wallet),
    /** it stands so already: it will not be carried out */
    stale: z.boolean(),
  }),
  claim: z.object({
    claim: estate,
    profile,
    payment: z.array(z.object({ currency, amount, parts: z.array(z.object({ name: z.string(), amount })) })),
    /** contracts that go on, and withdrawals that the member asked for before */
    contracts: count,
    waiting: count,
  }),
  booking_payment: bookingMoney.extend({ booking, payment: bookingPayment }),
  booking_cancel: bookingMoney.extend({ booking }),
  company_import: z.object({ import: importLine, totals: importTotals, hash: z.string(), large: z.boolean(), posting: maybe(importRun) }),
  manual_journal: z.object({ kind: z.string(), value_on: day, lines: z.array(journalLine.extend({ balance: maybe(amount) })), methods: z.record(z.string(), z.string()) }),
  journal_reversal: z.object({ journal, lines: z.array(journalLine), methods: z.record(z.string(), z.string()) }),
} as const;

/** What speaks for or against a request, in the shape of its kind. */
export type Evidence =
  | ({ kind: "deposit" } & z.output<typeof shapes.deposit>)
  | ({ kind: "withdrawal" } & z.output<typeof shapes.withdrawal>)
  | ({ kind: "payout" } & z.output<typeof shapes.payout>)
  | ({ kind: "tax_deposit" } & z.output<typeof shapes.tax_deposit>)
  | ({ kind: "sweep" } & z.output<typeof shapes.sweep>)
  | ({ kind: "plan_activation" } & z.output<typeof shapes.plan_activation>)
  | ({ kind: "compensation_activation" } & z.output<typeof shapes.compensation_activation>)
  | ({ kind: "milestone" } & z.output<typeof shapes.milestone>)
  | ({ kind: "reconciliation" } & z.output<typeof shapes.reconciliation>)
  | ({ kind: "kyc" } & z.output<typeof shapes.kyc>)
  | ({ kind: "recovery" } & z.output<typeof shapes.recovery>)
  | ({ kind: "staff_role" } & z.output<typeof shapes.staff_role> & z.output<typeof staffPayload>)
  | ({ kind: "setting" } & z.output<typeof shapes.setting> & z.output<typeof settingPayload>)
  | ({ kind: "suspension" } & z.output<typeof shapes.suspension> & z.output<typeof suspensionPayload>)
  | ({ kind: "claim" } & z.output<typeof shapes.claim>)
  | ({ kind: "booking_payment" } & z.output<typeof shapes.booking_payment>)
  | ({ kind: "booking_cancel" } & z.output<typeof shapes.booking_cancel>)
  | ({ kind: "company_import" } & z.output<typeof shapes.company_import>)
  | ({ kind: "manual_journal"; journal_kind: string; note: string } & Omit<z.output<typeof shapes.manual_journal>, "kind">)
  | ({ kind: "journal_reversal"; note: string } & z.output<typeof shapes.journal_reversal>)
  | ({ kind: "treasury_funding" | "treasury_return"; treasury: string; method: string; note: string | null } & Balances)
  | ({ kind: "bank_transfer"; from: string; to: string; note: string | null } & Balances);

type Balances = { treasuries: z.output<typeof balance>[]; methods: z.output<typeof balance>[] };

function parse(kind: string, evidence: unknown, payload: unknown): Evidence | null {
  switch (kind) {
    case "deposit":
      return { kind, ...shapes.deposit.parse(evidence) };
    case "withdrawal":
      return { kind, ...shapes.withdrawal.parse(evidence) };
    case "payout":
      return { kind, ...shapes.payout.parse(evidence) };
    case "tax_deposit":
      return { kind, ...shapes.tax_deposit.parse(evidence) };
    case "sweep":
      return { kind, ...shapes.sweep.parse(evidence) };
    case "plan_activation":
      return { kind, ...shapes.plan_activation.parse(evidence) };
    case "compensation_activation":
      return { kind, ...shapes.compensation_activation.parse(evidence) };
    case "milestone":
      return { kind, ...shapes.milestone.parse(evidence) };
    case "reconciliation":
      return { kind, ...shapes.reconciliation.parse(evidence) };
    case "kyc":
      return { kind, ...shapes.kyc.parse(evidence) };
    case "recovery":
      return { kind, ...shapes.recovery.parse(evidence) };
    case "staff_role":
      return { kind, ...shapes.staff_role.parse(evidence), ...staffPayload.parse(payload) };
    case "setting":
      return { kind, ...shapes.setting.parse(evidence), ...settingPayload.parse(payload) };
    case "suspension":
      return { kind, ...shapes.suspension.parse(evidence), ...suspensionPayload.parse(payload) };
    case "claim":
      return { kind, ...shapes.claim.parse(evidence) };
    case "booking_payment":
      return { kind, ...shapes.booking_payment.parse(evidence) };
    case "booking_cancel":
      return { kind, ...shapes.booking_cancel.parse(evidence) };
    case "company_import":
      return { kind, ...shapes.company_import.parse(evidence) };
    case "manual_journal": {
      const { kind: written, ...rest } = shapes.manual_journal.parse(evidence);
      return { kind, journal_kind: written, ...reasonPayload.parse(payload), ...rest };
    }
    case "journal_reversal":
      return { kind, ...reasonPayload.parse(payload), ...shapes.journal_reversal.parse(evidence) };
    case "treasury_funding":
    case "treasury_return": {
      const { treasury: treasuries, methods } = money.parse(evidence);
      return { kind, ...treasuryPayload.parse(payload), treasuries, methods };
    }
    case "bank_transfer": {
      const { treasury: treasuries, methods } = money.parse(evidence);
      return { kind, ...transferPayload.parse(payload), treasuries, methods };
    }
    default:
      return null;
  }
}

/** Reads the evidence of a request. Nobody may decide on half of it, so an unexpected shape is a fault and not an empty page. */
export function readEvidence({ request, evidence }: RequestDetail): Evidence | null {
  try {
    return parse(request.kind, evidence, request.payload);
  } catch (cause) {
    throw new Problem("internal", { cause });
  }
}
