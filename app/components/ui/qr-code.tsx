import { useTranslation } from "react-i18next";

/** Always dark on white with a quiet zone of four modules: scanners do not read inverted codes reliably. */
export function QrCode({ code, label }: { code: { size: number; path: string }; label: string }) {
  const { t } = useTranslation();
  const box = code.size + 8;
  return (
    <svg role="img" aria-label={t("qr.label", { label })} viewBox={`-4 -4 ${box} ${box}`} shapeRendering="crispEdges" className="size-44 max-w-full rounded-control border border-line">
      <rect x={-4} y={-4} width={box} height={box} fill="#ffffff" />
      <path d={code.path} fill="#000000" />
    </svg>
  );
}
