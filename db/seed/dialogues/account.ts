import { agent, customer, type Dialogue } from "./dialogue";

export const accountDialogues: readonly Dialogue[] = [
  {
    group: "orders",
    article: "sign-in-code",
    open: {
      zh: ["收不到验证码", "验证码一天能发几次", "登录不上去"],
      en: ["I'm not getting the sign-in code", "How many codes can I get a day?"],
    },
    more: { words: { zh: "我人在国外", en: "I'm abroad at the moment" } },
    person: [
      agent(
        "我看到今天已经发了 5 条，北京时间 0 点后可以再试。手机有没有拦截短信？",
        "I see 5 codes today, so it works again after midnight Beijing time. Could your phone be blocking the texts?",
      ),
      customer("在骚扰拦截里找到了", "Found them in the spam folder"),
      agent(
        "好的，把“鹿屿数码”加到白名单，以后就能直接收到。",
        "Good. Add “Luyu” to your allowed senders and they'll come through.",
      ),
    ],
  },
  {
    group: "orders",
    article: "change-phone",
    open: {
      zh: ["旧手机号不用了怎么换绑", "换手机号", "新号码提示已被注册"],
      en: ["My old number is cancelled, how do I sign in?", "How do I change my phone number?"],
    },
    person: [
      agent(
        "旧号用不了需要做身份验证，1–2 个工作日。我把链接发到您的新号。",
        "Without the old number we need an identity check, 1–2 working days. I'm sending the link to your new number.",
      ),
      customer("提交了", "Submitted"),
      agent(
        "收到资料，通过后短信通知您，订单和积分都不受影响。",
        "We have it. You'll get a text; your orders and points stay as they are.",
      ),
    ],
    note: { zh: "身份验证已提交，核对了最近一单 {order}。", en: "Identity check submitted, verified against {order}." },
    ticket: {
      type: "other",
      subject: { zh: "更换手机号身份验证", en: "Identity check for a new phone number" },
      description: {
        zh: "旧号已停机，客户提交了身份证照片。",
        en: "The old number is cancelled; the customer submitted an ID photo.",
      },
      reply: { zh: "资料审核中，1–2 个工作日内完成。", en: "Under review, 1–2 working days." },
      done: { zh: "已通过，请用新号登录。", en: "Approved. Please sign in with the new number." },
    },
  },
  {
    group: "orders",
    article: "account-locked",
    open: {
      zh: ["账号被锁了", "输错验证码锁了多久能解"],
      en: ["My account is locked", "How long does a lock last?"],
    },
    person: [
      agent(
        "输错 5 次会锁 30 分钟，到 {time} 自动解开，无法提前解除。",
        "Five wrong codes lock it for 30 minutes. It opens at {time} by itself; we can't shorten that.",
      ),
      customer("好吧，那我等等", "All right, I'll wait"),
    ],
  },
  {
    group: "orders",
    article: "delete-account",
    open: {
      zh: ["怎么注销账号", "注销后积分还有吗"],
      en: ["How do I delete my account?", "What happens to my points if I close my account?"],
    },
    more: { words: { zh: "后悔了可以恢复吗", en: "Can I change my mind?" } },
    person: [
      agent(
        "可以注销，但您还有一个进行中的退货单，完成后才能提交。",
        "You can, but there's an open return; it has to be finished first.",
      ),
      customer("那先等退款", "I'll wait for the refund then"),
      agent(
        "好的，退款到账后在“账号与安全”里提交，15 天冷静期内登录会自动撤销。",
        "After that, submit it under Account and security. Signing in within the 15 days withdraws it.",
      ),
    ],
  },
  {
    group: "orders",
    article: "export-your-data",
    open: {
      zh: ["导出的压缩包密码忘了", "怎么导出我的个人数据"],
      en: ["I forgot the password of my data export", "How can I download my data?"],
    },
    person: [
      agent(
        "口令只显示一次，忘了需要重新申请，30 天可以导出一次，我帮您提前开放一次。",
        "The password is shown once. You'd normally wait 30 days, but I've opened one more export for you.",
      ),
      customer("谢谢，申请好了", "Thanks, requested"),
    ],
  },
  {
    group: "orders",
    article: "contact-us",
    open: {
      zh: ["人工电话是多少", "你们几点下班"],
      en: ["What is your phone number?", "When are people available?"],
    },
    person: [
      agent(
        "电话 400-000-1029，每天 9:00–21:00；在线人工 24 小时都在。有什么可以帮您？",
        "The phone is 400-000-1029, daily 9:00–21:00 (GMT+8); online chat is open 24 hours. How can I help?",
      ),
      customer("就问一下，谢谢", "Just asking, thanks"),
    ],
  },
];
