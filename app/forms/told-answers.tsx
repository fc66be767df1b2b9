import { useActionData } from "@remix-run/react";
import { createContext, useContext, useEffect, useRef, type ReactNode } from "react";

import { Notice } from "~/components/ui/notice";
import { resultOf } from "./answer";
import { useFaultText } from "./use-fault-text";

/** Which answers the forms of a page tell, as they are rendered. */
const Told = createContext(new Set<object>());

/** A form says that it tells this answer. */
export function useTold(result: object | undefined): void {
  const told = useContext(Told);
  if (result) told.add(result);
}

/**
 * A page's forms, and after them what none of them told: the form that was refused may be gone, because somebody else was first, or was never there for this
 * person, or is one of those in each row of a list. The order counts: whether a form tells the answer is known when all of them were rendered.
 */
export function ToldAnswers({ children }: { children: ReactNode }) {
  // Anew with each rendering, and every form with it: one that is gone tells nothing any more.
  return (
    <Told.Provider value={new Set()}>
      {children}
      <Untold />
    </Told.Provider>
  );
}

function Untold() {
  const result = resultOf(useActionData());
  const told = useContext(Told);
  const faultText = useFaultText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [result]);
  const faults = [...new Set(Object.values(result?.error ?? {}).flatMap((list) => list ?? []))];
  if (result === undefined || told.has(result) || faults.length === 0) return null;
  return (
    // Last in the source, and to the eye right below the heading, which goes first too; it takes the focus as a form's summary does.
    <div ref={box} tabIndex={-1} autoFocus className="order-first rounded-card">
      <Notice tone="danger" live>
        {faults.map((fault) => (
          <p key={fault}>{faultText(fault)}</p>
        ))}
      </Notice>
    </div>
  );
}
