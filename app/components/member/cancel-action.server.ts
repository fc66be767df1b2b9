import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ intent: z.literal("cancel"), key: requestKey() });

/** The action of a page of something that its member may take back as long as nobody has decided it; `path` is where such pages are. */
export function cancelAction({ request, params: { id = "" } }: ActionFunctionArgs, path: string, cancel: (token: string, id: string, key: string) => Promise<unknown>) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await cancel(token, id, submission.value.key);
      return redirect(`${path}/${id}`);
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}
