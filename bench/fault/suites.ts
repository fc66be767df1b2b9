/** Every suite, in the order in which `--suite all` runs them, and its share of the minutes. */
import { crash } from "./crash";
import { decisions } from "./decisions";
import { hammer } from "./hammer";
import { history } from "./history";
import { keys } from "./keys";
import { kills } from "./kills";
import { ledger } from "./ledger";
import { links } from "./links";
import { mutation } from "./mutation";
import { network } from "./network";
import { pairs } from "./pairs";
import { smtp } from "./smtp";
import type { Suite } from "./suite";
import { time } from "./time";

export const suites: readonly { suite: Suite; share: number }[] = [
  { suite: ledger, share: 20 }, { suite: hammer, share: 12 }, { suite: keys, share: 8 }, { suite: pairs, share: 12 }, { suite: links, share: 8 },
  { suite: kills, share: 20 }, { suite: crash, share: 8 }, { suite: time, share: 10 }, { suite: smtp, share: 4 }, { suite: decisions, share: 4 }, { suite: history, share: 1 }, { suite: network, share: 8 },
  { suite: mutation, share: 5 },
];
