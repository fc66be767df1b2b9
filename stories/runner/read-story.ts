/** Text to story. Every fault of a file is found before anything runs, and names its step. */
import { z } from "zod";

import { actionSchemas, instant, label, type Action, type Verb } from "./actions.ts";
import { expectationSchemas, type Expectation, type Form } from "./expectations.ts";
import { failureOf, StoryFault, type Failure } from "./fault.ts";
import { settingsSchema, type Settings } from "./settings.ts";

export type Refused = { do: "refused"; at?: string | undefined; step: Action; code: string };
export type Repeat = { do: "repeat"; at?: string | undefined; times: number; concurrently: boolean; step: Action; succeed?: number | undefined; code?: string | undefined };
export type Step = Action | Expectation | Refused | Repeat;
export type Story = { story: string; settings: Settings; steps: Step[] };
export type ReadStory = { story: string; steps: number } & ({ ok: true; read: Story } | { ok: false; failed: Failure[] });

const found = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner !== null && typeof inner === "object" ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value);
}

/** The first thing zod has against it, in the words of a report. */
function faultOf(error: z.ZodError, value: unknown): StoryFault {
  const issue = error.issues[0];
  if (!issue) return new StoryFault("step", "a valid step", found(value));
  const key = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") return new StoryFault([...(key ? [key] : []), issue.keys[0] ?? ""].join("."), "a known key", "an unknown key");
  if (issue.code === "invalid_value") return new StoryFault(key, issue.values.map((each) => JSON.stringify(each)).join(" | "), found(valueAt(value, issue.path)));
  return new StoryFault(key || "step", issue.message, found(valueAt(value, issue.path)));
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw faultOf(parsed.error, value);
  return parsed.data;
}

const isVerb = (verb: string): verb is Verb => Object.hasOwn(actionSchemas, verb);
const isForm = (key: string): key is Form => Object.hasOwn(expectationSchemas, key);

function doOf(step: unknown): string {
  return parse(z.looseObject({ do: z.string({ error: "a verb" }) }), step).do;
}

function readAction(step: unknown): Action {
  const verb = doOf(step);
  if (!isVerb(verb)) throw new StoryFault("do", "a known verb", JSON.stringify(verb));
  return parse(actionSchemas[verb] as z.ZodType<Action>, step);
}

function readExpectation(step: unknown): Expectation {
  const keys = Object.keys(parse(z.looseObject({}), step)).filter((key) => key !== "do" && key !== "at");
  const forms = keys.filter(isForm);
  const form = forms[0];
  if (form === undefined) throw new StoryFault(keys[0] ?? "expect", "a known form of expect", keys.length === 0 ? "nothing" : "an unknown key");
  if (forms.length > 1) throw new StoryFault("expect", "one form per step", forms.join(" and "));
  // Schema and form of one name belong together, which an index by a union of names cannot express.
  return { ...(parse<z.ZodType>(expectationSchemas[form], step) as object), form } as Expectation;
}

const refusedSchema = z.strictObject({ do: z.literal("refused"), at: instant.optional(), step: z.unknown(), code: label });
const repeatSchema = z.strictObject({
  do: z.literal("repeat"), at: instant.optional(), times: z.int().min(1).max(1000), concurrently: z.boolean().default(false),
  step: z.unknown(), succeed: z.int().min(0).optional(), code: label.optional(),
});

function readStep(step: unknown): Step {
  const verb = doOf(step);
  if (verb === "expect") return readExpectation(step);
  if (verb === "refused") {
    const refused = parse(refusedSchema, step);
    return { ...refused, step: readAction(refused.step) };
  }
  if (verb === "repeat") {
    const repeat = parse(repeatSchema, step);
    if (repeat.succeed !== undefined && repeat.succeed > repeat.times) throw new StoryFault("succeed", `at most ${repeat.times}`, String(repeat.succeed));
    return { ...repeat, step: readAction(repeat.step) };
  }
  return readAction(step);
}

const fileSchema = z.strictObject({ story: label, settings: z.unknown().optional(), steps: z.array(z.unknown()) });
const outlineSchema = z.looseObject({ story: label.catch(""), steps: z.array(z.unknown()).catch([]) }).catch({ story: "", steps: [] });

/** `name` stands for a story that does not say its own. */
export function readStory(text: string, name: string): ReadStory {
  let steps = 0;
  let story = name;
  let index: number | null = null;
  try {
    const content: unknown = JSON.parse(text);
    // Of a file with a fault elsewhere, too, the report says which story it is.
    const outline = outlineSchema.parse(content);
    story = outline.story || name;
    steps = outline.steps.length;
    const file = parse(fileSchema, content);
    const settings = parse(settingsSchema, file.settings ?? {});
    const read: Step[] = [];
    for (index = 0; index < steps; index += 1) read.push(readStep(file.steps[index]));
    return { story, steps, ok: true, read: { story, settings, steps: read } };
  } catch (error) {
    const fault = error instanceof StoryFault ? error : new StoryFault("file", "JSON", (error as Error).message);
    return { story, steps, ok: false, failed: [failureOf(index, fault)] };
  }
}
