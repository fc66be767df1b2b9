// Verifies a proof that a movement stands in the sealed books: in a browser (the page /verify) and in Node 20 or newer:
//   node verify-proof.mjs proof.json [root]        exit code 0: the proof holds; 1: it does not
// It needs nothing but this file and asks nobody. What is hashed, byte by byte, stands in docs/seals.md.

const lower = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function join(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

async function sha256(prefix, ...parts) {
  return lower(new Uint8Array(await crypto.subtle.digest("SHA-256", join([Uint8Array.of(prefix), ...parts]))));
}

/** Signed, most significant byte first. */
const int = (value, size) => Uint8Array.from({ length: size }, (_, n) => Number(BigInt.asUintN(64, BigInt(value) >> BigInt(8 * (size - 1 - n))) & 255n));

const midnight2000 = BigInt(Date.UTC(2000, 0, 1));
const milliseconds = (text) => BigInt(Date.parse(text)) - midnight2000;
const microseconds = (text) => milliseconds(`${text.slice(0, 23)}Z`) * 1000n + BigInt(text.slice(23, 26));
/** 31 February and 24:00 would be read as another instant; such a text is not what was sealed. */
const isInstant = (text) => !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString() === text;

// The forms of values. Only one way of writing each is taken, so that no two files prove the same thing in different words.
const is = {
  int64: (value) => typeof value === "string" && /^(0|-?[1-9]\d{0,18})$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value),
  int32: (value) => Number.isInteger(value) && value >= 1 && value <= 2147483647,
  hash: (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value),
  salt: (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value),
  uuid: (value) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  kind: (value) => typeof value === "string" && /^[a-z][a-z0-9_]{0,62}$/.test(value),
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isInstant(`${value}T00:00:00.000Z`),
  time: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value) && isInstant(`${value.slice(0, 23)}Z`),
  name: (value) => value === "coffer-proof-1",
  any: () => true,
};
const forms = {
  proof: { format: "name", seal: "any", journal: "any", lines: "any", line_path: "any", path: "any" },
  seal: { number: "int64", previous_root: "hash", journals: "int64", lines: "int64", sealed_at: "time", merkle_root: "hash", root: "hash" },
  journal: { id: "int64", posted_at: "time", actor: "int64", value_on: "date", line_count: "int32", reverses: "int64", cause: "uuid", kind: "kind" },
  line: { line: "int32", account: "int64", amount: "int64", source: "int64" },
  level: { place: "any", hashes: "any" },
};

class Misformed extends Error {}
function need(condition, field) {
  if (!condition) throw new Misformed(field);
}

/** Exactly these fields: one more would look proven and not be. */
function check(value, form, where) {
  need(typeof value === "object" && value !== null && !Array.isArray(value), where);
  for (const field of Object.keys(value)) need(Object.hasOwn(form, field), `${where}.${field}`);
  for (const [field, kind] of Object.entries(form)) need(Object.hasOwn(value, field) && is[kind](value[field]), `${where}.${field}`);
}

function checkPath(path, least, where) {
  need(Array.isArray(path) && path.length >= least && path.length <= 16, where);
  path.forEach((level, n) => {
    check(level, forms.level, `${where}[${n}]`);
    need(Array.isArray(level.hashes) && level.hashes.length >= 1 && level.hashes.length <= 16, `${where}[${n}].hashes`);
    level.hashes.forEach((hash, at) => need(is.hash(hash), `${where}[${n}].hashes[${at}]`));
    need(Number.isInteger(level.place) && level.place >= 0 && level.place < level.hashes.length, `${where}[${n}].place`);
  });
}

function read(text) {
  const proof = JSON.parse(text);
  check(proof, forms.proof, "proof");
  check(proof.seal, forms.seal, "seal");
  check(proof.journal, forms.journal, "journal");
  const whole = proof.journal.line_count === 2;
  need(Array.isArray(proof.lines) && proof.lines.length === (whole ? 2 : 1), "lines");
  proof.lines.forEach((line, n) => check(line, whole ? forms.line : { ...forms.line, salt: "salt" }, `lines[${n}]`));
  if (whole) need(proof.line_path === null, "line_path");
  else checkPath(proof.line_path, 1, "line_path");
  checkPath(proof.path, 0, "path");
  return proof;
}

