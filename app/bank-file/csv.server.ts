/** The bank's own CSV: columns and headings as the operator has set them for it (setting bank_file_columns). */
import type { Row } from "~/files/csv.server";
import type { BankFile, BankLine } from "./file";

const fields = {
  no: ({ no }) => String(no),
  reference: ({ reference }) => reference,
  account_name: ({ account_name }) => account_name ?? "",
  account_number: ({ account_number }) => account_number ?? "",
  ifsc: ({ ifsc }) => ifsc ?? "",
  amount: ({ amount }) => amount,
  currency: (_, { currency }) => currency,
  date: (_, file) => file.made_at.slice(0, 10),
  from_account: (_, { from }) => from.account_number ?? "",
  from_name: (_, { from }) => from.account_name ?? "",
} as const satisfies Record<string, (line: BankLine, file: BankFile) => string>;
type Field = keyof typeof fields;

const isField = (name: string): name is Field => Object.hasOwn(fields, name);

/** Columns of a template; what is no field of ours stands empty under its heading, as some banks want it. */
function columnsOf(template: string): { heading: string; field: Field | null }[] {
  return template.split(",").map((column) => {
    const [heading = "", field = ""] = column.split("=").map((part) => part.trim());
    return { heading, field: isField(field) ? field : null };
  });
}

export function bankFileCsv(file: BankFile): { header: string[]; rows: Row[] } {
  const columns = columnsOf(file.columns);
  return {
    header: columns.map(({ heading }) => heading),
    rows: file.items.map((line) => columns.map(({ field }) => (field === null ? "" : fields[field](line, file)))),
  };
}
