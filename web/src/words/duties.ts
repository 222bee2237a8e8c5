/** The words of the directory's codes. */
import type { Doubt, Lost, Obstacle } from "../api/types";
import { bilingual } from ".";

export const dutyLevels = bilingual<Record<string, string>>(
  { city: "市级", district: "区级", town: "镇街级" },
  { city: "city", district: "district", town: "town" },
);

export const dutySources = bilingual<Record<string, string>>(
  { law: "法律法规", duties: "三定、权责清单", ruling: "职责认定", minutes: "会议纪要" },
  { law: "law", duties: "list of duties", ruling: "ruling", minutes: "minutes" },
);

/** Why an entry does not win. */
export const losses = bilingual<Record<Lost, string>>(
  {
    other_place: "管的是别的地方",
    not_in_force: "当天不在有效期",
    matter_too_wide: "有更具体的事项条目",
    place_too_wide: "有更具体的地方条目",
  },
  {
    other_place: "about another place",
    not_in_force: "not in force on that day",
    matter_too_wide: "another entry is closer to the matter",
    place_too_wide: "another entry is closer to the place",
  },
);

/** What keeps an order from a unit. */
export const obstacles = bilingual<Record<Obstacle, string>>(
  {
    unknown: "单位不存在",
    accused: "被诉单位或其下级，应当回避",
    returned_before: "已退过本单",
    village: "村（居）不得主办",
    has_part: "已有未办结的分单",
  },
  {
    unknown: "no such unit",
    accused: "accused, or below the accused: recused",
    returned_before: "returned this order before",
    village: "a village does not lead",
    has_part: "has an open part already",
  },
);

/** Why a proposal is not followed unread. */
export const doubts = bilingual<Record<Doubt, string>>(
  {
    no_entry: "目录中没有对应条目",
    blocked: "目录所载主办单位不能派",
    assist_blocked: "目录所载协办单位有的不能派",
    returned: "本单曾被退回",
    disputed: "本单有过职责争议",
    sensitive: "属敏感诉求",
    confidential: "诉求人要求保密",
  },
  {
    no_entry: "no entry of the directory fits",
    blocked: "the lead that the directory names cannot have it",
    assist_blocked: "an assist that the directory names cannot have it",
    returned: "it was returned before",
    disputed: "it was in dispute before",
    sensitive: "it is sensitive",
    confidential: "the citizen asked for confidence",
  },
);
