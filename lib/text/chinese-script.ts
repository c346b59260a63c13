/** Traditional characters, each followed by its simplified form; the common ones of speech, shops and service. */
const PAIRS = `
萬万陳陈劉刘趙赵馮冯蔣蒋韓韩蕭萧龔龚賀贺譚谭盧卢陸陆閻阎與与別别儲储閘闸寢寝嘔呕囂嚣吵吵嗆呛縱纵纏缠纖纤綫线羣群脣唇舖铺臥卧
們们個个這这來来時时說说會会對对為为國国學学過过發发後后現现還还進进樣样種种開开關关問问題题間间長长門门見见車车東东馬马鳥鸟魚鱼麥麦齊齐齒齿龍龙龜龟
買买賣卖貨货錢钱銀银貴贵費费資资賬账貼贴質质購购贈赠贏赢賠赔賺赚財财員员責责貸贷預预頁页順顺須须領领頭头願愿類类顯显題题額额顏颜風风飛飞飯饭飲饮養养餘余館馆餐餐
訂订單单記记設设許许訪访證证評评詢询試试話话該该誤误請请讀读誰谁調调論论談谈講讲謝谢識识譯译議议護护讓让變变計计訊讯詳详語语誠诚認认課课諾诺謊谎諮咨識识週周
電电話话網网線线級级紅红約约紙纸給给絡络統统經经綠绿維维緊紧練练組组結结絕绝縮缩總总繼继續续編编緣缘繳缴織织終终細细紹绍純纯紐纽納纳綁绑綜综緩缓縣县縫缝
連连運运送送達达違违適适選选遲迟遠远還还邊边遞递遊游郵邮鄰邻鄉乡醫医釋释鐘钟鏡镜鎖锁錯错鍵键鋼钢銷销鐵铁針针釘钉鈕钮鈴铃鉛铅錄录錶表鎮镇鑰钥鍋锅
無无點点熱热燈灯燒烧爾尔爐炉煩烦營营燙烫狀状獨独獲获獎奖環环瑪玛產产畫画異异當当療疗癢痒皺皱盤盘監监眾众矚瞩碼码確确礎础礙碍禮礼離离種种稱称積积穩稳穫获
筆笔節节範范築筑簡简籃篮簽签籤签籌筹糧粮糾纠紀纪紛纷緒绪罰罚羅罗義义習习聯联聲声聽听職职肅肃腦脑腳脚臉脸膠胶膚肤臨临舉举舊旧艦舰藍蓝藝艺藥药蘋苹蘇苏蘭兰處处虛虚號号
蟲虫衛卫補补裝装裡里裏里製制複复襪袜視视規规覺觉覽览觀观觸触診诊訴诉診诊詐诈誇夸誌志談谈諒谅謎谜贊赞趕赶趨趋跡迹躍跃軟软輕轻較较載载輛辆輪轮輸输轉转辦办辭辞農农
兩两幾几從从應应愛爱戰战戲戏損损換换據据擇择擔担擊击擁拥擋挡擠挤擴扩擾扰攝摄撥拨撿捡搖摇揚扬掃扫掛挂採采據据收收敗败敵敌數数斷断於于書书條条極极構构樂乐標标樓楼機机權权橋桥檢检欄栏歡欢歲岁歷历歸归殘残殺杀
氣气決决沒没況况減减測测湯汤溫温準准滿满漢汉潔洁濕湿濟济瀏览灣湾災灾災灾無无熱热傳传備备價价傷伤僅仅償偿優优億亿儘尽係系側侧偵侦倉仓個个倆俩內内兒儿冊册凍冻則则剛刚創创劃划劇剧動动務务勝胜勞劳勢势勵励
區区協协卻却厭厌廠厂廢废廣广庫库廁厕廳厅歷历參参雙双發发員员啟启喚唤嗎吗嗎吗噹当嘗尝嘆叹嚇吓嚴严單单團团園园圍围圖图圓圆執执報报場场塊块塵尘墊垫壓压壞坏壯壮壽寿夠够夢梦夾夹奪夺奮奋婦妇媽妈嬰婴孫孙學学
實实審审寫写寬宽寶宝將将專专尋寻導导屬属層层屆届島岛嶺岭幣币帶带幫帮師师幹干庫库張张強强彈弹彎弯後后徑径復复徵征德德恆恒惱恼愉愉態态慣惯憂忧慮虑慶庆憑凭憶忆懷怀懸悬懶懒戀恋
拋抛掙挣搶抢揀拣攤摊攔拦攜携晝昼曉晓暫暂曬晒東东條条楊杨榮荣槍枪樹树橫横檔档櫃柜歐欧毀毁氈毡涼凉淚泪淺浅渾浑滅灭滾滚漁渔漲涨潛潜澤泽濃浓濾滤燦灿爭争牆墙牽牵狹狭獻献瑣琐畝亩疊叠瘋疯癥症盡尽盜盗睏困矯矫
碩硕礦矿祕秘禍祸稅税窮穷竊窃競竞緻致繁繁繪绘羨羡聰聪聞闻肅肃脈脉脫脱腫肿膽胆臟脏臺台艙舱莊庄葉叶蓋盖薦荐蝦虾蠻蛮術术衝冲裁裁襯衬覆覆訓训託托託托詞词詩诗誕诞誘诱謂谓謹谨譜谱豐丰貓猫貝贝貧贫貪贪販贩貫贯賓宾賴赖贖赎躲躲軌轨軍军輔辅輯辑輝辉轎轿轟轰農农遙遥遷迁遺遗
鄧邓鄭郑醜丑醬酱釀酿鈔钞鉤钩銅铜鋁铝鋒锋鋪铺錦锦鍛锻鏈链鑒鉴鑽钻閃闪閉闭閒闲閱阅闆板闊阔隊队階阶際际隨随險险隱隐隻只雖虽雜杂雞鸡難难雲云電电霧雾靈灵靜静頂顶項项頓顿頑顽頻频顆颗顧顾顫颤飄飘餅饼餓饿餵喂饞馋駕驾騎骑騙骗騷骚驅驱驗验驚惊體体髒脏髮发鬆松鬧闹鬱郁鮮鲜鴨鸭鵝鹅鹹咸鹽盐麗丽麵面麼么黃黄黨党鼠鼠嘍喽妳你囉啰您您喔哦著着甚什麽么裡里佔占佈布併并倖幸吳吴週周摺折傢家伙伙兇凶剋克吶呐唸念嘩哗墮堕`;

