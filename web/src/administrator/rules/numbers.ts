/** The numbers of a policy pack in words: what each is called, and what it says. */
import { bilingual, wordOf, type Bilingual } from "../../words";
import { levels, pauseReasons, unitKinds } from "../../words/codes";
import { limit } from "../../words/time";
import type { Language } from "../../shell/settings";

/** Parts of paths. What is not here is a level, or shown as it is. */
const PARTS: Bilingual<Record<string, string>> = bilingual<Record<string, string>>(
  {
    limits: "各环节时限",
    triage: "受理派单",
    sign: "签收",
    contact: "联系诉求人",
    handling: "办理",
    redo: "重办",
    waits: "等待期限",
    supplement: "等诉求人补充",
    dispute: "职责认定",
    callback: "回访",
    review: "申请复核",
    archive: "办结到归档",
    red_card: "红牌后办结",
    returns: "退单",
    window: "可以退单的时间",
    most: "最多次数",
    silence_accepts: "逾期未审视为同意",
    sign_bars_return: "签收后不得退单",
    first_receiver_acts: "争议期间首接单位先办",
    extension: "延期",
    times: "最多次数",
    each: "每次最长",
    approver: "审批人",
    pause: "挂起",
    reasons: "可以挂起的事由",
    longest: "最长",
    attempts: "最多拨打次数",
    gap: "两次间隔",
    every_order: "逐件回访",
    deferral: "挂账",
    joint: "联合办理",
    assist_percent: "协办期限占主办期限的百分比",
    whistle: "吹哨报到",
    from: "谁可以吹哨",
    units: "可以召集的单位",
    most_units: "一次最多召集",
    most_open: "同时最多",
    ahead: "最早提前",
    acknowledge: "应答",
    report: "报告结果",
    near_metres: "到场距离（米）",
    opinion: "征询意见",
    within: "答复期限",
    warnings: "预警",
    percents: "时限过了百分之几时提醒",
    counting: "期间计算",
    rolls_to_working_day: "届满日遇休息日顺延",
    city_department_leads: "跨区事项由市直部门主办",
    weights: "考评权重",
    on_time: "按时办理",
    solved: "解决",
    satisfied: "满意",
    recurrence: "重复发生",
    unfounded_returns: "不当退单",
    knowledge: "知识报送",
    retention: "留存期限",
    identities: "诉求人身份",
    texts: "诉求和答复文字",
    attachments: "附件",
    recordings: "录音",
    looks: "查看留痕",
    sessions: "登录记录",
    requests: "防重复提交记录",
    messages: "已发通知",
  },
  {
    limits: "Limits",
    triage: "accepting and dispatching",
    sign: "signing",
    contact: "contacting the citizen",
    handling: "handling",
    redo: "redoing",
    waits: "Waiting",
    supplement: "for the citizen to add something",
    dispute: "for a ruling",
    callback: "Calling back",
    review: "to ask for a review",
    archive: "from closing to the archive",
    red_card: "to close after a red card",
    returns: "Returns",
    window: "time in which a return is possible",
    most: "most",
    silence_accepts: "not judged in time means accepted",
    sign_bars_return: "no return after signing",
    first_receiver_acts: "the first receiver acts while it is disputed",
    extension: "Extensions",
    times: "most",
    each: "longest each",
    approver: "approved by",
    pause: "Pauses",
    reasons: "reasons",
    longest: "longest",
    attempts: "most calls",
    gap: "between two calls",
    every_order: "every order is called back",
    deferral: "Deferral",
    joint: "Joint handling",
    assist_percent: "assist's share of the lead's limit, percent",
    whistle: "Whistles",
    from: "who may call",
    units: "who may be called",
    most_units: "most units at once",
    most_open: "most at the same time",
    ahead: "longest ahead",
    acknowledge: "answer",
    report: "report",
    near_metres: "counts as there, metres",
    opinion: "Opinions",
    within: "answer",
    warnings: "Warnings",
    percents: "at so many percent of the limit",
    counting: "Counting",
    rolls_to_working_day: "ends on a working day",
    city_department_leads: "a city department leads across districts",
    weights: "Weights",
    on_time: "on time",
    solved: "solved",
    satisfied: "satisfied",
    recurrence: "recurrence",
    unfounded_returns: "unfounded returns",
    knowledge: "knowledge",
    retention: "Retention",
    identities: "who citizens are",
    texts: "texts",
    attachments: "files",
    recordings: "recordings",
    looks: "record of looks",
    sessions: "sessions",
    requests: "record against doubles",
    messages: "messages",
  },
);

/** `limits.sign.ordinary` → `签收 · 一般`, without the group that it stands in. */
export function numberName(language: Language, path: string): string {
  const parts = path.split(".");
  const names = parts.map((part) => PARTS[language][part] ?? wordOf(levels[language], part));
  return (names.length > 1 ? names.slice(1) : names).join(" · ");
}

/** The group of a number: `limits.sign.ordinary` → `limits`. */
export const groupOf = (path: string) => path.split(".")[0] ?? path;

/** What a group is called. */
export const groupName = (language: Language, group: string) => wordOf(PARTS[language], group);

const LIMIT = /^(\d+ (working|natural) (minutes|hours|days)|by law)$/;

/** Whether a value is a limit, such as `5 working days`. */
export const isLimit = (value: unknown): value is string => typeof value === "string" && LIMIT.test(value);

/** A value in words. */
export function numberValue(language: Language, value: unknown): string {
  if (isLimit(value)) return limit(value);
  if (value === true) return language === "zh" ? "是" : "yes";
  if (value === false) return language === "zh" ? "否" : "no";
  if (Array.isArray(value))
    return value.map((one) => numberValue(language, one)).join(language === "zh" ? "、" : ", ");
  const code = String(value);
  const approvers: Record<string, string> =
    language === "zh" ? { hotline: "热线", unit: "承办单位" } : { hotline: "the hotline", unit: "the unit" };
  return (
    (unitKinds[language] as Record<string, string>)[code] ??
    (pauseReasons[language] as Record<string, string>)[code] ??
    approvers[code] ??
    code
  );
}

/** What was typed as the value of a number of the same kind; null when it is none. */
export function readValue(typed: string, known: unknown): unknown {
  const text = typed.trim();
  if (isLimit(known)) return isLimit(text) ? text : null;
  if (typeof known === "number") return /^\d+$/.test(text) ? Number(text) : null;
  if (typeof known === "boolean") return text === "true" ? true : text === "false" ? false : null;
  if (Array.isArray(known)) {
    const parts = text.split(/[\s,，、]+/).filter(Boolean);
    const read = parts.map((part) => readValue(part, known[0] ?? part));
    return parts.length && read.every((one) => one !== null) ? read : null;
  }
  return text || null;
}

/** A value as it is typed. */
export const typedValue = (value: unknown): string =>
  Array.isArray(value) ? value.join(", ") : String(value);
