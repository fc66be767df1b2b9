/** Accounts to hammer, of every kind the books know: locked and appended, floored and not, of two currencies. */
import { randomUUID } from "node:crypto";

import type postgres from "postgres";

import type { Account } from "./model";

const people = { USD: 40, EUR: 10 };
const operatorKinds = ["treasury:returns", "treasury:commission", "deployed_capital", "bank:client:a", "bank:client:b", "payout_clearing", "suspense", "bank:operator", "equity:operator"];

export async function buildAccounts(sql: postgres.Sql): Promise<Account[]> {
  const ids: string[] = [];
  for (const [currency, count] of Object.entries(people)) {
    for (const kind of operatorKinds) ids.push((await sql<{ id: string }[]>`select ledger.operator_account(${kind}, ${currency})::text as id`)[0]?.id ?? "");
    for (let n = 0; n < count; n += 1) {
      const rows = await sql<{ id: string }[]>`
        with made as (insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at)
          values (${`${randomUUID()}@example.test`}, 'A', 'B', core.random_code(8), '1', now(), now()) returning id)
        select ledger.wallet(made.id, k.kind, ${currency})::text as id from made, unnest(array['DEPOSIT', 'INTEREST']) k (kind)`;
      ids.push(...rows.map(({ id }) => id));
    }
  }
  type Row = { id: string; kind: string; currency: string; side: number; floored: boolean; appended: boolean };
  const rows = await sql<Row[]>`select id::text, kind, currency, side, floored, appended from ledger.accounts where id = any (${ids}::bigint[]) order by id`;
  return rows.map(({ id, kind, currency, side, floored, appended }) => ({ id, name: `${kind} ${currency} (${id})`, currency, side: BigInt(side), floored, appended }));
}
