import { z } from "zod";

import { words } from "~/components/messages/message-schema.server";
import { staffMessageWrite, staffThreadAcknowledge, staffThreadAssign, staffThreadClose, staffThreadReopen } from "~/db/messaging-staff.server";
import { attachUpload } from "~/files/attach-upload.server";
import type { Upload } from "~/files/read-upload.server";
import { requestKey } from "~/forms/submission.server";
import type { Said } from "../said";

/** What staff do with a conversation, each a form of its own. */
export const threadAction = () =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("write"), body: words(), key: requestKey() }),
    z.object({ intent: z.literal("assign"), to: z.union([z.literal("").transform(() => null), z.uuid()]).optional().transform((to) => to ?? null) }),
    z.object({ intent: z.literal("acknowledge") }),
    z.object({ intent: z.literal("close"), resolution: z.string().transform((text) => text.replace(/\r\n?/g, "\n")).pipe(z.string().max(5000)).optional(), key: requestKey() }),
    z.object({ intent: z.literal("reopen") }),
  ]);
export type ThreadAction = z.output<ReturnType<typeof threadAction>>;

/** Does it and answers what is to be said about it. */
export async function actOnThread(token: string, thread: string, action: ThreadAction, upload: Upload | null): Promise<Said> {
  switch (action.intent) {
    case "write":
      await attachUpload(upload, (file) => staffMessageWrite(token, { thread, body: action.body, file, key: action.key }));
      return "answered";
    case "assign":
      await staffThreadAssign(token, thread, action.to);
      return "assigned";
    case "acknowledge":
      await staffThreadAcknowledge(token, thread);
      return "acknowledged";
    case "close":
      await staffThreadClose(token, thread, action.resolution ?? null, action.key);
      return "closed";
    case "reopen":
      await staffThreadReopen(token, thread);
      return "reopened";
  }
}
