/** What is being told: the form's state, what is still missing, what is sent, and how it survives a reload. */
import type { City } from "../city/city";
import type { Channel, Confidentiality, Kind, Level, LinkKind, Said } from "../api/types";
import {
  dangerIn,
  kindOf,
  levelOf,
  mattersIn,
  placesIn,
  selfHarmIn,
  titleOf,
  type Proposal,
} from "./propose";

/** One appeal while it is told. What is null is as proposed. */
export interface Intake {
  story: string;
  demand: string;
  title: string | null;
  matter: string | null;
  place: string | null;
  /** Where exactly, in words: a gate, a house number. */
  spot: string;
  /** When it happened, in the caller's words. */
  when: string;
  kind: Kind | null;
  level: Level | null;
  channel: Channel;
  name: string;
  phone: string;
  confidentiality: Confidentiality | null;
  wantsCallback: boolean;
  /** When it suits them to be called. */
  convenient: string;
  /** The telephone call; its number is known to the server. */
  call: number | null;
  /** Orders that it belongs to. */
  links: { kind: LinkKind; order: string }[];
  /** The order that it is merged into once it is registered. */
  into: string | null;
  /** The article that answers it. */
  article: { code: string; title: string; body: string; source: string } | null;
  startedAt: number | null;
}

export const NEW: Intake = {
  story: "",
  demand: "",
  title: null,
  matter: null,
  place: null,
  spot: "",
  when: "",
  kind: null,
  level: null,
  channel: "phone",
  name: "",
  phone: "",
  confidentiality: null,
  wantsCallback: true,
  convenient: "",
  call: null,
  links: [],
  into: null,
  article: null,
  startedAt: null,
};

/** What the story suggests, and what holds when the operator says nothing else. */
export interface Proposed {
  title: string;
  matters: Proposal[];
  places: Proposal[];
  matter: string | null;
  place: string | null;
  kind: Kind;
  kindBecause: string | undefined;
  level: Level;
  confidentiality: Confidentiality;
  danger: ReturnType<typeof dangerIn>;
  selfHarm: boolean;
}

/** So many matters are proposed. */
const MATTERS = 4;

/** Reads the story. `likely` are the matters that past stories of such words were about: they come first. */
export function propose(intake: Intake, city: City, likely: readonly Proposal[] = []): Proposed {
  const { story } = intake;
  const named = mattersIn(story, city.data.matters);
  const matters = [...likely, ...named.filter(({ code }) => !likely.some((one) => one.code === code))].slice(
    0,
    MATTERS,
  );
  // Where it happened may be said in its own field.
  const places = placesIn(`${story} ${intake.spot}`, city.data.places);
  const matter = intake.matter ?? matters[0]?.code ?? null;
  const { kind, because } = kindOf(story);
  const shown = intake.kind ?? kind;
  return {
    title: titleOf(story),
    matters,
    places,
    matter,
    place: intake.place ?? places[0]?.code ?? null,
    kind: shown,
    kindBecause: because,
    level: intake.level ?? levelOf(city.matterOf(matter), shown),
    // 济南条例 32: what accuses somebody is not passed on to the accused.
    confidentiality:
      intake.confidentiality ?? (shown === "complaint" || shown === "report" ? "from_accused" : "open"),
    danger: dangerIn(story),
    selfHarm: selfHarmIn(story),
  };
}

export type Gap = "story" | "demand" | "matter" | "place" | "phone";

/** What is not there yet. Only the story must be; the rest is asked for once. */
export function missing(intake: Intake, proposed: Proposed): Gap[] {
  const gaps: [Gap, boolean][] = [
    ["story", !intake.story.trim()],
    ["demand", !intake.demand.trim()],
    ["matter", !proposed.matter],
    ["place", !proposed.place],
    ["phone", !intake.phone.trim() && intake.call === null],
  ];
  return gaps.filter(([, gap]) => gap).map(([name]) => name);
}

/** The appeal as it is sent. */
export function bodyOf(intake: Intake, proposed: Proposed): Said<"operator_register"> {
  const { phone, name, convenient } = intake;
  const known = phone.trim() || name.trim() || intake.call !== null;
  return {
    title: (intake.title ?? proposed.title).trim(),
    content: intake.story.trim(),
    demand: intake.demand.trim(),
    address: intake.spot.trim(),
    when: intake.when.trim(),
    channel: intake.channel,
    received_at: null,
    kind: proposed.kind,
    matter: proposed.matter ?? "",
    place: proposed.place ?? "",
    accused: [],
    accused_people: [],
    confidentiality: proposed.confidentiality,
    level: proposed.level,
    sensitivities: proposed.selfHarm ? ["self_harm"] : proposed.danger ? ["danger"] : [],
    wants_callback: known ? intake.wantsCallback : false,
    caller: known
      ? {
          name: name.trim(),
          phone: phone.trim(),
          kind: null,
          more: convenient.trim() ? { convenient: convenient.trim() } : {},
        }
      : null,
    call: intake.call,
    links: intake.links.map(({ kind, order }) => ({ kind, order, external: null })),
  };
}

/** Whether anything was said yet. */
export const isBegun = (intake: Intake) =>
  [intake.story, intake.demand, intake.name, intake.phone].some((text) => text.trim());

// ---- Drafts. What identifies the caller lies only as long as the tab does.

const key = (login: string) => `minsheng.intake.${login}`;
const PERSONAL = ["name", "phone", "convenient"] as const;

/** Keeps what was told so far, and those set aside for later. */
export function keepIntakes(login: string, current: Intake, aside: readonly Intake[]): void {
  const all = [current, ...aside];
  const personal = all.map((one) => PERSONAL.map((field) => one[field]));
  const rest = all.map((one) => ({ ...one, name: "", phone: "", convenient: "" }));
  try {
    sessionStorage.setItem(key(login), JSON.stringify(personal));
    localStorage.setItem(key(login), JSON.stringify(rest));
  } catch {
    // No room is left in the browser: it lives as long as the page.
  }
}

/** What was kept; an empty form when nothing was. */
export function keptIntakes(login: string): [Intake, Intake[]] {
  try {
    const rest = JSON.parse(localStorage.getItem(key(login)) ?? "[]") as Intake[];
    const personal = JSON.parse(sessionStorage.getItem(key(login)) ?? "[]") as string[][];
    const all = rest.map((one, i) => {
      const [name = "", phone = "", convenient = ""] = personal[i] ?? [];
      return { ...NEW, ...one, name, phone, convenient };
    });
    return [all[0] ?? NEW, all.slice(1)];
  } catch {
    return [NEW, []];
  }
}
