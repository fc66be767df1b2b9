/** Row 8, the half that needs no seals: nobody edits history. UPDATE, DELETE and TRUNCATE on every table as every role, the owner and the superuser. */
import pg from "pg";

import { openDesk } from "../../sql/tests/support/builders";
import { contents } from "../../sql/tests/support/contents";
import { buildCompany } from "./pairs/operations";
import type { Suite } from "./suite";

/** Hold no rights on any table; what they may do is a function of the desk. */
const application = ["coffer_web", "coffer_worker", "coffer_queue", "coffer_auditor", "coffer_reader"];
/** Have every right, and are refused all the same where history is. */
const mighty = ["coffer_owner", "postgres"];
/** What never changes once it stands, with a change that somebody could want. */
const records: Record<string, string> = {
  "ledger.lines": "amount = amount + 1", "ledger.journals": "value_on = value_on - 1", "ledger.request_keys": "outcome = '{}'", "ledger.accounts": "kind = 'INTEREST'",
  "invest.accruals": "amount = amount + 1", "approval.decisions": "decision = 'approve'", "audit.log": "reason = 'another'",
};

export const history: Suite = {
  name: "history", rows: "8",
  async run(ground, { seed }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, 4);
    const db = new pg.Client({ connectionString: database.url("postgres") });
    await db.connect();
    try {
      await buildCompany(desk, seed);
      await desk.accrue("2027-03-11");
      const before = await contents(desk);
      const { rows } = await db.query<{ name: string; column: string }>(
        `select c.oid::regclass::text as name, (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' order by a.attnum limit 1) as column
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile_worker)' order by 1`);
      const attempt = async (role: string, statement: string): Promise<{ code: string; count: number }> => {
        await db.query("begin");
        try {
          await db.query(`set local role ${role}`);
          return { code: "", count: (await db.query(statement)).rowCount ?? 0 };
        } catch (error) {
          return { code: (error as { code?: string }).code ?? "?", count: 0 };
        } finally {
          await db.query("rollback");
        }
      };
      for (const { name, column } of rows) {
        const change = records[name];
        const statements = { update: `update ${name} set ${change ?? `${column} = ${column}`}`, delete: `delete from ${name}`, truncate: `truncate ${name} cascade` };
        for (const [kind, statement] of Object.entries(statements)) {
          for (const role of application) {
            const { code } = await attempt(role, statement);
            findings.operation(`${kind} as ${role}`, code || "done");
            findings.answer(kind, "no role of the application changes a table", code === "42501", () => `${role}: ${statement} ended as ${code || "done"}`);
          }
          if (change === undefined) continue;
          for (const role of mighty) {
            const { code } = await attempt(role, statement);
            findings.operation(`${kind} as ${role}`, code || "done");
            findings.answer(kind, "history is refused to everybody", code.startsWith("CF"), () => `${role}: ${statement} ended as ${code || "done"}`);
          }
        }
      }
      const full = await db.query<{ name: string }>(Object.keys(records).map((name) => `select '${name}' as name where exists (select from ${name})`).join(" union all "));
      findings.check("there was history to edit", full.rows.length === Object.keys(records).length, () => full.rows.map(({ name }) => name).join());
      const after = await contents(desk);
      const edited = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
      findings.check("nothing was edited", edited.length === 0, () => edited.map((name) => `${name} had ${before[name] ?? "no such table"}, has ${after[name] ?? "no such table"}`).join("; "));
      findings.facts.tables = rows.length;
    } finally {
      await db.end();
      await desk.close();
      await database.drop();
    }
  },
};
