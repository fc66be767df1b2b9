/** Good rows with people who have come in, for calls that must be refused. */
import { goodId as id, openRows, type Rows } from "./rows";

export const browser = "test-browser-0123456789";
/** Session tokens of Ann (member 901), of Fin (staff 903, who may do everything here) and of somebody who signs up. */
export const member = "m".repeat(43);
export const staff = "s".repeat(43);
export const newcomer = "n".repeat(43);

/** Good rows; the triggers that guard decisions and requests are on again. Challenge 1 is right for Ann's present destination. */
export async function openGuarded(): Promise<Rows> {
  const rows = await openRows();
  await rows.sql(`
    insert into identity.role_permissions (role, permission) select distinct 'finance', permission from identity.role_permissions on conflict do nothing;
    select identity.issue_session('${member}', 'member', 901, 1::smallint, '192.0.2.9', 'test');
    select identity.issue_session('${staff}', 'staff', 903, 2::smallint, '192.0.2.9', 'test');
    select identity.issue_session('${newcomer}', 'sign_up', null, 1::smallint, '192.0.2.9', 'test', 'cy@member.test');
    delete from audit.findings where cleared_at is null;
    alter table approval.decisions enable always trigger decisions_are_guarded;
    alter table approval.requests enable always trigger requests_are_guarded;
    insert into funding.methods (id, name, type, currency, instructions, account_id, created_at) values (${id(60)}, 'Other', 'BANK', 'TST', '', 902, now());
    update treasury.queues set currency = 'USD';
    update identity.challenges set browser_hash = sha256('${browser}'), session_id = (select s.id from identity.sessions s where s.token_hash = sha256('${member}')),
      purpose = 'destination', context = funding.check_destination('BANK', 'Again', null, 'Ann', '1234567', 'ABCD0123456') where id = ${id(1)}`);
  return rows;
}

/** What is reached; what is so before (one of these statements may itself be what is refused); the call; the refusal and its field. */
export type Guard = readonly [of: string, given: string, call: string | null, code: string, field?: string];

/** Those that were not refused, or otherwise than said. */
export async function wrongRefusals(rows: Rows, guards: readonly Guard[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [of, given, call, code, field] of guards) {
    const { by, detail } = await rows.refused(...given.split("; ").filter(Boolean), ...(call === null ? [] : [`select ${call}`]));
    const named = detail.startsWith("{") ? (JSON.parse(detail) as { field?: string | null }).field ?? undefined : undefined;
    if (by !== code || named !== field) wrong.push(`${of} ${call ?? given}: ${by} ${named ?? ""} instead of ${code} ${field ?? ""}`);
  }
  return wrong;
}
