/** Money on its way in, and the methods it travels by. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { deposit, method } from "./funding-shapes.server";
import { amount, count, currency, file, id, maybe, movement, pageOf, state, tracker, type Paging } from "./shapes.server";

export type { Deposit, Destination, Method, MethodType, Withdrawal } from "./funding-shapes.server";
export * from "./funding-out.server";

const methodsSchema = z.object({ methods: z.array(method) });

export function memberMethods(token: string, purpose: "deposit" | "withdrawal"): Promise<z.output<typeof methodsSchema>> {
  return read(methodsSchema, sql`select desk.member_methods(p_token => ${token}::text, p_for => ${purpose}::text) as answer`);
}

const depositFormSchema = z.object({ method, reference: z.string() });
export type DepositForm = z.output<typeof depositFormSchema>;

/** The method and the reference to put on the transfer. May write the reference down, hence not repeated blindly. */
export function memberDepositForm(token: string, methodId: string): Promise<DepositForm> {
  return ask(depositFormSchema, sql`select desk.member_deposit_form(p_token => ${token}::text, p_method => ${methodId}::uuid) as answer`);
}

const fileAddedSchema = z.object({ file: id });

/** Registers an upload under the id it was stored with; repeating it says the same thing. */
export function memberFileAdd(token: string, upload: { file: string; name: string; mime: string; bytes: number; sha256: string }): Promise<z.output<typeof fileAddedSchema>> {
  return ask(
    fileAddedSchema,
    sql`select desk.member_file_add(p_token => ${token}::text, p_file => ${upload.file}::uuid, p_name => ${upload.name}::text,
      p_mime => ${upload.mime}::text, p_bytes => ${upload.bytes}::integer, p_sha256 => ${upload.sha256}::text) as answer`,
  );
}

const fileSchema = z.object({ file });

export function memberFile(token: string, fileId: string): Promise<z.output<typeof fileSchema>> {
  return read(fileSchema, sql`select desk.member_file(p_token => ${token}::text, p_file => ${fileId}::uuid) as answer`);
}

export function staffFile(token: string, fileId: string): Promise<z.output<typeof fileSchema>> {
  return read(fileSchema, sql`select desk.staff_file(p_token => ${token}::text, p_file => ${fileId}::uuid) as answer`);
}

const depositCheckSchema = z.object({ method: id, amount, currency, transaction_reference: z.string() });
export type DepositCheck = z.output<typeof depositCheckSchema>;

/** Everything the submission will be checked for but the proof; changes nothing. */
export function memberDepositCheck(token: string, draft: { method: string; amount: string; transactionReference: string }): Promise<DepositCheck> {
  return read(
    depositCheckSchema,
    sql`select desk.member_deposit_check(p_token => ${token}::text, p_method => ${draft.method}::uuid, p_amount => ${draft.amount}::text,
      p_transaction_reference => ${draft.transactionReference}::text) as answer`,
  );
}

const submittedSchema = z.object({ deposit: id, reference: z.string(), request: maybe(id) });
export type DepositSubmitted = z.output<typeof submittedSchema>;

type DepositSubmit = { method: string; reference: string; amount: string; transactionReference: string; file: string | null; key: string };

export function memberDepositSubmit(token: string, submit: DepositSubmit): Promise<DepositSubmitted> {
  return ask(
    submittedSchema,
    sql`select desk.member_deposit_submit(p_token => ${token}::text, p_method => ${submit.method}::uuid, p_reference => ${submit.reference}::text,
      p_amount => ${submit.amount}::text, p_transaction_reference => ${submit.transactionReference}::text, p_file => ${submit.file}::uuid,
      p_key => ${submit.key}::uuid) as answer`,
  );
}

export const depositsSchema = pageOf(deposit);

export function memberDeposits(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof depositsSchema>> {
  return read(
    depositsSchema,
    sql`select desk.member_deposits(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const depositDetailSchema = z.object({ deposit, tracker, method, movement: maybe(movement) });
export type DepositDetail = z.output<typeof depositDetailSchema>;

export function memberDeposit(token: string, depositId: string): Promise<DepositDetail> {
  return read(depositDetailSchema, sql`select desk.member_deposit(p_token => ${token}::text, p_deposit => ${depositId}::uuid) as answer`);
}

export function memberDepositCancel(token: string, depositId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_deposit_cancel(p_token => ${token}::text, p_deposit => ${depositId}::uuid, p_key => ${key}::uuid) as answer`);
}

const staffMethod = method.extend({ ledger_balance: amount, deposits_open: count, account: z.string() });
export type StaffMethod = z.output<typeof staffMethod>;
const staffMethodsSchema = z.object({ methods: z.array(staffMethod) });

export function staffMethods(token: string): Promise<z.output<typeof staffMethodsSchema>> {
  return read(staffMethodsSchema, sql`select desk.staff_methods(p_token => ${token}::text) as answer`);
}

export type BankDetails = { account_name: string; account_number: string; bank_name: string; ifsc: string | null; upi_id: string | null };

type MethodSave = {
  /** null: a new one */
  method: string | null;
  name: string;
  type: string;
  currency: string;
  address: string | null;
  instructions: string | null;
  details: BankDetails | Record<string, never>;
  minimum: string | null;
  active: boolean;
  key: string;
};

const savedSchema = z.object({ method: id });

export function staffMethodSave(token: string, save: MethodSave): Promise<z.output<typeof savedSchema>> {
  return ask(
    savedSchema,
    sql`select desk.staff_method_save(p_token => ${token}::text, p_method => ${save.method}::uuid, p_name => ${save.name}::text,
      p_type => ${save.type}::text, p_currency => ${save.currency}::text, p_address => ${save.address}::text,
      p_instructions => ${save.instructions}::text, p_details => ${save.details}::jsonb, p_minimum => ${save.minimum}::text,
      p_active => ${save.active}::boolean, p_key => ${save.key}::uuid) as answer`,
  );
}
