import type { LoaderFunctionArgs } from "@remix-run/node";

import { olderThan, readBefore } from "~/components/public/seal-pages";
import { publicSeals, sealLine } from "~/db/public.server";
import { answerProblems } from "~/http/answer-problems.server";

/** The roots of fifty seals, newest first, a line each as in the worker's file, for people who keep them. The header `Link` names the next fifty. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { seals } = await answerProblems(() => publicSeals(readBefore(request)));
  const older = olderThan(seals);
  return new Response(seals.map((seal) => `${sealLine(seal)}\n`).join(""), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      ...(older ? { Link: `</seals.txt?before=${older}>; rel="next"` } : {}),
    },
  });
}
