/** Numbers as they are written. */
import { currentSettings } from "../shell/settings";

/** `1,234`, `2.5` */
export const number = (n: number): string =>
  new Intl.NumberFormat(currentSettings().language === "zh" ? "zh-CN" : "en-GB", {
    maximumFractionDigits: 1,
  }).format(n);

/** `87%`; none of nothing. */
export const percent = (n: number, of: number): string | null =>
  of ? `${Math.round((100 * n) / of)}%` : null;
