/**
 * Where the files of a pack are read into, and what of it looks like the ledger: the verifier of the live database then reads these tables as it reads
 * those (verify.ts). What a pack of some days cannot say is what stood on accounts before; balances are then what its own lines have moved.
 */

/** Types of the files that are computed with; what is not here is text. Names of columns are those of the views (docs/audit-views.md). */
const typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: { account_id: "bigint", account_kind: "text", currency: "text", member: "bigint", side: "bigint", balance: "bigint", held: "bigint", floored: "boolean" },
  balances: { account_id: "bigint", currency: "text", opening: "bigint", moved: "bigint", closing: "bigint" },
  journals: { journal_id: "bigint", posted_at: "timestamptz", value_on: "date", line_count: "integer", kind: "text", actor: "bigint", reverses: "bigint", cause: "uuid", seal: "bigint" },
  lines: { journal_id: "bigint", line_no: "integer", account_id: "bigint", account_kind: "text", member: "bigint", currency: "text", amount: "bigint", value_on: "date", source: "bigint" },
  trial_balance: { value_on: "date", account_kind: "text", currency: "text", debit: "bigint", credit: "bigint", lines: "bigint" },
  holds: { account_id: "bigint", amount: "bigint", state: "text" },
  accruals: { investment: "bigint", k: "integer", amount: "bigint", principal: "bigint", daily_rate: "numeric" },
  seals: { seal: "bigint", journal_ids: "int8multirange", highest: "bigint", closed_to: "bigint", journals: "bigint", lines: "bigint", sealed_at: "timestamptz" },
  audit_seals: { seal: "bigint", entry_ids: "int8multirange", highest: "bigint", entries: "bigint", horizon: "xid8", sealed_at: "timestamptz" },
  audit_log: { entry: "bigint", at: "timestamptz", actor: "bigint", on_behalf_of: "bigint", session: "uuid", transaction: "xid8" },
};

/** Files without which nothing can be verified, with the columns that must be there. */
export const neededColumns: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(typed).map(([name, columns]) => [name, Object.keys(columns)])),
  seals: [...Object.keys(typed.seals ?? {}), "merkle_root", "previous_root", "root", "secret"],
  audit_seals: [...Object.keys(typed.audit_seals ?? {}), "entries_hash", "previous_root", "root", "secret"],
  audit_log: [...Object.keys(typed.audit_log ?? {}), "action", "object_kind", "object", "before_hash", "after_hash", "reason"],
};

/** The table of a file; names have been looked at before. */
export const tableOf = (name: string, columns: readonly string[]): string =>
  `create unlogged table pack.${name} (${columns.map((column) => `"${column}" ${typed[name]?.[column] ?? "text"}`).join(", ")})`;

/** Indexes through which ranges are read, and the shape that the verifier knows. */
export const ledgerOf = (whole: boolean): string => `
  create index on pack.journals (journal_id);
  create index on pack.lines (journal_id);
  create index on pack.audit_log (entry);
  create index on pack.seals (seal);
  analyze;
  create schema ledger;
  create schema audit;
  create view ledger.accounts as select account_id as id, currency from pack.accounts;
  create view ledger.journals as select journal_id as id, posted_at, value_on, line_count, kind, actor as actor_id, reverses as reverses_id, cause from pack.journals;
  create view ledger.lines as select journal_id, account_id, amount, line_no, value_on, source as source_id from pack.lines;
  create view ledger.unfolded as select 0::bigint as account_id, 0::bigint as amount where false;
  create view ledger.account_balances as select a.account_id, ${whole ? "a.balance, a.held, a.side, a.floored" : "b.moved * a.side as balance, 0::bigint as held, a.side, false as floored"}
    from pack.accounts a left join pack.balances b using (account_id);
  create view ledger.holds as select account_id, amount, state from pack.holds where ${whole};
  create view ledger.seals as select seal as id, journal_ids, highest, closed_to, journals, lines, decode(merkle_root, 'hex') as merkle_root, decode(previous_root, 'hex') as previous_root, decode(root, 'hex') as root, sealed_at from pack.seals;
  create view ledger.seal_secrets as select seal as seal_id, decode(secret, 'hex') as secret from pack.seals where secret is not null;
  create view audit.log as select entry as id, at, actor as actor_id, on_behalf_of, session as session_id, action, object_kind, object as object_id, decode(before_hash, 'hex') as before_hash, decode(after_hash, 'hex') as after_hash, reason, transaction as xid from pack.audit_log;
  create view audit.seals as select seal as id, entry_ids, highest, entries, horizon, sealed_at, decode(entries_hash, 'hex') as entries_hash, decode(previous_root, 'hex') as previous_root, decode(root, 'hex') as root from pack.audit_seals;
  create view audit.seal_secrets as select seal as seal_id, decode(secret, 'hex') as secret from pack.audit_seals where secret is not null`;

