/** Words of the leader's workplace and the wall. */
import { bilingual } from "../words";

export const leaderWords = bilingual(
  {
    board: "今日",
    units: "各单位",
    decide: "待我决定",
    wall: "大屏",
    sides: "看板",
    unitsTitle: "各单位办理情况",
    wallTitle: (city: string) => `${city} 12345 实时`,
    newest: "最新诉求",
    lost: (time: string) => `与平台断开，自 ${time} 起数字没有更新`,
    asOf: (time: string) => `数据截至 ${time}`,
    trend: (days: number) => `近 ${days} 天`,
    leave: "退出大屏",
  },
  {
    board: "Today",
    units: "Units",
    decide: "For me to decide",
    wall: "Wall",
    sides: "Board",
    unitsTitle: "How the units do",
    wallTitle: (city: string) => `${city} 12345, live`,
    newest: "Newest",
    lost: (time: string) => `Cut off: the figures are of ${time}`,
    asOf: (time: string) => `as of ${time}`,
    trend: (days: number) => `${days} days`,
    leave: "Leave the wall",
  },
);
