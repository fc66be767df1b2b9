import { z } from "zod";

import type { Site } from "~/db/public.server";
import type { Notice, NoticeKind } from "~/db/notice.server";
import { createI18n } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { isMailName, mails } from "../../../emails/index";
import { links } from "../../../emails/links";
import type { MailKind } from "../../../emails/mail-kind";
import { wordsFor } from "../../../emails/words";

/** The page of what a fact names, the nearest first. */
const about: Record<string, (id: string) => string> = {
  thread: links.thread,
  withdrawal: links.withdrawal,
  payout: links.payout,
  deposit: links.deposit,
  investment: links.investment,
  milestone: links.milestone,
  destination: () => links.destinations,
  export: () => "/exports",
  announcement: () => "/announcements",
};

/** Where a notice leads that names nothing of its own. */
const place: Record<NoticeKind, string> = {
  money: links.wallets,
  approval: links.home,
  kyc: links.kyc,
  security: links.sessions,
  network: links.referrals,
  membership: links.home,
  grievance: links.threads,
  system: links.home,
};

/** What the portal tells without a mail. */
const toldHere = ["export_ready", "export_failed"] as const;

/** A notice in the reader's words, which are the subject of its mail, and the page it is about. No words for a mail that is sent no more. */
export function tellNotice({ template, facts, kind }: Pick<Notice, "template" | "facts" | "kind">, language: Language, site: Pick<Site, "company" | "support_email">): { title: string | null; to: string } {
  const words = wordsFor(language, { company: site.company, supportEmail: site.support_email, publicUrl: "" });
  const named = Object.entries(about).find(([name]) => typeof facts[name] === "string");
  const to = named ? named[1](String(facts[named[0]])) : place[kind];
  // An announcement has no subject of ours: its title, in the reader's language where it was written in it.
  const titles = z.object({ titles: z.object({ en: z.string() }).catchall(z.string()) }).safeParse(facts);
  if (template === "announcement") return { title: titles.data ? (titles.data.titles[language] ?? titles.data.titles.en) : null, to };
  const here = toldHere.find((name) => name === template);
  if (here) return { title: createI18n(language).t(`member:notices.only.${here}`), to };
  if (!isMailName(template)) return { title: null, to };
  const mail = mails[template] as MailKind;
  const read = mail.facts.safeParse(facts);
  return { title: read.success ? mail.subject(read.data, words) : null, to };
}
