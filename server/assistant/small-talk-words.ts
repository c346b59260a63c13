import type { SmallTalk } from "./small-talk";

/** A machine or somebody of flesh and blood, as a customer may call what answers. */
const WHAT_EN =
  "(?:(?:an?|the|some|just|only|really|actually|even|real|live|actual|automated|human|ai|chat) )*(?:(?:chat ?)?bots?|robots?|machine|computer|program|human(?: being)?|persons?|people|someone real|somebody real|ai|chatgpt|gpt|llm|language model|agent|assistant)";
const OR_EN = `(?: or (?:are you )?(?:talking to )?${WHAT_EN}| or not)?`;
const WHAT_ZH =
  "(?:真正的|真的|一个|个)?(?:智能|虚拟|人工|真人|活人|机器人?|ai)*(?:机器人?|人工智能|ai|真人|活人|人工|人类|真的人|电脑|程序|客服|助手|人)";
const OR_ZH = `(?:还是${WHAT_ZH})?(?:在?(?:回复|回答|服务|说话))?(?:吗|嘛|么|吧|呢|啊)?`;

/**
 * What small talk is made of, by kind: English words, then Chinese ones. `filler` stands beside any kind and says nothing by
 * itself. They meet text in lower case without punctuation and apostrophes.
 */
export const SMALL_TALK_WORDS: Record<SmallTalk | "filler", readonly [english: string, chinese: string]> = {
  who_answers: [
    `(?:are|r) (?:you|u) (?:guys )?${WHAT_EN}${OR_EN}|you ?(?:are|re) ${WHAT_EN}(?: right| arent you| isnt it)?${OR_EN}|(?:am i|are we|im i) (?:really |actually |now )?(?:talking|speaking|chatting|writing|texting) (?:to|with) ${WHAT_EN}${OR_EN}|is (?:this|it) ${WHAT_EN}${OR_EN}|(?:who|what) (?:exactly )?(?:are|r) (?:you|u)|who(?: i|)s this|who am i (?:talking|speaking|chatting)(?: (?:to|with))?|what(?: i|)s your name|do you have a name|introduce yourself`,
    `(?:你|您|你们|这|这边|这里|对面|那边)?(?:现在|到底|究竟|真的|其实|该不会|不会)?(?:是不是|是否是)${WHAT_ZH}${OR_ZH}|(?:你|您|你们|对面|那边)(?:现在|到底|究竟|真的|其实|该不会|不会)?(?:就?是)${WHAT_ZH}${OR_ZH}|(?:这|这边|这里)?是${WHAT_ZH}(?:还是${WHAT_ZH})?(?:在?(?:回复|回答|服务|说话))?(?:吗|嘛|么)|(?:你|您)(?:到底|究竟)?是(?:谁|哪位|啥|什么(?:东西|人)?|干什么的|干嘛的|做什么的)|(?:你|您)叫(?:什么|啥)(?:名字)?|(?:你|您)的名字(?:是|叫)(?:什么|啥)|(?:你|您)?怎么称呼(?:你|您)?|(?:我)?(?:现在)?(?:是|是不是)?在?(?:跟|和|与)${WHAT_ZH}在?(?:说话|聊天?|对话|沟通|交流|讲话)(?:吗|嘛|么)|(?:跟|和|与)我(?:说话|聊天?|对话|沟通)的是(?:谁|${WHAT_ZH}${OR_ZH})|(?:自我介绍|介绍)(?:一下)?(?:你自己|您自己|自己)?`,
  ],
  solved: [
    "(?:(?:thats?|this|it|its|you|everything|(?:my |the )?(?:problem|issue|question))(?: is| has been| has| have| was| ve)? )?(?:all |just |now )?(?:solved|fixed|resolved|sorted|answered)(?: (?:it|that|this|everything|(?:my|the) (?:problem|issue|question)))?(?: now| out)?|(?:it|this|everything) (?:now )?works(?: now| fine| again| perfectly| great| well)*|(?:its |it is |now its )?working(?: now| fine| again| perfectly)+|works (?:now|again|fine|perfectly)|(?:it|that|this) (?:really |just )?(?:worked|helped|helps|did it|did the trick)(?: me)?(?: a lot)?|(?:im |its |were )?all (?:good|set|sorted|done|clear)(?: now)?",
    "(?:我?的?问题)?(?:已经?|都|全|完美|终于|顺利)*(?:解决|搞定|弄好|修好|处理好)(?:了|啦|咯|喽)|搞定|(?:问题)?已经?解决|(?:已经?|现在|都)?(?:能用|可以用|好使|连上|连接上|弄好|修好|搞好|成功|找到|看到|申请好|学会|没有?问题)(?:了|啦)|(?:已经|现在|都)好(?:了|啦)|(?:很|非常|挺)?有(?:帮助|用)|帮到我(?:了|啦)",
  ],
  farewell: [
    "bye(?: bye)?|byebye|good ?bye|see (?:you|ya|u)(?: (?:later|soon|around|next time|then))?|cya|good night|have an? (?:good|great|nice|lovely|wonderful) (?:day|one|evening|night|weekend|time|afternoon)|take care|(?:ill )?(?:talk|speak) to you (?:later|soon)|ttyl|farewell|that(?:s| is|ll be| will be) (?:all|it for (?:now|today))|nothing (?:else|more)|(?:i have |ive )?no (?:more|further|other) questions|(?:i )?(?:have to|gotta|got to|must) go",
    "再见|再会|拜+(?:了|啦)?|白白|88+6?|byebye|回见|(?:下次|回头|改天|明天)见|晚安|(?:那就?|先)?(?:先|就)这样(?:吧|了|啦)?|没有?(?:其他|其它|别的|什么)(?:的)?(?:问题|事情?|疑问)?了?|没有?(?:事情?|疑问)了|没有了|没了|暂时没有?了?|不打扰(?:你|您|你们)?了|我?先(?:走|下|忙|撤)了?|祝(?:你|您|你们)?(?:生活|工作|周末|一切)?(?:愉快|顺利|开心)",
  ],
  thanks: [
    "(?:many |ok |big |no )?(?:thanks|thank (?:you|u|y)|thankyou|thx|tnx|thnx|ty|tysm|cheers)(?: (?:a lot|a (?:bunch|million|ton)|again|so much|so very much|very much|in advance|anyway))*(?: for (?:your|the|all your|all the|all of your|that|this|everything|helping(?: me)?)(?: (?:quick|kind|great|fast))?(?: (?:help|time|support|answers?|info|information|reply|response|service|assistance|explanation))?)?|(?:much |very |really |i (?:really )?)*appreciated?(?: (?:it|that|this|your help))?|(?:(?:that|this|it|you)(?: was| is|s| were| are|re)? )?(?:very|so|super|really|extremely|most) (?:helpful|kind|useful)(?: of you)?|you ?(?:are|re|were) (?:the best|great|awesome|amazing|a star|a lifesaver|helpful|kind)|(?:great|good) (?:help|job|work)",
    "(?:非常|十分|太|真的?|真是|很|万分|实在|好)?(?:感谢|感激|感恩|谢谢+|多谢+|谢+)(?:不尽|万分|(?:你|您)们?|大家|客服|亲|的|帮助|帮忙|解答|回答|回复|支持|啦|了|啊|呀|哈|哦|喽|咯)*|3q|(?:真是|真的)?辛苦(?:你们?|您)?(?:了|啦)?|麻烦(?:你们?|您)(?:了|啦)|(?:你们?|您)(?:真|太|很|好)(?:好|棒|贴心|厉害|专业|给力|聪明|耐心)|🙏+",
  ],
  greeting: [
    "hi(?: there)?|hiya|hey(?: there)?|hello(?: there)?|helo|hallo|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|(?:is )?(?:anyone|anybody|someone|somebody) (?:there|here)|are you there|how are you(?: doing)?(?: today)?|whats up|nice to meet you",
    "(?:你|您|你们|大家|客服|早上|上午|中午|下午|晚上|新年)好|早安?|嗨+|嘿+|哈[喽罗啰囉]+|(?:你|您|客服)?(?:在吗|在么|在嘛|在不在)|有人(?:在)?(?:吗|么|嘛)|👋+",
  ],
  acknowledged: [
    "ok(?:ay|ey|ie)?|kk?|al?right|all right|right|fine|sure|great|perfect|cool|nice|lovely|awesome|excellent|wonderful|brilliant|amazing|fantastic|(?:very )?good|(?:i )?got (?:it|that)|gotcha|(?:i )?understood|i (?:see|understand|know)|noted|(?:that )?makes sense|sounds good|good to (?:know|hear)|fair enough|will do|roger|no (?:problem|worries)|np|youre welcome|ill (?:do|try|check|wait)(?: (?:it|that|this|for (?:it|that)))?",
    "好(?:的|吧|滴|哒|嘞|呀|啊|哦|呢|了|啦|好)*|嗯+(?:呢|哪)?|[哦噢喔]+|行(?:吧|的|了)?|可以(?:的|了)|(?:我)?(?:知道|明白|了解|清楚|懂|晓得)(?:了|啦)|(?:我)?(?:明白|了解)|收到(?:了)?|原来(?:如此|是这样|这样)|(?:是)?这样啊|没(?:事|关系)|没问题|不用(?:了|谢)|不客气|不错|(?:很|挺|太|真|非常)(?:好|棒|不错)(?:了|啦)?|👍+|👌+",
  ],
  filler: [
    "yes|yep|yeah|yup|no|nope|oh|ah|aha|wow|well|so|and|then|for now|now|again|today|very much|so much|very|really|everyone|all|there|team|guys|friend|dear|sir|madam|mate|buddy|you too|have|please|just|wondering|tell me|be honest|honestly|by the way|btw|wait|hm+|sorry",
    "[啊呀哈哦呢吧啦嘛哟喔了的哇诶]|亲+|[你您我]|那(?:就|么)?|先|已经|真的|终于|请问|我?想问(?:一下)?|问一下|客服|不好意思|麻烦",
  ],
};
