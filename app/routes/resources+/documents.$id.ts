/** An operator's document that is public and in force, for everybody; always as a download. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { paramId } from "~/components/admin/param-id.server";
import { publicPaperFile } from "~/db/vault.server";
import { sendFile } from "~/files/send-file.server";
import { answerProblems } from "~/http/answer-problems.server";

export function loader({ params }: LoaderFunctionArgs) {
  return answerProblems(async () => {
    const { file } = await publicPaperFile(paramId(params));
    return sendFile(file);
  });
}
