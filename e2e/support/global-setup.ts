import { freeLocks } from "./lock";
import { keepEverybodyIn, signEverybodyIn } from "./sessions";

/** Answers what ends it. */
export default async function setUp(): Promise<() => void> {
  freeLocks();
  await signEverybodyIn();
  return keepEverybodyIn();
}