const simplified = new Map<string, string>();
for (const [, from = "", to = ""] of PAIRS.matchAll(/(\S)(\S)/gu)) if (from !== to) simplified.set(from, to);
const onlySimplified = new Set(simplified.values());
/** Simplified forms that traditional texts write as well, in other words ("皇后", "公里", "面子"). */
for (const shared of "后里面干台系只志表周板松布克念家着占并幸折范制复获历余准冲几云郁凶丑占致秘征秘症咨采困咸托游喂余折伙哦什你签克布尝夸凉")
  onlySimplified.delete(shared);

/** Traditional characters as simplified ones, one for one, so that offsets stay; other text unchanged. Common characters only. */
export function toSimplified(text: string): string {
  return /\p{Script=Han}/u.test(text)
    ? text.replace(/\p{Script=Han}/gu, (letter) => simplified.get(letter) ?? letter)
    : text;
}

export type ChineseScript = "simplified" | "traditional";

/** Which characters a Chinese text is written in; null when nothing tells ("你好"). */
export function chineseScript(text: string): ChineseScript | null {
  let [ours, theirs] = [0, 0];
  for (const [letter] of text.matchAll(/\p{Script=Han}/gu)) {
    if (simplified.has(letter)) theirs += 1;
    else if (onlySimplified.has(letter)) ours += 1;
  }
  if (ours === 0 && theirs === 0) return null;
  return theirs > ours ? "traditional" : "simplified";
}
