/** What nobody types and everybody sends one day: the public list of naughty strings, random Unicode, and what is aimed at this application. */
import naughty from "big-list-of-naughty-strings" with { type: "json" };
import fc from "fast-check";

/** Set to run all strings through all forms; else a drawn few. */
export const wholeCorpus = process.env.CORPUS === "all";
const given = process.env.CORPUS_SEED;
export const seed = given !== undefined && /^[1-9]\d{0,8}$/.test(given) ? Number.parseInt(given, 10) : 7;

/** Would say so if it ran: the pages are watched for `__hit`, for dialogs, and for what their policy forbade. */
export const hitting = [
  '"><script>window.__hit=1</script>', "</script><script>window.__hit=1</script>", "</textarea></title></style><img src=x onerror=window.__hit=1>", "' autofocus onfocus='window.__hit=1' x='",
  "<svg/onload=window.__hit=1>", "javascript:window.__hit=1", "{{constructor.constructor('window.__hit=1')()}}", "<a href=\"javascript:window.__hit=1\">x</a>", "<!--<img src=\"--><img src=x onerror=window.__hit=1//\">",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=window.__hit=1>", "\\u003cscript\\u003ewindow.__hit=1\\u003c/script\\u003e", "&lt;script&gt;window.__hit=1&lt;/script&gt;", "';window.__hit=1;//", "\u2028window.__hit=1\u2029",
];

const aimed = [
  ...hitting,
  "' or '1'='1", "'; drop table identity.members; --", "\\'; select pg_sleep(9); --", "$$;select pg_sleep(9);$$", "') || pg_sleep(9) --", "%", "_", "\\", "a\\", "%s%n%x", "1; select pg_sleep(9)",
  "__proto__", "constructor", "toString", "hasOwnProperty", "{\"$ne\":null}", "[object Object]", "$t(common:product) {{name}} $t(x, {\"a\": \"{{b}}\"})", "{{", "common:form.fault.required", "too_short {\"minimum\":", "x {\"code\":\"y\"}",
  "=HYPERLINK(\"http://evil.example\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1,1)", "a\r\nSet-Cookie: hit=1", "a%0d%0aSet-Cookie:%20hit=1", "a@b.example\r\nBcc: c@d.example", "../../../../etc/passwd", "..\\..\\web.config", "file:///etc/passwd",
  "//evil.example/", "http://evil.example/", "/\\evil.example", "${7*7}#{7*7}<%= 7*7 %>", "\u202Etxt.exe", "\u200b", "\ufeffx", "\u00a0", "Z̸̧͈a̷l̷g̶o̴", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "١٢٣", "१२३", "ﷺ".repeat(300), "a".repeat(5_000), "\n".repeat(500), " ", "\t", "null", "undefined", "NaN", "-1", "1e309", "0x10", "9".repeat(400),
];

/** What no row, mail or PDF could keep. Each is refused at its field. */
export const unreadable = ["a\u0000b", "a\ud800b", "\udc00", "a\u0007b", "a\uffffb", "\u0000"];

const clean = (text: string) => text !== "" && !/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffd-\uffff]/u.test(text);
const known = [...new Set(naughty)];

/** Everything, in its order. Of the public list and of the random ones, what has an unreadable character counts to those. */
export const corpus = {
  readable: [...aimed, ...known.filter(clean), ...fc.sample(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), { seed, numRuns: 60 }).filter(clean)],
  unreadable: [...unreadable, ...known.filter((text) => text !== "" && !clean(text))],
};

/** Draws without end, each as often as the others; the same for one seed. */
export function drawing<Value>(from: readonly Value[], salt: number): () => Value {
  let left: Value[] = [];
  let round = 0;
  return () => {
    if (left.length === 0) left = fc.sample(fc.shuffledSubarray([...from], { minLength: from.length }), { seed: seed + salt * 7_919 + round++, numRuns: 1 })[0] ?? [];
    const next = left.pop();
    if (next === undefined) throw new Error("nothing to draw from");
    return next;
  };
}
