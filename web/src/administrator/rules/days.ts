/** The words of kinds of days, and the letter by which each is known without its colour. */
import { bilingual } from "../../words";
import type { CalendarDay } from "../lists";

type DayKind = CalendarDay["kind"];

export const dayKinds = bilingual<Record<DayKind, string>>(
  { workday: "工作日", weekend: "周末", holiday: "节假日", make_up_day: "调休上班" },
  { workday: "Working day", weekend: "Weekend", holiday: "Holiday", make_up_day: "Make-up day" },
);

export const dayLetters = bilingual<Record<DayKind, string>>(
  { workday: "", weekend: "末", holiday: "休", make_up_day: "班" },
  { workday: "", weekend: "w", holiday: "H", make_up_day: "M" },
);
