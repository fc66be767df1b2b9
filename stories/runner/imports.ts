/** A company that was run elsewhere comes into a story: its files as they would be put in on the page, submitted, and approved by the operator's people. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { ActionOf } from "./actions.ts";
import { vehicleFor } from "./bookings.ts";
import { importKinds, staffImportBegin, staffImportFile, staffImportSubmit, type ImportKind } from "./bridge.ts";
import { decide, methodFor, signInOperator } from "./operator.ts";
import { signInImported, staffToken } from "./people.ts";
import type { World } from "./world.ts";

const preparer = "(admin)";
/** Columns that name people, contracts and bookings become labels of the story. */
type File = { columns: string[]; rows: string[][] };

const readFile = (lines: string[]): File => {
  const [columns = [], ...rows] = lines.map((line) => line.split(","));
  return { columns, rows };
};
const cellsOf = (file: File | undefined, ...columns: string[]): string[][] => (file?.rows ?? []).map((row) => columns.map((column) => row[file?.columns.indexOf(column) ?? -1] ?? ""));

/** Labels for what came: contracts and bookings by their references in the old system. */
async function learn(world: World, files: Partial<Record<ImportKind, File>>): Promise<void> {
  for (const [reference = "", email = ""] of cellsOf(files.members, "reference", "email")) await signInImported(world, reference, email);
  const found = z.object({ id: z.string() });
  for (const [reference = "", member = ""] of cellsOf(files.investments, "reference", "member")) {
    const [row] = await world.db.admin.rows(found, "select i.public_id::text as id from invest.investments i join invest.carried c on c.investment_id = i.id where c.origin = $1", [reference]);
    if (row) world.investments.set(reference, { id: row.id, member });
  }
  for (const [reference = "", member = ""] of cellsOf(files.bookings, "reference", "member")) {
    const [row] = await world.db.admin.rows(found, "select b.id::text as id from ev.bookings b join ev.payments p on p.booking_id = b.id where p.transaction_reference = $1 union select b.id::text from ev.bookings b join identity.members m on m.id = b.member_id where m.origin = $2 and not exists (select from ev.payments p where p.booking_id = b.id)", [reference, member]);
    if (row) world.bookings.set(reference, { id: row.id, member });
  }
}

/** Refused as a whole, with whatever the last step of it is refused with. */
export async function prepareImport(world: World, step: ActionOf<"import">): Promise<() => Promise<void>> {
  const currency = step.currency ?? world.settings.currency;
  const method = await methodFor(world, currency);
  await signInOperator(world);
  const token = await staffToken(world, preparer, "admin");
  const files = Object.fromEntries(importKinds.flatMap((kind) => (step.files[kind] ? [[kind, readFile(step.files[kind])]] : []))) as Partial<Record<ImportKind, File>>;
  for (const [price = ""] of cellsOf(files.bookings, "price")) await vehicleFor(world, price);
  return async () => {
    const { import: draft } = await staffImportBegin(token, { currency, cutoverOn: step.cutover, method, deployed: step.deployed, key: randomUUID() });
    for (const kind of importKinds) {
      const file = files[kind];
      if (file) await staffImportFile(token, draft, { kind, name: `${kind}.csv`, columns: file.columns, rows: file.rows.map((row, index) => [String(index + 2), ...row]) }, randomUUID());
    }
    const { request } = await staffImportSubmit(token, draft, randomUUID());
    await decide(world, request, "approve");
    await learn(world, files);
  };
}
