import { afterEach, describe, expect, it } from "vitest";
import { changeSettings } from "../shell/settings";
import {
  dayKey,
  dayNumber,
  duration,
  exact,
  fromLocalInput,
  limit,
  relative,
  toLocalInput,
  untilDue,
} from "./time";

const HOUR = 3_600_000;
// 2026-04-03 09:12 in Shanghai.
const at = Date.UTC(2026, 3, 3, 1, 12);

afterEach(() => changeSettings({ language: "zh" }));

describe("times", () => {
  it("are those of the city", () => {
    expect(exact(at, at)).toBe("4月3日 09:12");
    expect(exact(at, Date.UTC(2027, 0, 5))).toBe("2026年4月3日 09:12");
    expect(dayKey(Date.UTC(2026, 3, 2, 17))).toBe("2026-04-03");
  });
  it("count the citizen's days from the day of registration", () => {
    expect(dayNumber(Date.UTC(2026, 3, 3, 15, 59), Date.UTC(2026, 3, 3, 16, 1))).toBe(2);
    expect(dayNumber(at, at)).toBe(1);
  });
  it("are said in the unit that says it well", () => {
    expect(duration(40 * 60_000)).toBe("40 分钟");
    expect(duration(90 * 60_000)).toBe("1 小时 30 分钟");
    expect(duration(5 * HOUR)).toBe("5 小时");
    expect(duration(52 * HOUR)).toBe("2 天 4 小时");
    expect(duration(100 * HOUR)).toBe("4 天");
  });
  it("say how long until a deadline, and how long past it", () => {
    expect(untilDue(at + 3 * HOUR, at)).toBe("还剩 3 小时");
    expect(untilDue(at - 3 * HOUR, at)).toBe("超期 3 小时");
    expect(relative(at - 10_000, at)).toBe("刚刚");
    changeSettings({ language: "en" });
    expect(untilDue(at - 3 * HOUR, at)).toBe("3 h late");
  });
  it("put limits into words", () => {
    expect(limit("5 working days")).toBe("5 个工作日");
    expect(limit("2 natural hours")).toBe("2 个自然小时");
    expect(limit("by law")).toBe("从其法律规定");
  });
  it("go through a field for date and time and come back", () => {
    expect(toLocalInput(at)).toBe("2026-04-03T09:12");
    expect(fromLocalInput("2026-04-03T09:12")).toBe(at);
    expect(fromLocalInput("soon")).toBeNull();
  });
});
