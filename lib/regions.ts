import type { Locale } from "./i18n";

/** A place that texts may depend on, by its ISO 3166 code; `words` are further names people use for it or for places in it. */
export type Region = { code: string; names: Record<Locale, string>; words: readonly string[] };

const region = (code: string, zh: string, en: string, words = ""): Region => ({
  code,
  names: { zh, en },
  words: words === "" ? [] : words.split(" ").map((word) => word.replaceAll("_", " ")),
});

/** Countries shops deliver to, and the provinces of China with their largest cities. */
export const REGIONS: readonly Region[] = [
  region("CN", "中国大陆", "mainland China", "中国 国内 内地 China"),
  region("CN-BJ", "北京", "Beijing"),
  region("CN-TJ", "天津", "Tianjin"),
  region("CN-HE", "河北", "Hebei", "石家庄 唐山 保定 Shijiazhuang"),
  region("CN-SX", "山西", "Shanxi", "太原 大同 Taiyuan"),
  region("CN-NM", "内蒙古", "Inner Mongolia", "呼和浩特 包头 鄂尔多斯 Hohhot"),
  region("CN-LN", "辽宁", "Liaoning", "沈阳 大连 Shenyang Dalian"),
  region("CN-JL", "吉林", "Jilin", "长春 Changchun"),
  region("CN-HL", "黑龙江", "Heilongjiang", "哈尔滨 大庆 Harbin"),
  region("CN-SH", "上海", "Shanghai"),
  region("CN-JS", "江苏", "Jiangsu", "南京 苏州 无锡 徐州 Nanjing Suzhou Wuxi"),
  region("CN-ZJ", "浙江", "Zhejiang", "杭州 宁波 温州 Hangzhou Ningbo Wenzhou"),
  region("CN-AH", "安徽", "Anhui", "合肥 芜湖 Hefei"),
  region("CN-FJ", "福建", "Fujian", "福州 厦门 泉州 Fuzhou Xiamen"),
  region("CN-JX", "江西", "Jiangxi", "南昌 赣州 Nanchang"),
  region("CN-SD", "山东", "Shandong", "济南 青岛 烟台 Jinan Qingdao"),
  region("CN-HA", "河南", "Henan", "郑州 洛阳 Zhengzhou"),
  region("CN-HB", "湖北", "Hubei", "武汉 宜昌 Wuhan"),
  region("CN-HN", "湖南", "Hunan", "长沙 株洲 Changsha"),
  region("CN-GD", "广东", "Guangdong", "广州 深圳 东莞 佛山 珠海 Guangzhou Shenzhen Dongguan"),
  region("CN-GX", "广西", "Guangxi", "南宁 桂林 Nanning Guilin"),
  region("CN-HI", "海南", "Hainan", "海口 三亚 Haikou Sanya"),
  region("CN-CQ", "重庆", "Chongqing"),
  region("CN-SC", "四川", "Sichuan", "成都 绵阳 Chengdu"),
  region("CN-GZ", "贵州", "Guizhou", "贵阳 遵义 Guiyang"),
  region("CN-YN", "云南", "Yunnan", "昆明 大理 丽江 Kunming"),
  region("CN-XZ", "西藏", "Tibet", "拉萨 Lhasa Xizang"),
  region("CN-SN", "陕西", "Shaanxi", "西安 咸阳 Xi'an Xian"),
  region("CN-GS", "甘肃", "Gansu", "兰州 敦煌 Lanzhou"),
  region("CN-QH", "青海", "Qinghai", "西宁 Xining"),
  region("CN-NX", "宁夏", "Ningxia", "银川 Yinchuan"),
  region("CN-XJ", "新疆", "Xinjiang", "乌鲁木齐 喀什 伊犁 Urumqi Kashgar"),
  region("HK", "中国香港", "Hong Kong", "香港"),
  region("MO", "中国澳门", "Macao", "澳门 Macau"),
  region("TW", "中国台湾", "Taiwan", "台湾 台北 Taipei"),
  region("JP", "日本", "Japan", "东京 大阪 Tokyo Osaka"),
  region("KR", "韩国", "South Korea", "首尔 Korea Seoul"),
  region("SG", "新加坡", "Singapore"),
  region("MY", "马来西亚", "Malaysia", "吉隆坡 Kuala_Lumpur"),
  region("TH", "泰国", "Thailand", "曼谷 Bangkok"),
  region("VN", "越南", "Vietnam"),
  region("ID", "印度尼西亚", "Indonesia", "印尼"),
  region("PH", "菲律宾", "Philippines"),
  region("IN", "印度", "India"),
  region("AU", "澳大利亚", "Australia", "澳洲 悉尼 墨尔本 Sydney Melbourne"),
  region("NZ", "新西兰", "New Zealand"),
  region("US", "美国", "United States", "纽约 洛杉矶 USA U.S. America New_York California"),
  region("CA", "加拿大", "Canada", "多伦多 温哥华 Toronto Vancouver"),
  region("MX", "墨西哥", "Mexico"),
  region("BR", "巴西", "Brazil"),
  region("GB", "英国", "United Kingdom", "伦敦 UK Britain England Scotland London"),
  region("IE", "爱尔兰", "Ireland", "Dublin"),
  region("FR", "法国", "France", "巴黎 Paris"),
  region("DE", "德国", "Germany", "柏林 慕尼黑 Berlin Munich"),
  region("NL", "荷兰", "Netherlands", "Holland Amsterdam"),
  region("BE", "比利时", "Belgium"),
  region("CH", "瑞士", "Switzerland"),
  region("AT", "奥地利", "Austria"),
  region("IT", "意大利", "Italy", "米兰 罗马 Milan Rome"),
  region("ES", "西班牙", "Spain", "Madrid Barcelona"),
  region("PT", "葡萄牙", "Portugal"),
  region("SE", "瑞典", "Sweden"),
  region("NO", "挪威", "Norway"),
  region("DK", "丹麦", "Denmark"),
  region("FI", "芬兰", "Finland"),
  region("PL", "波兰", "Poland"),
  region("RU", "俄罗斯", "Russia"),
  region("AE", "阿联酋", "United Arab Emirates", "迪拜 UAE Dubai"),
  region("ZA", "南非", "South Africa"),
];

export const REGION_CODES: readonly string[] = REGIONS.map(({ code }) => code);

/** The name of a region in a language; its code when it is not known. */
export function regionName(code: string, locale: Locale): string {
  return REGIONS.find((known) => known.code === code)?.names[locale] ?? code;
}
