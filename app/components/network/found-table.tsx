import type { ReactNode } from "react";

import { Count, DataTable } from "~/components/ui";
import type { FoundNode } from "~/db/network.server";

type Words = { caption: string; name: string; level: string; left: string; right: string; href: (member: string) => string };

/** Who was found in the tree; each opens its place. */
export function FoundTable({ found, words, empty }: { found: FoundNode[]; words: Words; empty: ReactNode }) {
  return (
    <DataTable
      caption={words.caption}
      rows={found}
      rowKey={({ member }) => member}
      rowLink={({ member }) => words.href(member)}
      empty={empty}
      columns={[
        { key: "name", label: words.name, kind: "title", cell: ({ name }) => name },
        { key: "level", label: words.level, kind: "number", cell: ({ depth }) => <Count value={depth} /> },
        { key: "left", label: words.left, kind: "number", cell: ({ left }) => <Count value={left} /> },
        { key: "right", label: words.right, kind: "number", cell: ({ right }) => <Count value={right} /> },
      ]}
    />
  );
}