/** Laws of a pack beyond those of a ledger. Each query answers what breaks it: the thing, what it should say, what it says. `$1`: number of the first seal of the pack. */
export const packLaws: readonly { rule: string; query: string }[] = [
  { rule: "closing is opening and what moved", query: "select 'account ' || account_id, (opening + moved)::text, closing::text from pack.balances where closing <> opening + moved and $1::bigint is not null" },
  {
    rule: "what moved is the sum of the lines",
    query: "select 'account ' || coalesce(b.account_id, l.account_id), coalesce(l.sum, 0)::text, coalesce(b.moved::text, 'no row') from pack.balances b full join (select account_id, sum(amount) as sum from pack.lines group by 1) l using (account_id) where b.moved is distinct from coalesce(l.sum, 0) and $1::bigint is not null order by b.account_id",
  },
  { rule: "accounts sum to zero per currency", query: "select currency, '0', sum(opening)::text || ' and ' || sum(closing) from pack.balances where $1::bigint is not null group by currency having sum(opening) <> 0 or sum(closing) <> 0" },
  {
    rule: "every account has its balances",
    query: "select 'account ' || coalesce(a.account_id, b.account_id), 'a row in accounts.csv and in balances.csv', 'one of them' from pack.accounts a full join pack.balances b using (account_id) where (a.account_id is null or b.account_id is null or a.currency <> b.currency) and $1::bigint is not null",
  },
  {
    rule: "the trial balance is the sum of the lines",
    query: `select coalesce(t.value_on, l.value_on) || ' ' || coalesce(t.account_kind, l.account_kind) || ' ' || coalesce(t.currency, l.currency), coalesce(l.debit || ' ' || l.credit || ' ' || l.lines, 'nothing'), coalesce(t.debit || ' ' || t.credit || ' ' || t.lines, 'nothing')
      from pack.trial_balance t full join (select value_on, account_kind, currency, coalesce(sum(amount) filter (where amount > 0), 0) as debit, coalesce(-sum(amount) filter (where amount < 0), 0) as credit, count(*) as lines from pack.lines group by 1, 2, 3) l
        on (t.value_on, t.account_kind, t.currency) = (l.value_on, l.account_kind, l.currency) where (t.debit, t.credit, t.lines) is distinct from (l.debit, l.credit, l.lines) and $1::bigint is not null`,
  },
  {
    rule: "a line says of its account what the account says",
    query: "select 'journal ' || l.journal_id || ' line ' || l.line_no, coalesce(a.account_kind || ' ' || a.currency || ' ' || coalesce(a.member::text, '-'), 'an account'), l.account_kind || ' ' || l.currency || ' ' || coalesce(l.member::text, '-') from pack.lines l left join pack.accounts a using (account_id) where (a.account_kind, a.currency, a.member) is distinct from (l.account_kind, l.currency, l.member) and $1::bigint is not null limit 100",
  },
  { rule: "a line belongs to a journal", query: "select 'journal ' || l.journal_id, 'a journal', 'none' from pack.lines l where not exists (select from pack.journals j where j.journal_id = l.journal_id) and $1::bigint is not null limit 100" },
  {
    rule: "a journal says which seal holds it",
    query: "select 'journal ' || j.journal_id, coalesce('seal ' || s.seal, 'no seal'), coalesce('seal ' || j.seal, 'no seal') from pack.journals j left join pack.seals s on j.journal_id <@ s.journal_ids and s.seal >= $1 where j.seal is distinct from s.seal limit 100",
  },
  {
    rule: "a credit follows from principal, rate and day",
    query: "select 'contract ' || investment || ' credit ' || k, (round(principal * daily_rate * k * 0.01) - round(principal * daily_rate * (k - 1) * 0.01))::text, amount::text from pack.accruals where amount <> round(principal * daily_rate * k * 0.01) - round(principal * daily_rate * (k - 1) * 0.01) and $1::bigint is not null limit 100",
  },
];
