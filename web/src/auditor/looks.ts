/** Who looked at what: what is asked, and its words. */
import type { Answer } from "../api/types";
import { bilingual } from "../words";

export type OneLook = Answer<"list_looks">["items"][number];
export type Unusual = Answer<"list_unusual_looks">["people"][number];

export const lookKinds = bilingual<Record<string, string>>(
  {
    clear: "看了未遮盖的个人信息",
    read: "看工单",
    list: "看列表",
    search: "搜索",
    attachment: "看附件",
    caller: "查来电人",
  },
  {
    clear: "personal data in clear",
    read: "read an order",
    list: "a list",
    search: "a search",
    attachment: "a file",
    caller: "a caller's orders",
  },
);

export const purposes = bilingual<Record<string, string>>(
  {
    read: "查看",
    list: "列表",
    search: "搜索、溯源",
    attachment: "附件",
    call: "拨打电话",
    export: "导出",
    caller: "来电识别",
  },
  {
    read: "to read",
    list: "a list",
    search: "a search or trace",
    attachment: "a file",
    call: "to call",
    export: "to export",
    caller: "a caller",
  },
);
