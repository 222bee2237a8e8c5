/** The words of the directory's codes. */
import { bilingual } from ".";

export const dutyLevels = bilingual<Record<string, string>>(
  { city: "市级", district: "区级", town: "镇街级" },
  { city: "city", district: "district", town: "town" },
);

export const dutySources = bilingual<Record<string, string>>(
  { law: "法律法规", duties: "三定、权责清单", ruling: "职责认定", minutes: "会议纪要" },
  { law: "law", duties: "list of duties", ruling: "ruling", minutes: "minutes" },
);
