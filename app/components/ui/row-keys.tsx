import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";
import { useHydrated } from "./use-hydrated";

const typing = "input:not([type=checkbox]), select, textarea, [contenteditable]";
const actions = ["move", "open", "choose", "search", "help"] as const;
/** Signs are the same in every language; names of keys are not. */
const signs = { move: "j, k, ↓, ↑", search: "/", help: "?" } as const;

/** What of a row takes the focus: the box that chooses it, or else the link that opens it. */
const handleOf = (row: Element) => row.querySelector<HTMLElement>("input[type=checkbox], a.row-link") ?? row.querySelector<HTMLElement>("a");
const boxOf = (row: Element | null | undefined) => row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null;

/**
 * Keys for the rows of a table: they work only while the focus is inside it, never in a field or with a modifier (WCAG 2.1.4). Everything they
 * do can be done without them, and the focus itself moves, so that a screen reader says where it is. Without scripts there is only the table.
 */
export function RowKeys({ children, chooses = false }: { children: ReactNode; chooses?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const alive = useHydrated();
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const [said, setSaid] = useState("");
  const rows = () => [...(list.current?.querySelectorAll("tbody tr") ?? [])].filter((row) => handleOf(row) !== null);
  const move = (to: number) => {
    const all = rows();
    const row = all[Math.max(0, Math.min(to, all.length - 1))];
    if (row) handleOf(row)?.focus();
  };
  const choose = (box: HTMLInputElement) => {
    box.click();
    setSaid(t("keys.chosen", { count: list.current?.querySelectorAll("tbody input[type=checkbox]:checked").length ?? 0 }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!(target instanceof HTMLElement) || target.closest(typing)) return;
    const all = rows();
    const at = all.findIndex((row) => row.contains(target));
    const box = boxOf(all[at]);
    const act: Record<string, (() => void) | undefined> = {
      j: () => move(at + 1),
      ArrowDown: () => move(at + 1),
      k: () => move(at - 1),
      ArrowUp: () => move(at - 1),
      x: box ? () => choose(box) : undefined,
      " ": box ? () => choose(box) : undefined,
      // In a box Enter would send the form: it opens the row instead.
      Enter: target === box ? () => all[at]?.querySelector<HTMLElement>("a")?.click() : undefined,
      "/": () => document.querySelector<HTMLElement>("main input[type=search]")?.focus(),
      "?": () => setShown(!shown),
    };
    const wanted = act[event.key];
    if (at < 0 || !wanted) return;
    event.preventDefault();
    wanted();
  };
  // Keys of the controls inside, on their way out: the group is nothing to press.
  useEffect(() => {
    const group = list.current;
    group?.addEventListener("keydown", onKeyDown);
    return () => group?.removeEventListener("keydown", onKeyDown);
  });
  return (
    <div ref={list} role="group" aria-label={t("keys.list")} aria-describedby={alive ? `${id}-hint` : undefined}>
      <span role="status" className="sr-only">
        {said}
      </span>
      {children}
      {/* Below the rows: what comes with the scripts must not move a row from under a pointer. */}
      {alive ? (
        <div className="no-print hidden flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-quiet sm:px-5 md:flex">
          <span id={`${id}-hint`}>{t("keys.hint")}</span>
          <Button look="quiet" compact aria-expanded={shown} aria-controls={`${id}-keys`} onClick={() => setShown(!shown)}>
            {t("keys.show")}
          </Button>
          <Button look="quiet" compact onClick={() => move(0)}>
            {t("keys.begin")}
          </Button>
          <dl id={`${id}-keys`} hidden={!shown} className="grid w-full grid-cols-[auto_1fr] gap-x-4 gap-y-1 pb-1">
            {actions.filter((key) => chooses || key !== "choose").map((key) => (
              <div key={key} className="contents">
                <dt className="font-strong text-ink">{key === "open" || key === "choose" ? t(`keys.${key}Keys`) : signs[key]}</dt>
                <dd>{t(`keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </div>
  );
}
