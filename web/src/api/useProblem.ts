/** Errors in words, for screens. */
import { useCity } from "../city/city";
import { useSettings } from "../shell/settings";
import { bilingual } from "../words";
import { Refused, Unreachable } from "./client";
import { problemInWords } from "./problems";
import { Kept } from "./send";

const words = bilingual(
  {
    unreachable: "连不上平台，请检查网络后再试。",
    kept: "网络不通，已存到“待发送”，恢复后自动发送。",
    broken: "出错了，请再试一次。",
  },
  {
    unreachable: "The platform cannot be reached. Check the network and try again.",
    kept: "No network: kept under “Not sent yet”, and sent when it is back.",
    broken: "Something went wrong. Please try again.",
  },
);

/** Puts any error into words. */
export function useProblemWords(): (error: unknown) => string {
  const { language } = useSettings();
  const city = useCity();
  return (error) => {
    if (error instanceof Refused) return problemInWords(language, error.problem, city.unit);
    if (error instanceof Kept) return words[language].kept;
    if (error instanceof Unreachable) return words[language].unreachable;
    return words[language].broken;
  };
}
