import "i18next";

import type admin from "./en/admin.json";
import type auth from "./en/auth.json";
import type common from "./en/common.json";
import type ev from "./en/ev.json";
import type mail from "./en/mail.json";
import type member from "./en/member.json";
import type network from "./en/network.json";
import type payout from "./en/payout.json";
import type problems from "./en/problems.json";
import type reports from "./en/reports.json";
import type publicTexts from "./en/public.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    returnNull: false;
    /** A text that is not in the English file does not compile. */
    resources: {
      common: typeof common;
      auth: typeof auth;
      member: typeof member;
      ev: typeof ev;
      network: typeof network;
      payout: typeof payout;
      admin: typeof admin;
      reports: typeof reports;
      public: typeof publicTexts;
      problems: typeof problems;
      mail: typeof mail;
    };
  }
}
