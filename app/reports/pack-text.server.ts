/** What a pack for auditors says about itself: its list, and the page that tells how to read and verify it. English, like the names of the columns. */
import type { PackPlan } from "~/db/pack.server";

export type PackFile = { name: string; rows: string; bytes: string; sha256: string; columns: string[] };

/** Also what `npm run ledger:verify -- --pack` knows a pack by. */
export const packFormat = "coffer-audit-pack-1";

export function packManifest({ company, made_at, from, until, schema, seals, audit_seals, sums }: PackPlan, files: readonly PackFile[]): string {
  const text = { format: packFormat, company, made_at, period: from !== null && until !== null ? { from, until } : null, schema, seals, audit_seals, sums, files };
  return `${JSON.stringify(text, null, 2)}\n`;
}

const listed = ({ name, about, columns }: PackPlan["parts"][number], rows: string): string =>
  [`### ${name}.csv — ${rows} rows`, about, "", "| column | what it says |", "|---|---|", ...columns.map((column) => `| \`${column.name}\` | ${column.about} |`), ""].join("\n");

export function packReadme(plan: PackPlan, files: readonly PackFile[]): string {
  const { company, made_at, from, until, seals, audit_seals } = plan;
  const roots = [...(seals ? [`--root ${seals.last}:${seals.root}`] : []), ...(audit_seals ? [`--audit-root ${audit_seals.last}:${audit_seals.root}`] : [])].join(" ");
  const rowsOf = (part: string) => files.find(({ name }) => name === `${part}.csv`)?.rows ?? "0";
  return `# Audit pack of ${company}

Made at ${made_at}, ${from === null || until === null ? "of everything up to then" : `of what was sealed from ${from} to ${until}`}. All files are of one moment.
People are numbers; who they are is not in here. What people wrote as a reason is, as they wrote it: keep this pack as you keep other papers of a client.

## How to verify it
With the software at the version that ${company} runs, Node and no access to ${company}'s systems:

    npm ci
    npm run ledger:verify -- --pack THIS-FILE.tar.gz ROOTS

ROOTS are roots of seals that you did not get together with this pack: from an earlier audit, from the public page of seals, from a file of them that ${company} cannot write.
Without them the pack only agrees with itself, and the newest journals could be missing. By its own account they are:

    ${roots || "(nothing was sealed)"}

The command reads every row into a database of its own that it throws away afterwards, and then does what it does on the live database: every journal balances, every
account's balance is the sum of its lines, every seal is what its journals hash to, each contains the one before, and the same for the audit log. It also holds every file against
manifest.json (SHA-256, rows), the trial balance and the sums against the lines, and every daily credit against its formula. It ends with 0 when the books are true, with 1 when not and says the first
difference, with 2 when the pack could not be read. docs/seals.md of the software tells how to write a verifier of your own.

## How to read it
UTF-8, lines end with a line feed, the first line names the columns, commas between fields, quotes doubled inside quotes. Nothing between two commas is a missing value, two quotes are an empty
text. Amounts are whole minor units of the currency beside them: ${plan.sums.map(({ currency, exponent }) => `${currency} has ${exponent} decimals`).join(", ") || "there are none"}. Spreadsheets round numbers of more than fifteen digits.
Times are UTC.${from === null ? "" : " What is dated is of the days above. Accounts, members, rules and settings are as they were when the pack was made. balances.csv says what stood on accounts before and after."}

## Files
${plan.parts.map((part) => listed(part, rowsOf(part.name))).join("\n")}`;
}
