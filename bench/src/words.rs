//! Texts: words in a Zipf-like frequency, so that some stand in every third
//! text and most in a few.

use rand::{Rng, RngExt as _};

/// Words of real appeals; the first are the most frequent.
const COMMON: &str = "小区 道路 路灯 物业 噪音 施工 停车 垃圾 积水 电梯 漏水 供暖 停水 停电 公交 学校 占道 油烟 井盖 \
    绿化 违建 拖欠 工资 社保 医保 户口 拆迁 补偿 消防 通道 楼道 业主 维修 基金 污水 管网 河道 异味 工地 扬尘 夜间 扰民 \
    商铺 广告 欺诈 退款 合同 租房 押金 中介 幼儿园 医院 挂号 收费 发票 快递 外卖 网约车 出租车 红绿灯 斑马线 护栏 非机动车 \
    充电桩 老旧 改造 加装 排水 堵塞 化粪池 蚊虫 流浪狗 宠物 遛狗 广场舞 音响 棋牌室 烧烤 摊贩 市场 食品 过期 卫生 餐饮 \
    健身房 预付卡 培训 机构 退费 教育 学区 入学 转学 公积金 贷款 利率 税务 证件 身份证 居住证 驾驶证 违章 罚款 拖车 \
    燃气 抄表 水费 电费 阶梯 水压 水质 浑浊 供热 温度 阀门 热力 物流 公园 厕所 健身 器材 路面 坑洼 塌陷 人行道 盲道";

/// The characters of which rarer words are made, two by two.
const CHARACTERS: &str = "安白北本边标兵步采草查常场车城川春村达大带单党道德地店东都段队多发法方房飞丰风福高歌公\
    谷关光广桂国海汉好河黑红湖虎花华化环黄机吉家江街金京景开康口库矿蓝老李里林岭龙楼路马满门民明木南年宁农平桥青清泉\
    三沙山上深石市水顺松苏塘天田通土万王文武西溪下县乡香新兴星阳永玉园远云长镇正中州竹庄";

/// The further down the list, the rarer; this much keeps the first words
/// from standing in every text.
const FLATTENED: f64 = 30.0;

/// A vocabulary.
pub struct Words(Vec<String>);

impl Words {
    /// The one vocabulary, the same in every run.
    pub fn new() -> Self {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let pairs = characters
            .iter()
            .flat_map(|first| characters.iter().map(move |second| format!("{first}{second}")));
        let mut rare: Vec<String> = pairs.collect();
        // Neighbours in the list would share a character.
        let many = rare.len();
        (0..many).for_each(|at| rare.swap(at, at * 7_919 % many));
        Self(COMMON.split_whitespace().map(str::to_owned).chain(rare).collect())
    }

    /// A text of so many words.
    pub fn text(&self, words: usize, rng: &mut impl Rng) -> String {
        let mut text = String::with_capacity(words * 8);
        for at in 0..words {
            if at > 0 && at % 8 == 0 {
                text.push('，');
            }
            text.push_str(self.one(rng));
        }
        text
    }

    /// A word; its chance falls with its place in the list.
    fn one(&self, rng: &mut impl Rng) -> &str {
        let share = (self.0.len() as f64 + FLATTENED) / FLATTENED;
        let place = FLATTENED * share.powf(rng.random::<f64>()) - FLATTENED;
        &self.0[(place as usize).min(self.0.len() - 1)]
    }
}
