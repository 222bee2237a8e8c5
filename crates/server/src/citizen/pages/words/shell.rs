//! The frame of all pages, home, and the pages that stand by themselves.

use super::words;

words! {
    /// The frame, home, and what stands by itself.
    Shell {
        service: "12345 政务服务便民热线" / "12345 Government Hotline";
        skip: "跳到主要内容" / "Skip to main content";
        home: "首页" / "Home";
        say: "我要反映" / "Tell us";
        follow: "查进展" / "My matter";
        know: "查政策" / "Answers";
        cases: "办理公开" / "Cases";
        other_language: "English" / "中文";
        large: "大字版" / "Large print";
        normal: "标准字号" / "Normal print";
        menu: "主要栏目" / "Main sections";
        look: "显示方式" / "Display";
        foot: "网站信息" / "About this site";
        by_phone: "也可以直接拨打 12345，全天有人接听。" / "You can also call 12345, day and night.";
        accessibility: "无障碍说明" / "Accessibility";
        privacy: "个人信息保护" / "Privacy";
        staff: "工作人员登录" / "Staff log-in";

        home_title: "有事请说，件件有回音" / "Tell us what is wrong. Every matter is answered.";
        home_lead: "您反映的事，由谁办、办到哪一步、什么时候答复，在这里都能查到。" / "You can see here who is handling your matter, how far it is, and when you will be answered.";
        home_say: "我要反映问题" / "Tell us what is wrong";
        home_say_hint: "投诉、求助、举报、咨询、建议都可以，用自己的话说就行" / "A complaint, a request, a question or an idea, in your own words";
        home_follow: "查我的事办到哪了" / "See how far my matter is";
        home_follow_hint: "凭工单编号和查询码查看，可以补充、催办、评价" / "With number and query code: follow it, add to it, hurry it, rate it";
        home_know: "查政策、查办事指南" / "Find an answer";
        home_know_hint: "社保、落户、停水停电、停车……先看看有没有现成答案" / "Insurance, residence, water, power, parking … there may be an answer already";
        home_cases: "看看别人的事怎么办的" / "How others' matters were settled";
        home_cases_hint: "公开的办理案例，不含个人信息" / "Published cases, without personal data";
        emergency: "紧急情况请直接拨打" / "In an emergency call at once";
        police: "报警" / "Police";
        fire: "火警、救援" / "Fire and rescue";
        ambulance: "急救" / "Ambulance";
        traffic: "交通事故" / "Road accident";
        emergency_note: "有人受伤、有人身危险、正在发生的违法犯罪，请不要在这里填表，马上打电话。" / "If somebody is hurt or in danger, or a crime is going on, do not fill in a form here: call now.";
        how_long: "一般多久有回音" / "How long it takes";
        how_long_screen: "热线审核和分派" / "The hotline reads and passes it on";
        how_long_contact: "办理单位第一次联系您" / "The unit in charge first contacts you";
        how_long_answer: "一般事项答复" / "An ordinary matter is answered";
        how_long_urgent: "紧急事项处置" / "An urgent matter is dealt with";
        how_long_within: "{}内" / "within {}";
        how_long_note: "从登记那一刻起算。您看到的天数不会因为单位之间商量归谁管而停下来。" / "Counted from registration. The days that you see go on while units settle whose duty it is.";

        error_title: "出了点问题" / "Something is not right";
        not_found: "没有这个页面" / "There is no such page";
        not_found_hint: "地址可能抄错了，或者页面已经撤下。您可以从首页重新找。" / "The address may be wrong, or the page is gone. Start again from the home page.";
        back_home: "回到首页" / "Back to the home page";
        call_instead: "一直不行的话，请拨打 12345，人工为您办理。" / "If it keeps failing, call 12345 and somebody will help you.";

        access_title: "无障碍说明" / "Accessibility statement";
        access_1: "本网站按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668）和 WCAG 2.2 AA 级制作。" / "This site is made to GB/T 37668 and WCAG 2.2, level AA.";
        access_2: "不用鼠标：按 Tab 键依次前进，按回车或空格选择；每页开头可以直接跳到主要内容。" / "Without a mouse: Tab moves on, Enter or Space chooses; each page begins with a link to its main content.";
        access_3: "读屏软件：页面有标题层级和区域标记，表单每一项有名称，填错的地方集中列在页首并可点击直达。" / "Screen readers: headings, landmarks and labels are in place; mistakes in a form are listed on top, each with a link.";
        access_4: "看不清：每页右上角有“大字版”，也可以用浏览器放大到四倍，文字不会被遮住。夜间自动使用深色。" / "Hard to read: “Large print” is on top of each page, and the browser can enlarge four times without loss. At night it turns dark by itself.";
        access_5: "网络不好、手机旧：不开启脚本也能用全部功能，每页不超过 100 KB，没写完的内容会留在您的手机里。" / "Bad line, old phone: everything works without scripts, no page exceeds 100 kB, and what you have not sent stays on your phone.";
        access_6: "不方便上网的，请拨打 12345，工作人员按您说的登记，效力一样。听障人士可用短信或视频手语。" / "If the web is not for you, call 12345: staff write down what you say, with the same effect. Text messages and sign language by video are there, too.";
        access_known: "已知不足" / "What is not good yet";
        access_known_1: "市民上传的照片没有文字说明；选择地点的地图只供看得见的人用，旁边的下拉框功能相同。" / "Photos that citizens send have no description; the map is for those who see, and the list beside it does the same.";
        access_tell: "用着不方便，请告诉我们：拨打 12345，或从“我要反映”提出，按一般事项的时限答复。" / "Something in your way? Call 12345 or use “Tell us”; it is answered like any other matter.";

        privacy_title: "个人信息怎么保护" / "How personal data are protected";
        privacy_lead: "我们只收办事必需的信息，处理依据是《中华人民共和国个人信息保护法》第十三条（履行法定职责所必需）。" / "We take only what is needed to handle your matter, under article 13 of the Personal Information Protection Law (statutory duty).";
        privacy_what: "收什么" / "What we take";
        privacy_what_1: "您反映的内容、地点、照片；姓名和电话可以不填，不填就不能电话回复您，可以凭查询码查结果。" / "What you say, where, and your photos. Name and number are up to you: without a number we cannot call, but you can look with your query code.";
        privacy_what_2: "您选的语言和字号存在您自己的浏览器里。本网站不用任何第三方统计、广告或跟踪。" / "Your language and print size stay in your browser. There are no third parties, no statistics, no tracking.";
        privacy_who: "谁能看到" / "Who can see it";
        privacy_who_1: "姓名和电话加密保存，工作人员看到的是“张**”“138****8000”，办理单位通过平台给您打电话，看不到号码。" / "Name and number are encrypted; staff see Z** and 138****8000, and units call you through the platform without seeing the number.";
        privacy_who_2: "谁看过您的工单、什么时候、为了什么，全部记录，由专人审计。举报和投诉的内容不给被反映的单位和个人看。" / "Who looked at your matter, when and why, is on record and audited. Reports and complaints are not shown to those complained of.";
        privacy_who_3: "照片里的拍摄位置和手机型号，给别人看之前先去掉；Ogg、PDF 等格式去不干净，只给办理的人看。" / "Place and device are taken out of photos before anybody is shown them; Ogg, PDF and the like cannot be cleaned and are seen only by those who handle the matter.";
        privacy_how_long: "留多久" / "How long it is kept";
        privacy_kind: "内容" / "What";
        privacy_until: "保存多久" / "How long";
        privacy_basis: "依据" / "Basis";
        privacy_rights: "您的权利" / "Your rights";
        privacy_rights_1: "您可以查看、补充、更正，也可以在办结后要求删除。请拨打 12345 或到热线机构窗口提出。" / "You may see, add to and correct what is kept, and ask for its removal once the matter is closed: call 12345 or come to the hotline's desk.";
        kept_identities: "姓名、电话、地址" / "Name, number, address";
        kept_texts: "反映的内容和答复" / "What was said and answered";
        kept_attachments: "照片、录音、视频、文件" / "Photos, sound, video, documents";
        kept_recordings: "通话记录和录音" / "Calls and their recordings";
        kept_looks: "谁看过的记录" / "Who looked at it";
        kept_sessions: "工作人员登录记录" / "Log-ins of staff";
        kept_requests: "防止重复提交的记录" / "What keeps a form from being sent twice";
        kept_messages: "发出的通知" / "Messages sent";
        kept_after_closing: "办结归档后 {} 天" / "{} days after it is closed and filed";
        kept_after: "{} 天" / "{} days";
    }
}
