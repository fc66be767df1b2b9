/** Every page there is, by the file of its route, with who sees it and how to get there. A route that is not here fails a test. */
import { readdirSync } from "node:fs";
import path from "node:path";

import { enrol } from "./authenticator";
import { demoEmail, type SignedIn } from "./sessions";
import { addDocument } from "./documents";
import { addPaper } from "./papers";
import { beginImport } from "./imports";
import { importStatement } from "./statements";
import { newEmail, type Visitor } from "./visitor";

export type PageEntry = {
  /** signed in as; nobody when absent */
  as?: SignedIn;
  /** the address, or a list whose first link of this shape is the page, or what has to be made first and answers its address */
  at: string | { list: string; link: RegExp } | { made: (visitor: Visitor) => Promise<string> };
  /** what has to be done before, by somebody who is not signed in */
  before?: (visitor: Visitor) => Promise<unknown>;
  status?: number;
};

const uuid = "[0-9a-f]{8}-[0-9a-f-]{27}";
const under = (list: string, base = list.replace(/\?.*/, "")) => ({ list, link: new RegExp(`^${base}/${uuid}$`) });

/** A new member who has just set one up. */
async function withAuthenticator(visitor: Visitor): Promise<void> {
  await enrol(visitor, "/security/authenticator", await visitor.join("Otto"));
}

function linkIn(html: string, link: RegExp): string {
  const found = link.exec(html)?.[0];
  if (!found) throw new Error(`no link like ${link.source}`);
  return found;
}

const publicPages: Record<string, PageEntry> = {
  "$.tsx": { at: "/no-such-page", status: 404 },
  "_public+/index.tsx": { at: "/" },
  "_public+/plans.tsx": { at: "/plans" },
  "_public+/coverage.tsx": { at: "/coverage" },
  "_public+/seals.tsx": { at: "/seals" },
  "_public+/verify.tsx": { at: "/verify" },
  "_public+/about.tsx": { at: "/about" },
  "_public+/grievances.tsx": { at: "/grievances" },
  "_public+/income-disclosure.tsx": { at: "/income-disclosure" },
  "_public+/documents.tsx": { at: "/documents" },
  "_public+/contact.tsx": { at: "/contact" },
  "_public+/terms.tsx": { at: "/terms" },
  "_public+/privacy.tsx": { at: "/privacy" },
  "_public+/risk.tsx": { at: "/risk" },
  "_auth+/login.tsx": { at: "/login?ref=ann" },
  "_auth+/login_.code.tsx": { at: "/login/code", before: (visitor) => visitor.post("/login", { email: newEmail("Coda") }) },
  "_auth+/login_.staff.tsx": { at: "/login/staff", before: (visitor) => visitor.signIn(demoEmail("auditor")) },
  "_auth+/login_.authenticator.tsx": { at: "/login/authenticator", before: (visitor) => visitor.signIn(demoEmail("support")) },
  "_auth+/recovery.tsx": { at: "/recovery?words=none" },
  "_auth+/email-undo.tsx": { at: "/email-undo?words=none" },
  "_auth+/destination-cancel.tsx": { at: "/destination-cancel?words=none" },
  "_auth+/sign-up.tsx": { at: "/sign-up", before: (visitor) => visitor.signIn(newEmail("Signa")) },
  "dev+/clock.tsx": { at: "/dev/clock" },
  "dev+/mailbox.tsx": { at: "/dev/mailbox" },
  "dev+/mailbox_.$mail.tsx": { at: { list: "/dev/mailbox", link: /^\/dev\/mailbox\/[\w-]+$/ } },
};

