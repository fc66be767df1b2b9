/** Answers about imports have the shapes their bridge promises, from the draft to what two people read; and a file arrives as it was written. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { readEvidence } from "../../app/components/admin/requests/evidence.server";
import * as approval from "../../app/db/approval.server";
import * as imports from "../../app/db/import.server";
import { readImport } from "../../app/import/read-import.server";
import { importTemplates } from "../../app/import/templates";
import { bridgeWorld, type BridgeWorld } from "./support/bridge-world";

let world: BridgeWorld;
let admin: string;
let yesterday: string;
beforeAll(async () => {
  world = await bridgeWorld();
  admin = await world.staff("Ada", "admin");
  yesterday = (await world.db.query<{ on: string }>("select (core.business_now() - interval '2 days')::date::text as on")).rows[0]?.on ?? "";
});
afterAll(() => world.end());

const bytes = (text: string) => new TextEncoder().encode(text);

test("a draft begins, takes files, tells what is wrong, is submitted and read, and is dropped", async () => {
  const { methods } = await imports.staffImports(admin);
  const method = methods.find(({ currency }) => currency === "USD");
  if (!method) throw new Error("no method");
  const { import: one } = await imports.staffImportBegin(admin, { currency: "USD", cutoverOn: yesterday, method: method.id, deployed: "0", key: randomUUID() });
  expect(await imports.staffImport(admin, one)).toMatchObject({ import: { state: "draft", files: [] }, fault_count: 1, totals: { owed: "0.00" } });
  const put = async (kind: imports.ImportKind, text: string) => {
    const read = readImport(bytes(text));
    if ("unreadable" in read) throw new Error(read.unreadable.code);
    await imports.staffImportFile(admin, one, { kind, name: `${kind}.csv`, ...read }, randomUUID());
  };
  await put("members", "Reference;Email;First_name;Last_name\r\nÑ-1;ana@old.example;Ana;Núñez\r\n");
  expect((await imports.staffImport(admin, one)).faults).toMatchObject([{ file: "members", line: 2, column: "reference", fault: "invalid_reference" }]);
  await put("members", "reference,email,first_name,last_name\nN-1,ana@old.example,Ana,\"Núñez, senior\"");
  await put("balances", "member,wallet,amount\nN-1,DEPOSIT,10.00");
  await put("tree", "member,parent,side\nN-1,,L");
  await imports.staffImportFileRemove(admin, one, "tree", randomUUID());
  expect(await imports.staffImport(admin, one)).toMatchObject({ fault_count: 0, totals: { members: "1", owed: "10.00", wallets: [{ wallet: "DEPOSIT", amount: "10.00" }] } });
  const { request } = await imports.staffImportSubmit(admin, one, randomUUID());
  expect(readEvidence(await approval.staffRequest(world.finance, request))).toMatchObject({ kind: "company_import", totals: { owed: "10.00" } });
  await approval.staffCancelRequest(admin, request, randomUUID());
  await imports.staffImportDrop(admin, one, randomUUID());
  expect((await imports.staffImports(admin)).items).toMatchObject([{ state: "dropped" }]);
});

test("what is no text in UTF-8, no table, or nothing, is told with its line", () => {
  const why = (read: ReturnType<typeof readImport>) => ("unreadable" in read ? read.unreadable : null);
  expect(why(readImport(new Uint8Array([0x72, 0xe9, 0x66])))).toMatchObject({ code: "import_encoding" });
  expect(why(readImport(bytes("a,b\u0000\n1,2")))).toMatchObject({ code: "import_encoding" });
  expect(why(readImport(bytes(" \n ")))).toMatchObject({ code: "import_blank" });
  expect(why(readImport(bytes("a,b\n1,2\n1,2,3")))).toEqual({ code: "import_ragged", params: { line: "3" } });
  expect(why(readImport(bytes("a,b\n\"1,2")))).toMatchObject({ code: "import_unreadable" });
  expect(readImport(bytes("\ufeffA,b\n\"x\ny\",2\n\n3,4"))).toEqual({ columns: ["a", "b"], rows: [["3", "x\ny", "2"], ["5", "3", "4"]] });
});

test("the templates have the columns the database knows, and its order", async () => {
  const { rows } = await world.db.query<{ kind: imports.ImportKind; names: string[] }>("select kind, array_agg(name order by place) as names from office.import_columns() group by kind");
  for (const { kind, names } of rows) expect(importTemplates[kind].header, kind).toEqual(names);
  expect(rows).toHaveLength(5);
});
