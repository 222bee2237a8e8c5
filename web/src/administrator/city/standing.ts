/** How an entry of the directory stands on a day. */

export type Standing = "in_force" | "to_come" | "ending" | "to_review" | "ended";

interface Dates {
  from: string;
  until?: string | null;
  review?: string | null;
}

/** So many days before its end an entry is marked. */
const SOON = 60;

/** How it stands; days are `YYYY-MM-DD`, `until` is not included. */
export function standing({ from, until, review }: Dates, today: string): Standing {
  if (until && until <= today) return "ended";
  if (from > today) return "to_come";
  if (until && until <= later(today, SOON)) return "ending";
  if (review && review <= today) return "to_review";
  return "in_force";
}

/** The day that comes so many days later. */
export function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
