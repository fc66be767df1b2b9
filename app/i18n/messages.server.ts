/** Every text of every language, for the server and the worker. The browser loads the same files piecewise (messages.client.ts). */
import auth from "./en/auth.json";
import common from "./en/common.json";
import mail from "./en/mail.json";
import member from "./en/member.json";
import admin from "./en/admin.json";
import problems from "./en/problems.json";
import publicTexts from "./en/public.json";

import type { Language, Namespace } from "./languages";

export const messages: Record<Language, Record<Namespace, object>> = {
  en: { common, auth, member, admin, public: publicTexts, problems, mail },
};
