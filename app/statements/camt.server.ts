/** Statement lines from camt.053 (ISO 20022), versions 001.02 to 001.08 and whatever prefix their namespace has. */
import { z } from "zod";

import { addAmounts, compareAmounts } from "~/money/decimal";
import { readAmount } from "./figures";
import { countEqual, isoDay, tidy, unreadable, type Statement, type StatementLine } from "./statement";
import { readXml } from "./xml.server";

/** Elements of which there may be several; entries are taken one by one, so that a hundred thousand of them are never held at once. */
const many = new Set(["Stmt", "NtryDtls", "TxDtls", "Bal", "Ustrd", "Strd"]);

/** An element may be empty, which the reader answers as "". */
const maybe = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const text = z.union([z.string(), z.looseObject({ "#text": z.string() }).transform((node) => node["#text"])]);
const money = z.object({ "#text": z.string(), "@Ccy": z.string().optional() });
const date = z.object({ Dt: text.optional(), DtTm: text.optional() });
const refs = z.object({ AcctSvcrRef: maybe(text), EndToEndId: maybe(text), TxId: maybe(text), InstrId: maybe(text) });
const code = z.union([z.string(), z.object({ Cd: maybe(text), Prtry: maybe(z.unknown()) }).transform((node) => node.Cd ?? "")]);
const party = z.object({ Nm: maybe(text), Pty: maybe(z.object({ Nm: maybe(text) })) });
const detail = z.object({
  Refs: maybe(refs),
  Amt: maybe(money),
  AmtDtls: maybe(z.object({ TxAmt: maybe(z.object({ Amt: maybe(money) })) })),
  CdtDbtInd: maybe(text),
  RltdPties: maybe(z.object({ Dbtr: maybe(party), Cdtr: maybe(party) })),
  RmtInf: maybe(z.object({ Ustrd: z.array(text).optional(), Strd: z.array(maybe(z.object({ CdtrRefInf: maybe(z.object({ Ref: maybe(text) })) }))).optional() })),
  AddtlTxInf: maybe(text),
});
type Detail = z.output<typeof detail>;
const entry = z.object({
  Amt: maybe(money),
  CdtDbtInd: maybe(text),
  Sts: maybe(code),
  BookgDt: maybe(date),
  ValDt: maybe(date),
  AcctSvcrRef: maybe(text),
  NtryDtls: z.array(maybe(z.object({ TxDtls: z.array(maybe(detail)).optional() }))).optional(),
  AddtlNtryInf: maybe(text),
});
const balance = z.object({ Tp: z.object({ CdOrPrtry: z.object({ Cd: maybe(text) }) }), Amt: money, CdtDbtInd: text, Dt: date });
const statement = z.object({
  FrToDt: maybe(z.object({ FrDtTm: maybe(text) })),
  Acct: maybe(z.object({ Id: maybe(z.object({ IBAN: maybe(text), Othr: maybe(z.object({ Id: maybe(text) })) })), Ccy: maybe(text) })),
  Bal: z.array(balance).optional(),
});
const document = z.object({ BkToCstmrStmt: z.object({ Stmt: z.array(statement) }) });
type BankStatement = z.output<typeof statement>;

const dayOf = (found: z.output<typeof date> | undefined): string | null => {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec((found?.Dt ?? found?.DtTm ?? "").trim()) ?? [];
  return year === "" ? null : isoDay(year, month, day);
};
const plainAmount = (found: string): string | null => (/^\d+(\.\d+)?$/.test(found.trim()) ? readAmount(found, ".") : null);
const signed = (amount: string, direction: string | undefined): string | null => (direction === "CRDT" ? amount : direction === "DBIT" ? (/[1-9]/.test(amount) ? `-${amount}` : amount) : null);

/** Banks write this where there is no reference. */
const provided = (reference: string | undefined): string | null => (reference === undefined || /^NOTPROVIDED$/i.test(reference.trim()) ? null : tidy(reference, 140));

/** CRDT and DBIT say which way this entry went, also when it is a reversal (RvslInd): the sign is never turned a second time. */
function linesOf(raw: unknown, n: string): StatementLine[] {
  const blank = { n, booked_on: null, value_on: null, amount: null, currency: null, bank_reference: null, detail: "0", reference: null, text: null, ordinal: "1" };
  const parsed = entry.safeParse(raw);
  if (!parsed.success) return [{ ...blank, refusal: "line_unreadable" }];
  const { Amt, CdtDbtInd, Sts, BookgDt, ValDt, AcctSvcrRef, NtryDtls, AddtlNtryInf } = parsed.data;
  if (Sts !== undefined && Sts !== "BOOK") return [{ ...blank, refusal: "not_booked" }];
  const booked = dayOf(BookgDt) ?? dayOf(ValDt);
  if (booked === null) return [{ ...blank, refusal: "booked_on_invalid" }];
  const whole = Amt === undefined ? null : plainAmount(Amt["#text"]);
  const amount = whole === null ? null : signed(whole, CdtDbtInd);
  if (whole === null || amount === null) return [{ ...blank, refusal: "amount_invalid" }];
  const base = { ...blank, refusal: null, booked_on: booked, value_on: dayOf(ValDt) ?? booked, currency: Amt?.["@Ccy"] ?? null };
  const details = (NtryDtls ?? []).flatMap((group) => group?.TxDtls ?? []).flatMap((one) => (one === undefined ? [] : [one]));
  const entryReference = provided(AcctSvcrRef);
  const parts = partsOf(details, whole, Amt?.["@Ccy"], CdtDbtInd);
  if (parts === null)
    return [{ ...base, amount, bank_reference: entryReference ?? provided(details[0]?.Refs?.AcctSvcrRef), reference: details.length === 1 ? referenceOf(details[0]) : null, text: textOf(details.slice(0, 20), AddtlNtryInf) }];
  return parts.map((part, at) => {
    const one = details[at];
    return { ...base, amount: part, bank_reference: entryReference ?? provided(one?.Refs?.AcctSvcrRef), detail: String(at + 1), reference: referenceOf(one), text: textOf(one ? [one] : [], AddtlNtryInf) };
  });
}

