import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { readToken } from "~/auth/session.server";
import { isProblem } from "~/db/db-error.server";
import { memberLanguage, staffLanguage } from "~/db/identity.server";
import { readBody } from "~/forms/body.server";
import { localPath } from "~/http/local-path";
import { keepLanguage } from "~/i18n/language-cookie.server";
import { fallbackLanguage, isLanguage } from "~/i18n/languages";

/** With whoever is signed in. Of somebody who is only signing up, of an ended session and of a member somebody looks at nothing is kept. */
async function keepWithPerson(token: string, language: string): Promise<void> {
  for (const keep of [memberLanguage, staffLanguage]) {
    try {
      return await keep(token, language);
    } catch (error) {
      if (!isProblem(error) || error.status >= 500) throw error;
    }
  }
}

/** Keeps the chosen language: in this browser, and with the person who is signed in, whose mails come in it too. Goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readBody(request);
  const asked = form.get("language");
  const language = isLanguage(asked) ? asked : fallbackLanguage;
  const token = readToken(request);
  if (token !== null) await keepWithPerson(token, language);
  return redirect(localPath(form.get("back")), { headers: { "Set-Cookie": keepLanguage(language) } });
}

export function loader() {
  return redirect("/");
}
