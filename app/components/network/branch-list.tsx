import { Link } from "@remix-run/react";

import { Count } from "~/components/ui";
import type { BranchNode } from "~/db/network.server";

/** The words of the tree where it stands, and where a node opens: members and staff read it in texts of their own. */
export type TreeWords = {
  company: string;
  side: Record<"L" | "R", string>;
  free: Record<"L" | "R", string>;
  left: string;
  right: string;
  pairs: string;
  below: string;
  href: (member: string) => string;
};

const childrenOf = (nodes: BranchNode[], place: number) => (["L", "R"] as const).map((side, at) => ({ side, node: nodes.find((one) => one.place === place * 2 + at) }));

/** A node and those below it as nested lists: who stands where, what each leg counts, which places are free, and a link further down. */
export function BranchList({ nodes, words }: { nodes: BranchNode[]; words: TreeWords }) {
  const [top] = nodes;
  if (!top) return null;
  const deepest = Math.max(...nodes.map(({ level }) => level));
  return (
    <ul className="text-sm">
      <Branch node={top} nodes={nodes} deepest={deepest} words={words} />
    </ul>
  );
}

function Branch({ node, nodes, deepest, words }: { node: BranchNode; nodes: BranchNode[]; deepest: number; words: TreeWords }) {
  const name = node.name ?? words.company;
  // Free places are told where their neighbours are known too.
  const legs = node.level < deepest || !node.more ? childrenOf(nodes, node.place) : [];
  return (
    <li className="py-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {node.side && node.level > 0 ? <span className="rounded-control bg-sunken px-1.5 text-xs text-quiet">{words.side[node.side]}</span> : null}
        {node.member && node.level > 0 ? (
          <Link to={words.href(node.member)} className="inline-block min-h-6 font-strong wrap-anywhere underline decoration-line-strong underline-offset-4">
            {name}
          </Link>
        ) : (
          <span className="font-strong wrap-anywhere">{name}</span>
        )}
        <span className="text-quiet">
          {words.left} <Count value={node.left} /> · {words.right} <Count value={node.right} /> · {words.pairs} <Count value={node.pairs} />
        </span>
      </p>
      {node.level === 0 || legs.some(({ node: below }) => below) ? (
        <ul className="ml-2 border-l border-line pl-3 sm:pl-5">
          {legs.map(({ side, node: below }) =>
            below ? (
              <Branch key={side} node={below} nodes={nodes} deepest={deepest} words={words} />
            ) : (
              <li key={side} className="py-1.5 text-quiet">
                {words.free[side]}
              </li>
            ),
          )}
        </ul>
      ) : null}
      {node.more && node.member && node.level === deepest && node.level > 0 ? (
        <Link to={words.href(node.member)} className="link ml-2 inline-block min-h-6">
          {words.below} {name}
        </Link>
      ) : null}
    </li>
  );
}
