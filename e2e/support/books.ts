/** A fault in the books of the application under test, found as the worker finds one. */
import { asOwner } from "./owner";

/** Edits a balance that nothing moves, looks at everything, and puts it right again: the finding stays until somebody clears it. */
export function plantFault(): Promise<void> {
  return asOwner(async (client) => {
    const account = "(select id from ledger.accounts where kind = 'equity:operator' and member_id is null order by id limit 1)";
    await client.query("select ledger.operator_account('equity:operator', 'USD')");
    await client.query(`update ledger.account_balances set balance = balance + 1 where account_id = ${account}`);
    await client.query("select desk.worker_watch_everything('ledger')");
    await client.query(`update ledger.account_balances set balance = balance - 1 where account_id = ${account}`);
  });
}
