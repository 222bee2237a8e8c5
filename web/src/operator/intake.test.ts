import { beforeEach, describe, expect, it } from "vitest";
import { City } from "../city/city";
import { bodyOf, isBegun, keepIntakes, keptIntakes, missing, NEW, propose } from "./intake";

const city = new City({
  id: "",
  name: "",
  zone: "Asia/Shanghai",
  hotline_unit: "",
  units: [],
  matters: [{ code: "02", name: "夜间施工", parent: null, level: 1, urgency: null, keywords: ["打桩"] }],
  places: [{ code: "W1", name: "东区", parent: null, level: 2, lat: 0, lon: 0 }],
} as unknown as City["data"]);
const told = { ...NEW, story: "投诉东区工地半夜打桩", demand: "停工" };

describe("an appeal that is being told", () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it("is sent as proposed, unless the operator said otherwise", () => {
    const body = bodyOf(told, propose(told, city));
    expect(body).toMatchObject({
      matter: "02",
      place: "W1",
      kind: "complaint",
      confidentiality: "from_accused",
      caller: null,
      wants_callback: false,
    });
    const own = { ...told, kind: "help" as const, matter: "77", title: "别的标题" };
    expect(bodyOf(own, propose(own, city))).toMatchObject({
      kind: "help",
      matter: "77",
      title: "别的标题",
      confidentiality: "open",
    });
  });

  it("tells the unit place and time in words, and keeps what identifies the caller apart", () => {
    const one = {
      ...told,
      spot: "三号楼",
      when: "昨晚",
      name: "王女士",
      phone: "19900000001",
      convenient: "晚上",
    };
    const body = bodyOf(one, propose(one, city));
    expect(body).toMatchObject({ content: "投诉东区工地半夜打桩", address: "三号楼", when: "昨晚" });
    expect(body.content).not.toContain("19900000001");
    expect(body.caller).toMatchObject({ name: "王女士", phone: "19900000001", more: { convenient: "晚上" } });
    expect(body.wants_callback).toBe(true);
  });

  it("takes the model's word for the matter before the keywords'", () => {
    const likely = [{ code: "77", because: ["夜班"] }];
    const proposed = propose(told, city, likely);
    expect(proposed.matters.map(({ code }) => code)).toEqual(["77", "02"]);
    expect(proposed.matter).toBe("77");
  });

  it("says what is missing, in the order of the form", () => {
    expect(missing(NEW, propose(NEW, city))).toEqual(["story", "demand", "matter", "place", "phone"]);
    expect(missing({ ...told, call: 4 }, propose(told, city))).toEqual([]);
  });

  it("survives a reload; who called is gone with the tab", () => {
    const one = { ...told, name: "王女士", phone: "19900000001" };
    keepIntakes("operator1", one, [told]);
    expect(keptIntakes("operator1")).toEqual([one, [told]]);
    expect(localStorage.getItem("minsheng.intake.operator1")).not.toContain("19900000001");
    sessionStorage.clear();
    expect(keptIntakes("operator1")[0].phone).toBe("");
    expect(keptIntakes("operator2")).toEqual([NEW, []]);
  });

  it("is begun once anything is written", () => {
    expect(isBegun(NEW)).toBe(false);
    expect(isBegun({ ...NEW, phone: "1" })).toBe(true);
  });
});