const memberPages: Record<string, PageEntry> = {
  "_member+/home.tsx": { as: "ann", at: "/home" },
  "_member+/announcements.tsx": { as: "ann", at: "/announcements" },
  "_member+/deposits+/index.tsx": { as: "ann", at: "/deposits" },
  "_member+/deposits+/$id.tsx": { as: "ann", at: under("/deposits") },
  "_member+/deposits+/new+/index.tsx": { as: "ann", at: "/deposits/new" },
  "_member+/deposits+/new+/$method.tsx": { as: "ann", at: under("/deposits/new") },
  "_member+/destinations+/index.tsx": { as: "ann", at: "/destinations" },
  "_member+/destinations+/$id.tsx": { as: "ann", at: under("/destinations") },
  "_member+/destinations+/new.tsx": { as: "ann", at: "/destinations/new?type=BANK" },
  "_member+/exit.tsx": { as: "ann", at: "/exit" },
  "_member+/invest+/index.tsx": { as: "ann", at: "/invest" },
  "_member+/invest+/$planId.tsx": { as: "ann", at: under("/invest") },
  "_member+/investments+/index.tsx": { as: "ann", at: "/investments" },
  "_member+/investments+/$id.tsx": { as: "ann", at: under("/investments") },
  "_member+/messages+/index.tsx": { as: "ann", at: "/messages" },
  "_member+/messages+/$id.tsx": { as: "ann", at: under("/messages") },
  "_member+/messages+/new.tsx": { as: "ann", at: "/messages/new" },
  "_member+/notifications.tsx": { as: "ann", at: "/notifications" },
  "_member+/milestones+/$id.tsx": { as: "ann", at: { list: "/referrals", link: new RegExp(`^/milestones/${uuid}$`) } },
  "_member+/close.tsx": { as: "ann", at: "/close" },
  "_member+/deactivate.tsx": { as: "ann", at: "/deactivate" },
  "_member+/kyc+/index.tsx": { as: "ann", at: "/kyc" },
  "_member+/kyc+/new.tsx": { as: "ann", at: "/kyc/new?kind=passport" },
  "_member+/nominees.tsx": { as: "ann", at: "/nominees" },
  "_member+/profile.tsx": { as: "ann", at: "/profile" },
  "_member+/profile_.photo.tsx": { as: "ann", at: "/profile/photo" },
  "_member+/more.tsx": { as: "ann", at: "/more" },
  "_member+/exports.tsx": { as: "ann", at: "/exports" },
  "_member+/my-data.tsx": { as: "ann", at: "/my-data" },
  "_member+/network+/index.tsx": { as: "ann", at: "/network" },
  "_member+/network+/earnings.tsx": { as: "ann", at: "/network/earnings" },
  "_member+/network+/pairs+/index.tsx": { as: "ann", at: "/network/pairs" },
  "_member+/network+/pairs+/$id.tsx": { as: "ann", at: under("/network/pairs") },
  "_member+/tax.tsx": { as: "ann", at: "/tax" },
  "_member+/payouts+/index.tsx": { as: "ann", at: "/payouts" },
  "_member+/payouts+/$id.tsx": { as: "ann", at: under("/payouts") },
  "_member+/payouts+/new.tsx": { as: "ann", at: "/payouts/new" },
  "_member+/vehicles+/index.tsx": { as: "ann", at: "/vehicles" },
  "_member+/vehicles+/$id.tsx": { as: "ann", at: under("/vehicles") },
  "_member+/bookings+/index.tsx": { as: "ann", at: "/bookings" },
  "_member+/bookings+/$id.tsx": { as: "ann", at: under("/bookings") },
  "_member+/bookings+/$id_.pay.tsx": { as: "ann", at: { list: "/bookings/:first", link: new RegExp(`^/bookings/${uuid}/pay$`) } },
  "_member+/referrals.tsx": { as: "ann", at: "/referrals" },
  "_member+/security+/index.tsx": { as: "ann", at: "/security" },
  "_member+/security+/authenticator.tsx": { as: "ann", at: "/security/authenticator" },
  "_member+/security+/codes.tsx": { at: "/security/codes", before: withAuthenticator },
  "_member+/security+/email.tsx": { as: "ann", at: "/security/email" },
  "_member+/security+/passkeys.new.tsx": { as: "ann", at: "/security/passkeys/new" },
  // One is made by a browser only: journeys/passkeys.spec.ts looks at its page.
  "_member+/security+/passkeys.$id.tsx": { as: "ann", at: "/security/passkeys/none", status: 404 },
  "_member+/security+/remove.tsx": { at: "/security/remove", before: withAuthenticator },
  "_member+/sessions.tsx": { as: "ann", at: "/sessions" },
  "_member+/statements.tsx": { as: "ann", at: "/statements?period=year&wallet=DEPOSIT" },
  "_member+/wallet+/history.tsx": { as: "ann", at: "/wallet/history" },
  "_member+/wallet+/index.tsx": { as: "ann", at: "/wallet" },
  "_member+/wallet+/move.tsx": { as: "ann", at: "/wallet/move" },
  "_member+/wallet+/movements+/index.tsx": { as: "ann", at: "/wallet/movements" },
  "_member+/wallet+/movements+/$id.tsx": { as: "ann", at: { list: "/wallet/movements?kind=accrual", link: /^\/wallet\/movements\/\d+-\d+$/ } },
  "_member+/withdrawals+/index.tsx": { as: "ann", at: "/withdrawals" },
  "_member+/withdrawals+/$id.tsx": { as: "ann", at: under("/withdrawals") },
  "_member+/withdrawals+/new.tsx": { as: "ann", at: "/withdrawals/new" },
};

