import { freeClock } from "./clock";
import { signEverybodyIn } from "./sessions";

export default async function setUp(): Promise<void> {
  freeClock();
  await signEverybodyIn();
}
