import { freeClock } from "./clock";
import { keepEverybodyIn, signEverybodyIn } from "./sessions";

/** Answers what ends it. */
export default async function setUp(): Promise<() => void> {
  freeClock();
  await signEverybodyIn();
  return keepEverybodyIn();
}
