/** Every text of every language, for the server and the worker. The browser loads the same files piecewise (messages.client.ts). */
import common from "./en/common.json";
import auth from "./en/auth.json";
import member from "./en/member.json";
import ev from "./en/ev.json";
import network from "./en/network.json";
import payout from "./en/payout.json";
import admin from "./en/admin.json";
import reports from "./en/reports.json";
import publicTexts from "./en/public.json";
import problems from "./en/problems.json";
import mail from "./en/mail.json";
import esCommon from "./es/common.json";
import esAuth from "./es/auth.json";
import esMember from "./es/member.json";
import esEv from "./es/ev.json";
import esNetwork from "./es/network.json";
import esPayout from "./es/payout.json";
import esAdmin from "./es/admin.json";
import esReports from "./es/reports.json";
import esPublic from "./es/public.json";
import esProblems from "./es/problems.json";
import esMail from "./es/mail.json";
import hiCommon from "./hi/common.json";
import hiAuth from "./hi/auth.json";
import hiMember from "./hi/member.json";
import hiEv from "./hi/ev.json";
import hiNetwork from "./hi/network.json";
import hiPayout from "./hi/payout.json";
import hiAdmin from "./hi/admin.json";
import hiReports from "./hi/reports.json";
import hiPublic from "./hi/public.json";
import hiProblems from "./hi/problems.json";
import hiMail from "./hi/mail.json";

import type { Language, Namespace } from "./languages";

export const messages: Record<Language, Record<Namespace, object>> = {
  en: { common, auth, member, ev, network, payout, admin, reports, public: publicTexts, problems, mail },
  es: { common: esCommon, auth: esAuth, member: esMember, ev: esEv, network: esNetwork, payout: esPayout, admin: esAdmin, reports: esReports, public: esPublic, problems: esProblems, mail: esMail },
  hi: { common: hiCommon, auth: hiAuth, member: hiMember, ev: hiEv, network: hiNetwork, payout: hiPayout, admin: hiAdmin, reports: hiReports, public: hiPublic, problems: hiProblems, mail: hiMail },
};
