import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

import { chromium } from "@playwright/test";

export type Browser = { path: string; origin: string };

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

function attempt(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    return true;
  } catch {
    return false;
  }
}

function present(): Browser | null {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return { path: process.env.CHROMIUM_PATH, origin: "CHROMIUM_PATH" };
  const system = places.find((place) => existsSync(place));
  if (system) return { path: system, origin: "installed on this system" };
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, origin: "Playwright's own" } : null;
}

/** A Chromium for the end-to-end tests: one that is there, else installed from the distribution (as root), else Playwright's own. */
export function findChromium(): Browser | null {
  const found = present();
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    if (attempt("apt-get", ["update", "-qq"]) && attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"])) {
      const installed = present();
      if (installed) return { ...installed, origin: "installed just now with apt-get" };
    }
  }
  if (attempt("npx", ["playwright", "install", "chromium"])) {
    const downloaded = present();
    if (downloaded) return { ...downloaded, origin: "downloaded just now by Playwright" };
  }
  return null;
}