/** The signed amounts of an entry's payments, if it lists several and they add up; else the entry is one line. */
function partsOf(details: Detail[], whole: string, currency: string | undefined, direction: string | undefined): string[] | null {
  if (details.length < 2) return null;
  const amounts = details.map((one) => one.Amt ?? one.AmtDtls?.TxAmt?.Amt);
  if (amounts.some((amount) => amount === undefined || (amount["@Ccy"] !== undefined && amount["@Ccy"] !== currency))) return null;
  const parts = amounts.map((amount, at) => {
    const plain = plainAmount(amount?.["#text"] ?? "");
    return plain === null ? null : signed(plain, details[at]?.CdtDbtInd ?? direction);
  });
  const read = parts.flatMap((part) => (part === null ? [] : [part]));
  if (read.length !== parts.length) return null;
  return compareAmounts(addAmounts(...read), signed(whole, direction) ?? "0") === 0 ? read : null;
}

function referenceOf(one: Detail | undefined): string | null {
  const structured = one?.RmtInf?.Strd?.flatMap((part) => part?.CdtrRefInf?.Ref ?? [])[0];
  return provided(one?.Refs?.EndToEndId) ?? provided(structured) ?? provided(one?.Refs?.TxId) ?? provided(one?.Refs?.InstrId);
}

function textOf(details: Detail[], additional: string | undefined): string | null {
  const names = details.flatMap(({ RltdPties }) => [RltdPties?.Dbtr, RltdPties?.Cdtr].flatMap((one) => one?.Nm ?? one?.Pty?.Nm ?? []));
  const words = details.flatMap(({ RmtInf, AddtlTxInf }) => [...(RmtInf?.Ustrd ?? []), ...(RmtInf?.Strd ?? []).flatMap((part) => part?.CdtrRefInf?.Ref ?? []), ...(AddtlTxInf === undefined ? [] : [AddtlTxInf])]);
  return tidy([...words, ...names, ...(additional === undefined ? [] : [additional])].join(" "), 500);
}

const bare = (account: string): string => account.replace(/[^0-9A-Za-z]/g, "").toUpperCase();

/** Whether a statement is about the account whose number we know; an IBAN ends with it. */
function isOther({ Acct }: BankStatement, accountNumber: string | null): boolean {
  const stated = bare(Acct?.Id?.IBAN ?? Acct?.Id?.Othr?.Id ?? "");
  const ours = bare(accountNumber ?? "");
  return stated !== "" && ours !== "" && !stated.endsWith(ours) && !ours.endsWith(stated);
}

const balanceOf = ({ Bal }: BankStatement, kinds: string[]) => {
  const found = (Bal ?? []).find(({ Tp }) => kinds.includes(Tp.CdOrPrtry.Cd ?? ""));
  const plain = found === undefined ? null : plainAmount(found.Amt["#text"]);
  const amount = plain === null ? null : signed(plain, found?.CdtDbtInd);
  return amount === null ? null : { on: dayOf(found?.Dt), amount };
};

type Read = { statement: number; line: StatementLine };

/**
 * Reads a whole file; `accountNumber` is the account it is imported into. Throws `UnreadableStatement` when it is no camt.053; single
 * entries carry their refusal.
 */
export async function readCamt(xml: string, accountNumber: string | null): Promise<Statement> {
  const read: Read[] = [];
  let place = 0;
  const root = await readXml(xml, {
    many,
    taken: "Ntry",
    take: (node, statementNo) => {
      place += 1;
      for (const line of linesOf(node, String(place))) read.push({ statement: statementNo, line });
    },
    within: "Stmt",
  });
  const parsed = document.safeParse(root);
  if (!parsed.success) unreadable("statement_not_camt");
  const statements = parsed.data.BkToCstmrStmt.Stmt;
  const other = new Set(statements.flatMap((one, at) => (isOther(one, accountNumber) ? [at] : [])));
  const lines = read.map(({ statement: no, line }) => (other.has(no) ? { ...line, refusal: "account_other" } : line));
  const begins = statements.flatMap((one, at) => {
    const opening = balanceOf(one, ["OPBD", "PRCD"]);
    const first = dayOf({ Dt: one.FrToDt?.FrDtTm }) ?? firstDay(read, at) ?? opening?.on ?? null;
    return other.has(at) || opening === null || first === null ? [] : [{ on: first, amount: opening.amount }];
  }).sort((a, b) => a.on.localeCompare(b.on));
  const closings = statements.flatMap((one, at) => {
    const closing = balanceOf(one, ["CLBD"]);
    return other.has(at) || closing === null || closing.on === null ? [] : [{ on: closing.on, balance: closing.amount }];
  });
  if (lines.length === 0 && closings.length === 0) unreadable(other.size > 0 ? "statement_other_account" : "statement_empty");
  return { format: "camt.053", lines: countEqual(lines), beginsOn: begins[0]?.on ?? null, opening: begins[0]?.amount ?? null, closings };
}

function firstDay(read: Read[], statementNo: number): string | null {
  let first: string | null = null;
  for (const { statement: no, line } of read) if (no === statementNo && line.booked_on !== null && (first === null || line.booked_on < first)) first = line.booked_on;
  return first;
}
