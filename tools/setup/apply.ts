/**
 * Sets up a company on an empty database, in one transaction and by the database's own rules: everything or nothing. What is refused is collected, so that a
 * file is corrected once and not ten times.
 */
import pg from "pg";

import { roles } from "../../sql/migrate.ts";
import type { Fault, Setup } from "./shape.ts";

export type Made = { faults: Fault[]; refused: string | null; staff: number; methods: number; settings: number };

type Refusal = { code: string; field: string | null; params: Record<string, string> };

/** A refusal of the database's rules; anything else is a fault of ours and is thrown on. */
function refusalOf(error: unknown): Refusal {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string };
  if (!code?.startsWith("CF") || message === undefined) throw error;
  const { field = null, params = {} } = JSON.parse(detail ?? "{}") as Partial<Refusal>;
  return { code: message, field, params };
}

const reasons: Readonly<Record<string, string>> = {
  empty: "is empty", shape: "has not the form of this setting", choice: "is none of the values there are", currency: "is no currency of this release", timezone: "is no time zone of the database", taken: "stands there twice",
};

/** A sentence for a refusal; codes are explained in docs/error-codes.md. */
function sentence({ code, params }: Refusal): string {
  if (params.reason === "range") return `must be from ${params.least ?? "0"} to ${params.most ?? "999999999999"}`;
  if (params.reason !== undefined && reasons[params.reason] !== undefined) return reasons[params.reason] ?? code;
  if (code === "not_found") return "is no setting of this release";
  if (code === "email_taken") return "belongs to somebody already";
  return `is refused (${code})`;
}

const there: Readonly<Record<string, string>> = {
  sandbox: "this database is a demonstration's: its clock can be moved. Give a company a database of its own",
  staff: "this company is set up already: it has staff. Colleagues are added at /admin/staff",
  members: "this database has members already",
};

/** Refusals of one step, at `path` and the refused field. What the step did is undone; the next step goes on. */
type Step = (path: string, work: () => Promise<unknown>, fields?: Readonly<Record<string, string>>) => Promise<boolean>;

async function changeSettings(client: pg.Client, step: Step, setup: Setup, by: string | null): Promise<number> {
  const { name, ...company } = setup.company;
  const wanted = [...Object.entries({ company: name, ...company }).map(([key, value]) => ({ path: `company.${key === "company" ? "name" : key}`, key, value })), ...Object.entries(setup.settings).map(([key, value]) => ({ path: `settings.${key}`, key, value }))];
  let changed = 0;
  for (const { path, key, value } of wanted) {
    await step(path, async () => {
      const { rows } = await client.query<{ value: string }>("select value from core.settings where key = $1", [key]);
      if (rows[0]?.value === value) return;
      await client.query("select core.change_setting($1, $2, $3, $4, 'Set up', null, core.business_now())", [key, rows[0]?.value ?? "", value, by]);
      changed += 1;
    }, { value: "" });
  }
  return changed;
}

async function saveMethods(client: pg.Client, step: Step, methods: Setup["methods"]): Promise<number> {
  let saved = 0;
  for (const [n, method] of methods.entries()) {
    const details = method.type === "BANK" ? Object.fromEntries(["account_name", "account_number", "bank_name", "ifsc", "upi_id"].map((key) => [key, method[key as "account_name"] ?? null])) : {};
    const fine = await step(`methods.${n}`, () => client.query(
      "select funding.save_method(null, $1, $2, $3, $4, $5, $6::jsonb, case when $7::text is null then null else core.parse_amount($7, $3, 'minimum') end, true, core.business_now())",
      [method.name, method.type, method.currency, method.type === "BANK" ? null : method.address, method.instructions ?? null, JSON.stringify(details), method.minimum ?? null]));
    if (fine) saved += 1;
  }
  return saved;
}

/** Writes a setup. With `only` set to "check" everything is tried and undone. */
export async function applySetup(adminUrl: string, setup: Setup, only: "check" | "write" = "write"): Promise<Made> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "coffer-setup" });
  const faults: Fault[] = [];
  const step: Step = async (path, work, fields = {}) => {
    await client.query("savepoint step");
    try {
      await work();
      await client.query("release savepoint step");
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      await client.query("rollback to savepoint step");
      const field = refusal.field === null ? "" : (fields[refusal.field] ?? refusal.field);
      faults.push({ path: field === "" ? path : `${path}.${field}`, message: sentence(refusal) });
      return false;
    }
  };
  await client.connect();
  try {
    await client.query(`begin; set local role ${roles.owner}`);
    try {
      await client.query("select identity.require_untouched()");
    } catch (error) {
      const { code, params } = refusalOf(error);
      await client.query("rollback");
      return { faults: [], refused: there[params.there ?? ""] ?? code, staff: 0, methods: 0, settings: 0 };
    }
    let staff = 0;
    for (const [n, { email, name, role }] of setup.staff.entries()) if (await step(`staff.${n}`, () => client.query("select identity.invite_staff($1, $2, $3, core.business_now())", [email, name, role]))) staff += 1;
    let first: string | null = null;
    await step("staff", async () => { first = (await client.query<{ first: string }>("select identity.begin_with_staff()::text as first")).rows[0]?.first ?? null; }, { staff: "" });
    const settings = first === null ? 0 : await changeSettings(client, step, setup, first);
    const methods = await saveMethods(client, step, setup.methods);
    // Nobody is signed in: the entry names the first administrator, without a session.
    await client.query("select audit.write(core.business_now(), row(null, $1::bigint, 'staff', 'admin', 2::smallint, null)::identity.caller, 'set_up', 'company', 'company', 'npm run setup', null, $2::jsonb)", [first, JSON.stringify({ staff, methods, settings })]);
    await client.query(only === "check" || faults.length > 0 ? "rollback" : "commit");
    return { faults, refused: null, staff, methods, settings };
  } finally {
    await client.end();
  }
}
