import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "./client";
import { drop, findHashesBy, Kept, newKey, recall, send, sendKept, unsentNow, type Outgoing } from "./send";

const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  id: newKey(),
  method: "POST",
  path: "/api/handler/orders/1/notes",
  body: { text: { text: "已到现场" } },
  order: "1",
  version: 3,
  label: "过程记录",
  login: "h21",
  at: Date.now(),
  ...more,
});
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const calls: Request[] = [];
/** What the server answers, one after the other; an error is a lost line. */
function server(...answers: (Response | Error)[]) {
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    calls.push(new Request(new URL(path, "http://localhost"), init));
    const next = answers.shift() ?? new Error("nobody answers");
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
}
const LOST = new TypeError("Failed to fetch");

beforeEach(async () => {
  calls.length = 0;
  await recall();
  for (const { id } of unsentNow()) await drop(id);
});
afterEach(() => vi.unstubAllGlobals());

describe("sending", () => {
  it("tries again under the same key when the line is lost", async () => {
    server(LOST, answer({ number: "1", version: 4 }));
    const said = outgoing();
    expect(await send(said, [0])).toMatchObject({ version: 4 });
    expect(calls.map((call) => call.headers.get("idempotency-key"))).toEqual([said.id, said.id]);
    expect(calls[1]?.headers.get("if-match")).toBe("3");
    expect(unsentNow()).toEqual([]);
  });

  it("keeps what nobody took, across a reload, and sends it when the line is back", async () => {
    server(LOST);
    await expect(send(outgoing(), [])).rejects.toBeInstanceOf(Kept);
    await recall();
    expect(unsentNow()).toHaveLength(1);
    server(answer({ number: "1", version: 4 }));
    await sendKept("h21");
    expect(unsentNow()).toEqual([]);
  });

  it("does not keep what the server refused", async () => {
    server(answer({ code: "wrong_stage", stage: "closed", needs: ["handling"] }, 409));
    await expect(send(outgoing(), [])).rejects.toBeInstanceOf(Refused);
    expect(unsentNow()).toEqual([]);
  });

  it("sends what one log-in wrote with that log-in only", async () => {
    server(LOST);
    await expect(send(outgoing(), [])).rejects.toBeInstanceOf(Kept);
    server(answer({}));
    await sendKept("h22");
    expect(unsentNow()).toHaveLength(1);
  });

  it("keeps the order: a photo first, then the reply that names it, each on the version after the other", async () => {
    findHashesBy(() => Promise.resolve("abc"));
    server(LOST);
    const photo = outgoing({ id: "p1", file: new Blob(["x"]), body: undefined, version: undefined, at: 1 });
    await expect(send(photo, [])).rejects.toBeInstanceOf(Kept);
    const reply = outgoing({
      body: { evidence: [{ kind: "photo", hash: "pending:p1" }] },
      version: 4,
      at: 2,
    });
    // The photo waits, so the reply waits behind it without being tried.
    server(LOST);
    await expect(send(reply, [])).rejects.toBeInstanceOf(Kept);
    server(answer({ number: "1", version: 5 }), answer({ number: "1", version: 6 }));
    calls.length = 0;
    await sendKept("h21");
    expect(await calls[1]?.json()).toEqual({ evidence: [{ kind: "photo", hash: "abc" }] });
    expect(calls[1]?.headers.get("if-match")).toBe("5");
    expect(unsentNow()).toEqual([]);
  });

  it("leaves it to the person when the order changed meanwhile, and then sends on the version that they saw", async () => {
    server(LOST);
    const said = outgoing();
    await expect(send(said, [])).rejects.toBeInstanceOf(Kept);
    server(answer({ code: "changed", expected: 3, version: 7, since: [] }, 412));
    await sendKept("h21");
    expect(unsentNow()[0]?.problem?.code).toBe("changed");
    server(answer({ number: "1", version: 8 }));
    await sendKept("h21");
    expect(unsentNow()).toHaveLength(1);
    calls.length = 0;
    await sendKept("h21", said.id);
    expect(calls[0]?.headers.get("if-match")).toBe("7");
    expect(unsentNow()).toEqual([]);
  });
});
