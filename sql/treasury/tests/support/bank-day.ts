/** One bank day for tests: people, an account with deposits of the third of November, and its statement imported a day later. */
import { randomUUID } from "node:crypto";

import { openDesk, type Desk } from "../../../tests/support/builders";
import { testDatabase } from "../../../tests/support/database";
import { importLines, sheetOf, type Line } from "./statements";

export type Person = { token: string };
export type Item = { item: string; side: string; amount: string; reason?: string; later?: boolean; candidates?: { entry: string; reference?: string }[] };

/** The day whose sheet is made. */
export const on = "2026-11-03";

export class BankDay {
  private made = 0;

  private constructor(readonly desk: Desk, readonly operations: Person, readonly finance: Person, readonly second: Person, readonly ann: Person) {}

  static async open(): Promise<BankDay> {
    const desk = await openDesk(await testDatabase());
    await desk.clock("2026-11-03T12:00:00Z");
    return new BankDay(desk, await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance"), await desk.member("ann"));
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.desk.db.drop();
  }

  /** A method with deposits of the day, each known by its transfer's reference. */
  async account(deposits: [reference: string, amount: string][] = []): Promise<string> {
    this.made += 1;
    await this.later("2026-11-03T12:00:00Z");
    const method = await this.desk.method("USD", `Bank ${this.made}`);
    for (const [reference, amount] of deposits) await this.deposit(method, reference, amount);
    return method;
  }

  async deposit(method: string, reference: string, amount: string) {
    const asked = await this.desk.ask("member_deposit_submit", { token: this.ann.token, method, reference: null, amount, transaction_reference: reference, file: null, key: randomUUID() });
    await this.desk.decide(this.finance, asked.request);
    return asked as { deposit: string; reference: string };
  }

  later(at = "2026-11-04T12:00:00Z") {
    return this.desk.sql("update core.clock set frozen_at = $1", [at]);
  }

  bank(method: string, lines: Line[], more: { closings?: { on: string; balance: string }[]; opening?: string } = {}) {
    return importLines(this.desk, this.operations, method, { lines, beginsOn: on, opening: more.opening ?? "0", closings: more.closings ?? [] });
  }

  async items(method: string, day = on): Promise<Item[]> {
    return (await sheetOf(this.desk, this.operations, method, day)).items as Item[];
  }
}