const staffPages: Record<string, PageEntry> = {
  "admin+/index.tsx": { as: "admin", at: "/admin" },
  "admin+/documents+/index.tsx": { as: "operations", at: "/admin/documents" },
  "admin+/documents+/new.tsx": { as: "operations", at: "/admin/documents/new" },
  "admin+/documents+/$id.tsx": { as: "operations", at: { made: addPaper } },
  "admin+/search.tsx": { as: "finance", at: "/admin/search?search=ann" },
  "admin+/announcements+/index.tsx": { as: "operations", at: "/admin/announcements" },
  "admin+/announcements+/new.tsx": { as: "operations", at: "/admin/announcements/new" },
  "admin+/announcements+/$id.tsx": { as: "operations", at: under("/admin/announcements") },
  "admin+/audit.tsx": { as: "admin", at: "/admin/audit" },
  "admin+/audit_.packs.tsx": { as: "admin", at: "/admin/audit/packs" },
  "admin+/books+/index.tsx": { as: "admin", at: "/admin/books" },
  "admin+/books+/accounts.tsx": { as: "admin", at: "/admin/books/accounts" },
  "admin+/books+/journals+/index.tsx": { as: "admin", at: "/admin/books/journals" },
  "admin+/books+/journals+/new.tsx": { as: "operations", at: "/admin/books/journals/new" },
  "admin+/books+/journals+/$number.tsx": { as: "operations", at: { list: "/admin/books/journals?kind=bank_transfer", link: /^\/admin\/books\/journals\/\d+$/ } },
  "admin+/requests+/batch.tsx": { as: "finance", at: "/admin/requests/batch?kind=withdrawal" },
  "admin+/jobs+/index.tsx": { as: "admin", at: "/admin/jobs" },
  "admin+/jobs+/mails.tsx": { as: "admin", at: "/admin/jobs/mails" },
  "admin+/kyc+/$id.tsx": { as: "finance", at: { made: addDocument } },
  "admin+/members+/index.tsx": { as: "admin", at: "/admin/members" },
  "admin+/members+/$id.tsx": { as: "admin", at: under("/admin/members?search=ann@demo", "/admin/members") },
  "admin+/members+/$id_.recovery.tsx": { as: "operations", at: { made: async (visitor) => `${linkIn(await visitor.page("/admin/members?search=ann@demo"), new RegExp(`/admin/members/${uuid}`))}/recovery` } },
  "admin+/members+/$id_.suspend.tsx": { as: "operations", at: { made: async (visitor) => `${linkIn(await visitor.page("/admin/members?search=ann@demo"), new RegExp(`/admin/members/${uuid}`))}/suspend` } },
  "admin+/members+/$id_.view.tsx": { as: "operations", at: { made: async (visitor) => `${linkIn(await visitor.page("/admin/members?search=ann@demo"), new RegExp(`/admin/members/${uuid}`))}/view` } },
  "admin+/members+/$id_.claim.tsx": { as: "operations", at: { made: async (visitor) => `${linkIn(await visitor.page("/admin/members?search=ann@demo"), new RegExp(`/admin/members/${uuid}`))}/claim` } },
  "admin+/grievances.tsx": { as: "operations", at: "/admin/grievances" },
  "admin+/messages+/index.tsx": { as: "operations", at: "/admin/messages?state=open" },
  "admin+/messages+/$id.tsx": { as: "operations", at: under("/admin/messages?kind=grievance&state=open", "/admin/messages") },
  "admin+/methods+/index.tsx": { as: "operations", at: "/admin/methods" },
  "admin+/methods+/$id.tsx": { as: "operations", at: under("/admin/methods") },
  "admin+/methods+/new.tsx": { as: "operations", at: "/admin/methods/new?type=BANK" },
  "admin+/milestones+/index.tsx": { as: "operations", at: "/admin/milestones" },
  "admin+/milestones+/$id.tsx": { as: "operations", at: under("/admin/milestones") },
  "admin+/milestones+/new.tsx": { as: "operations", at: "/admin/milestones/new" },
  "admin+/vehicles+/index.tsx": { as: "operations", at: "/admin/vehicles" },
  "admin+/vehicles+/$id.tsx": { as: "operations", at: under("/admin/vehicles") },
  "admin+/vehicles+/new.tsx": { as: "operations", at: "/admin/vehicles/new" },
  "admin+/bookings+/index.tsx": { as: "operations", at: "/admin/bookings" },
  "admin+/bookings+/$id.tsx": { as: "operations", at: under("/admin/bookings") },
  "admin+/network+/index.tsx": { as: "operations", at: "/admin/network" },
  "admin+/network+/plan.tsx": { as: "operations", at: "/admin/network/plan" },
  "admin+/network+/plan_.new.tsx": { as: "operations", at: "/admin/network/plan/new" },
  "admin+/network+/plan_.$id.tsx": { as: "operations", at: { list: "/admin/network/plan", link: new RegExp(`^/admin/network/plan/${uuid}$`) } },
  "admin+/network+/$id.tsx": { as: "operations", at: { made: async (visitor) => `/admin/network/${/\/admin\/network\?at=([0-9a-f-]{36})/.exec(await visitor.page("/admin/network"))?.[1] ?? ""}` } },
  "admin+/plans+/index.tsx": { as: "operations", at: "/admin/plans" },
  "admin+/plans+/$id.tsx": { as: "operations", at: under("/admin/plans") },
  "admin+/plans+/$id_.version.tsx": { as: "operations", at: { list: "/admin/plans/:first", link: new RegExp(`^/admin/plans/${uuid}/version$`) } },
  "admin+/plans+/versions.$id.tsx": { as: "finance", at: { list: "/admin/plans/:first", link: new RegExp(`^/admin/plans/versions/${uuid}$`) } },
  "admin+/plans+/new.tsx": { as: "operations", at: "/admin/plans/new" },
  "admin+/reconciliation+/index.tsx": { as: "operations", at: "/admin/reconciliation" },
  "admin+/reconciliation+/$id.tsx": { as: "operations", at: under("/admin/reconciliation") },
  "admin+/reconciliation+/$id_.import.tsx": { as: "operations", at: { list: "/admin/reconciliation/:first", link: new RegExp(`^/admin/reconciliation/${uuid}/import$`) } },
  "admin+/reconciliation+/statements.$id.tsx": {
    as: "operations-3",
    at: { made: (visitor) => importStatement(visitor, "Bitcoin") },
  },
  "admin+/reports+/index.tsx": { as: "finance", at: "/admin/reports" },
  // Over years, so that it has its drawing however far a journey has moved the clock.
  "admin+/reports+/$report.tsx": { as: "finance", at: `/admin/reports/days?by=month&from=${new Date().getFullYear() - 4}-01-01` },
  "admin+/reports+/exports.tsx": { as: "finance", at: "/admin/reports/exports" },
  "admin+/requests+/index.tsx": { as: "finance", at: "/admin/requests" },
  "admin+/requests+/$id.tsx": { as: "finance", at: under("/admin/requests?kind=deposit", "/admin/requests") },
  "admin+/security+/index.tsx": { as: "admin", at: "/admin/security" },
  "admin+/security+/codes.tsx": { as: "admin", at: "/admin/security/codes" },
  "admin+/security+/passkeys.new.tsx": { as: "admin", at: "/admin/security/passkeys/new" },
  "admin+/security+/passkeys.$id.tsx": { as: "admin", at: "/admin/security/passkeys/none", status: 404 },
  "admin+/security+/remove.tsx": { as: "admin", at: "/admin/security/remove" },
  "admin+/sessions.tsx": { as: "admin", at: "/admin/sessions" },
  "admin+/treasury+/index.tsx": { as: "operations", at: "/admin/treasury" },
  "admin+/treasury+/fund.tsx": { as: "operations", at: "/admin/treasury/fund" },
  "admin+/treasury+/move.tsx": { as: "operations", at: "/admin/treasury/move" },
  "admin+/treasury+/sweep.tsx": { as: "operations", at: "/admin/treasury/sweep?currency=INR" },
  "admin+/treasury+/return.tsx": { as: "operations", at: "/admin/treasury/return" },
  "admin+/payouts+/index.tsx": { as: "operations", at: "/admin/payouts" },
  "admin+/payouts+/$id.tsx": { as: "operations", at: under("/admin/payouts?state=sent", "/admin/payouts") },
  "admin+/imports+/index.tsx": { as: "admin", at: "/admin/imports" },
  "admin+/imports+/new.tsx": { as: "admin", at: "/admin/imports/new" },
  "admin+/imports+/$id.tsx": { as: "admin", at: { made: beginImport } },
  "admin+/payouts+/files+/index.tsx": { as: "operations", at: "/admin/payouts/files" },
  "admin+/payouts+/files+/new.tsx": { as: "operations", at: "/admin/payouts/files/new?currency=USD" },
  "admin+/payouts+/files+/$id.tsx": { as: "operations", at: under("/admin/payouts/files") },
  "admin+/tax+/index.tsx": { as: "operations", at: "/admin/tax" },
  "admin+/tax+/deposit.tsx": { as: "operations", at: "/admin/tax/deposit" },
  "admin+/tax+/rules+/index.tsx": { as: "finance", at: "/admin/tax/rules" },
  "admin+/tax+/rules+/new.tsx": { as: "finance", at: "/admin/tax/rules/new" },
  "admin+/settings+/index.tsx": { as: "admin", at: "/admin/settings" },
  "admin+/settings+/$key.tsx": { as: "admin", at: "/admin/settings/withdrawal_fee" },
  "admin+/staff+/index.tsx": { as: "admin", at: "/admin/staff" },
  "admin+/staff+/new.tsx": { as: "admin", at: "/admin/staff/new" },
  "admin+/staff+/permissions.tsx": { as: "admin", at: "/admin/staff/permissions" },
  "admin+/staff+/$id.tsx": { as: "admin", at: under("/admin/staff") },
  "admin+/staff+/$id_.change.tsx": { as: "admin", at: { made: async (visitor) => `${linkIn(await visitor.page("/admin/staff"), new RegExp(`/admin/staff/${uuid}`))}/change` } },
  "admin+/watch.tsx": { as: "admin", at: "/admin/watch" },
  "admin+/withdrawals+/index.tsx": { as: "finance", at: "/admin/withdrawals?state=sent" },
  "admin+/withdrawals+/$id.tsx": { as: "finance", at: under("/admin/withdrawals?state=sent", "/admin/withdrawals") },
};

export const pages: Record<string, PageEntry> = { ...publicPages, ...memberPages, ...staffPages };

/** The files of all routes, without what only frames others. */
export function routeFiles(): string[] {
  const files = readdirSync("app/routes", { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"));
  return files.filter((file) => /\.tsx?$/.test(file) && !/_layout\.tsx$|\.server\.|\.test\./.test(file)).sort();
}
