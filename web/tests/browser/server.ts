/**
 * The server that the browser tests talk to: `minsheng serve` on a free port,
 * with the demonstration city in a folder that is gone afterwards.
 * `MINSHENG` names the program; `MINSHENG_URL` one that runs already.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PASSWORD = "three quiet lamps";
const ROOT = join(import.meta.dirname, "..", "..", "..");

export default async function serve(): Promise<(() => void) | undefined> {
  if (process.env.MINSHENG_URL) return undefined;
  const running = await start({ orders: 400, days: 4 });
  process.env.MINSHENG_URL = running.url;
  return running.stop;
}

/** Seeds a city, lets so many orders live so many days up to yesterday, and serves it. */
export async function start({ orders, days }: { orders: number; days: number }) {
  const program = minsheng();
  const data = mkdtempSync(join(tmpdir(), "minsheng-browser-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    MINSHENG_DATA: data,
    MINSHENG_LISTEN: `127.0.0.1:${port}`,
    MINSHENG_SECOND_FACTOR: "none",
    MINSHENG_SECURE_COOKIE: "false",
  };
  delete env.MINSHENG_DATABASE;
  const run = (...args: string[]) =>
    execFileSync(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  run("seed", "--password", PASSWORD);
  const from = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  run(
    "simulate",
    "--orders",
    `${orders}`,
    "--days",
    `${days}`,
    "--policy",
    "national",
    "--seed",
    "7",
    "--from",
    from,
    "--stop-at-end",
  );
  const server = spawn(program, ["serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  await listening(server, url);
  return {
    url,
    stop: () => {
      server.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function minsheng(): string {
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  const program = process.env.MINSHENG ?? join(target, "debug", "minsheng");
  if (!existsSync(program)) throw new Error(`${program} is missing: cargo build --bin minsheng`);
  return program;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function listening(server: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`minsheng serve ended with ${server.exitCode}`);
    const ready = await fetch(`${url}/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error("minsheng serve did not get ready");
}
