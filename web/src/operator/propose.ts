/**
 * What a story suggests: a title, the matter, the place, the kind, how urgent it
 * is. Each with its reason, so that the operator can agree at a glance. Nothing
 * here decides anything: the operator's own choice always stands.
 */
import type { Matter, Place } from "../city/city";
import type { EmergencyLine, Kind, Level } from "../api/types";

/** A code that fits, and the words of the story that say so. */
export interface Proposal {
  code: string;
  because: string[];
}

const LONGEST_TITLE = 30;
// What people say before they come to it.
const OPENING =
  /^(喂|你好|您好|请问一下|请问|那个|就是|是这样的?|麻烦|我想|我要|反映一下|反映|咨询一下|咨询|投诉一下|投诉|问一下|说一下|一下|个?事|[，,、：:。！!\s])+/;

/** The first clause, without what people say before they come to it. */
export function titleOf(story: string): string {
  const rest = story.trim().replace(OPENING, "");
  const clauses = rest.split(/[。！？!?；;\n]/)[0]?.split(/[，,]/) ?? [];
  let title = clauses[0] ?? "";
  // A clause that is too short to say anything takes the next one with it.
  for (const clause of clauses.slice(1)) {
    if (title.length >= 6) break;
    title += `，${clause}`;
  }
  return title.trim().slice(0, LONGEST_TITLE);
}

/** Matters whose keywords or name stand in the story, the best first. */
export function mattersIn(story: string, matters: readonly Matter[], most = 4): Proposal[] {
  return matters
    .map((matter) => {
      const words = [...(matter.keywords ?? []), matter.name];
      const because = words.filter((word, i) => word && words.indexOf(word) === i && story.includes(word));
      // A long word says more than a short one, and two say more than one.
      const weight = because.reduce((sum, word) => sum + word.length, 0);
      return { code: matter.code, because, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ code, because }) => ({ code, because }));
}

const KIND_OF_PLACE = /(街道|社区|居委会|村委会|镇|乡|村|区|县|市)$/;

/** Places named in the story, the smallest first. */
export function placesIn(story: string, places: readonly Place[], most = 4): Proposal[] {
  const named = new Map<string, string>();
  for (const { code, name } of places) {
    const short = name.replace(KIND_OF_PLACE, "");
    const word = story.includes(name) ? name : short.length >= 2 && story.includes(short) ? short : null;
    if (word) named.set(code, word);
  }
  const by = new Map(places.map((place) => [place.code, place]));
  const above = (code: string): string[] => {
    const codes: string[] = [];
    for (let at = by.get(code)?.parent; at && codes.length < 10; at = by.get(at)?.parent) codes.push(at);
    return codes;
  };
  return [...named]
    .map(([code, word]) => {
      const parents = above(code);
      const said = parents.filter((parent) => named.has(parent));
      const full = by.get(code)?.name === word;
      // The whole name before its beginning, the small place before the large, the one whose district is said too.
      const weight = word.length * 2 + (full ? 4 : 0) + parents.length + said.length * 3;
      return { code, because: [...new Set([...said.map((one) => named.get(one) ?? ""), word])], weight };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ code, because }) => ({ code, because }));
}

const first = (story: string, pattern: RegExp) => pattern.exec(story)?.[0];

const KINDS: [Kind, RegExp][] = [
  ["report", /举报|无证经营|偷排|制假|造假|黑作坊|传销/],
  ["suggestion", /建议/],
  ["praise", /表扬|点赞|感谢信|送锦旗/],
  [
    "complaint",
    /投诉|扰民|没人管|不管|不作为|乱收费|拖欠|欠薪|不给退|不退钱|态度恶劣|态度差|噪声|噪音|违规|违法|臭/,
  ],
  ["consultation", /请问|咨询|怎么办理|怎么申请|在哪里?办|去哪里?办|什么手续|什么材料|条件|能不能办|政策/],
];

/** What kind it is, with the word that says so; help when nothing does. */
export function kindOf(story: string): { kind: Kind; because: string | undefined } {
  for (const [kind, pattern] of KINDS) {
    const because = first(story, pattern);
    if (because) return { kind, because };
  }
  return { kind: "help", because: undefined };
}

const DANGERS: [EmergencyLine, RegExp][] = [
  ["119", /着火|起火|冒烟|火灾|爆炸|被困|马蜂窝/],
  ["120", /晕倒|昏迷|心脏病|喘不过气|大出血|受伤了|骨折/],
  ["110", /自杀|轻生|不想活|跳楼|割腕|抢劫|持刀|打人|打起来|家暴|失踪|走失/],
  ["122", /车祸|撞车|撞人|追尾/],
  ["gas", /煤气味|燃气味|燃气泄漏|煤气泄漏|漏气/],
  ["power", /电线掉|电线断|漏电|触电|变压器/],
  ["water", /水管爆|爆管|爆水管/],
];

/** Whether the story names a danger for an emergency line, and with which word. */
export function dangerIn(story: string): { line: EmergencyLine; because: string } | null {
  for (const [line, pattern] of DANGERS) {
    const because = first(story, pattern);
    if (because) return { line, because };
  }
  return null;
}

/** Whether somebody may harm themself. */
export const selfHarmIn = (story: string): boolean => /自杀|轻生|不想活|活不下去|跳楼|割腕/.test(story);

/** How urgent: as the matter is by default; a question is an inquiry. */
export function levelOf(matter: Matter | undefined, kind: Kind): Level {
  if (matter?.urgency) return matter.urgency;
  return kind === "consultation" ? "inquiry" : "ordinary";
}
