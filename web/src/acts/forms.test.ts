import { describe, expect, it } from "vitest";
import { City } from "../city/city";
import type { Order } from "../api/types";
import { bodyOf } from "./body";
import type { Field, Values } from "./form";
import { FORMS, formOf } from "./forms";
import { initial, isMissing } from "./values";

const city = new City({
  id: "c",
  name: "市",
  zone: "Asia/Shanghai",
  hotline_unit: "U0",
  units: ["U0", "U1", "U2"].map((code) => ({
    code,
    name: code,
    kind: "department",
    parent: null,
    place: "P",
  })) as never,
  matters: [],
  places: [],
});
const order = {
  number: "1",
  appeals: [{}],
  parts: [
    { no: 1, duty: "lead", unit: "U1", handed_down: [], state: "handling" },
    { no: 2, duty: "assist", unit: "U2", handed_down: [], state: "handling" },
  ],
} as unknown as Order;

const fresh = (noun: keyof typeof FORMS, unit: string, of: Order = order): Values =>
  Object.fromEntries(
    Object.entries(FORMS[noun].fields as Record<string, Field>).map(([name, field]) => [
      name,
      initial(field, of, unit, city),
    ]),
  );

describe("forms of acts", () => {
  it("are found by the name of the act", () => {
    for (const form of Object.values(FORMS)) expect(formOf(form.act)?.noun).toBe(form.noun);
  });
  it("find the part of one's own unit", () => {
    expect(fresh("notes", "U1").part).toBe(1);
    expect(fresh("notes", "U2").part).toBe(2);
    expect(fresh("reports", "U2").part).toBe(2);
  });
  it("say what is missing, and send what the server takes", () => {
    const { fields } = FORMS.extensions;
    const values = fresh("extensions", "U1");
    expect(isMissing(fields.plan, values.plan, values)).toBe(true);
    values.plan = "  需等备件  ";
    expect(isMissing(fields.plan, values.plan, values)).toBe(false);
    expect(bodyOf(FORMS.extensions as never, values)).toEqual({
      part: 1,
      by: "3 working days",
      plan: { text: "需等备件" },
    });
  });
  it("leave out what is not asked", () => {
    const values: Values = { ...fresh("callbacks", "U0"), outcome: "no_answer" };
    expect(isMissing(FORMS.callbacks.fields.answers, values.answers, values)).toBe(false);
    expect(bodyOf(FORMS.callbacks as never, values)).toEqual({
      appeal: 0,
      outcome: "no_answer",
      answers: null,
    });
  });
  it("begin with what stands, so that correcting one thing lifts nobody's recusal", () => {
    const stands = {
      kind: "complaint",
      matter: "0101",
      place: "W1",
      accused: ["U2"],
      accused_people: ["h2"],
      facts: { ownership: "utility" },
    };
    const values = fresh("classifications", "U0", { ...order, ...stands } as unknown as Order);
    expect(bodyOf(FORMS.classifications as never, values)).toEqual(stands);
  });
});
