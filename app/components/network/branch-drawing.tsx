import { Link } from "@remix-run/react";

import { useHydrated } from "~/components/ui";
import type { BranchNode } from "~/db/network.server";
import type { TreeWords } from "./branch-list";

const width = 960;
const row = 92;
const box = { width: 108, height: 50 };

/** The middle of a place: the levels of a full tree share the width. */
const middle = ({ level, place }: { level: number; place: number }) => ((place - 2 ** level + 0.5) * width) / 2 ** level;
const short = (name: string) => ([...name].length > 13 ? `${[...name].slice(0, 12).join("")}…` : name);

/** The same nodes as a drawing, once there is a script and room for it. The list beside it says the same. */
export function BranchDrawing({ nodes, words, label }: { nodes: BranchNode[]; words: TreeWords; label: string }) {
  const hydrated = useHydrated();
  if (!hydrated || nodes.length < 2) return null;
  const levels = Math.max(...nodes.map(({ level }) => level));
  return (
    <nav aria-label={label} className="hidden overflow-x-auto md:block">
      <svg viewBox={`0 0 ${width} ${levels * row + box.height + 8}`} className="w-full min-w-[52rem]">
        {nodes.map((node) => {
          const above = nodes.find(({ place }) => node.level > 0 && place === Math.floor(node.place / 2));
          return above ? (
            <path
              key={node.place}
              d={`M${middle(above)} ${above.level * row + box.height + 4}V${above.level * row + box.height + 22}H${middle(node)}V${node.level * row + 4}`}
              className="fill-none stroke-line-strong"
              strokeWidth="1.5"
            />
          ) : null;
        })}
        {nodes.map((node) => (
          <DrawnNode key={node.place} node={node} words={words} />
        ))}
      </svg>
    </nav>
  );
}

function DrawnNode({ node, words }: { node: BranchNode; words: TreeWords }) {
  const x = middle(node);
  const y = node.level * row + 4;
  const name = node.name ?? words.company;
  const drawn = (
    <>
      <rect x={x - box.width / 2} y={y} width={box.width} height={box.height} rx="8" className={node.level === 0 ? "fill-accent-soft stroke-accent" : "fill-surface stroke-line-strong"} strokeWidth="1.5" />
      <text x={x} y={y + 21} textAnchor="middle" className="fill-ink text-sm font-strong">
        {short(name)}
      </text>
      <text x={x} y={y + 40} textAnchor="middle" className="fill-quiet text-xs tabular-nums">
        {node.left} · {node.right}
        {node.more && node.level === 3 ? " ⌄" : ""}
      </text>
    </>
  );
  if (!node.member || node.level === 0) return <g>{drawn}</g>;
  return (
    <Link to={words.href(node.member)} aria-label={`${node.side ? words.side[node.side] : ""} ${name}: ${words.left} ${node.left}, ${words.right} ${node.right}`}>
      {drawn}
    </Link>
  );
}
