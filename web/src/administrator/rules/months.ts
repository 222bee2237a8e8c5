/** The days of a year by month, in weeks that begin on Monday. */

interface Dated {
  date: string;
}

/** One month: how many places are empty before its first day. */
export interface Month<T> {
  month: number;
  blanks: number;
  days: T[];
}

export function months<T extends Dated>(days: readonly T[]): Month<T>[] {
  const found = new Map<number, T[]>();
  for (const day of days) {
    const month = Number(day.date.slice(5, 7));
    const those = found.get(month);
    if (those) those.push(day);
    else found.set(month, [day]);
  }
  return [...found].map(([month, those]) => ({
    month,
    blanks: those[0] ? weekday(those[0].date) : 0,
    days: those,
  }));
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** All days from one to another, both included; none when they are the wrong way round or too many. */
export function range(from: string, to: string, most = 800): string[] {
  const all: string[] = [];
  const at = new Date(`${from}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return all;
  for (let date = from; date <= to && all.length <= most;) {
    all.push(date);
    at.setUTCDate(at.getUTCDate() + 1);
    date = at.toISOString().slice(0, 10);
  }
  return all.length > most ? [] : all;
}
