/** One chunk per language and namespace; a page loads only the ones its routes need. */
import type { Language, Namespace } from "./languages";

type Loader = () => Promise<{ default: object }>;

export const loaders: Record<Language, Record<Namespace, Loader>> = {
  en: {
    common: () => import("./en/common.json"),
    auth: () => import("./en/auth.json"),
    member: () => import("./en/member.json"),
    ev: () => import("./en/ev.json"),
    network: () => import("./en/network.json"),
    payout: () => import("./en/payout.json"),
    admin: () => import("./en/admin.json"),
    reports: () => import("./en/reports.json"),
    public: () => import("./en/public.json"),
    problems: () => import("./en/problems.json"),
    mail: () => import("./en/mail.json"),
  },
  es: {
    common: () => import("./es/common.json"),
    auth: () => import("./es/auth.json"),
    member: () => import("./es/member.json"),
    ev: () => import("./es/ev.json"),
    network: () => import("./es/network.json"),
    payout: () => import("./es/payout.json"),
    admin: () => import("./es/admin.json"),
    reports: () => import("./es/reports.json"),
    public: () => import("./es/public.json"),
    problems: () => import("./es/problems.json"),
    mail: () => import("./es/mail.json"),
  },
  hi: {
    common: () => import("./hi/common.json"),
    auth: () => import("./hi/auth.json"),
    member: () => import("./hi/member.json"),
    ev: () => import("./hi/ev.json"),
    network: () => import("./hi/network.json"),
    payout: () => import("./hi/payout.json"),
    admin: () => import("./hi/admin.json"),
    reports: () => import("./hi/reports.json"),
    public: () => import("./hi/public.json"),
    problems: () => import("./hi/problems.json"),
    mail: () => import("./hi/mail.json"),
  },
};
