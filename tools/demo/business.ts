/** What members do with money, and what staff do with what members asked for. */
import { createHash, randomUUID } from "node:crypto";

import {
  memberDepositForm, memberDepositSubmit, memberDestinationAdd, memberDestinationCheck, memberFileAdd, memberWithdraw, memberWithdrawalCancel, memberWithdrawalCheck,
  staffWithdrawalConfirm, staffWithdrawalReturned, staffWithdrawalSent, type DestinationDraft,
} from "../../app/db/funding.server";
import { memberInvest } from "../../app/db/invest.server";
import { memberTransfer } from "../../app/db/ledger.server";
import { fileStore } from "../../app/files/file-store.server";
import { methods, type MethodWord, type PlanWord } from "./offer";
import { approve, required } from "./operator";
import { stepUp } from "./people";
import { proofOfPayment } from "./proof";
import { idOf, tokenOf, type World } from "./world";

type Deposit = { who: string; method: MethodWord; amount: string; transaction: string; proof?: boolean };

/** Submits a deposit; answers its request. */
export async function submitDeposit(world: World, { who, method, amount, transaction, proof = false }: Deposit): Promise<string> {
  const token = tokenOf(world, who);
  const { reference } = await memberDepositForm(token, idOf(world, `method ${method}`));
  const file = proof ? await attach(token, proofOfPayment({ amount: `${amount} ${methods[method].currency}`, to: methods[method].name, reference, transaction })) : null;
  const submitted = await memberDepositSubmit(token, { method: idOf(world, `method ${method}`), reference, amount, transactionReference: transaction, file, key: randomUUID() });
  return required(submitted.request);
}

async function attach(token: string, bytes: Buffer): Promise<string> {
  const file = randomUUID();
  await fileStore().put(file, bytes);
  await memberFileAdd(token, { file, name: "transfer-receipt.pdf", mime: "application/pdf", bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") });
  return file;
}

export async function depositAndApprove(world: World, deposit: Deposit, received: string | null = null): Promise<void> {
  await approve(world, await submitDeposit(world, deposit), { received, note: received === null ? null : `The chain shows ${received}.` });
}

export async function invest(world: World, who: string, plan: PlanWord, amount: string, wallet: "DEPOSIT" | "INTEREST" = "DEPOSIT"): Promise<void> {
  await memberInvest(tokenOf(world, who), { plan: idOf(world, `plan ${plan}`), version: null, wallet, amount, riskAccepted: true, key: randomUUID() });
}

export async function toDepositWallet(world: World, who: string, amount: string, currency = "USD"): Promise<void> {
  await memberTransfer(tokenOf(world, who), { currency, amount, key: randomUUID() });
}

const nothing = { address: null, account_name: null, account_number: null, ifsc: null };

export async function addDestination(world: World, who: string, draft: Pick<DestinationDraft, "type" | "label"> & Partial<DestinationDraft>): Promise<void> {
  const token = tokenOf(world, who);
  const whole: DestinationDraft = { ...nothing, ...draft };
  const { context } = await memberDestinationCheck(token, whole);
  const added = await memberDestinationAdd(token, whole, await stepUp(token, "destination", context), randomUUID());
  if (added.outcome !== "added") throw new Error(`${who}: destination ${added.outcome}`);
  world.ids.set(`destination of ${who}`, added.destination.id);
}

type Withdrawal = { who: string; amount: string; currency?: string; wallet?: "DEPOSIT" | "INTEREST" };

/** Asks for a withdrawal to the member's destination; answers the withdrawal and its request. */
export async function askWithdrawal(world: World, { who, amount, currency = "USD", wallet = "DEPOSIT" }: Withdrawal): Promise<{ withdrawal: string; request: string }> {
  const token = tokenOf(world, who);
  const draft = { wallet, currency, amount, destination: idOf(world, `destination of ${who}`) };
  const { context } = await memberWithdrawalCheck(token, draft);
  const asked = await memberWithdraw(token, draft, await stepUp(token, "withdrawal", context), randomUUID());
  if (asked.outcome !== "requested") throw new Error(`${who}: withdrawal ${asked.outcome}`);
  return { withdrawal: asked.withdrawal, request: required(asked.request) };
}

export async function cancelWithdrawal(world: World, who: string, withdrawal: string): Promise<void> {
  await memberWithdrawalCancel(tokenOf(world, who), withdrawal, randomUUID());
}

export async function send(world: World, withdrawal: string, method: MethodWord, transactionReference: string): Promise<void> {
  await staffWithdrawalSent(tokenOf(world, "operations"), { withdrawal, method: idOf(world, `method ${method}`), transactionReference, key: randomUUID() });
}

export async function confirm(world: World, withdrawal: string): Promise<void> {
  await staffWithdrawalConfirm(tokenOf(world, "operations"), withdrawal, randomUUID());
}

export async function comeBack(world: World, withdrawal: string, reason: string): Promise<void> {
  await staffWithdrawalReturned(tokenOf(world, "operations"), { withdrawal, reason, key: randomUUID() });
}
