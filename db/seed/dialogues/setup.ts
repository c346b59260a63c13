import { agent, customer, type Dialogue } from "./dialogue";

export const setupDialogues: readonly Dialogue[] = [
  {
    group: "afterSales",
    article: "pair-buds-2",
    open: {
      zh: ["耳机只有一边响", "Buds 2 怎么配对", "怎么同时连手机和电脑"],
      en: ["Only one earbud works", "How do I pair the Buds 2?", "Can I connect two devices at once?"],
    },
    more: { words: { zh: "还是只有右边有声音", en: "Still only the right one" } },
    person: [
      agent(
        "请先在手机蓝牙里“忽略此设备”，再长按盒上按键 10 秒恢复出厂。",
        "Please forget the device in your phone's Bluetooth settings, then hold the case button for 10 seconds to reset.",
      ),
      customer("红白灯闪了三次", "It flashed red and white three times"),
      agent("好，现在长按 3 秒重新配对。", "Good, now hold it for 3 seconds and pair again."),
      customer("两边都有声音了", "Both sides work now"),
    ],
    note: { zh: "恢复出厂后正常，不需要换货。", en: "Fixed by a reset, no exchange needed." },
  },
  {
    group: "afterSales",
    article: "install-mesh-3",
    open: {
      zh: ["路由器亮红灯", "Mesh 3 怎么安装", "第二台子路由怎么加"],
      en: ["My Mesh 3 shows a red light", "How do I set up the Mesh 3?", "How do I add the second unit?"],
    },
    more: {
      words: { zh: "重新安装还是红灯，光猫也重启了", en: "I set it up again and restarted the modem, still red" },
    },
    person: [
      agent(
        "红灯常亮是没有外网。请看一下网线是不是接在光猫的 LAN 口和 Mesh 3 的 WAN 口（蓝色）。",
        "A steady red light means no internet. Is the cable in the modem's LAN port and the blue WAN port of the Mesh 3?",
      ),
      customer("接错口了，换过来变白灯了", "It was in the wrong port; it's white now"),
      agent("那就好了，手机能上网吗？", "That's it. Is your phone online?"),
      customer("可以", "Yes"),
    ],
  },
  {
    group: "afterSales",
    article: "robot-r1-mapping",
    open: {
      zh: ["R1 地图错位了，怎么重新建", "R1 怎么建地图", "扫地机怎么设禁区"],
      en: ["My Robot R1's map is crooked, how do I make a new one?", "How do I set a no-go zone?"],
    },
    more: { words: { zh: "能存几张地图", en: "How many maps can it keep?" } },
    person: [
      agent(
        "地图歪了一般是建图时被搬动过，删掉重建一张就好，记得先取下拖布。",
        "A crooked map usually means it was moved while mapping. Delete it and map again, without the mop.",
      ),
      customer("重建好了，这次对了", "Done, it looks right now"),
    ],
  },
  {
    group: "afterSales",
    article: "cam-2-offline",
    open: {
      zh: ["摄像头离线了", "换了 Wi-Fi 密码 Cam 2 连不上", "Cam 2 红灯闪"],
      en: ["My Cam 2 is offline", "I changed my Wi-Fi password and the camera won't connect"],
    },
    more: { words: { zh: "重置会删掉录像吗", en: "Will a reset delete the recordings?" } },
    person: [
      agent(
        "Cam 2 只支持 2.4 GHz，您的路由器是不是双频合一？",
        "The Cam 2 needs 2.4 GHz. Does your router combine both bands?",
      ),
      customer("是的", "Yes it does"),
      agent(
        "请在路由器里打开单独的 2.4 GHz，再按住重置键 5 秒重新联网。",
        "Please switch on a separate 2.4 GHz network, then hold reset for 5 seconds and connect again.",
      ),
      customer("连上了，谢谢", "Connected, thanks"),
    ],
    ticket: {
      type: "question",
      subject: { zh: "Cam 2 频繁离线", en: "Cam 2 keeps going offline" },
      description: {
        zh: "每天离线三四次，距离路由器 4 米。",
        en: "It goes offline three or four times a day, 4 metres from the router.",
      },
      reply: { zh: "请升级到最新固件并导出日志。", en: "Please install the latest firmware and export the log." },
      done: { zh: "升级后两天没有再离线。", en: "No drop for two days after the update." },
    },
  },
  {
    group: "afterSales",
    article: "connect-watch-s",
    open: {
      zh: ["手表收不到微信提醒", "Watch S 连不上手机", "手表老断开"],
      en: ["No notifications on my Watch S", "My Watch S won't connect"],
    },
    more: { words: { zh: "还经常断开", en: "It keeps disconnecting" } },
    person: [
      agent(
        "请问手机型号是什么？后台权限要打开才能保持连接。",
        "Which phone is it? The app needs permission to run in the background.",
      ),
      customer("小米 14", "A Xiaomi 14"),
      agent(
        "请把鹿屿 App 的省电策略设为“无限制”，打开自启动。",
        "Please set the Luyu app's battery policy to “No restrictions” and allow autostart.",
      ),
      customer("好了，有提醒了", "Notifications work now"),
    ],
  },
  {
    group: "afterSales",
    article: "hub-voice",
    open: {
      zh: ["音箱叫不醒", "Hub 音箱怎么联网", "Hub 能说英文吗"],
      en: ["The Hub doesn't wake up when I talk to it", "How do I set up the Hub?", "Does the Hub understand English?"],
    },
    more: { words: { zh: "换 Wi-Fi 怎么重新连", en: "How do I move it to another Wi-Fi?" } },
    person: [
      agent(
        "请看一下顶部麦克风是不是静音了，静音时灯环是红色。",
        "Please check whether the microphone on top is muted; the ring is red when it is.",
      ),
      customer("真的是静音了，不好意思", "It was muted, sorry"),
      agent("没关系，有问题随时找我们。", "No problem, we're here if you need us."),
    ],
  },
  {
    group: "sales",
    article: "power-20k",
    open: {
      zh: ["充电宝能带上飞机吗", "Power 20K 充满要多久", "能给笔记本充电吗"],
      en: ["Can I take the Power 20K on a plane?", "How long does it take to charge?"],
    },
    more: { words: { zh: "能充几次手机", en: "How many phone charges is that?" } },
    person: [
      agent(
        "Power 20K 是 74 Wh，可以随身带上飞机，不能托运。",
        "It's 74 Wh, so it may go in your hand luggage, not in checked bags.",
      ),
      customer("机场说看不清标志", "The airport couldn't read the label"),
      agent(
        "标志磨损可能被拦，我可以给您发一份带 3C 标志的产品说明 PDF。",
        "A worn label can be refused. I can send you a PDF sheet with the certification.",
      ),
      customer("发我一份", "Please do"),
    ],
  },
  {
    group: "afterSales",
    article: "update-firmware",
    open: {
      zh: ["升级失败了", "怎么升级固件", "自动升级怎么关"],
      en: ["The update failed", "How do I update the firmware?"],
    },
    more: { words: { zh: "提示错误 E07", en: "It shows error E07" } },
    person: [
      agent(
        "E07 是下载中断，请换手机热点试一次。",
        "E07 means the download was interrupted. Please try once over a phone hotspot.",
      ),
      customer("热点可以，升级好了", "That worked, it's updated"),
    ],
  },
  {
    group: "sales",
    article: "visit-a-store",
    open: {
      zh: ["上海有门店吗", "门店周末开吗", "店里可以试戴 Over 1 吗"],
      en: ["Where are your stores?", "Can I try the Over 1 in a store?"],
    },
    more: { words: { zh: "店里能修吗", en: "Do stores do repairs?" } },
    person: [
      agent(
        "上海徐汇店 10:00–22:00，Over 1 有样机可以试。需要我查库存吗？",
        "The Xuhui store is open 10:00–22:00 and has the Over 1 on display. Shall I check stock?",
      ),
      customer("查一下黑色", "Black, please"),
      agent("黑色有 4 台现货，可以现在下单自提。", "Four black ones in stock; you can order for pickup now."),
    ],
  },
];
