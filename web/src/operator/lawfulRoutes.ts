/**
 * The lawful routes as they are told to a citizen, with their basis. What a
 * refusal must state: its reason and the way to go (潍坊条例 19).
 */
import type { Route } from "../api/types";
import { bilingual } from "../words";

export const lawfulRoutes = bilingual<Record<Route, string>>(
  {
    court:
      "您反映的事项需要通过诉讼解决，热线不能代替法院裁判。您可以向有管辖权的人民法院立案，诉讼服务热线 12368 可以咨询。不服行政行为的，一般应在知道之日起六个月内起诉（《行政诉讼法》第四十六条）。",
    arbitration:
      "您反映的争议应先申请仲裁。劳动争议向用人单位所在地或合同履行地的劳动人事争议仲裁委员会申请，时效一般为一年（《劳动争议调解仲裁法》第二十七条）；合同约定仲裁的，向约定的仲裁机构申请。",
    reconsideration:
      "您对行政机关作出的决定不服，可以自知道之日起六十日内申请行政复议（《行政复议法》第二十条），向作出决定机关的本级人民政府提出。",
    discipline:
      "您反映的是公职人员违纪违法问题，由纪检监察机关受理：可以拨打 12388，或通过纪检监察举报网站、来信来访反映（《监察法》《纪检监察机关处理检举控告工作规则》）。",
    disclosure:
      "您需要的政府信息可以向有关行政机关申请公开，当面、邮寄、网上都可以，机关一般在二十个工作日内答复（《政府信息公开条例》第二十七条、第三十三条）。",
    petition_office:
      "您的事项已在信访渠道办理，热线不再重复受理。对信访处理意见不服的，可以自收到之日起三十日内请求复查（《信访工作条例》第三十五条）。",
    police: "您反映的情况应由公安机关处理，紧急的请直接拨打 110，不紧急的可到就近派出所反映。",
    competent_body: "您反映的事项不属于政府部门职责，请向有关机关、组织反映。我把名称和联系方式告诉您：",
    other_hotline: "您反映的事项发生在外地，请拨打当地区号加 12345，由当地办理。需要的话我现在帮您转接。",
    market:
      "您反映的是市场主体之间、个人之间的事项，可以先协商或申请人民调解；涉及消费的可以拨打 12315，涉及合同的可以走诉讼、仲裁。",
    earlier_result: "您反映的事项已经依法办理，没有新的情况和理由，不再重复受理。我把办理结果告诉您：",
    appeal_again: "目前的内容还不够具体，没有办法核实。您补充时间、地点、涉及的人或单位后，可以随时再打来。",
  },
  {
    court:
      "This is for a court; the hotline cannot rule in its place. File at the competent people's court (12368 gives advice). Against an administrative act, usually within six months (Administrative Litigation Law, art. 46).",
    arbitration:
      "This dispute goes to arbitration first. For labour disputes: the arbitration commission at the employer's place, usually within one year (Labour Dispute Mediation and Arbitration Law, art. 27).",
    reconsideration:
      "Against this decision you can apply for administrative reconsideration within sixty days (Administrative Reconsideration Law, art. 20), to the people's government of that level.",
    discipline:
      "Misconduct of public officials is for the discipline and supervision bodies: call 12388, or use their website, a letter or a visit (Supervision Law).",
    disclosure:
      "You can ask the body for this information; it usually answers within twenty working days (Regulations on Open Government Information, arts. 27 and 33).",
    petition_office:
      "This is in the petition system already, and not taken up a second time. Against its result you can ask for a review within thirty days (Regulations on Petition Work, art. 35).",
    police: "This is for the police: 110 when it is urgent, otherwise the nearest police station.",
    competent_body: "This is outside the government's duties. Please turn to the competent body, which is:",
    other_hotline: "This happened elsewhere: call the area code and 12345 there. I can put you through now.",
    market:
      "This is between private parties: negotiate, or ask for mediation; consumers call 12315; for contracts there are courts and arbitration.",
    earlier_result: "This has been dealt with lawfully, and nothing is new. The result was:",
    appeal_again:
      "It is too vague to be checked. With time, place and who is concerned you can call again any time.",
  },
);
