/** One chunk per language and namespace; a page loads only the ones its routes need. */
import type { Language, Namespace } from "./languages";

type Loader = () => Promise<{ default: object }>;

export const loaders: Record<Language, Record<Namespace, Loader>> = {
  en: {
    common: () => import("./en/common.json"),
    auth: () => import("./en/auth.json"),
    member: () => import("./en/member.json"),
    admin: () => import("./en/admin.json"),
    public: () => import("./en/public.json"),
    problems: () => import("./en/problems.json"),
    mail: () => import("./en/mail.json"),
  },
};