const lineForm = (line) => join([int(line.line, 4), int(line.account, 8), int(line.amount, 8), int(line.source, 8)]);
const journalForm = (j) =>
  join([int(j.id, 8), int(microseconds(j.posted_at), 8), int(j.actor, 8), int(milliseconds(`${j.value_on}T00:00:00Z`) / 86400000n, 4), int(j.line_count, 4),
    int(j.reverses, 8), fromHex(j.cause.replaceAll("-", "")), new TextEncoder().encode(j.kind)]);
const sealForm = (s) => join([int(s.number, 8), fromHex(s.previous_root), int(s.journals, 8), int(s.lines, 8), int(microseconds(s.sealed_at), 8), fromHex(s.merkle_root)]);

/**
 * Answers {ok, steps, proof}: every link that was checked, in order, the last one with ok false where the proof breaks. A step is
 * {place, ok} with `level` in a tree (from 1 at the leaves) and `field` in a misformed file. `published`: a root, or a line of
 * seals.txt, that was kept from earlier. Without it the file agrees with itself, which anybody's file can.
 */
export async function verifyProof(text, published = "") {
  const steps = [];
  const broken = (step) => ({ ok: false, steps: [...steps, { ...step, ok: false }] });
  let proof;
  try {
    proof = read(text);
  } catch (error) {
    return broken({ place: "format", field: error instanceof Misformed ? error.message : "proof" });
  }
  steps.push({ place: "format", ok: true });
  const { seal, journal, lines, line_path, path } = proof;
  const links = [];
  /** Each hash has to stand at its place in the next level, and the hash of the last level is handed on. */
  const climb = async (first, levels, place, levelPlace, top) => {
    let hash = first;
    let name = { place };
    for (const [n, level] of levels.entries()) {
      links.push([name, hash === level.hashes[level.place]]);
      hash = await sha256(1, ...level.hashes.map(fromHex));
      name = { place: levelPlace, level: n + 1 };
    }
    if (top !== undefined) links.push([name, hash === top]);
    return hash;
  };
  const form = journalForm(journal);
  const leaf = line_path === null
    ? await sha256(0, form, ...lines.map(lineForm))
    : await sha256(3, form, fromHex(await climb(await sha256(2, fromHex(lines[0].salt), lineForm(lines[0])), line_path, "line", "line_level")));
  await climb(leaf, path, "journal", "level", seal.merkle_root);
  links.push([{ place: "seal" }, (await sha256(4, sealForm(seal))) === seal.root]);
  if (published.trim()) links.push([{ place: "published" }, published.trim().toLowerCase().split(/\s+/).at(-1) === seal.root]);
  for (const [step, ok] of links) {
    if (!ok) return broken(step);
    steps.push({ ...step, ok });
  }
  return { ok: true, steps, proof };
}

const says = {
  format: "the file is a proof", line: "the line stands in its journal", line_level: "the lines lead on", journal: "the journal stands in the seal's tree",
  level: "the tree leads on", seal: "the seal's root is the hash of its facts", published: "it is the root published earlier",
};

// Run as a program.
if (globalThis.process?.versions?.node && process.argv[1]) {
  const [{ readFile, realpath }, { pathToFileURL }] = await Promise.all([import("node:fs/promises"), import("node:url")]);
  if (pathToFileURL(await realpath(process.argv[1]).catch(() => "/")).href === import.meta.url) {
    const [file, root = ""] = process.argv.slice(2);
    const { ok, steps, proof } = await verifyProof(await readFile(file ?? "proof.json", "utf8"), root);
    for (const step of steps) console.log(`${step.ok ? "ok    " : "BROKEN"} ${says[step.place]}${step.level ? `, level ${step.level}` : ""}${step.field ? `: ${step.field}` : ""}`);
    if (ok) console.log(`Journal ${proof.journal.id} is in seal ${proof.seal.number}, root ${proof.seal.root}`);
    if (ok && !root) console.log("Compare this root with one kept outside: give it as the second argument.");
    process.exitCode = ok ? 0 : 1;
  }
}
