import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { readToken } from "~/auth/session.server";
import { isProblem } from "~/db/db-error.server";
import { memberLanguage } from "~/db/identity.server";
import { readBody } from "~/forms/body.server";
import { localPath } from "~/http/local-path";
import { keepLanguage } from "~/i18n/language-cookie.server";
import { fallbackLanguage, isLanguage } from "~/i18n/languages";

/** Keeps the chosen language: in this browser, and with the member who is signed in, whose mails come in it too. Goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readBody(request);
  const asked = form.get("language");
  const language = isLanguage(asked) ? asked : fallbackLanguage;
  const token = readToken(request);
  if (token !== null) {
    try {
      await memberLanguage(token, language);
    } catch (error) {
      // Staff, somebody who is only signing up, an ended session: there is no member to keep it with.
      if (!isProblem(error) || error.status >= 500) throw error;
    }
  }
  return redirect(localPath(form.get("back")), { headers: { "Set-Cookie": keepLanguage(language) } });
}

export function loader() {
  return redirect("/");
}
