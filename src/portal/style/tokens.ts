/** Colours, sizes and distances. 适老版 changes these and nothing else, so every page follows. */
export const tokens = `
:root {
  --ink: #1a1a1a; --soft: #4b5560; --paper: #fff; --ground: #f4f6f8; --line: #cfd6dd; --edge: #6f7b87;
  --accent: #0b4f8a; --accent-deep: #083a66; --tint: #eaf2f9;
  --red: #a61b1b; --red-tint: #fdf0ef; --green: #1c6437; --green-tint: #eef7f1; --amber: #7a4b00; --amber-tint: #fff6e0;
  --u: 8px; --measure: 38em; --radius: 4px;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif;
  --serif: "Source Han Serif SC", "Noto Serif SC", "Songti SC", "SimSun", serif;
  font-size: 106.25%;
}
:root.grey { filter: grayscale(1); }
:root.large { font-size: 125%; }
:root.huge { font-size: 150%; }
:root.senior {
  --ink: #000; --soft: #1a1a1a; --line: #6f7b87; --edge: #333; --accent: #00396b; --accent-deep: #002647;
  --red: #7d0f0f; --green: #0b4522; --amber: #4f3000; --u: 9px;
  font-size: 137.5%;
}
:root.senior.huge { font-size: 162.5%; }
@media (max-width: 640px) {
  :root.senior { font-size: 125%; } :root.huge { font-size: 137.5%; } :root.senior.huge { font-size: 137.5%; }
}
`;
