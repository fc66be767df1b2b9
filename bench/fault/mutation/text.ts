/**
 * What can be taken out of a function's text: explicit locks and guards. Found by pattern, never by a list, so that a guard written
 * tomorrow is in the population tomorrow. Comments and quoted texts are not looked at.
 */
export type Cut = {
  kind: "lock" | "refusal" | "state guard";
  /** what is taken out, on one line, as a report shows it */
  what: string;
  /** the line of the file it stands on */
  line: number;
  /** the file without it */
  text: string;
};

const blank = (part: string): string => part.replace(/[^\n]/g, " ");

/** The text with comments blanked and quoted texts emptied of everything but their quotes; every character keeps its place. */
export function bare(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|--[^\n]*|'(?:[^']|'')*'/g, (part) => (part.startsWith("'") ? `'${blank(part.slice(1, -1))}'` : blank(part)));
}

/** From an opening parenthesis to the one that closes it, its end excluded. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === "(") depth += 1;
    if (code[at] === ")" && (depth -= 1) === 0) return at + 1;
  }
  return code.length;
}

type Span = { from: number; to: number; with: string };

function locks(code: string): Span[] {
  const rows = [...code.matchAll(/\bfor\s+(?:no\s+key\s+update|update|key\s+share|share)\b(?:\s+of\s+\w+)?(?:\s+skip\s+locked|\s+nowait)?/gi)].map((found) => ({ from: found.index, to: found.index + found[0].length, with: "" }));
  const advisory = [...code.matchAll(/\bpg_(try_)?advisory_(?:xact_)?lock(?:_shared)?\s*\(/gi)].map((found) => ({ from: found.index, to: closing(code, found.index + found[0].length - 1), with: found[1] ? "true" : "null" }));
  const tables = [...code.matchAll(/\block\s+table\b[^;]*/gi)].map((found) => ({ from: found.index, to: found.index + found[0].length, with: "null" }));
  return [...rows, ...advisory, ...tables];
}

/** Statements that refuse, or ask a function whose name says that it does, and expressions that end in a refusal. */
function refusals(code: string): Span[] {
  const statements = [...code.matchAll(/\b(?:perform\s+(?:core\.refuse|[a-z]+\.(?:require|check|refuse)_\w+)\s*\(|raise\s+exception\b)[^;]*/gi)].map((found) => ({ from: found.index, to: found.index + found[0].length, with: "null" }));
  const expressions = [...code.matchAll(/\bdesk\.nothing_found\s*\(/g)].filter((found) => !/function\s+$/i.test(code.slice(0, found.index)))
    .map((found) => ({ from: found.index, to: closing(code, found.index + found[0].length - 1), with: "null::jsonb" }));
  return [...statements, ...expressions];
}

const condition = /\b(?:where|and)\s+((?:\w+\.)?(?:state|status)\s*(?:=|<>)\s*'\s*'|(?:\w+\.)?(?:state|status)\s+in\s*\([^)]*\)|(?:\w+\.)?\w+\s+is\s+null|not\s+(?:\w+\.)?done\b|(?:\w+\.)?attempts\s*<\s*\d+)/gi;

/** Conditions on a state in a statement that writes or locks: `update … where state = 'open'`. An index's own condition is none. */
function states(code: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const statement of code.split(";")) {
    const writes = /\b(?:update|delete\s+from)\s+[a-z]+\.\w+/i.exec(statement);
    const begins = /\bfor\s+(?:no\s+key\s+)?update\b/i.test(statement) ? 0 : (writes?.index ?? statement.length);
    for (const match of statement.matchAll(condition)) {
      const predicate = match[1] ?? "";
      if (match.index < begins || /\bon\s+conflict\s*\([^)]*\)\s*$/i.test(statement.slice(0, match.index))) continue;
      const to = from + match.index + match[0].length;
      found.push({ from: to - predicate.length, to, with: "true" });
    }
    from += statement.length + 1;
  }
  return found;
}

/** Every cut of one file, in the order of the text. */
export function cutsOf(text: string): Cut[] {
  const code = bare(text);
  const cut = (kind: Cut["kind"]) => (span: Span): Cut => ({
    kind,
    what: text.slice(span.from, span.to).replace(/\s+/g, " ").trim(),
    line: text.slice(0, span.from).split("\n").length,
    text: text.slice(0, span.from) + span.with + text.slice(span.to),
  });
  return [...locks(code).map(cut("lock")), ...refusals(code).map(cut("refusal")), ...states(code).map(cut("state guard"))]
    .sort((a, b) => a.line - b.line || (a.what < b.what ? -1 : 1));
}
