/** 水印: who looks, across the whole screen, so that a photo of it tells whose it was. */
import { useMemo } from "react";
import { useDark } from "./settings";

export function Watermark({ text }: { text: string }) {
  const dark = useDark();
  const picture = useMemo(() => {
    const escaped = text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
    const colour = dark ? "#ffffff" : "#000000";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="240"><text x="10" y="200" transform="rotate(-22 10 200)" font-size="15" font-family="sans-serif" fill="${colour}" fill-opacity="0.055">${escaped}</text></svg>`;
    return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  }, [text, dark]);
  return <div className="watermark" aria-hidden="true" style={{ backgroundImage: picture }} />;
}
