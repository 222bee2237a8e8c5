/** The demonstration city with a week of appeals, served for the pictures. */
import { start } from "../browser/server";

export default async function serve(): Promise<(() => void) | undefined> {
  if (process.env.MINSHENG_URL) return undefined;
  const running = await start({ orders: 2000, days: 8 });
  process.env.MINSHENG_URL = running.url;
  return running.stop;
}
