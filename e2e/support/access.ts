/** Who may open and send what: by the file of each route. A route that is not here, or has no entry for what it does, fails a test. */
import { pages } from "./pages";
import type { Visitor } from "./visitor";

export const staffRoles = ["support", "operations", "finance", "auditor", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

const all = staffRoles;
const holders: Record<string, readonly StaffRole[]> = {
  "announcements.write": ["operations", "admin"],
  "messages.read": ["support", "operations", "admin"], "kyc.read": ["operations", "finance", "auditor", "admin"], "members.recover": ["operations"], "plans.write": ["operations", "admin"], "milestones.write": ["operations", "admin"],
  "methods.write": ["operations", "admin"], "treasury.write": ["operations"], "reconciliation.read": ["operations", "finance", "auditor", "admin"], "reconciliation.write": ["operations"], "journals.read": ["operations", "finance", "auditor", "admin"],
  "findings.read": ["operations", "finance", "auditor", "admin"], "findings.clear": ["admin"], "messages.write": ["support", "operations"], "kyc.reveal": ["finance"], "withdrawals.send": ["operations", "finance"], "requests.decide": ["operations", "finance"],
  "members.view_as": ["support", "operations", "auditor"], "members.note": ["support", "operations", "finance", "admin"], "members.suspend": ["operations", "admin"], "settings.read": ["operations", "finance", "auditor", "admin"], "settings.write": ["admin"], "roles.read": ["auditor", "admin"], "roles.write": ["admin"], "claims.read": ["operations", "finance", "auditor", "admin"], "claims.write": ["operations"], "documents.read": ["operations", "finance", "auditor", "admin"], "documents.write": ["operations", "admin"],
  "bookings.write": ["operations", "admin"], "bookings.refund": ["operations", "finance"], "bookings.settle": ["operations", "finance", "admin"], "network.write": ["operations", "admin"],
  "journals.write": ["operations", "finance"], "audit.read": ["finance", "auditor", "admin"], "audit.pack": ["auditor", "admin"], "jobs.read": ["operations", "finance", "auditor", "admin"], "jobs.write": ["operations", "admin"], "requests.batch": ["finance"],
  "payouts.send": ["operations", "finance"], "tax.write": ["finance"], "plans.try": ["operations", "finance", "admin"], "reports.read": ["operations", "finance", "auditor", "admin"], "imports.prepare": ["admin"],
};

/** Of staff: who sees the page, who may send its forms. Written down apart from the application's own table of permissions. */
type Rule = { see: readonly StaffRole[]; send?: readonly StaffRole[] };
const may = (see: string | null, send?: string): Rule => ({ see: see === null ? all : (holders[see] ?? []), ...(send === undefined ? {} : { send: holders[send] ?? [] }) });

/** Own session, own authenticator: everybody's own. */
const own: Rule = { see: all, send: all };

export const staffRules: Record<string, Rule> = {
  "admin+/index.tsx": may(null),
  "admin+/search.tsx": may(null),
  "admin+/announcements+/index.tsx": may(null),
  "admin+/announcements+/new.tsx": may("announcements.write", "announcements.write"),
  "admin+/announcements+/$id.tsx": may(null, "announcements.write"),
  "admin+/audit.tsx": may("audit.read"),
  "admin+/audit_.packs.tsx": may("audit.pack", "audit.pack"),
  "admin+/audit_.packs_.$id.ts": may("audit.pack"),
  "admin+/books+/index.tsx": may("journals.read"),
  "admin+/books+/accounts.tsx": may("journals.read"),
  "admin+/books+/journals+/index.tsx": may("journals.read"),
  "admin+/books+/journals+/new.tsx": may("journals.write", "journals.write"),
  "admin+/books+/journals+/$number.tsx": may("journals.read", "journals.write"),
  "admin+/imports+/index.tsx": may("imports.prepare"),
  "admin+/imports+/new.tsx": may("imports.prepare", "imports.prepare"),
  "admin+/imports+/$id.tsx": may("imports.prepare", "imports.prepare"),
  "admin+/imports+/templates.$kind.ts": may("imports.prepare"),
  "admin+/jobs+/index.tsx": may("jobs.read", "jobs.write"),
  "admin+/jobs+/mails.tsx": may("jobs.read", "jobs.write"),
  "admin+/requests+/batch.tsx": may("requests.batch", "requests.batch"),
  "admin+/documents+/index.tsx": may("documents.read"),
  "admin+/documents+/$id.tsx": may("documents.read", "documents.write"),
  "admin+/documents+/new.tsx": may("documents.write", "documents.write"),
  "admin+/documents+/files.$id.ts": may("documents.read"),
  "admin+/files.$id.ts": may(null),
  "admin+/grievances.tsx": may("messages.read"),
  "admin+/kyc+/$id.tsx": may("kyc.read", "kyc.reveal"),
  "admin+/kyc+/files.$id.ts": may("kyc.read"),
  "admin+/members+/index.tsx": may(null),
  "admin+/members+/$id.tsx": may(null, "members.note"),
  "admin+/members+/$id_.suspend.tsx": may("members.suspend", "members.suspend"),
  "admin+/members+/$id_.view.tsx": may("members.view_as", "members.view_as"),
  "admin+/members+/$id_.claim.tsx": may("claims.read", "claims.write"),
  "admin+/members+/claim-files.$id.ts": may("claims.read"),
  "admin+/members+/photos.$id.ts": may(null),
  "admin+/members+/$id_.recovery.tsx": may("members.recover", "members.recover"),
  "admin+/messages+/index.tsx": may("messages.read"),
  "admin+/messages+/$id.tsx": may("messages.read", "messages.write"),
  "admin+/messages+/files.$file.ts": may("messages.read"),
  "admin+/methods+/index.tsx": may(null),
  "admin+/methods+/$id.tsx": may(null, "methods.write"),
  "admin+/methods+/new.tsx": may("methods.write", "methods.write"),
  "admin+/milestones+/index.tsx": may(null),
  "admin+/milestones+/$id.tsx": may(null, "milestones.write"),
  "admin+/milestones+/new.tsx": may("milestones.write", "milestones.write"),
  "admin+/vehicles+/index.tsx": may(null),
  "admin+/vehicles+/$id.tsx": may(null, "bookings.write"),
  "admin+/vehicles+/new.tsx": may("bookings.write", "bookings.write"),
  "admin+/vehicles+/pictures.$id.ts": may(null),
  "admin+/bookings+/index.tsx": may(null),
  // One writes, the other sends refunds; each form asks for its own.
  "admin+/bookings+/$id.tsx": may(null, "bookings.settle"),
  "admin+/network+/index.tsx": may(null, "network.write"),
  "admin+/network+/plan.tsx": may(null),
  "admin+/network+/plan_.new.tsx": may("plans.write", "plans.write"),
  // One asks for another run, the other says that it was read; each form asks for its own.
  "admin+/network+/plan_.$id.tsx": may(null, "plans.try"),
  "admin+/network+/$id.tsx": may(null, "network.write"),
  "admin+/payouts+/index.tsx": may(null),
  // Who sends says what arrived; taking the whole back is finance's, which sends as well.
  "admin+/payouts+/$id.tsx": may(null, "payouts.send"),
  "admin+/payouts+/files+/index.tsx": may(null),
  "admin+/payouts+/files+/new.tsx": may("payouts.send", "payouts.send"),
  "admin+/payouts+/files+/$id.tsx": may("payouts.send", "payouts.send"),
  "admin+/payouts+/files+/$id_.$format.ts": may("payouts.send"),
  "admin+/tax+/index.tsx": may(null),
  "admin+/reports+/index.tsx": may("reports.read"),
  "admin+/reports+/$report.tsx": may("reports.read", "reports.read"),
  "admin+/reports+/$report_.$format.ts": may("reports.read"),
  "admin+/reports+/exports.tsx": may("reports.read"),
  "admin+/reports+/exports_.$id.ts": may("reports.read"),
  "admin+/tax+/register.$quarter.ts": may(null),
  "admin+/tax+/certificate.$quarter.$id.ts": may(null),
  "admin+/tax+/deposit.tsx": may("treasury.write", "treasury.write"),
  "admin+/tax+/rules+/index.tsx": may(null, "tax.write"),
  "admin+/tax+/rules+/new.tsx": may("tax.write", "tax.write"),
  "admin+/plans+/index.tsx": may(null),
  "admin+/plans+/$id.tsx": may(null, "plans.write"),
  "admin+/plans+/$id_.version.tsx": may("plans.write", "plans.write"),
  "admin+/plans+/versions.$id.tsx": may(null, "plans.try"),
  "admin+/plans+/new.tsx": may("plans.write", "plans.write"),
  "admin+/reconciliation+/index.tsx": may("reconciliation.read"),
  "admin+/reconciliation+/$id.tsx": may("reconciliation.read", "reconciliation.write"),
  "admin+/reconciliation+/$id_.import.tsx": may("reconciliation.read", "reconciliation.write"),
  "admin+/reconciliation+/statements.$id.tsx": may("reconciliation.read"),
  "admin+/requests+/index.tsx": may(null),
  "admin+/requests+/$id.tsx": may(null, "requests.decide"),
  "admin+/security+/index.tsx": own,
  "admin+/security+/codes.tsx": own,
  "admin+/security+/passkeys.new.tsx": own,
  "admin+/security+/passkeys.$id.tsx": own,
  "admin+/security+/remove.tsx": own,
  "admin+/sessions.tsx": own,
  "admin+/treasury+/index.tsx": may(null),
  "admin+/treasury+/fund.tsx": may("treasury.write", "treasury.write"),
  "admin+/treasury+/move.tsx": may("treasury.write", "treasury.write"),
  "admin+/treasury+/sweep.tsx": may("treasury.write", "treasury.write"),
  "admin+/treasury+/return.tsx": may("treasury.write", "treasury.write"),
  "admin+/settings+/index.tsx": may("settings.read"),
  "admin+/settings+/$key.tsx": may("settings.read", "settings.write"),
  "admin+/staff+/index.tsx": may("roles.read"),
  "admin+/staff+/new.tsx": may("roles.write", "roles.write"),
  "admin+/staff+/permissions.tsx": may("roles.read"),
  "admin+/staff+/$id.tsx": may("roles.read"),
  "admin+/staff+/$id_.change.tsx": may("roles.write", "roles.write"),
  "admin+/watch.tsx": may("findings.read", "findings.clear"),
  "admin+/withdrawals+/index.tsx": may(null),
  "admin+/withdrawals+/$id.tsx": may(null, "withdrawals.send"),
};

const id = "[0-9a-f-]{36}";
const nobodys = "01990000-0000-7000-8000-000000000000";
/** A file that hangs on a thing of this list; nobody's when none has one. */
const filed = (list: string, base: string) => async (visitor: Visitor) => {
  const source = await visitor.page(list);
  const things = [...new Set(source.match(new RegExp(`${list}/${id}`, "g")))];
  for (const html of [source, ...(await Promise.all(things.map((thing) => visitor.page(thing))))]) {
    const found = new RegExp(`${base}/${id}`).exec(html)?.[0];
    if (found) return found;
  }
  return `${base}/${nobodys}`;
};
const afterLink = (list: string, link: RegExp, path: (id: string) => string) => async (visitor: Visitor) => path(link.exec(await visitor.page(list))?.[1] ?? nobodys);
/** Files and data, as Ann or staff find them. `who`: whose it is. */
export const otherRoutes: Record<string, { who: "anybody" | "member" | "staff"; at: string | ((visitor: Visitor) => Promise<string>) }> = {
  "_auth+/logout.ts": { who: "anybody", at: "/logout" },
  "_public+/seals[.]md.ts": { who: "anybody", at: "/seals.md" },
  "_public+/seals[.]txt.ts": { who: "anybody", at: "/seals.txt" },
  "_member+/messages+/files.$file.ts": { who: "member", at: filed("/messages", "/messages/files") },
  "admin+/files.$id.ts": { who: "staff", at: `/admin/files/${nobodys}` },
  "admin+/documents+/files.$id.ts": { who: "staff", at: `/admin/documents/files/${nobodys}` },
  "admin+/members+/claim-files.$id.ts": { who: "staff", at: `/admin/members/claim-files/${nobodys}` },
  "admin+/members+/photos.$id.ts": { who: "staff", at: `/admin/members/photos/${nobodys}` },
  "admin+/kyc+/files.$id.ts": { who: "staff", at: `/admin/kyc/files/${nobodys}` },
  "admin+/messages+/files.$file.ts": { who: "staff", at: `/admin/messages/files/${nobodys}` },
  "dev+/clock[.]json.ts": { who: "anybody", at: "/dev/clock.json" },
  "dev+/mailbox[.]json.ts": { who: "anybody", at: "/dev/mailbox.json?to=nobody" },
  "dev+/mailbox_.$mail_.html.ts": { who: "anybody", at: "/dev/mailbox/none/html" },
  "admin+/payouts+/files+/$id_.$format.ts": { who: "staff", at: `/admin/payouts/files/${nobodys}/csv` },
  "admin+/imports+/templates.$kind.ts": { who: "staff", at: "/admin/imports/templates/members" },
  "admin+/reports+/$report_.$format.ts": { who: "staff", at: "/admin/reports/tax/csv" },
  "admin+/audit_.packs_.$id.ts": { who: "staff", at: `/admin/audit/packs/${nobodys}` },
  "admin+/reports+/exports_.$id.ts": { who: "staff", at: `/admin/reports/exports/${nobodys}` },
  "admin+/tax+/certificate.$quarter.$id.ts": { who: "staff", at: `/admin/tax/certificate/2027-Q1/${nobodys}` },
  "resources+/tax-certificate.$quarter.ts": { who: "member", at: "/resources/tax-certificate/2027-Q1" },
  "admin+/tax+/register.$quarter.ts": { who: "staff", at: "/admin/tax/register/2027-Q1" },
  "resources+/documents.$id.ts": { who: "anybody", at: `/resources/documents/${nobodys}` },
  "admin+/vehicles+/pictures.$id.ts": { who: "staff", at: `/admin/vehicles/pictures/${nobodys}` },
  "resources+/vehicles.$id.ts": { who: "member", at: filed("/vehicles", "/resources/vehicles") },
  "resources+/photo.ts": { who: "member", at: "/resources/photo" },
  "resources+/files.$id.ts": { who: "member", at: filed("/deposits", "/resources/files") },
  "resources+/kyc-files.$id.ts": { who: "member", at: filed("/kyc", "/resources/kyc-files") },
  "resources+/language.ts": { who: "anybody", at: "/resources/language" },
  "resources+/movements.ts": { who: "member", at: "/resources/movements" },
  "_member+/exports_.$id.ts": { who: "member", at: `/exports/${nobodys}` },
  "resources+/my-data.ts": { who: "member", at: "/resources/my-data" },
  "resources+/proof.$id.ts": { who: "member", at: afterLink("/wallet/movements", /\/wallet\/movements\/(\d+-\d+)/, (found) => `/resources/proof/${found}`) },
  "resources+/quote.$planId.ts": { who: "member", at: afterLink("/invest", new RegExp(`/invest/(${id})`), (found) => `/resources/quote/${found}?wallet=DEPOSIT&amount=100`) },
  "resources+/refusal.ts": { who: "anybody", at: "/resources/refusal" },
  "resources+/schedule.$id.ts": { who: "member", at: afterLink("/investments", new RegExp(`/investments/(${id})`), (found) => `/resources/schedule/${found}`) },
  "resources+/statement.$format.ts": { who: "member", at: "/resources/statement/json?period=year&wallet=DEPOSIT" },
  "resources+/view-end.ts": { who: "anybody", at: "/resources/view-end" },
  "resources+/theme.ts": { who: "anybody", at: "/resources/theme" },
};

export type Owner = "anybody" | "member" | "staff";

export function ownerOf(route: string): Owner {
  const other = otherRoutes[route];
  if (other) return other.who;
  if (!(route in pages)) throw new Error(`${route} is not in the list of pages`);
  return route.startsWith("_member+/") ? "member" : route.startsWith("admin+/") ? "staff" : "anybody";
}
