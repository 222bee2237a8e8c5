/**
 * The look: calm pine and warm grey, dense but readable. One palette for each
 * theme feeds both Ant Design's tokens and our own style sheet's variables.
 * Text on its ground has a contrast of at least 4.5 : 1 in both.
 */
import { theme as antd, type ThemeConfig } from "antd";
import type { Density } from "./settings";

export interface Palette {
  ground: string;
  paper: string;
  raised: string;
  line: string;
  text: string;
  quiet: string;
  accent: string;
  "accent-soft": string;
  "on-accent": string;
  good: string;
  "good-soft": string;
  soon: string;
  "soon-soft": string;
  late: string;
  "late-soft": string;
  side: string;
  "side-text": string;
  "side-quiet": string;
  "side-on": string;
  focus: string;
}

export const LIGHT: Palette = {
  ground: "#f3f4f1",
  paper: "#ffffff",
  raised: "#f8f9f7",
  line: "#d9ddd6",
  text: "#1c2422",
  quiet: "#566360",
  accent: "#0f5f5c",
  "accent-soft": "#e0efec",
  "on-accent": "#ffffff",
  good: "#256b36",
  "good-soft": "#e4f2e6",
  soon: "#8a5200",
  "soon-soft": "#fdf0d9",
  late: "#b02a1f",
  "late-soft": "#fbe6e3",
  side: "#12393a",
  "side-text": "#e8f1ef",
  "side-quiet": "#a9c3c0",
  "side-on": "#1e5455",
  focus: "#c96a00",
};

export const DARK: Palette = {
  ground: "#131817",
  paper: "#1b2221",
  raised: "#222b29",
  line: "#36423f",
  text: "#e6ebe9",
  quiet: "#a3b1ad",
  accent: "#6cc3b9",
  "accent-soft": "#1f3a37",
  "on-accent": "#0b1a18",
  good: "#86cd93",
  "good-soft": "#1d3322",
  soon: "#efb458",
  "soon-soft": "#3a2c12",
  late: "#ff9d92",
  "late-soft": "#43211d",
  side: "#0e1413",
  "side-text": "#dfe8e6",
  "side-quiet": "#93a6a2",
  "side-on": "#24403d",
  focus: "#ffb454",
};

export const FONT =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

const SIZES: Record<Density, { font: number; control: number; row: number }> = {
  dense: { font: 14, control: 30, row: 36 },
  normal: { font: 15, control: 34, row: 44 },
  large: { font: 18, control: 42, row: 54 },
};

/** Ant Design's tokens. */
export function tokens(dark: boolean, density: Density): ThemeConfig {
  const palette = dark ? DARK : LIGHT;
  const { font, control } = SIZES[density];
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accent,
      colorLinkActive: palette.accent,
      colorSuccess: palette.good,
      colorWarning: palette.soon,
      colorError: palette.late,
      colorInfo: palette.accent,
      colorText: palette.text,
      colorTextSecondary: palette.quiet,
      colorTextTertiary: palette.quiet,
      colorTextDescription: palette.quiet,
      colorTextPlaceholder: palette.quiet,
      colorTextLightSolid: palette["on-accent"],
      colorBgBase: palette.paper,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.paper,
      colorBorder: dark ? "#6d7c78" : "#8a9692",
      colorBorderSecondary: palette.line,
      borderRadius: 6,
      fontSize: font,
      controlHeight: control,
      fontFamily: FONT,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", fontWeight: 500 },
      Drawer: { paddingLG: 20 },
    },
  };
}

/** Our own style sheet's variables. */
export function applyPalette(dark: boolean, density: Density): void {
  const root = document.documentElement;
  root.dataset.theme = dark ? "dark" : "light";
  root.style.colorScheme = dark ? "dark" : "light";
  for (const [name, colour] of Object.entries(dark ? DARK : LIGHT))
    root.style.setProperty(`--${name}`, colour);
  const { font, control, row } = SIZES[density];
  root.style.setProperty("--font", `${font}px`);
  root.style.setProperty("--control", `${control}px`);
  root.style.setProperty("--row", `${row}px`);
}
