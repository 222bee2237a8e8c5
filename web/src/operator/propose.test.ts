import { describe, expect, it } from "vitest";
import type { Matter, Place } from "../city/city";
import { dangerIn, kindOf, levelOf, mattersIn, placesIn, selfHarmIn, titleOf } from "./propose";

const matter = (code: string, name: string, keywords: string[], urgency?: Matter["urgency"]) =>
  ({ code, name, keywords, level: 3, parent: null, urgency: urgency ?? null }) as Matter;
const place = (code: string, name: string, parent: string | null = null) =>
  ({ code, name, parent, level: 3, lat: null, lon: null }) as unknown as Place;

describe("what a story suggests", () => {
  it("is titled by its first clause, without the greeting", () => {
    expect(titleOf("你好，我想反映一下，工地半夜还在打桩，整栋楼睡不着。")).toBe("工地半夜还在打桩");
    expect(titleOf("喂您好请问公办幼儿园怎么摇号？")).toBe("公办幼儿园怎么摇号");
    expect(titleOf("停水了，整个小区从早上六点")).toBe("停水了，整个小区从早上六点");
    expect(titleOf("")).toBe("");
    expect(titleOf("电".repeat(10_000))).toHaveLength(30);
  });

  it("is of the matter whose words it has, and says which", () => {
    const matters = [
      matter("01", "广告招牌", ["招牌"]),
      matter("02", "夜间施工噪声", ["半夜", "打桩"]),
      matter("03", "道路破损", ["坑洼"]),
    ];
    expect(mattersIn("工地半夜还在打桩，招牌也在响", matters)).toEqual([
      { code: "02", because: ["半夜", "打桩"] },
      { code: "01", because: ["招牌"] },
    ]);
    expect(mattersIn("随便说说", matters)).toEqual([]);
  });

  it("is at the smallest place that is named, in the district that is named with it", () => {
    const places = [
      place("W", "某市"),
      place("W1", "东区", "W"),
      place("W2", "西山区", "W"),
      place("W11", "和平街道", "W1"),
      place("W21", "和平街道", "W2"),
      place("W211", "柳湾社区", "W21"),
    ];
    expect(placesIn("西山区和平街道的路灯", places)[0]?.code).toBe("W21");
    expect(placesIn("柳湾这边没有水", places)[0]).toEqual({ code: "W211", because: ["柳湾"] });
    expect(placesIn("路灯坏了", places)).toEqual([]);
  });

  it("is of the kind that its words say, else a call for help", () => {
    expect(kindOf("请问社保怎么办理").kind).toBe("consultation");
    expect(kindOf("我要投诉楼下烧烤店扰民").kind).toBe("complaint");
    expect(kindOf("举报有人无证经营").kind).toBe("report");
    expect(kindOf("建议在路口加装红绿灯")).toEqual({ kind: "suggestion", because: "建议" });
    expect(kindOf("路灯坏了三天")).toEqual({ kind: "help", because: undefined });
  });

  it("is as urgent as its matter", () => {
    expect(levelOf(matter("1", "停电", [], "urgent"), "help")).toBe("urgent");
    expect(levelOf(undefined, "consultation")).toBe("inquiry");
    expect(levelOf(undefined, "complaint")).toBe("ordinary");
  });

  it("names dangers and the line for them", () => {
    expect(dangerIn("楼道里有煤气味")).toEqual({ line: "gas", because: "煤气味" });
    expect(dangerIn("隔壁着火了")?.line).toBe("119");
    expect(dangerIn("路灯坏了")).toBeNull();
    expect(selfHarmIn("我不想活了")).toBe(true);
    expect(selfHarmIn("这个生意没法做")).toBe(false);
  });
});
