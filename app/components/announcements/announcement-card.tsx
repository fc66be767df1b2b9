import type { ReactNode } from "react";

import { Card } from "~/components/ui";
import { AnnouncementBody } from "./announcement-body";
import type { Told } from "./text-of.server";

/** One announcement in the language it was written in, and what can be done about it. */
export function AnnouncementCard({ told, aside, children }: { told: Told; aside?: ReactNode; children?: ReactNode }) {
  return (
    <Card title={<span lang={told.language} className="break-words">{told.title}</span>} action={aside}>
      <div lang={told.language}>
        <AnnouncementBody body={told.body} />
      </div>
      {children}
    </Card>
  );
}
