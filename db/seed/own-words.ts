/** How the demo company describes itself. */
export const COMPANY = {
  name: { zh: "鹿屿数码", en: "Luyu Electronics" },
  assistantName: { zh: "小鹿助手", en: "Luyu assistant" },
  hue: 172,
  timeZone: "Asia/Shanghai",
  defaultLocale: "zh",
  phone: "400-000-1029",
  email: "help@luyu.example",
  demo: true,
} as const;
