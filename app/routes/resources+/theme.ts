import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { readBody } from "~/forms/body.server";
import { env } from "~/http/env.server";
import { localPath } from "~/http/local-path";
import { isTheme, themeCookie } from "~/http/theme";

const year = 365 * 24 * 60 * 60;

/** Keeps the chosen appearance in a cookie that only the server reads, and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readBody(request);
  const theme = form.get("theme");
  const chosen = isTheme(theme) ? theme : "system";
  const secure = env().PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  return redirect(localPath(form.get("back")), {
    headers: { "Set-Cookie": `${themeCookie}=${chosen}; Path=/; Max-Age=${chosen === "system" ? 0 : year}; SameSite=Lax; HttpOnly${secure}` },
  });
}

export function loader() {
  return redirect("/");
}
