import { Notice } from "~/components/ui";
import { resultOf } from "./answer";
import { useFaultText } from "./use-fault-text";

/** What a refused form would have said, on a page that does not have the form any more, because somebody else was first, or that has one in each row. */
export function GoneForm({ answer }: { answer: unknown }) {
  const faultText = useFaultText();
  const faults = [...new Set(Object.values(resultOf(answer)?.error ?? {}).flatMap((list) => list ?? []))];
  if (faults.length === 0) return null;
  return (
    <Notice tone="danger" live>
      {faults.map((fault) => (
        <p key={fault}>{faultText(fault)}</p>
      ))}
    </Notice>
  );
}
