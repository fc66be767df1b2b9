import type { LoaderFunctionArgs } from "@remix-run/node";

import { readKeptMail } from "~/dev/mailbox.server";

/**
 * The mail as it looks, for the frame on its page. Its own content policy: the inline styles that mails are made of are
 * allowed here and nothing else is, no script, no image, no form, and the document stands in a sandbox without our origin.
 */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "sandbox allow-popups allow-top-navigation-by-user-activation",
].join("; ");

export async function loader({ params }: LoaderFunctionArgs) {
  const { html } = await readKeptMail(params.mail);
  // Without a target the links of the mail would open inside the frame.
  const framed = (html ?? "").replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);
  return new Response(framed, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": contentPolicy, "X-Frame-Options": "SAMEORIGIN" },
  });
}
